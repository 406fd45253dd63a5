import { isId } from '#kernel/ids.ts';
import { isJsonObject } from '#kernel/json.ts';
import { EQUALITY, type FieldType, bad, ok, plainText } from './field-type.ts';

const nameOf = (value: unknown): string => (isJsonObject(value) ? plainText(value.name) : plainText(value));

/** The id, or the `{id, name}` that a read with `include` gave. */
const idOf = (value: unknown): string | undefined => {
  const id = isJsonObject(value) ? value.id : value;
  return isId(id) ? id : undefined;
};

const reference: FieldType = {
  family: 'reference',
  operators: EQUALITY,
  isSortable: false,
  isGroupable: true,
  parse(value) {
    const id = idOf(value);
    return id === undefined ? bad('invalid') : ok(id);
  },
  // A name in a file is looked up by the import, which knows the database.
  fromText: (text) => (isId(text) ? ok(text) : bad('not-found', { value: text })),
  toText: nameOf,
};

const multiReference: FieldType = {
  family: 'references',
  operators: ['in', 'nin', 'contains', 'isNull'],
  isSortable: false,
  isGroupable: false,
  parse(value, field) {
    if (!Array.isArray(value) || value.length > (field.max ?? 100)) return bad('invalid');
    const ids = value.map(idOf);
    return ids.includes(undefined) ? bad('invalid') : ok([...new Set(ids)]);
  },
  fromText: (text) => bad('not-found', { value: text }),
  toText: (value) => (Array.isArray(value) ? value.map(nameOf).join('、') : ''),
};

const file: FieldType = { ...reference, operators: ['isNull'], isGroupable: false };

export const linkTypes = { reference, multiReference, file, image: file };
