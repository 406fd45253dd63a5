import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { AccessRule, ObjectDef } from '#meta/object.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { authorOf } from '../context/author.ts';
import type { Context } from '../context/context.ts';
import { isoTime } from '../db/database.ts';
import { bilingual, fieldKey } from './field-input.ts';
import type { ObjectOverride, ObjectRow } from './load-registry.ts';
import { type LayoutInput, readLayout } from './layout-input.ts';
import { freeKey, keyFromLabel } from './made-keys.ts';

const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/).max(40);

/** How records of a custom object are seen: by their owner and unit, by who sees the customer, or by everybody with the grant. */
const accessInput = z.enum(['owned', 'customer', 'everyone']);

const changeable = {
  label: z.strictObject({ one: bilingual(60), many: bilingual(60).optional() }).transform(({ one, many }) => ({ one, many: many ?? one })),
  groups: z.array(z.strictObject({ key: fieldKey, label: bilingual(60) })).min(1).max(40),
  icon: z.string().regex(/^[a-z0-9-]{1,40}$/),
};

export const newObjectInput = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{1,23}$/).optional(),
  plural: kebab.optional(),
  access: accessInput.default('owned'),
  ...z.object(changeable).partial().required({ label: true }).shape,
});
export const objectChangeInput = z.strictObject(z.object(changeable).partial().shape);

export interface CustomObjectRow extends ObjectRow {
  readonly created_at: string;
  readonly retired_at: string | null;
}

const COLUMNS = sql`key, plural, label, access, groups, icon, created_at, retired_at`;

export const listCustomObjects = (ctx: Context): Promise<CustomObjectRow[]> =>
  ctx.db.rows<CustomObjectRow>(sql`SELECT ${COLUMNS} FROM custom_object ORDER BY created_at`);

export async function readCustomObject(ctx: Context, key: string): Promise<CustomObjectRow> {
  const row = await ctx.db.maybe<CustomObjectRow>(sql`SELECT ${COLUMNS} FROM custom_object WHERE key = ${key} FOR UPDATE`);
  if (!row) throw fail('record.not-found');
  return row;
}

const accessRules: Readonly<Record<z.infer<typeof accessInput>, AccessRule>> = {
  owned: { kind: 'owned' }, customer: { kind: 'via', field: 'customer' }, everyone: { kind: 'everyone' },
};

const invalid = (path: string, value: string) => fail('record.invalid', { count: 1 }, [{ path, code: 'not-unique', params: { value } }]);

/** Makes an object of the administrator's own. `taken`: first path words of fixed routes, which would hide its records. */
export async function addCustomObject(ctx: Context, input: z.infer<typeof newObjectInput>, taken: ReadonlySet<string>): Promise<CustomObjectRow> {
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('custom_object', 0))`);
  const rows = await listCustomObjects(ctx);
  const hasKey = (key: string) => ctx.registry.object(key) !== undefined || rows.some((row) => row.key === key);
  const hasPlural = (plural: string) => taken.has(plural) || ctx.registry.byPlural(plural) !== undefined || rows.some((row) => row.plural === plural);
  const { one } = input.label;
  const base = keyFromLabel(one.en === one['zh-CN'] ? one['zh-CN'] : one.en, 'object', 20);
  const key = input.key ?? freeKey(base, hasKey);
  const plural = input.plural ?? freeKey(`${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-list`, hasPlural);
  if (hasKey(key)) throw invalid('key', key);
  if (hasPlural(plural)) throw invalid('plural', plural);
  await ctx.db.run(sql`
    INSERT INTO custom_object (key, plural, label, access, groups, icon, created_at, created_by, updated_at)
    VALUES (${key}, ${plural}, ${JSON.stringify(input.label)}, ${JSON.stringify(accessRules[input.access])},
      ${JSON.stringify(input.groups ?? ['main'])}, ${input.icon ?? null}, ${ctx.now.toISOString()}, ${authorOf(ctx)}, ${ctx.now.toISOString()})`);
  await writeAudit(ctx, [{ action: 'create', object: 'customObject', detail: { key, plural, ...input } }]);
  return readCustomObject(ctx, key);
}

export async function changeCustomObject(ctx: Context, key: string, input: z.infer<typeof objectChangeInput>): Promise<CustomObjectRow> {
  const before = await readCustomObject(ctx, key);
  const after = { label: input.label ?? before.label, groups: input.groups ?? before.groups, icon: input.icon ?? before.icon };
  await ctx.db.run(sql`
    UPDATE custom_object SET label = ${JSON.stringify(after.label)}, groups = ${JSON.stringify(after.groups)}, icon = ${after.icon},
      updated_at = ${ctx.now.toISOString()} WHERE key = ${key}`);
  const { label, groups, icon } = before;
  await writeAudit(ctx, [{ action: 'update', object: 'customObject', changes: { definition: [{ label, groups, icon }, after] }, detail: { key } }]);
  return readCustomObject(ctx, key);
}

/** Takes an object out of use, or brings it back. Its records stay. */
export async function setObjectRetired(ctx: Context, key: string, isRetired: boolean): Promise<CustomObjectRow> {
  const before = await readCustomObject(ctx, key);
  if ((before.retired_at !== null) === isRetired) return before;
  const users = isRetired ? ctx.registry.referencesTo(key).filter(({ object, field }) => object.key !== key && field.retired !== true) : [];
  if (users.length > 0) throw fail('record.in-use', {}, users.map(({ object, field }) => ({ path: `${object.key}.${field.key}`, code: 'invalid' })));
  await ctx.db.run(sql`UPDATE custom_object SET retired_at = ${isRetired ? ctx.now.toISOString() : null} WHERE key = ${key}`);
  await writeAudit(ctx, [{ action: isRetired ? 'retire' : 'restore', object: 'customObject', detail: { key } }]);
  return readCustomObject(ctx, key);
}

export async function readOverride(ctx: Context, key: string): Promise<ObjectOverride> {
  const row = await ctx.db.maybe<{ definition: ObjectOverride }>(sql`SELECT definition FROM object_override WHERE object = ${key}`);
  return row?.definition ?? {};
}

/** Puts the layout of an object; an empty one brings the declaration back. */
export async function putLayout(ctx: Context, declared: ObjectDef, input: LayoutInput): Promise<ObjectOverride> {
  const { override, issues } = readLayout(declared, input);
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
  const before = await readOverride(ctx, declared.key);
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO object_override (object, definition, updated_at, updated_by) VALUES (${declared.key}, ${JSON.stringify(override)}, ${now}, ${authorOf(ctx)})
    ON CONFLICT (object) DO UPDATE SET definition = excluded.definition, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
  await writeAudit(ctx, [{ action: 'update', object: 'objectLayout', changes: { definition: [before, override] }, detail: { key: declared.key } }]);
  return override;
}

export function shownObject(row: CustomObjectRow) {
  const { key, plural, label, access, groups, icon } = row;
  const kind: z.infer<typeof accessInput> = access.kind === 'via' ? 'customer' : access.kind === 'owned' ? 'owned' : 'everyone';
  return { key, plural, label, access: kind, groups, icon, createdAt: isoTime(row.created_at), retiredAt: row.retired_at && isoTime(row.retired_at) };
}
