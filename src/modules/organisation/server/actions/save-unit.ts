import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';
import { getRecord, loadForUpdate } from '#platform/records/get-record.ts';
import { writeChange } from '#platform/records/update-record.ts';
import { validateValues } from '#platform/records/validate-values.ts';
import { changesOf, insertRow, invalid, recordWrite } from '#platform/records/write-record.ts';
import type { Services } from '#platform/runtime/services.ts';
import { orgUnitObject } from '../../org-unit.object.ts';
import { prepareMove, tellUnitMove } from '../unit-listeners.ts';

type Values = Readonly<Record<string, unknown>>;

export const unitDef = (ctx: Pick<Context, 'registry'>): ObjectDef => ctx.registry.object('orgUnit') ?? orgUnitObject;

/** The tree changes one at a time, or two moves at once could make a circle. */
const lockTree = (ctx: Context): Promise<number> => ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413005)`);

const dropActors = (services: Services, ctx: Context): void =>
  ctx.afterCommit(() => services.events.announce({ kind: 'invalidate', what: 'access' }));

/** A new unit under its parent; only the company itself stands without one. Answers its id. */
export async function createUnit(services: Services, ctx: Context, input: Values): Promise<Id> {
  await lockTree(ctx);
  const def = unitDef(ctx);
  const checked = validateValues(def, input, { actor: ctx.actor, isCreate: true });
  if (checked.issues.length > 0) throw invalid(checked.issues, checked.hasUnknown);
  const { values } = checked;
  const above = await parentPath(ctx, values['parent']);
  await requireManager(ctx, values['manager']);
  const id = ctx.newId();
  await insertRow(ctx, def, { id, values, extra: { path: [...above, id] } });
  await recordWrite(ctx, def, { action: 'create', recordId: id, version: 1, changes: changesOf({}, values) });
  dropActors(services, ctx);
  return id;
}

/**
 * Changes a unit; a new parent takes everything below along, in this one transaction. Errors: record.stale,
 * record.invalid (parent: not-found, cycle), record.not-found.
 */
export async function updateUnit(services: Services, ctx: Context, id: Id, input: Values, version: number | undefined): Promise<void> {
  await lockTree(ctx);
  if ('parent' in input) await prepareMove(ctx);
  const def = unitDef(ctx);
  const before = await loadForUpdate(ctx, def, id);
  if (before === undefined || before.deletedAt !== null) throw fail('record.not-found');
  if (version !== undefined && version !== before.version) {
    throw fail('record.stale', {}, [], { current: await getRecord(ctx, def, id, { include: ['*'] }), yours: input });
  }
  const checked = validateValues(def, input, { actor: ctx.actor, isCreate: false, before: before.values });
  if (checked.issues.length > 0) throw invalid(checked.issues, checked.hasUnknown);
  const changes = changesOf(before.values, checked.values);
  const values = Object.fromEntries(Object.entries(checked.values).filter(([key]) => key in changes));
  if ('manager' in values) await requireManager(ctx, values['manager']);
  if ('parent' in values) await moveTree(ctx, id, before.values['parent'], values['parent']);
  if (Object.keys(values).length === 0) return;
  await writeChange(ctx, def, before, values, {});
  const [from, to] = [before.values['parent'], values['parent']];
  if (typeof from === 'string' && typeof to === 'string') await tellUnitMove(ctx, { id, name: String(values['name'] ?? before.values['name']), from, to });
  dropActors(services, ctx);
}

/** Removes a unit that is empty. Errors: record.in-use (people, units below, records), record.not-found. */
export async function removeUnit(services: Services, ctx: Context, id: Id): Promise<void> {
  await lockTree(ctx);
  const def = unitDef(ctx);
  const before = await loadForUpdate(ctx, def, id);
  if (before === undefined || before.deletedAt !== null) throw fail('record.not-found');
  const row = await ctx.db.one<{ is_used: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM org_unit WHERE parent_id = ${id} AND deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM app_user WHERE unit_id = ${id} AND deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM user_unit WHERE unit_id = ${id}) AS is_used`);
  if (row.is_used || (before.values['parent'] ?? null) === null) throw fail('record.in-use');
  await ctx.db.run(sql`
    UPDATE org_unit SET deleted_at = ${ctx.now.toISOString()}, updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId},
      version = version + 1 WHERE id = ${id}`);
  await recordWrite(ctx, def, { action: 'delete', recordId: id, version: before.version + 1 });
  dropActors(services, ctx);
}

/** Ids from the root down to the parent; throws when there is no such unit. */
async function parentPath(ctx: Context, parent: unknown): Promise<readonly Id[]> {
  if (typeof parent !== 'string') throw invalid([{ path: 'parent', code: 'required' }], false);
  const row = await ctx.db.maybe<{ path: Id[] }>(sql`SELECT path FROM org_unit WHERE id = ${parent} AND deleted_at IS NULL`);
  if (row === undefined) throw invalid([{ path: 'parent', code: 'not-found', params: { value: parent } }], false);
  return row.path;
}

async function moveTree(ctx: Context, id: Id, from: unknown, to: unknown): Promise<void> {
  // The root stays the root: the company's name and everybody's scope hang on it.
  if ((from ?? null) === null) throw invalid([{ path: 'parent', code: 'not-allowed' }], false);
  const above = await parentPath(ctx, to);
  if (above.includes(id)) throw invalid([{ path: 'parent', code: 'cycle' }], false);
  await ctx.db.run(sql`
    UPDATE org_unit SET path = ${[...above]}::uuid[] || path[array_position(path, ${id}::uuid):]
    WHERE path @> ARRAY[${id}::uuid]`);
}

async function requireManager(ctx: Context, manager: unknown): Promise<void> {
  if (typeof manager !== 'string') return;
  const row = await ctx.db.maybe(sql`SELECT 1 FROM app_user WHERE id = ${manager} AND is_active AND deleted_at IS NULL`);
  if (row === undefined) throw invalid([{ path: 'manager', code: 'not-found', params: { value: manager } }], false);
}
