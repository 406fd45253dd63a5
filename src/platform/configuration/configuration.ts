import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { isJsonObject, isSameJson } from '#kernel/json.ts';
import { type ObjectDef, objectActions } from '#meta/object.ts';
import type { Context } from '../context/context.ts';
import { isoTime } from '../db/database.ts';
import { issuesFromZod } from '../http/problem.ts';
import { type FieldRow, fieldChangeInput, newFieldInput } from '../registry/field-input.ts';
import { layoutInput } from '../registry/layout-input.ts';
import { customObject, loadRegistry } from '../registry/load-registry.ts';
import type { Services } from '../runtime/services.ts';
import { type ConfigurationChange, type ConfigurationImage, compareConfigurations } from './compare-configurations.ts';
import type { ConfigurationPart } from './configuration-part.ts';
import { addField, changeField, listFields, setFieldRetired } from '../registry/save-field.ts';
import { addCustomObject, changeCustomObject, listCustomObjects, newObjectInput, objectChangeInput, putLayout, setObjectRetired, shownObject } from '../registry/save-object.ts';

const FORMAT = 'zhike-configuration';

export const configurationInput = z.looseObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  exportedAt: z.string().optional(),
  objects: z.array(newObjectInput.required({ key: true, plural: true })).max(200).default([]),
  fields: z.array(newFieldInput.required({ key: true })).max(5_000).default([]),
  layouts: z.record(z.string().max(40), layoutInput).default({}),
  settings: z.record(z.string().max(60), z.unknown()).default({}),
  /** Only says what it would do. */
  dryRun: z.boolean().default(false),
});
export type ConfigurationInput = z.infer<typeof configurationInput>;

/** What the administrators of this company made, in the form that an import takes (UX-14). Nothing retired, no data. */
export async function exportConfiguration(ctx: Context, settings: Readonly<Record<string, unknown>>) {
  const [objects, fields, overrides] = await Promise.all([
    listCustomObjects(ctx), listFields(ctx, undefined),
    ctx.db.rows<{ object: string; definition: unknown }>(sql`SELECT object, definition FROM object_override ORDER BY object`),
  ]);
  return {
    format: FORMAT, version: 1, exportedAt: ctx.now.toISOString(),
    objects: objects.filter((row) => row.retired_at === null).map(exportedObject),
    fields: fields.filter((row) => row.retired_at === null).map(exportedField),
    layouts: Object.fromEntries(overrides.map((row) => [row.object, row.definition])),
    settings,
  };
}

function exportedObject(row: Parameters<typeof shownObject>[0]) {
  const { key, plural, label, access, groups, icon } = shownObject(row);
  const named = groups.flatMap((group) => (typeof group === 'string' || !group.label ? [] : [group]));
  return { key, plural, label, access, ...(named.length > 0 && { groups: named }), ...(icon !== null && { icon }) };
}

function exportedField(row: FieldRow) {
  const { readOnly: _readOnly, ...definition } = row.definition;
  return { object: row.object, key: row.key, ...definition, position: row.position, isIndexed: row.is_indexed };
}

/** All that the parts of modules have here, as far as the caller may take it out. */
export async function exportParts(ctx: Context, parts: readonly ConfigurationPart[]): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const rows: Record<string, readonly unknown[]> = {};
  for (const part of parts.filter(({ right }) => ctx.actor.rights.has(right))) rows[part.key] = await part.read(ctx);
  return rows;
}

export interface ImportSurroundings {
  readonly declared: readonly ObjectDef[];
  readonly taken: ReadonlySet<string>;
  readonly parts: readonly ConfigurationPart[];
  readonly settings: (ctx: Context) => Promise<Readonly<Record<string, unknown>>>;
  readonly putSetting: (ctx: Context, key: string, value: unknown) => Promise<void>;
  readonly onField: (row: FieldRow) => Promise<void>;
}

/** The state of this company by kind and name; what is retired is not in use. */
async function imageOf(ctx: Context, around: ImportSurroundings): Promise<ConfigurationImage> {
  const { objects, fields, layouts, settings } = await exportConfiguration(ctx, await around.settings(ctx));
  const rows = await exportParts(ctx, around.parts);
  const ofKind = (kind: ConfigurationPart['kind']) => new Map(around.parts.filter((part) => part.kind === kind)
    .flatMap((part) => (rows[part.key] ?? []).map((row) => [part.nameOf(row), row] as const)));
  return {
    object: new Map(objects.map((object) => [object.key, object])), field: new Map(fields.map((field) => [`${field.object}.${field.key}`, field])),
    layout: new Map(Object.entries(layouts)), setting: new Map(Object.entries(settings)), role: ofKind('role'), view: ofKind('view'),
  };
}

