import { maskBankAccount, maskIdNumber, maskTail } from '#kernel/phone.ts';
import { isJsonObject } from '#kernel/json.ts';
import { pinyinKeys } from '#kernel/pinyin-keys.ts';
import { searchKeys } from '#kernel/search-keys.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { cleanRichText } from './computed/rich-text.ts';
import { baseColumn } from './storage.ts';

export type Columns = Record<string, unknown>;

/** A sensitive value as it lies in the database; the plain text never does (CU-50, SEC-28). */
export interface SealedValue {
  readonly cipher: string;
  readonly mask: string;
  readonly hash: string;
}

/** Binds a ciphertext to its object and field, so that it cannot be moved to another place. */
export const sealBinding = (def: ObjectDef, field: Field): string => `${def.key}.${field.key}`;

export function sealValue(secrets: Secrets, def: ObjectDef, field: Field, plain: string): SealedValue {
  const mask = field.check === 'chineseId' ? maskIdNumber(plain) : field.key === 'bankAccount' ? maskBankAccount(plain) : maskTail(plain, 4);
  return { cipher: secrets.encrypt(plain, sealBinding(def, field)), mask, hash: secrets.blindIndex(plain.trim().toUpperCase(), field.key) };
}

const isSealed = (value: unknown): value is SealedValue => isJsonObject(value) && typeof value.cipher === 'string' && typeof value.hash === 'string';

/** The one step between validated and stored values: sensitive texts are sealed, rich text is cleaned; the rest stays. */
export function sealValues(secrets: Secrets, def: ObjectDef, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = findField(def, key);
      if (!field || typeof value !== 'string') return [key, value];
      if (field.type === 'richText') return [key, cleanRichText(value)];
      return [key, field.sensitive === true ? sealValue(secrets, def, field, value) : value];
    }),
  );
}

/** Field values (sealed) → columns of the table; custom fields go to `custom`, which is given whole. */
export function toColumns(def: ObjectDef, values: Readonly<Record<string, unknown>>): { columns: Columns; custom: Columns } {
  const columns: Columns = {};
  const custom: Columns = {};
  for (const [key, value] of Object.entries(values)) {
    const field = findField(def, key);
    if (!field || typeOf(field).family === 'computed') continue;
    if (field.custom === true) custom[key] = value ?? (isList(field) ? [] : null);
    else Object.assign(columns, builtInColumns(def, field, value));
  }
  return { columns, custom };
}

const isList = (field: Field): boolean => ['list', 'references'].includes(typeOf(field).family);

function builtInColumns(def: ObjectDef, field: Field, value: unknown): Columns {
  const column = baseColumn(field);
  if (field.sensitive === true) return sealedColumns(column, value);
  const parts = isJsonObject(value) ? value : {};
  switch (typeOf(field).family) {
    case 'money': return { [column]: parts.amount ?? null, [`${column}_currency`]: parts.currency ?? null };
    case 'address': return { [`${column}_region`]: parts.region ?? null, [`${column}_street`]: parts.street ?? null };
    case 'json': return { [column]: value === null || value === undefined ? null : JSON.stringify(value) };
    case 'list':
    case 'references': return { [column]: value ?? [] };
    default: return { [column]: value ?? null, ...(field.pinyinSort === true && { [`${column}_sort`]: sortKeyOf(def, value) }) };
  }
}

function sealedColumns(column: string, value: unknown): Columns {
  const sealed = isSealed(value) ? value : null;
  return { [`${column}_cipher`]: sealed?.cipher ?? null, [`${column}_mask`]: sealed?.mask ?? null, [`${column}_hash`]: sealed?.hash ?? null };
}

/** People's names are read with surname pinyin, company names without. */
const isPersonName = (def: ObjectDef): boolean => def.key === 'contact' || def.key === 'user';

const sortKeyOf = (def: ObjectDef, value: unknown): string =>
  typeof value === 'string' ? pinyinKeys(value, { surname: isPersonName(def) }).sort : '';

/** The three search columns from the whole record after the change (PL-60). */
export function searchColumns(def: ObjectDef, after: Readonly<Record<string, unknown>>): Columns {
  const fed = def.fields.filter((field) => field.search !== undefined);
  if (fed.length === 0) return {};
  const of = (kind: Field['search']): string[] =>
    fed.filter((f) => f.search === kind).map((f) => after[f.key]).filter((v): v is string => typeof v === 'string' && v !== '');
  const names = of('name');
  const isPerson = isPersonName(def) || after.kind === 'person';
  // E-mails stay out: a substring of them in a shared key would betray masked addresses letter by letter (SEC-13).
  const keys = searchKeys({ names: isPerson ? [] : names, persons: isPerson ? names : [], codes: of('code'), phones: of('phone'), emails: [] });
  return { search_text: keys.text, search_key: keys.key, search_phone: keys.phone === '' ? '' : ` ${keys.phone} ` };
}
