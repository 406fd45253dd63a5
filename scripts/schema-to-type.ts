import { isJsonObject } from '#kernel/json.ts';

const scalars: Readonly<Record<string, string>> = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean', null: 'null' };

const nameOf = (key: string): string => (/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : `'${key}'`);
const union = (types: readonly string[]): string => {
  const once = [...new Set(types)];
  return once.includes('unknown') ? 'unknown' : once.join(' | ');
};
const literal = (value: unknown): string => (typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value));
const list = (node: unknown): readonly unknown[] => (Array.isArray(node) ? node : []);

/**
 * The TypeScript type of a JSON schema, as far as the API's schemas go. `isOpen`: other keys may be there too (fields
 * that administrators add).
 */
export function typeOfSchema(schema: unknown, options: { readonly isOpen?: boolean } = {}): string {
  if (!isJsonObject(schema)) return 'unknown';
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? 'unknown';
  if (schema.const !== undefined) return literal(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map(literal));
  const choices = [...list(schema.anyOf), ...list(schema.oneOf)];
  if (choices.length > 0) return union(choices.map((part) => typeOfSchema(part)));
  if (Array.isArray(schema.allOf)) return schema.allOf.map((part) => typeOfSchema(part)).join(' & ');
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOfSchema({ ...schema, type })));
  if (schema.type === 'array') return `readonly ${group(typeOfSchema(schema.items))}[]`;
  if (schema.type === 'object' || schema.properties !== undefined) return objectType(schema, options.isOpen === true);
  return typeof schema.type === 'string' ? (scalars[schema.type] ?? 'unknown') : 'unknown';
}

/** `{}`: whatever it is. */
const isAnything = (schema: unknown): boolean => isJsonObject(schema) && Object.keys(schema).length === 0;

/** In parentheses where it is several types in one; what stands between braces is one of its own. */
const group = (type: string): string => (/ [|&] |^readonly /.test(withoutBraces(type)) ? `(${type})` : type);

function withoutBraces(type: string): string {
  const flat = type.replace(/\{[^{}]*\}/g, '');
  return flat === type ? type : withoutBraces(flat);
}

function objectType(schema: Readonly<Record<string, unknown>>, isOpen: boolean): string {
  const required = list(schema.required);
  const properties = isJsonObject(schema.properties) ? Object.entries(schema.properties) : [];
  const lines = properties.map(([key, value]) => `readonly ${nameOf(key)}${required.includes(key) ? '' : '?'}: ${typeOfSchema(value)}`);
  const rest = schema.additionalProperties;
  if (isOpen || rest === true || (isAnything(rest) && properties.length > 0)) lines.push('readonly [field: string]: unknown');
  else if (isJsonObject(rest) && properties.length === 0) return `Readonly<Record<string, ${typeOfSchema(rest)}>>`;
  return lines.length === 0 ? 'Readonly<Record<string, unknown>>' : `{ ${lines.join('; ')} }`;
}
