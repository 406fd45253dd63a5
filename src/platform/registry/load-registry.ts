import sql from 'sql-template-tag';
import type { Field } from '#meta/field.ts';
import { type AccessRule, type ObjectDef, defineObject } from '#meta/object.ts';
import { type CustomField, type Registry, makeRegistry } from '#meta/registry.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Database } from '../db/database.ts';
import type { EventHub } from '../events/event-hub.ts';

interface FieldRow {
  object: string; key: string; definition: Omit<Field, 'key'>; index_state: string; retired_at: string | null;
}
interface ObjectRow {
  key: string; plural: string; label: { one: Bilingual; many: Bilingual }; access: AccessRule; groups: string[]; icon: string | null;
}

/** Fields of built-in objects that an administrator may change: label, choices, required, help, layout (PL-12). */
export interface ObjectOverride {
  readonly fields?: Readonly<Record<string, Partial<Pick<Field, 'label' | 'help' | 'choices' | 'required' | 'inList' | 'inCreate' | 'group' | 'retired'>>>>;
  readonly order?: readonly string[];
}

/** Reads the administrator's additions and puts them over the declarations. */
export async function loadRegistry(database: Database, builtIn: readonly ObjectDef[]): Promise<Registry> {
  const [fields, objects, overrides] = await Promise.all([
    database.rows<FieldRow>(sql`SELECT object, key, definition, index_state, retired_at FROM custom_field ORDER BY position, created_at`),
    database.rows<ObjectRow>(sql`SELECT key, plural, label, access, groups, icon FROM custom_object WHERE retired_at IS NULL ORDER BY created_at`),
    database.rows<{ object: string; definition: ObjectOverride }>(sql`SELECT object, definition FROM object_override`),
  ]);
  const custom: CustomField[] = fields.map((row) => ({
    ...row.definition, object: row.object, key: row.key, custom: true, indexed: row.index_state === 'ready',
    ...(row.retired_at !== null && { retired: true }),
  }));
  const byObject = new Map(overrides.map((row) => [row.object, row.definition]));
  const base = builtIn.map((def) => overridden(def, byObject.get(def.key)));
  const epoch = `${Date.now().toString(36)}-${fields.length}-${objects.length}`;
  return makeRegistry(base, custom, objects.map(customObject), epoch);
}

function overridden(def: ObjectDef, override: ObjectOverride | undefined): ObjectDef {
  if (!override) return def;
  const order = override.order ?? [];
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const fields = def.fields.map((field) => ({ ...field, ...override.fields?.[field.key] }));
  return { ...def, fields: fields.toSorted((a, b) => rank(a.key) - rank(b.key)) };
}

function customObject(row: ObjectRow): ObjectDef {
  const isVia = row.access.kind === 'via';
  return defineObject({
    key: row.key, plural: row.plural, table: 'custom_record', access: row.access, title: 'name', custom: true, label: row.label,
    groups: row.groups, isMergeable: false, ...(row.icon && { icon: row.icon }), ...(isVia && { partOf: 'customer' }),
    fields: [
      { key: 'name', type: 'text', required: true, identity: true, search: 'name', pinyinSort: true, inList: true, inCreate: true, max: 200, label: { 'zh-CN': '名称', en: 'Name' } },
      ...(isVia ? [{ key: 'customer', type: 'reference', target: 'customer', required: true, inList: true, inCreate: true, label: { 'zh-CN': '客户', en: 'Customer' } } as const] : []),
    ],
  });
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
