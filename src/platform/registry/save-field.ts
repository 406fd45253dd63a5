import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Choice, Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { ObjectDef } from '#meta/object.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { authorOf } from '../context/author.ts';
import type { Context } from '../context/context.ts';
import { isoTime } from '../db/database.ts';
import { isIndexable } from './custom-index.ts';
import type { ChoiceInput, FieldChangeInput, FieldRow, NewFieldInput } from './field-input.ts';
import { fieldIssues, isWidening, mergeChoices, reservedKeys } from './field-rules.ts';
import { freeKey, keyFromLabel } from './made-keys.ts';

/** Fields of one object that an administrator may add; each list and form still has to be read by people. */
const MAX_FIELDS = 200;

const COLUMNS = sql`id, object, key, definition, position, is_indexed, index_state, index_error, created_at, updated_at, retired_at`;

/** The administrator's fields, of one object or of all. */
export const listFields = (ctx: Context, object: string | undefined): Promise<FieldRow[]> =>
  ctx.db.rows<FieldRow>(sql`SELECT ${COLUMNS} FROM custom_field WHERE object = coalesce(${object ?? null}, object) ORDER BY object, position, created_at`);

export async function readField(ctx: Context, id: Id): Promise<FieldRow> {
  const row = await ctx.db.maybe<FieldRow>(sql`SELECT ${COLUMNS} FROM custom_field WHERE id = ${id}`);
  if (!row) throw fail('record.not-found');
  return row;
}

export function requireObject(ctx: Context, key: string): ObjectDef {
  const def = ctx.registry.object(key);
  if (!def) throw fail('record.invalid', { count: 1 }, [{ path: 'object', code: 'not-found', params: { value: key } }]);
  return def;
}

/** Nothing but the fields of `Field`: what a caller may send is checked before by the schema. */
type Definition = FieldRow['definition'];

function withoutEmpty(definition: Readonly<Record<string, unknown>>): Definition {
  return Object.fromEntries(Object.entries(definition).filter(([, value]) => value !== null && value !== undefined && value !== '')) as unknown as Definition;
}

export function choicesFrom(given: readonly ChoiceInput[], before: readonly Choice[] = []): Choice[] {
  const taken = new Set([...before.map((c) => c.value), ...given.flatMap((c) => c.value ?? [])]);
  return given.map(({ value, label, colour, retired }) => {
    const known = before.find((c) => c.label?.['zh-CN'] === label['zh-CN'])?.value;
    const made = value ?? known ?? freeKey(keyFromLabel(label.en === label['zh-CN'] ? label['zh-CN'] : label.en, 'choice'), (key) => taken.has(key));
    taken.add(made);
    return { value: made, label, ...(colour && { colour }), ...(retired === true && { retired }) };
  });
}

