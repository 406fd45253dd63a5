import type { Bilingual, Locale, Texts } from '#kernel/texts.ts';
import type { Choice, Field } from './field.ts';

/** The verbs that a role may be granted on an object (PL-30). */
export const objectActions = [
  'create', 'read', 'update', 'delete', 'export', 'import', 'assign', 'share', 'merge', 'reveal',
] as const;
export type ObjectAction = (typeof objectActions)[number];

/** How far a grant reaches, narrow to wide. */
export const scopes = ['own', 'unit', 'unitBelow', 'all'] as const;
export type Scope = (typeof scopes)[number];

/**
 * Who may see a record of the object:
 * owned: by its `owner` and `unit`, and by shares; via: whoever may see the parent named by the field (UX-10);
 * everyone: whoever has the grant at all (people, units).
 */
export type AccessRule =
  | { readonly kind: 'owned' }
  | { readonly kind: 'via'; readonly field: string }
  | { readonly kind: 'everyone' };

export interface ObjectDef {
  /** camelCase singular: `customer`. */
  readonly key: string;
  /** kebab-case plural, the address of the resource: `customers`. */
  readonly plural: string;
  readonly table: string;
  readonly access: AccessRule;
  /** The field by which people call a record. */
  readonly title: string;
  readonly fields: readonly Field[];
  /** Order of field groups on the record page. */
  readonly groups: readonly string[];
  /** Labels of groups that an administrator made or renamed. */
  readonly groupLabels?: Readonly<Record<string, Bilingual>>;
  readonly texts?: Texts;
  /** Set for objects that an administrator made: rows of `custom_record` with this object key. */
  readonly custom?: boolean;
  readonly label?: { readonly one: Bilingual; readonly many: Bilingual };
  /** `actions`: the records engine only reads it; a module's own actions write it. */
  readonly writes: 'records' | 'actions';
  readonly defaultSort: string;
  /** The field that names the root record whose timeline shows this one; `id` for the root itself (CU-3). */
  readonly partOf?: string;
  readonly isMergeable?: boolean;
  /** A line icon's name for menus and the palette. */
  readonly icon?: string;
  /** Actions that make sense for it; all of them when absent. */
  readonly actions?: readonly ObjectAction[];
}

/** Fields that every object has; the engine fills them. */
export const systemFields: readonly Field[] = [
  { key: 'createdAt', type: 'dateTime', readOnly: true, importable: true },
  { key: 'createdBy', type: 'reference', target: 'user', readOnly: true, importable: true },
  { key: 'updatedAt', type: 'dateTime', readOnly: true },
  { key: 'updatedBy', type: 'reference', target: 'user', readOnly: true },
];

/** Fields of owned objects. `unit` follows the owner's primary unit. */
export const ownedFields: readonly Field[] = [
  { key: 'owner', type: 'reference', target: 'user', inList: true, inCreate: true, group: 'ownership' },
  { key: 'unit', type: 'reference', target: 'orgUnit', readOnly: true, group: 'ownership' },
];

type Declared = Omit<ObjectDef, 'writes' | 'defaultSort' | 'groups'> &
  Partial<Pick<ObjectDef, 'writes' | 'defaultSort' | 'groups'>>;

/** Declares a business object once (PL-10); the system and ownership fields are added here. */
export function defineObject(declared: Declared): ObjectDef {
  const owned = declared.access.kind === 'owned' ? ownedFields : [];
  return {
    writes: 'records',
    defaultSort: '-createdAt',
    groups: ['main'],
    ...declared,
    fields: [...declared.fields, ...owned, ...systemFields],
  };
}

const fieldMaps = new WeakMap<ObjectDef, ReadonlyMap<string, Field>>();

/** The field of a key. Declarations never change once made, so each is gone through only once. */
export function findField(def: ObjectDef, key: string): Field | undefined {
  let map = fieldMaps.get(def);
  if (map === undefined) {
    map = new Map(def.fields.map((field) => [field.key, field]));
    fieldMaps.set(def, map);
  }
  return map.get(key);
}

const shared: Readonly<Record<string, Bilingual>> = {
  owner: { 'zh-CN': '负责人', en: 'Owner' },
  unit: { 'zh-CN': '所属部门', en: 'Org unit' },
  createdAt: { 'zh-CN': '创建时间', en: 'Created' },
  createdBy: { 'zh-CN': '创建人', en: 'Created by' },
  updatedAt: { 'zh-CN': '更新时间', en: 'Updated' },
  updatedBy: { 'zh-CN': '更新人', en: 'Updated by' },
};

/** A field's label; built-in labels are texts at `objects.<object>.fields.<field>`. */
export function fieldLabel(def: ObjectDef, field: Field, locale: Locale): string {
  return (
    field.label?.[locale] ??
    def.texts?.find(locale, `objects.${def.key}.fields.${field.key}`) ??
    shared[field.key]?.[locale] ??
    field.key
  );
}

export const fieldHelp = (def: ObjectDef, field: Field, locale: Locale): string | undefined =>
  field.help?.[locale] ?? def.texts?.find(locale, `objects.${def.key}.help.${field.key}`);

/** A choice's label; built-in ones are at `objects.<object>.choices.<field>.<value>`. */
export const choiceLabel = (def: ObjectDef, field: Field, choice: Choice, locale: Locale): string =>
  choice.label?.[locale] ?? def.texts?.find(locale, `objects.${def.key}.choices.${field.key}.${choice.value}`) ?? choice.value;

export const objectLabel = (def: ObjectDef, locale: Locale, form: 'one' | 'many' = 'one'): string =>
  def.label?.[form][locale] ?? def.texts?.find(locale, `objects.${def.key}.${form}`) ?? def.key;

export const groupLabel = (def: ObjectDef, group: string, locale: Locale): string =>
  def.groupLabels?.[group]?.[locale] ?? def.texts?.find(locale, `objects.${def.key}.groups.${group}`) ?? group;
