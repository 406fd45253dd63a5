import { expect, test } from 'vitest';
import { typeOfSchema } from './schema-to-type.ts';

test.each([
  [{ type: 'string', format: 'uuid' }, 'string'],
  [{ type: ['integer', 'null'] }, 'number | null'],
  [{ anyOf: [{ enum: ['a', "it's"] }, { type: 'null' }] }, "'a' | 'it\\'s' | null"],
  [{ type: 'array', items: { type: ['string', 'null'] } }, 'readonly (string | null)[]'],
  [{ $ref: '#/components/schemas/Money' }, 'Money'],
  [{ type: 'object', required: ['id'], properties: { id: { type: 'string' }, 'a-b': {} } }, "{ readonly id: string; readonly 'a-b'?: unknown }"],
  [{ type: 'object', additionalProperties: { type: 'number' } }, 'Readonly<Record<string, number>>'],
  [{ const: 1 }, '1'],
  [{}, 'unknown'],
])('%j is %s', (schema, type) => {
  expect(typeOfSchema(schema)).toBe(type);
});

test('an object that administrators extend is open', () => {
  expect(typeOfSchema({ type: 'object', properties: { a: { type: 'boolean' } } }, { isOpen: true })).toBe('{ readonly a?: boolean; readonly [field: string]: unknown }');
});
