import { z } from 'zod';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { requireGrant } from '../../access/allowed-ids.ts';
import { fieldAccessOf } from '../../access/field-access.ts';
import type { Context } from '../../context/context.ts';

/** Field key of each column of the file; null for a column that is not imported. */
export type Mapping = readonly (string | null)[];

export const importOptionsSchema = z.strictObject({
  /** `update` and `both` find the record to change by `matchBy`. */
  mode: z.enum(['create', 'update', 'both']).default('create'),
  /** Field keys, tried in order: the first that finds a record decides. */
  matchBy: z.array(z.string().max(100)).max(5).default([]),
  /** `pool`: nobody; `column`: as the file says, the importer where it says nothing. */
  owner: z.strictObject({ kind: z.enum(['me', 'person', 'pool', 'column']), person: z.uuid().optional() }).default({ kind: 'me' }),
  /** Values for what the file leaves empty, by field key. */
  defaults: z.record(z.string().max(100), z.unknown()).default({}),
  /** What happens to a row that is a double of a record that exists. */
  duplicates: z.enum(['skip', 'create', 'update']).default('skip'),
  /** Words for changes that ask for a reason. */
  reason: z.string().trim().max(500).optional(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** Whether a person may fill the field from a file: what they may write, and original creator and dates (UX-9). */
export function isFillable(ctx: Pick<Context, 'actor'>, def: ObjectDef, field: Field): boolean {
  if (field.retired === true || field.key === 'unit' || ['file', 'image', 'formula', 'rollUp'].includes(field.type)) return false;
  const access = fieldAccessOf(ctx.actor, def, field);
  return access.view !== 'hidden' && (field.importable === true || access.edit);
}

/** Whether records can be told apart by the field. */
export const isMatchable = (field: Field): boolean =>
  field.sensitive !== true && field.retired !== true && typeOf(field).family === 'text' &&
  (field.identity === true || field.check === 'uscc' || field.type === 'email' || field.type === 'phone' || field.indexed === true);

/** Checks mapping and options against the importer's rights; nothing is dropped silently (SEC-13, SEC-16). */
export function checkOptions(ctx: Context, def: ObjectDef, mapping: Mapping, options: ImportOptions): void {
  requireGrant(ctx, def, 'import');
  if (def.writes !== 'records') throw fail('auth.forbidden', { right: `${def.key}.import` });
  if (options.mode !== 'update') requireGrant(ctx, def, 'create');
  if (options.mode !== 'create' || options.duplicates === 'update') requireGrant(ctx, def, 'update');
  const issues = [
    ...mappingIssues(ctx, def, mapping),
    ...Object.keys(options.defaults).flatMap((key) => fieldIssue(ctx, def, key, `options.defaults.${key}`)),
    ...(options.mode === 'update' ? [] : requiredIssues(def, mapping, options)),
    ...matchIssues(def, mapping, options),
    ...ownerIssues(ctx, def, mapping, options),
  ];
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
}

function mappingIssues(ctx: Context, def: ObjectDef, mapping: Mapping): Issue[] {
  const seen = new Set<string>();
  return mapping.flatMap((key, column): Issue[] => {
    if (key === null) return [];
    const path = `mapping.${column}`;
    if (seen.has(key)) return [{ path, code: 'not-unique', params: { value: key } }];
    seen.add(key);
    return fieldIssue(ctx, def, key, path);
  });
}

function fieldIssue(ctx: Context, def: ObjectDef, key: string, path: string): Issue[] {
  const field = findField(def, key);
  if (!field || fieldAccessOf(ctx.actor, def, field).view === 'hidden') return [{ path, code: 'unknown' }];
  return isFillable(ctx, def, field) ? [] : [{ path, code: field.readOnly === true ? 'read-only' : 'not-allowed' }];
}

function requiredIssues(def: ObjectDef, mapping: Mapping, options: ImportOptions): Issue[] {
  return def.fields
    .filter((f) => f.required === true && f.readOnly !== true && f.retired !== true && f.default === undefined && f.type !== 'autoNumber')
    .filter((f) => f.when === undefined && !mapping.includes(f.key) && !(f.key in options.defaults))
    .map((f) => ({ path: `mapping.${f.key}`, code: 'required' }));
}

function matchIssues(def: ObjectDef, mapping: Mapping, options: ImportOptions): Issue[] {
  if (options.mode === 'create') return [];
  if (options.matchBy.length === 0) return [{ path: 'options.matchBy', code: 'required' }];
  return options.matchBy.flatMap((key): Issue[] => {
    const field = findField(def, key);
    if (!field || !isMatchable(field)) return [{ path: 'options.matchBy', code: 'not-a-choice', params: { value: key } }];
    return mapping.includes(key) ? [] : [{ path: `mapping.${key}`, code: 'required' }];
  });
}

function ownerIssues(ctx: Context, def: ObjectDef, mapping: Mapping, options: ImportOptions): Issue[] {
  if (!findField(def, 'owner') || def.access.kind !== 'owned') return [];
  const isOther = options.owner.kind !== 'me' || mapping.includes('owner') || 'owner' in options.defaults;
  if (isOther && !ctx.actor.grants.get(def.key)?.has('assign')) return [{ path: 'options.owner', code: 'not-allowed' }];
  return options.owner.kind === 'person' && options.owner.person === undefined ? [{ path: 'options.owner', code: 'required' }] : [];
}