/** Adds a field to an object, built-in or not. */
export async function addField(ctx: Context, input: NewFieldInput): Promise<FieldRow> {
  const { object, key: wanted, choices, position, isIndexed, ...rest } = input;
  const def = requireObject(ctx, object);
  // One after the other per object: positions, keys and the limit are read and then written.
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`custom_field:${object}`}, 0))`);
  const others = await ctx.db.rows<{ key: string; position: number }>(sql`SELECT key, position FROM custom_field WHERE object = ${object}`);
  if (others.length >= MAX_FIELDS) throw fail('record.too-many', { max: MAX_FIELDS });
  const isTaken = (key: string) => reservedKeys.has(key) || def.fields.some((f) => f.key === key) || others.some((o) => o.key === key);
  if (wanted !== undefined && isTaken(wanted)) throw invalidField([{ path: 'key', code: 'not-unique', params: { value: wanted } }]);
  const key = wanted ?? freeKey(keyFromLabel(rest.label.en === rest.label['zh-CN'] ? rest.label['zh-CN'] : rest.label.en, 'field'), isTaken);
  const definition = withoutEmpty({
    ...rest,
    ...(choices && { choices: choicesFrom(choices) }),
    ...(rest.type === 'autoNumber' && { readOnly: true, pattern: rest.pattern ?? '{000000}' }),
  });
  const field: Field = { ...definition, key, custom: true };
  requireSound(ctx, def, field);
  const row = {
    id: ctx.newId(), position: position ?? Math.max(0, ...others.map((o) => o.position)) + 10, isIndexed: ((isIndexed ?? true) || field.searchable === true) && isIndexable(field),
  };
  await ctx.db.run(sql`
    INSERT INTO custom_field (id, object, key, definition, position, is_indexed, index_state, created_at, created_by, updated_at)
    VALUES (${row.id}, ${object}, ${key}, ${JSON.stringify(definition)}, ${row.position}, ${row.isIndexed}, 'none',
      ${ctx.now.toISOString()}, ${authorOf(ctx)}, ${ctx.now.toISOString()})`);
  await writeAudit(ctx, [{ action: 'create', object: 'customField', recordId: row.id, detail: { object, key, definition } }]);
  return readField(ctx, row.id);
}

/** Changes a field. Its type stays, or becomes one that holds all its values in the same form. */
export async function changeField(ctx: Context, id: Id, input: FieldChangeInput): Promise<FieldRow> {
  const before = await lockField(ctx, id);
  const def = requireObject(ctx, before.object);
  const { choices, position, isIndexed, ...rest } = input;
  if (rest.type !== undefined && !isWidening(before.definition.type, rest.type)) throw invalidField([{ path: 'type', code: 'read-only' }]);
  const known = before.definition.choices ?? [];
  const definition = withoutEmpty({
    ...before.definition, ...rest, ...(choices && { choices: mergeChoices(known, choicesFrom(choices, known)) }),
  });
  const field: Field = { ...definition, key: before.key, custom: true };
  requireSound(ctx, def, field);
  const isOtherIndex = definition.type !== before.definition.type || (definition.searchable ?? false) !== (before.definition.searchable ?? false);
  await ctx.db.run(sql`
    UPDATE custom_field SET definition = ${JSON.stringify(definition)}, position = ${position ?? before.position},
      is_indexed = ${((isIndexed ?? before.is_indexed) || field.searchable === true) && isIndexable(field)},
      index_state = ${isOtherIndex && before.index_state !== 'none' ? 'building' : before.index_state}, updated_at = ${ctx.now.toISOString()} WHERE id = ${id}`);
  await writeAudit(ctx, [{
    action: 'update', object: 'customField', recordId: id, changes: { definition: [before.definition, definition] },
    detail: { object: before.object, key: before.key },
  }]);
  return readField(ctx, id);
}

/** Takes a field out of use, or brings it back; the values stay in the records either way. */
export async function setFieldRetired(ctx: Context, id: Id, isRetired: boolean): Promise<FieldRow> {
  const before = await lockField(ctx, id);
  if ((before.retired_at !== null) === isRetired) return before;
  if (isRetired) requireUnused(ctx, before);
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`UPDATE custom_field SET retired_at = ${isRetired ? now : null}, updated_at = ${now} WHERE id = ${id}`);
  await writeAudit(ctx, [{
    action: isRetired ? 'retire' : 'restore', object: 'customField', recordId: id, detail: { object: before.object, key: before.key },
  }]);
  return readField(ctx, id);
}

/** A formula or roll-up that counts on the field would silently lose its meaning. */
function requireUnused(ctx: Context, row: FieldRow): void {
  const users = ctx.registry.objects.flatMap((def) =>
    def.fields.filter((f) => f.retired !== true && (
      (def.key === row.object && f.formula !== undefined && new RegExp(`\\b${row.key}\\b`).test(f.formula))
      || (f.rollUp?.object === row.object && (f.rollUp.via === row.key || f.rollUp.field === row.key))
    )),
  );
  if (users.length > 0) throw fail('record.in-use', {}, users.map((f) => ({ path: f.key, code: 'invalid' })));
}

async function lockField(ctx: Context, id: Id): Promise<FieldRow> {
  const row = await ctx.db.maybe<FieldRow>(sql`SELECT ${COLUMNS} FROM custom_field WHERE id = ${id} FOR UPDATE`);
  if (!row) throw fail('record.not-found');
  return row;
}

const invalidField = (issues: Parameters<typeof fail>[2] & object) => fail('record.invalid', { count: issues.length }, issues);

function requireSound(ctx: Context, def: ObjectDef, field: Field): void {
  const issues = fieldIssues(ctx.registry, def, field);
  if (field.group !== undefined && !def.groups.includes(field.group)) issues.push({ path: 'group', code: 'not-found', params: { value: field.group } });
  if (issues.length > 0) throw invalidField(issues);
}

/** A field as the administrator's pages read it. */
export function shownField(row: FieldRow) {
  const { id, object, key, definition, position, is_indexed: isIndexed, index_state: indexState, index_error: indexError } = row;
  return {
    ...definition, id, object, key, position, isIndexed, indexState, indexError, operators: typeOf({ ...definition, key }).operators,
    createdAt: isoTime(row.created_at), updatedAt: isoTime(row.updated_at ?? row.created_at), retiredAt: row.retired_at && isoTime(row.retired_at),
  };
}
