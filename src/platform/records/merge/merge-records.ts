import sql, { raw } from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { plainText } from '#meta/fields/field-type.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import { requireGrant, requireRecord } from '../../access/allowed-ids.ts';
import { fieldAccessOf } from '../../access/field-access.ts';
import { type Changes, writeAudit } from '../../audit/write-audit.ts';
import { authorOf } from '../../context/author.ts';
import type { Context, FullRecord } from '../../context/context.ts';
import { loadFull } from '../get-record.ts';
import { writeChange } from '../update-record.ts';
import { isAsked } from '../validate-values.ts';
import { changesOf, recordWrite, rootOf } from '../write-record.ts';
import { type ReferencePlace, referencePlaces } from './reference-places.ts';
import { type RepointStep, repoint } from './repoint-children.ts';

export type MergeSource = 'survivor' | 'loser' | 'union';

export interface MergeRequest {
  readonly survivor: Id;
  readonly loser: Id;
  /** Whose value a person chose, by field key; the rest is proposed. */
  readonly choices: Readonly<Record<string, MergeSource>>;
  readonly reason?: string | undefined;
}

/** What a module knows about merging its own object. */
export interface MergeRules {
  /** Fields with laws of their own: `carry` writes them. */
  readonly ownFields?: readonly string[];
  /** Values for the fields nobody chose; both sides are locked by now. */
  propose(ctx: Context, fields: readonly Field[], survivor: FullRecord, loser: FullRecord): Promise<ReadonlyMap<string, MergeSource>>;
  /** Throws when the two may not become one. */
  check?(survivor: FullRecord, loser: FullRecord): void;
  /** Columns that are not fields; answers what it changed for the undo. Runs after the children were led over. */
  carry?(ctx: Context, survivor: Id, loser: Id, sources: ReadonlyMap<string, MergeSource>): Promise<Changes>;
  /** Takes `carry` back where nothing changed since. */
  uncarry?(ctx: Context, survivor: Id, carried: Changes): Promise<void>;
}

/** Fields whose value can be taken from either side. */
export const mergeableFields = (def: ObjectDef): Field[] =>
  def.fields.filter((field) => field.readOnly !== true && field.retired !== true && field.type !== 'autoNumber' && typeOf(field).family !== 'computed');

/**
 * Makes one record of two (CU-11): values field by field, every row that referred to the loser leads to the survivor,
 * the loser goes to the trash as a redirect. One transaction; needs the right to merge on both. Answers the merge's id.
 */
export async function mergeRecords(ctx: Context, def: ObjectDef, request: MergeRequest, rules: MergeRules): Promise<Id> {
  const { survivor, loser } = await lockBoth(ctx, def, request);
  rules.check?.(survivor, loser);
  const fields = mergeableFields(def);
  refuseWrongChoices(ctx, def, fields, request.choices);
  const sources = new Map([...(await rules.propose(ctx, fields, survivor, loser)), ...Object.entries(request.choices)]);
  const values = mergedValues(fields.filter(({ key }) => rules.ownFields?.includes(key) !== true), sources, survivor, loser);
  const isReassigned = 'owner' in changesOf(survivor.values, values);
  if (isReassigned && def.access.kind === 'owned') await requireRecord(ctx, def, 'assign', survivor.id);

  const id = ctx.newId();
  // The loser goes first: it gives its unique numbers free.
  await retire(ctx, def, survivor, loser, { merge: id, reason: request.reason });
  const steps = await leadOver(ctx, def, survivor.id, loser.id);
  const owned = isReassigned ? { ...values, unit: loser.values.unit ?? null } : values;
  const changes = changesOf(survivor.values, owned);
  const detail = { merge: id, loser: loser.id, loserName: titleOf(def, loser) };
  await writeAudit(ctx, [{
    action: 'merge', object: def.key, recordId: survivor.id, customerId: rootOf(def, survivor.id, survivor.values), detail: { ...detail, reason: request.reason ?? null },
  }]);
  if (Object.keys(changes).length > 0) {
    const changed = Object.fromEntries(Object.keys(changes).map((key) => [key, owned[key]]));
    await writeChange(ctx, def, survivor, changed, { action: 'merge-values', isDuplicateAccepted: true, reason: request.reason ?? titleOf(def, loser) });
  }
  const carried = (await rules.carry?.(ctx, survivor.id, loser.id, sources)) ?? {};
  await saveMerge(ctx, def, { id, survivor, loser, changes, carried, steps, reason: request.reason });
  ctx.announce({ object: def.key, id: survivor.id, action: 'merge', actorId: ctx.actor.userId, customerId: rootOf(def, survivor.id, survivor.values) ?? survivor.id });
  return id;
}

