import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../context/context.ts';
import { isoTime } from '../db/database.ts';
import { type FieldRow, fieldChangeInput, newFieldInput } from './field-input.ts';
import { layoutInput } from './layout-input.ts';
import { customObject, loadRegistry } from './load-registry.ts';
import { addField, changeField, listFields, setFieldRetired } from './save-field.ts';
import { addCustomObject, changeCustomObject, listCustomObjects, newObjectInput, objectChangeInput, putLayout, shownObject } from './save-object.ts';

const FORMAT = 'zhike-configuration';

export const configurationInput = z.strictObject({
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

export interface ConfigurationChange {
  readonly kind: 'object' | 'field' | 'layout' | 'setting';
  readonly key: string;
  readonly change: 'added' | 'changed' | 'restored';
}

export interface ImportSurroundings {
  readonly declared: readonly ObjectDef[];
  readonly taken: ReadonlySet<string>;
  readonly putSetting: (ctx: Context, key: string, value: unknown) => Promise<void>;
  readonly onField: (row: FieldRow) => Promise<void>;
}

/** Brings a configuration in, all of it or nothing; what is here and not in the file stays. */
export async function importConfiguration(ctx: Context, input: ConfigurationInput, around: ImportSurroundings): Promise<ConfigurationChange[]> {
  const objects = await importObjects(ctx, input, around.taken);
  const withObjects = { ...ctx, registry: await loadRegistry(ctx.db, around.declared) };
  const fields = await importFields(withObjects, input, around.onField);
  const withFields = { ...ctx, registry: await loadRegistry(ctx.db, around.declared) };
  const layouts: ConfigurationChange[] = [];
  for (const [key, layout] of Object.entries(input.layouts)) {
    await putLayout(withFields, await declaredHere(withFields, around.declared, key), layout);
    layouts.push({ kind: 'layout', key, change: 'changed' });
  }
  const settings: ConfigurationChange[] = [];
  for (const [key, value] of Object.entries(input.settings)) {
    await around.putSetting(ctx, key, value);
    settings.push({ kind: 'setting', key, change: 'changed' });
  }
  return [...objects, ...fields, ...layouts, ...settings];
}

async function declaredHere(ctx: Context, declared: readonly ObjectDef[], key: string): Promise<ObjectDef> {
  const row = (await listCustomObjects(ctx)).find((r) => r.key === key && r.retired_at === null);
  const def = declared.find((d) => d.key === key) ?? (row && customObject(row));
  if (!def) throw fail('record.invalid', { count: 1 }, [{ path: `layouts.${key}`, code: 'not-found', params: { value: key } }]);
  return def;
}

async function importObjects(ctx: Context, input: ConfigurationInput, taken: ReadonlySet<string>): Promise<ConfigurationChange[]> {
  const present = new Map((await listCustomObjects(ctx)).map((row) => [row.key, row]));
  const changes: ConfigurationChange[] = [];
  for (const object of input.objects) {
    const before = present.get(object.key);
    const { key: _key, plural: _plural, access: _access, ...change } = object;
    if (!before) await addCustomObject(ctx, object, taken);
    else await changeCustomObject(ctx, object.key, objectChangeInput.parse(change));
    changes.push({ kind: 'object', key: object.key, change: before ? 'changed' : 'added' });
  }
  return changes;
}

/** Formulas and roll-ups come last, since they stand on other fields. */
async function importFields(ctx: Context, input: ConfigurationInput, onField: (row: FieldRow) => Promise<void>): Promise<ConfigurationChange[]> {
  const present = new Map((await listFields(ctx, undefined)).map((row) => [`${row.object}.${row.key}`, row]));
  const isComputed = (type: string) => type === 'formula' || type === 'rollUp';
  const changes: ConfigurationChange[] = [];
  for (const field of input.fields.toSorted((a, b) => Number(isComputed(a.type)) - Number(isComputed(b.type)))) {
    const name = `${field.object}.${field.key}`;
    const before = present.get(name);
    if (before?.retired_at) await setFieldRetired(ctx, before.id, false);
    const { object: _object, key: _key, target: _target, check: _check, sensitive: _sensitive, ...change } = field;
    const row = before ? await changeField(ctx, before.id, fieldChangeInput.parse(change)) : await addField(ctx, field);
    await onField(row);
    changes.push({ kind: 'field', key: name, change: !before ? 'added' : before.retired_at ? 'restored' : 'changed' });
  }
  return changes;
}

/** Who changed what of the configuration, newest first (UX-14). */
export async function configurationHistory(ctx: Context, before: number | undefined, limit: number) {
  const rows = await ctx.db.rows<{ seq: number; at: string; actor_name: string; action: string; object: string; changes: unknown; detail: unknown }>(sql`
    SELECT seq, at, actor_name, action, object, changes, detail FROM audit_entry
    WHERE object = ANY(ARRAY['customField', 'customObject', 'objectLayout', 'setting', 'savedView', 'role']) AND ok
      AND seq < ${before ?? Number.MAX_SAFE_INTEGER} ORDER BY seq DESC LIMIT ${limit}`);
  return rows.map(({ actor_name: actor, ...row }) => ({ ...row, at: isoTime(row.at), actor }));
}
