import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Field } from '#meta/field.ts';
import { type AccessRule, type ObjectDef, defineObject } from '#meta/object.ts';
import { type CustomField, type Registry, makeRegistry } from '#meta/registry.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Database } from '../db/database.ts';
import type { EventHub } from '../events/event-hub.ts';

interface FieldRow {
  readonly object: string;
  readonly key: string;
  readonly definition: Omit<Field, 'key'>;
  readonly index_state: string;
  readonly retired_at: string | null;
}

export interface GroupLayout {
  readonly key: string;
  readonly label?: Bilingual;
}

/** A row of `custom_object` as far as the registry needs it. */
export interface ObjectRow {
  readonly key: string;
  readonly plural: string;
  readonly label: { readonly one: Bilingual; readonly many: Bilingual };
  readonly access: AccessRule;
  readonly groups: readonly (string | GroupLayout)[];
  readonly icon: string | null;
}

type Overridable = 'label' | 'help' | 'choices' | 'required' | 'inList' | 'inCreate' | 'group' | 'retired';

/** What an administrator may change of an object and its declared fields: words, choices, required, layout (PL-12). */
export interface ObjectOverride {
  readonly label?: { readonly one: Bilingual; readonly many: Bilingual };
  readonly fields?: Readonly<Record<string, Partial<Pick<Field, Overridable>>>>;
  readonly order?: readonly string[];
  readonly groups?: readonly GroupLayout[];
}

/** Reads the administrator's additions and puts them over the declarations. */
export async function loadRegistry(database: Pick<Database, 'rows'>, builtIn: readonly ObjectDef[]): Promise<Registry> {
  // One after the other, since an import asks within its transaction, on one connection.
  const fields = await database.rows<FieldRow>(sql`SELECT object, key, definition, index_state, retired_at FROM custom_field ORDER BY position, created_at`);
  const objects = await database.rows<ObjectRow>(sql`
    SELECT key, plural, label, access, groups, icon FROM custom_object WHERE retired_at IS NULL ORDER BY created_at`);
  const overrides = await database.rows<{ object: string; definition: ObjectOverride }>(sql`SELECT object, definition FROM object_override ORDER BY object`);
  const custom: CustomField[] = fields.map((row) => ({
    ...row.definition, object: row.object, key: row.key, custom: true, indexed: row.index_state === 'ready',
    ...(row.retired_at !== null && { retired: true }),
  }));
  const byObject = new Map(overrides.map((row) => [row.object, row.definition]));
  // The same in every process, so that a browser which is served by several does not reload for nothing.
  // That an index became ready changes nothing of what people see.
  const shown = fields.map(({ index_state: _state, ...field }) => field);
  const epoch = createHash('sha1').update(JSON.stringify([shown, objects, overrides])).digest('base64url').slice(0, 16);
  const merged = makeRegistry(builtIn, custom, objects.map(customObject), epoch);
  return makeRegistry(merged.objects.map((def) => overridden(def, byObject.get(def.key))), [], [], epoch);
}

function overridden(def: ObjectDef, override: ObjectOverride | undefined): ObjectDef {
  if (!override) return def;
  const { order = [], groups, label } = override;
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const fields = def.fields.map((field) => ({ ...field, ...override.fields?.[field.key] }));
  return {
    ...def, fields: fields.toSorted((a, b) => rank(a.key) - rank(b.key)), ...(groups && groupsOf(groups)), ...(label && { label }),
  };
}

const groupsOf = (groups: readonly GroupLayout[]): Pick<ObjectDef, 'groups' | 'groupLabels'> => ({
  groups: groups.map((group) => group.key),
  groupLabels: Object.fromEntries(groups.flatMap(({ key, label }) => (label ? [[key, label]] : []))),
});

const mainGroup: GroupLayout = { key: 'main', label: { 'zh-CN': '基本信息', en: 'Main' } };

/** An object that an administrator made, as if it had been declared. */
export function customObject(row: Omit<ObjectRow, 'icon'> & { readonly icon?: string | null }): ObjectDef {
  const isVia = row.access.kind === 'via';
  const groups = row.groups.map((group) => (typeof group === 'string' ? { key: group, ...(group === 'main' && mainGroup) } : group));
  const def = defineObject({
    key: row.key, plural: row.plural, table: 'custom_record', access: row.access, title: 'name', custom: true, label: row.label,
    ...groupsOf(groups.length > 0 ? groups : [mainGroup]), isMergeable: false, ...(row.icon && { icon: row.icon }), ...(isVia && { partOf: 'customer' }),
    fields: [
      { key: 'name', type: 'text', required: true, identity: true, search: 'name', pinyinSort: true, inList: true, inCreate: true, max: 200, label: { 'zh-CN': '名称', en: 'Name' } },
      ...(isVia ? [{ key: 'customer', type: 'reference', target: 'customer', required: true, inList: true, inCreate: true, label: { 'zh-CN': '客户', en: 'Customer' } } as const] : []),
    ],
  });
  const [first = 'main'] = def.groups;
  return { ...def, fields: def.fields.map((field) => (field.group !== undefined && !def.groups.includes(field.group) ? { ...field, group: first } : field)) };
}

export interface RegistryHolder {
  readonly current: () => Registry;
  readonly reload: () => Promise<void>;
}

/** Keeps the registry in memory and renews it when any process says that it changed. */
export async function holdRegistry(database: Database, events: EventHub, builtIn: readonly ObjectDef[], onError: (error: unknown) => void): Promise<RegistryHolder> {
  let registry = await loadRegistry(database, builtIn);
  const reload = async () => {
    registry = await loadRegistry(database, builtIn);
  };
  events.subscribe((announcement) => {
    if (announcement.kind === 'invalidate' && announcement.what === 'meta') reload().catch(onError);
  });
  return { current: () => registry, reload };
}
