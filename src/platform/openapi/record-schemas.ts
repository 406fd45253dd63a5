import type { Locale } from '#kernel/texts.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, choiceLabel, fieldHelp, fieldLabel, objectLabel } from '#meta/object.ts';
import { fieldAccessOf, visibleFields } from '../access/field-access.ts';
import type { Actor } from '../context/actor.ts';
import { type JsonSchema, pascal, ref } from './json-schema.ts';

export interface Reader {
  readonly actor: Actor;
  readonly locale: Locale;
}

type Direction = 'read' | 'write';

const uuid: JsonSchema = { type: 'string', format: 'uuid' };
const orNull = (schema: JsonSchema): JsonSchema =>
  typeof schema.type === 'string' && schema.enum === undefined ? { ...schema, type: [schema.type, 'null'] } : { anyOf: [schema, { type: 'null' }] };

const text = (field: Field, format?: string): JsonSchema => ({ type: 'string', ...(field.max !== undefined && { maxLength: field.max }), ...(format && { format }) });
const number = (field: Field, type: 'number' | 'integer'): JsonSchema => ({
  type, ...(field.min !== undefined && { minimum: field.min }), ...(field.max !== undefined && { maximum: field.max }),
});
const choices = (field: Field): JsonSchema => ({ type: 'string', ...(field.choices && { enum: field.choices.map((choice) => choice.value) }) });
const link = (direction: Direction): JsonSchema => (direction === 'write' ? uuid : { anyOf: [uuid, ref('Reference')] });

type Maker = (field: Field, direction: Direction) => JsonSchema;

const makers: Partial<Record<Field['type'], Maker>> = {
  number: (field) => number(field, 'number'),
  percent: (field) => number(field, 'number'),
  integer: (field) => number(field, 'integer'),
  formula: () => ({ type: 'number' }),
  rollUp: () => ({ type: 'number' }),
  money: (_field, direction) => (direction === 'read' ? ref('Money') : { anyOf: [ref('Money'), { type: 'string' }] }),
  date: () => ({ type: 'string', format: 'date' }),
  dateTime: () => ({ type: 'string', format: 'date-time' }),
  boolean: () => ({ type: 'boolean' }),
  choice: choices,
  multiChoice: (field) => ({ type: 'array', items: choices(field), ...(field.max !== undefined && { maxItems: field.max }) }),
  address: () => ref('Address'),
  reference: (_field, direction) => link(direction),
  multiReference: () => ({ type: 'array', items: uuid }),
  file: () => uuid,
  image: () => uuid,
  json: () => ({}),
  geo: () => ref('Geo'),
  email: (field, direction) => text(field, direction === 'write' ? 'email' : undefined),
  url: (field) => text(field, 'uri'),
};

/** The value of a field as JSON, without its null (PL-11). */
const valueSchema: Maker = (field, direction) => makers[field.type]?.(field, direction) ?? text(field);

/** One field in the reader's language, with the meaning of its choices. */
function fieldSchema(reader: Reader, def: ObjectDef, field: Field, direction: Direction): JsonSchema {
  const isMasked = direction === 'read' && fieldAccessOf(reader.actor, def, field).view === 'masked';
  const value = isMasked ? { type: 'string' } : valueSchema(field, direction);
  const words = (field.choices ?? []).map((choice) => `${choice.value} ${choiceLabel(def, field, choice, reader.locale)}`).join(', ');
  const masked = reader.locale === 'zh-CN' ? '已脱敏' : 'Masked';
  const description = [fieldHelp(def, field, reader.locale), words, isMasked ? masked : ''].filter(Boolean).join('. ');
  const isAnything = Object.keys(value).length === 0;
  const isList = !isMasked && ['list', 'references'].includes(typeOf(field).family);
  return {
    ...(isAnything || (isList && direction === 'read') ? value : orNull(value)),
    title: fieldLabel(def, field, reader.locale), ...(description && { description }),
    ...(direction === 'write' && field.default !== undefined && { default: field.default }),
  };
}

const isWritten = (reader: Reader, def: ObjectDef, field: Field): boolean => fieldAccessOf(reader.actor, def, field).edit && field.importable !== true;

const aboutWrite: Readonly<Record<string, JsonSchema>> = {
  _reason: { type: 'string', maxLength: 1_000, description: 'Why, where a rule asks for a reason' },
  _acceptDuplicate: { type: 'boolean', description: 'Go on although a similar record exists' },
};

/** `Customer`, `CustomerCreate`, `CustomerUpdate` as this reader may see and write them (PL-22, SEC-13). */
export function recordSchemas(reader: Reader, def: ObjectDef): Readonly<Record<string, JsonSchema>> {
  const name = pascal(def.key);
  const fields = visibleFields(reader.actor, def);
  const written = fields.filter((field) => isWritten(reader, def, field));
  const properties = Object.fromEntries(written.map((field) => [field.key, fieldSchema(reader, def, field, 'write')]));
  const required = written.filter((f) => f.required === true && f.default === undefined && f.when === undefined).map((f) => f.key);
  const input = { type: 'object', additionalProperties: false, properties: { ...properties, ...aboutWrite } };
  return {
    [name]: {
      type: 'object', title: objectLabel(def, reader.locale), required: ['id', 'version'],
      properties: {
        id: uuid, version: { type: 'integer', minimum: 1 },
        capabilities: { type: 'array', items: { type: 'string' }, description: 'What the caller may do with it; on single records' },
        ...Object.fromEntries(fields.map((field) => [field.key, fieldSchema(reader, def, field, 'read')])),
      },
    },
    ...(def.writes === 'records' && {
      [`${name}Create`]: { ...input, ...(required.length > 0 && { required }) },
      [`${name}Update`]: { ...input, minProperties: 1 },
    }),
  };
}

export const sharedSchemas: Readonly<Record<string, JsonSchema>> = {
  Reference: { type: 'object', required: ['id', 'name'], properties: { id: uuid, name: { type: ['string', 'null'] } } },
  Money: {
    type: 'object', required: ['amount'], additionalProperties: false,
    properties: { amount: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$', examples: ['1234.50'] }, currency: { type: 'string', default: 'CNY', minLength: 3, maxLength: 3 } },
  },
  Address: {
    type: 'object', additionalProperties: false,
    properties: { region: { type: ['string', 'null'], pattern: '^\\d{6}$', description: 'GB/T 2260', examples: ['370202'] }, street: { type: ['string', 'null'], maxLength: 300 } },
  },
  Geo: {
    type: 'object', required: ['lat', 'lng'], additionalProperties: false,
    properties: { lat: { type: 'number', minimum: -90, maximum: 90 }, lng: { type: 'number', minimum: -180, maximum: 180 } },
  },
  Page: { type: 'object', required: ['next', 'total'], properties: { next: { type: ['string', 'null'] }, total: { type: ['integer', 'null'] } } },
  Problem: {
    type: 'object', required: ['type', 'title', 'status', 'code', 'requestId'], description: 'RFC 9457',
    properties: {
      type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string', examples: ['record.invalid'] }, requestId: { type: 'string' },
      errors: {
        type: 'array',
        items: { type: 'object', required: ['path', 'code', 'message'], properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } } },
      },
    },
  },
};
