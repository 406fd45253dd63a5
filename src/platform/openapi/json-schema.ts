import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** What a caller may send, from the schema that checks it. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return withoutMarks(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', cycles: 'ref', reused: 'inline' }));
}

export const outputSchema = (schema: z.ZodType): JsonSchema =>
  withoutMarks(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', cycles: 'ref', reused: 'inline' }));

/** OpenAPI 3.1 says itself which dialect holds; a safe-integer bound says nothing to a reader. */
function withoutMarks(schema: unknown): JsonSchema {
  const { $schema: _dialect, $defs: _parts, ...rest } = clean(schema) as Record<string, unknown>;
  return rest;
}

/** A schema that contains itself (any JSON, nested filters) points at the root of its own document, which is elsewhere here. */
const isOwnRoot = (node: object): boolean => '$ref' in node && typeof node.$ref === 'string' && /^#(\/\$defs\/.*)?$/.test(node.$ref);

function clean(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(clean);
  if (typeof node !== 'object' || node === null) return node;
  if (isOwnRoot(node)) return {};
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !((key === 'maximum' || key === 'minimum') && typeof value === 'number' && Math.abs(value) >= Number.MAX_SAFE_INTEGER))
      .map(([key, value]) => [key, clean(value)]),
  );
}

/** `customer-relations` → `CustomerRelations`; for names of schemas and operations. */
export const pascal = (text: string): string =>
  text.split(/[^A-Za-z0-9]+/).filter(Boolean).map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
