import type { Issue } from '#kernel/failure.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { fieldAccessOf } from '../access/field-access.ts';
import type { Actor } from '../context/actor.ts';

export interface Validated {
  readonly values: Readonly<Record<string, unknown>>;
  readonly issues: readonly Issue[];
  /** Some key does not exist for this person: the whole request is a 400 (SEC-16). */
  readonly hasUnknown: boolean;
}

export interface ValidateOptions {
  readonly actor: Actor;
  readonly isCreate: boolean;
  /** An import may set the original creator and dates (UX-9). */
  readonly isImport?: boolean;
  /** The record as it is, for fields that are shown only under a condition. */
  readonly before?: Readonly<Record<string, unknown>>;
}

/** Checks what a person sent against the declaration and their rights; nothing is dropped silently (SEC-16). */
export function validateValues(def: ObjectDef, input: Readonly<Record<string, unknown>>, options: ValidateOptions): Validated {
  const values: Record<string, unknown> = {};
  const issues: Issue[] = [];
  let hasUnknown = false;
  for (const [key, raw] of Object.entries(input)) {
    const field = findField(def, key);
    const access = field && fieldAccessOf(options.actor, def, field);
    if (!field || !access || field.retired === true || access.view === 'hidden') {
      hasUnknown = true;
      issues.push({ path: key, code: 'unknown' });
    } else if (!mayWrite(field, access.edit, options)) {
      issues.push({ path: key, code: field.readOnly === true ? 'read-only' : 'not-allowed' });
    } else {
      const parsed = parseOne(field, raw);
      if (parsed.issue) issues.push(parsed.issue);
      else values[key] = parsed.value;
    }
  }
  if (options.isCreate) addDefaults(def, values);
  issues.push(...missing(def, values, options));
  return { values, issues, hasUnknown };
}

const mayWrite = (field: Field, mayEdit: boolean, options: ValidateOptions): boolean =>
  field.importable === true ? options.isImport === true : mayEdit;

function parseOne(field: Field, raw: unknown): { readonly value?: unknown; readonly issue?: Issue } {
  const isList = field.type === 'multiChoice' || field.type === 'multiReference';
  if (raw === null || raw === '' || raw === undefined) return { value: isList ? [] : null };
  const parsed = typeOf(field).parse(raw, field);
  return parsed.ok ? { value: parsed.value } : { issue: { path: field.key, code: parsed.code, ...(parsed.params && { params: parsed.params }) } };
}

function addDefaults(def: ObjectDef, values: Record<string, unknown>): void {
  for (const field of def.fields) {
    if (values[field.key] === undefined && field.default !== undefined && field.retired !== true) values[field.key] = field.default;
  }
}

/** Whether the field is asked for at all, given the other values (`when`). */
export const isAsked = (field: Field, values: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(field.when ?? {}).every(([key, allowed]) => allowed.includes(String(values[key])));

function missing(def: ObjectDef, values: Readonly<Record<string, unknown>>, options: ValidateOptions): Issue[] {
  const after = { ...options.before, ...values };
  return def.fields
    .filter((f) => f.required === true && f.retired !== true && f.readOnly !== true && f.type !== 'autoNumber' && isAsked(f, after))
    .filter((f) => options.isCreate || f.key in values)
    .filter((f) => after[f.key] === null || after[f.key] === undefined)
    .map((f) => ({ path: f.key, code: 'required' }));
}