/** Brings a configuration in, all of it or nothing; what is here and not in the file stays. Answers what differs afterwards. */
export async function importConfiguration(services: Services, ctx: Context, input: ConfigurationInput, around: ImportSurroundings): Promise<ConfigurationChange[]> {
  const unknown = Object.keys(input).filter((key) => !(key in configurationInput.shape) && !around.parts.some((part) => part.key === key));
  if (unknown.length > 0) throw fail('request.unknown-field', {}, unknown.map((path) => ({ path, code: 'unknown' })));
  const before = await imageOf(ctx, around);
  await importObjects(ctx, input, around.taken, before.object);
  const withObjects = { ...ctx, registry: await loadRegistry(ctx.db, around.declared) };
  await importFields(withObjects, input, around.onField, before.field);
  const withFields = { ...ctx, registry: await loadRegistry(ctx.db, around.declared) };
  for (const [key, layout] of Object.entries(input.layouts)) {
    if (!isAlready(before.layout.get(key), layout)) await putLayout(withFields, await declaredHere(withFields, around.declared, key), layout);
  }
  for (const [key, value] of Object.entries(input.settings)) {
    if (!isSameJson(before.setting.get(key) ?? null, value)) await around.putSetting(ctx, key, value);
  }
  const maker = { ...withFields, actor: withMadeObjects(withFields, ctx) };
  for (const part of around.parts) await importPart(services, maker, part, input[part.key], before[part.kind]);
  return compareConfigurations(before, await imageOf(withFields, around));
}

/** Who makes objects here may write of them at once; their rights are read again with the next request. */
function withMadeObjects(after: Context, before: Context): Context['actor'] {
  const made = after.registry.objects.filter((def) => before.registry.object(def.key) === undefined);
  const all = new Map(objectActions.map((action) => [action, 'all' as const]));
  return { ...after.actor, grants: new Map([...after.actor.grants, ...made.map((def) => [def.key, all] as const)]) };
}

async function importPart(services: Services, ctx: Context, part: ConfigurationPart, given: unknown, before: ReadonlyMap<string, unknown>): Promise<void> {
  if (given === undefined) return;
  if (!ctx.actor.rights.has(part.right)) throw fail('auth.forbidden', { right: part.right });
  const parsed = z.array(part.row).max(5_000).safeParse(given);
  if (!parsed.success) throw fail('request.invalid', {}, issuesFromZod(parsed.error).map((issue) => ({ ...issue, path: `${part.key}.${issue.path}` })));
  for (const row of parsed.data) {
    const here = before.get(part.nameOf(row));
    if (!isAlready(here, row)) await part.write(services, ctx, row, here);
  }
}

/** Whether all that is given stands here already; what the file leaves out is not asked. */
const isAlready = (here: unknown, given: unknown): boolean =>
  isJsonObject(here) && isJsonObject(given) && Object.entries(given).every(([key, value]) => isSameJson(here[key] ?? null, value ?? null));

async function declaredHere(ctx: Context, declared: readonly ObjectDef[], key: string): Promise<ObjectDef> {
  const row = (await listCustomObjects(ctx)).find((r) => r.key === key && r.retired_at === null);
  const def = declared.find((d) => d.key === key) ?? (row && customObject(row));
  if (!def) throw fail('record.invalid', { count: 1 }, [{ path: `layouts.${key}`, code: 'not-found', params: { value: key } }]);
  return def;
}

async function importObjects(ctx: Context, input: ConfigurationInput, taken: ReadonlySet<string>, here: ReadonlyMap<string, unknown>): Promise<void> {
  const present = new Map((await listCustomObjects(ctx)).map((row) => [row.key, row]));
  for (const object of input.objects) {
    const before = present.get(object.key);
    const { key: _key, plural: _plural, access: _access, ...change } = object;
    if (!before) await addCustomObject(ctx, object, taken);
    else if (before.retired_at !== null) await setObjectRetired(ctx, object.key, false);
    if (before && !isAlready(here.get(object.key), object)) await changeCustomObject(ctx, object.key, objectChangeInput.parse(change));
  }
}

/** Formulas and roll-ups come last, since they stand on other fields. */
async function importFields(ctx: Context, input: ConfigurationInput, onField: (row: FieldRow) => Promise<void>, here: ReadonlyMap<string, unknown>): Promise<void> {
  const present = new Map((await listFields(ctx, undefined)).map((row) => [`${row.object}.${row.key}`, row]));
  const isComputed = (type: string) => type === 'formula' || type === 'rollUp';
  for (const field of input.fields.toSorted((a, b) => Number(isComputed(a.type)) - Number(isComputed(b.type)))) {
    const name = `${field.object}.${field.key}`;
    if (isAlready(here.get(name), field)) continue;
    const before = present.get(name);
    if (before?.retired_at) await setFieldRetired(ctx, before.id, false);
    const { object: _object, key: _key, target: _target, check: _check, sensitive: _sensitive, ...change } = field;
    await onField(before ? await changeField(ctx, before.id, fieldChangeInput.parse(change)) : await addField(ctx, field));
  }
}

/** Who changed what of the configuration, newest first (UX-14). */
export async function configurationHistory(ctx: Context, before: number | undefined, limit: number) {
  const rows = await ctx.db.rows<{ seq: number; at: string; actor_name: string; action: string; object: string; changes: unknown; detail: unknown }>(sql`
    SELECT seq, at, actor_name, action, object, changes, detail FROM audit_entry
    WHERE object = ANY(ARRAY['customField', 'customObject', 'objectLayout', 'setting', 'savedView', 'role']) AND ok
      AND seq < ${before ?? Number.MAX_SAFE_INTEGER} ORDER BY seq DESC LIMIT ${limit}`);
  return rows.map(({ actor_name: actor, ...row }) => ({ ...row, at: isoTime(row.at), actor }));
}