/** Locks in one order whichever is to survive, so that two merges of the same pair do not wait for each other. */
async function lockBoth(ctx: Context, def: ObjectDef, request: MergeRequest) {
  if (def.isMergeable !== true) throw fail('record.not-found');
  requireGrant(ctx, def, 'merge');
  if (request.survivor === request.loser) throw fail('record.invalid', { count: 1 }, [{ path: 'loser', code: 'invalid' }]);
  const records = await loadFull(ctx, def, [request.survivor, request.loser], true);
  const survivor = records.find(({ id }) => id === request.survivor);
  const loser = records.find(({ id }) => id === request.loser);
  if (!survivor || !loser || survivor.deletedAt !== null || loser.deletedAt !== null) throw fail('record.not-found');
  await requireRecord(ctx, def, 'merge', survivor.id);
  await requireRecord(ctx, def, 'merge', loser.id);
  return { survivor, loser };
}

function refuseWrongChoices(ctx: Context, def: ObjectDef, fields: readonly Field[], choices: MergeRequest['choices']): void {
  const issues: Issue[] = Object.entries(choices).flatMap(([key, source]) => {
    const field = fields.find((f) => f.key === key);
    const access = field && fieldAccessOf(ctx.actor, def, field);
    if (!field || !access || access.view === 'hidden') return [{ path: `choices.${key}`, code: 'unknown' }];
    if (!access.edit) return [{ path: `choices.${key}`, code: 'not-allowed' }];
    return source === 'union' && !isList(field) ? [{ path: `choices.${key}`, code: 'invalid' }] : [];
  });
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
}

const isList = (field: Field): boolean => field.type === 'multiChoice' || field.type === 'multiReference';

/** The survivor's new values; a reference to one of the two themselves becomes nothing. */
function mergedValues(
  fields: readonly Field[], sources: ReadonlyMap<string, MergeSource>, survivor: FullRecord, loser: FullRecord,
): Record<string, unknown> {
  const picked = Object.fromEntries(fields.map((field): [string, unknown] => {
    const [kept, other] = [survivor.values[field.key] ?? null, loser.values[field.key] ?? null];
    const source = sources.get(field.key) ?? 'survivor';
    if (source === 'union') return [field.key, [...new Set([...listOf(kept), ...listOf(other)])].slice(0, field.max ?? 100)];
    const value = source === 'loser' ? other : kept;
    return [field.key, value === survivor.id || value === loser.id ? null : value];
  }));
  const after = { ...survivor.values, ...picked };
  return Object.fromEntries(Object.entries(picked).filter(([key]) => {
    const field = fields.find((f) => f.key === key);
    return field !== undefined && (isAsked(field, after) || sources.get(key) === 'survivor');
  }));
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const titleOf = (def: ObjectDef, record: FullRecord): string => plainText(record.values[def.title]);

async function retire(ctx: Context, def: ObjectDef, survivor: FullRecord, loser: FullRecord, facts: { merge: Id; reason: string | undefined }): Promise<void> {
  await ctx.db.run(sql`
    UPDATE ${raw(def.table)} SET deleted_at = ${ctx.now.toISOString()}, merged_into = ${survivor.id}, version = version + 1,
      updated_at = ${ctx.now.toISOString()}, updated_by = ${authorOf(ctx)} WHERE id = ${loser.id}`);
  await recordWrite(ctx, def, {
    action: 'merged', recordId: loser.id, version: loser.version + 1, customerId: rootOf(def, loser.id, loser.values),
    detail: { merge: facts.merge, into: survivor.id, intoName: titleOf(def, survivor), reason: facts.reason ?? null },
  });
}

async function leadOver(ctx: Context, def: ObjectDef, survivor: Id, loser: Id): Promise<RepointStep[]> {
  const steps: RepointStep[] = [];
  for (const place of await referencePlaces(ctx, def)) steps.push(...(await repoint(ctx, withoutThemselves(place, def, survivor, loser), loser, survivor)));
  return steps;
}

/** A record must not become its own parent or referrer; its own references are values, chosen above. */
export const withoutThemselves = (place: ReferencePlace, def: ObjectDef, survivor: Id, loser: Id): ReferencePlace =>
  place.table === def.table ? { ...place, only: sql`${place.only} AND t.id NOT IN (${survivor}, ${loser})` } : place;

interface SavedMerge {
  readonly id: Id; readonly survivor: FullRecord; readonly loser: FullRecord; readonly changes: Changes; readonly carried: Changes;
  readonly steps: readonly RepointStep[]; readonly reason: string | undefined;
}

async function saveMerge(ctx: Context, def: ObjectDef, merge: SavedMerge): Promise<void> {
  await ctx.db.run(sql`
    INSERT INTO record_merge (id, object, survivor_id, loser_id, loser_title, reason, changes, carried, at, actor_id)
    VALUES (${merge.id}, ${def.key}, ${merge.survivor.id}, ${merge.loser.id}, ${titleOf(def, merge.loser)}, ${merge.reason ?? null},
      ${JSON.stringify(merge.changes)}, ${JSON.stringify(merge.carried)}, ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
  for (const [position, step] of merge.steps.entries()) {
    await ctx.db.run(sql`
      INSERT INTO record_merge_step (merge_id, position, table_name, column_name, kind, ids)
      VALUES (${merge.id}, ${position}, ${step.table}, ${step.column}, ${step.kind}, ${step.ids}::uuid[])`);
  }
}
