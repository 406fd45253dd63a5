import { checkChineseId } from '#kernel/chinese-id.ts';
import { normalisePhone } from '#kernel/phone.ts';
import { checkUscc } from '#kernel/uscc.ts';
import type { Field } from '../field.ts';
import { EQUALITY, type FieldType, type Parsed, bad, ok, plainText } from './field-type.ts';

// Control characters and those that turn the direction of writing; line feeds and tabs stay.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

function clean(value: unknown, field: Field, fallbackMax: number): Parsed {
  if (typeof value !== 'string') return bad('invalid');
  const text = value.normalize('NFC').replace(CONTROL, '').trim();
  const max = field.max ?? fallbackMax;
  if ([...text].length > max) return bad('too-long', { max });
  return ok(text === '' ? null : text);
}

function then(parsed: Parsed, next: (text: string) => Parsed): Parsed {
  return parsed.ok && typeof parsed.value === 'string' ? next(parsed.value) : parsed;
}

/** Named checks beyond the type (`check` of the declaration). */
function runCheck(text: string, field: Field): Parsed {
  if (field.check === 'uscc') {
    const result = checkUscc(text);
    return result.ok ? ok(result.value) : bad(`uscc-${result.reason}`);
  }
  if (field.check === 'chineseId') {
    const result = checkChineseId(text);
    return result.ok ? ok(result.value) : bad('id-number');
  }
  return ok(text);
}

const base = {
  family: 'text',
  operators: [...EQUALITY, 'contains', 'startsWith'],
  isSortable: true,
  isGroupable: false,
  toText: plainText,
} as const;

const oneLine: FieldType = {
  ...base,
  isGroupable: true,
  parse: (value, field) => then(clean(value, field, 200), (text) => runCheck(text.replace(/\s+/g, ' '), field)),
  fromText: (text, field) => oneLine.parse(text, field),
};

const longText: FieldType = {
  ...base,
  operators: ['contains', 'isNull'],
  isSortable: false,
  parse: (value, field) => clean(value, field, 20_000),
  fromText: (text, field) => longText.parse(text, field),
};

const phone: FieldType = {
  ...base,
  isSortable: false,
  parse: (value, field) =>
    then(clean(value, field, 60), (text) => {
      const number = normalisePhone(text);
      return number ? ok(number.e164) : bad('not-a-phone');
    }),
  fromText: (text, field) => phone.parse(text, field),
};

const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

const email: FieldType = {
  ...base,
  parse: (value, field) =>
    then(clean(value, field, 254), (text) => (EMAIL.test(text) ? ok(text.toLowerCase()) : bad('not-an-email'))),
  fromText: (text, field) => email.parse(text, field),
};

const url: FieldType = {
  ...base,
  parse: (value, field) =>
    then(clean(value, field, 2_000), (text) => (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? ok(text) : bad('not-a-url'))),
  fromText: (text, field) => url.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`, field),
};

const autoNumber: FieldType = { ...oneLine, parse: (value, field) => clean(value, field, 60) };

export const textTypes = { text: oneLine, longText, richText: longText, phone, email, url, autoNumber };
