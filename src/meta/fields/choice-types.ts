import type { Field } from '../field.ts';
import { EQUALITY, type FieldType, type Parsed, type TextContext, bad, ok } from './field-type.ts';

const isListed = (value: string, field: Field): boolean => field.choices?.some((choice) => choice.value === value) ?? false;

const choiceOf = (text: string, field: Field, ctx: TextContext): string | undefined => {
  const wanted = text.trim().toLowerCase();
  return ctx.choiceLabels(field).find((c) => c.value.toLowerCase() === wanted || c.labels.some((l) => l.toLowerCase() === wanted))
    ?.value;
};

const labelOf = (value: unknown, field: Field, ctx: TextContext): string =>
  ctx.choiceLabels(field).find((c) => c.value === value)?.labels[ctx.locale === 'zh-CN' ? 0 : 1] ?? String(value);

const choice: FieldType = {
  family: 'text',
  operators: EQUALITY,
  isSortable: true,
  isGroupable: true,
  parse: (value, field) =>
    typeof value === 'string' && isListed(value, field) ? ok(value) : bad('not-a-choice', { value: String(value) }),
  fromText(text, field, ctx) {
    const value = choiceOf(text, field, ctx);
    return value === undefined ? bad('not-a-choice', { value: text }) : ok(value);
  },
  toText: (value, field, ctx) => (value === null || value === undefined ? '' : labelOf(value, field, ctx)),
};

/** A free list of words (tags) when the declaration names no choices. */
function parseItem(value: unknown, field: Field): Parsed {
  if (typeof value !== 'string') return bad('invalid');
  const text = value.normalize('NFC').trim();
  if (text === '' || text.length > 60) return bad('too-long', { max: 60 });
  return field.choices === undefined || isListed(text, field) ? ok(text) : bad('not-a-choice', { value: text });
}

const multiChoice: FieldType = {
  family: 'list',
  operators: ['in', 'nin', 'contains', 'isNull'],
  isSortable: false,
  isGroupable: false,
  parse(value, field) {
    if (!Array.isArray(value)) return bad('invalid');
    const max = field.max ?? 50;
    if (value.length > max) return bad('too-big', { max });
    const items = value.map((item) => parseItem(item, field));
    return items.find((item) => !item.ok) ?? ok([...new Set(items.map((item) => (item.ok ? item.value : '')))]);
  },
  fromText(text, field, ctx) {
    const words = text.split(/[,，;；、|\n]/).map((word) => word.trim()).filter(Boolean);
    if (field.choices === undefined) return multiChoice.parse(words, field);
    const values = words.map((word) => choiceOf(word, field, ctx) ?? word);
    return multiChoice.parse(values, field);
  },
  toText: (value, field, ctx) =>
    Array.isArray(value) ? value.map((v) => (field.choices ? labelOf(v, field, ctx) : String(v))).join('、') : '',
};

const YES = new Set(['是', '有', '对', '真', '√', '✓', 'y', 'yes', 'true', 't', '1', 'on']);
const NO = new Set(['否', '无', '没有', '不', '假', '×', 'x', 'n', 'no', 'false', 'f', '0', 'off']);

const boolean: FieldType = {
  family: 'boolean',
  operators: ['eq', 'ne', 'isNull'],
  isSortable: true,
  isGroupable: true,
  parse: (value) => (typeof value === 'boolean' ? ok(value) : bad('not-a-boolean')),
  fromText(text) {
    const word = text.normalize('NFKC').trim().toLowerCase();
    return YES.has(word) ? ok(true) : NO.has(word) ? ok(false) : bad('not-a-boolean');
  },
  toText: (value, _field, ctx) =>
    typeof value !== 'boolean' ? '' : ctx.locale === 'zh-CN' ? (value ? '是' : '否') : value ? 'yes' : 'no',
};

export const choiceTypes = { choice, multiChoice, boolean };
