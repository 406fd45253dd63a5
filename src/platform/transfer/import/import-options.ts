import { z } from 'zod';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { allowedIds, requireGrant } from '../../access/allowed-ids.ts';
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
export async function checkOptions(ctx: Context, def: ObjectDef, mapping: Mapping, options: ImportOptions): Promise<void> {
  requireGrant(ctx, def, 'import');
  if (def.writes !== 'records') throw fail('auth.forbidden', { right: `${def.key}.import` });
  if (options.mode !== 'update') requireGrant(ctx, def, 'create');
  if (options.mode !== 'create' || options.duplicates === 'update') requireGrant(ctx, def, 'update');
  const issues = [
    ...mappingIssues(ctx, def, mapping),
    ...(await defaultIssues(ctx, def, options.defaults)),
    ...(options.mode === 'update' ? [] : requiredIssues(def, mapping, options)),
    ...matchIssues(def, mapping, options),
    ...(await ownerIssues(ctx, def, mapping, options)),
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

/** A default is checked like a value that a person writes; records that it names must be within their sight. */
async function defaultIssues(ctx: Context, def: ObjectDef, defaults: Readonly<Record<string, unknown>>): Promise<Issue[]> {
  const all: Issue[] = [];
  for (const [key, value] of Object.entries(defaults)) all.push(...(await defaultIssue(ctx, def, key, value)));
  return all;
}

async function defaultIssue(ctx: Context, def: ObjectDef, key: string, value: unknown): Promise<Issue[]> {
  const path = `options.defaults.${key}`;
  const issues = fieldIssue(ctx, def, key, path);
  const field = findField(def, key);
  if (issues.length > 0 || !field) return issues;
  const parsed = typeOf(field).parse(value, field);
  if (!parsed.ok) return [{ path, code: parsed.code, ...(parsed.params && { params: parsed.params }) }];
  return (await isInSight(ctx, field, parsed.value)) ? [] : [{ path, code: 'not-found', params: { value: '' } }];
}

async function isInSight(ctx: Context, field: Field, value: unknown): Promise<boolean> {
  const target = field.target === undefined ? undefined : ctx.registry.object(field.target);
  if (!target) return field.target === undefined;
  const ids = [value].flat().filter((id): id is Id => typeof id === 'string');
  return (await allowedIds(ctx, target, 'read', ids)).size === new Set(ids).size;
}

/** Defaults as they are stored: what the check found sound, in the form of the field's type. */
export const parsedDefaults = (def: ObjectDef, defaults: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(defaults).flatMap(([key, value]) => {
    const field = findField(def, key);
    const parsed = field && typeOf(field).parse(value, field);
    return parsed?.ok ? [[key, parsed.value]] : [];
  }));

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

async function ownerIssues(ctx: Context, def: ObjectDef, mapping: Mapping, options: ImportOptions): Promise<Issue[]> {
  const field = findField(def, 'owner');
  if (!field || def.access.kind !== 'owned') return [];
  const { kind, person } = options.owner;
  const isOther = kind !== 'me' || mapping.includes('owner') || 'owner' in options.defaults;
  if (isOther && !ctx.actor.grants.get(def.key)?.has('assign')) return [{ path: 'options.owner', code: 'not-allowed' }];
  if (kind === 'column' && !mapping.includes('owner')) return [{ path: 'mapping.owner', code: 'required' }];
  if (kind !== 'person') return [];
  if (person === undefined) return [{ path: 'options.owner', code: 'required' }];
  return (await isInSight(ctx, field, person)) ? [] : [{ path: 'options.owner', code: 'not-found', params: { value: '' } }];
}
