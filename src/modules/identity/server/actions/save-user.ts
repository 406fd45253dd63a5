import sql from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { getRecord, loadForUpdate } from '#platform/records/get-record.ts';
import { validateValues } from '#platform/records/validate-values.ts';
import { writeChange } from '#platform/records/update-record.ts';
import { changesOf, insertRow, invalid, recordWrite } from '#platform/records/write-record.ts';
import { userObject } from '../../user.object.ts';
import { type BaseServices, dropActors } from '../own-action.ts';
import { normaliseUsername } from '../queries/find-account.ts';
import { requireManageable } from '../queries/people-facts.ts';
import { setRoles } from './set-roles.ts';

/** Letters, digits and `. _ @ -`: what can be typed everywhere and told apart. */
export const isUsername = (text: string): boolean => /^[\p{L}\p{N}._@-]{2,64}$/u.test(text);

export interface NewUser {
  readonly values: Readonly<Record<string, unknown>>;
  readonly roles: readonly string[];
  /** Further units besides the primary one. */
  readonly units: readonly Id[];
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly locale: string;
  readonly timeZone: string;
}

export const userDef = (ctx: Pick<Context, 'registry'>): ObjectDef => ctx.registry.object('user') ?? userObject;

/** A new account; answers its id. */
export async function createUser(services: BaseServices, ctx: Context, facts: NewUser): Promise<Id> {
  const def = userDef(ctx);
  const checked = validateValues(def, { isActive: true, ...facts.values }, { actor: ctx.actor, isCreate: true });
  if (checked.issues.length > 0) throw invalid(checked.issues, checked.hasUnknown);
  const values = withUsername(checked.values);
  await requireReferences(ctx, undefined, values);
  const id = ctx.newId();
  await insertRow(ctx, def, {
    id, values,
    extra: {
      locale: facts.locale, time_zone: facts.timeZone, password_hash: facts.passwordHash,
      password_changed_at: ctx.now.toISOString(), must_change_password: facts.mustChangePassword,
    },
  });
  await recordWrite(ctx, def, { action: 'create', recordId: id, version: 1, changes: changesOf({}, values) });
  await setUnits(ctx, id, facts.units);
  if (facts.roles.length > 0) await setRoles(services, ctx, id, facts.roles);
  return id;
}

/** Changes a person's fields and further units. Errors: record.stale, record.invalid, record.not-found. */
export async function updateUser(
  services: BaseServices, ctx: Context, id: Id,
  change: { readonly values: Readonly<Record<string, unknown>>; readonly units?: readonly Id[] | undefined; readonly version?: number | undefined },
): Promise<void> {
  const def = userDef(ctx);
  const before = await loadForUpdate(ctx, def, id);
  if (before === undefined || before.deletedAt !== null) throw fail('record.not-found');
  await requireManageable(ctx, id);
  if (change.version !== undefined && change.version !== before.version) {
    throw fail('record.stale', {}, [], { current: await getRecord(ctx, def, id, { include: ['*'] }), yours: change.values });
  }
  if ('isActive' in change.values) throw invalid([{ path: 'isActive', code: 'read-only' }], false);
  const checked = validateValues(def, change.values, { actor: ctx.actor, isCreate: false, before: before.values });
  if (checked.issues.length > 0) throw invalid(checked.issues, checked.hasUnknown);
  const values = withUsername(checked.values);
  await requireReferences(ctx, id, values);
  const changes = changesOf(before.values, values);
  const changed = Object.fromEntries(Object.entries(values).filter(([key]) => key in changes));
  if (Object.keys(changed).length > 0) await writeChange(ctx, def, before, changed, {});
  if (change.units !== undefined) await setUnits(ctx, id, change.units);
  dropActors(services, ctx);
}

function withUsername(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (typeof values['username'] !== 'string') return { ...values };
  const username = normaliseUsername(values['username']);
  if (!isUsername(username)) throw invalid([{ path: 'username', code: 'invalid' }], false);
  return { ...values, username };
}

async function requireReferences(ctx: Context, id: Id | undefined, values: Readonly<Record<string, unknown>>): Promise<void> {
  const issues: Issue[] = [];
  const { unit, manager } = values;
  if (typeof unit === 'string' && !(await areUnits(ctx, [unit]))) issues.push(missing('unit', unit));
  if (typeof manager === 'string') {
    const chain = await managersAbove(ctx, manager);
    if (!chain.includes(manager)) issues.push(missing('manager', manager));
    else if (id !== undefined && chain.includes(id)) issues.push({ path: 'manager', code: 'cycle' });
  }
  if (issues.length > 0) throw invalid(issues, false);
}

const missing = (path: string, value: string): Issue => ({ path, code: 'not-found', params: { value } });

async function areUnits(ctx: Context, ids: readonly Id[]): Promise<boolean> {
  const row = await ctx.db.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM org_unit WHERE id = ANY(${[...ids]}::uuid[]) AND deleted_at IS NULL`);
  return row.count === new Set(ids).size;
}

/** A person and everybody above; empty when there is no such person. */
async function managersAbove(ctx: Context, id: Id): Promise<Id[]> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    WITH RECURSIVE above AS (
      SELECT id, manager_id FROM app_user WHERE id = ${id} AND deleted_at IS NULL
      UNION SELECT u.id, u.manager_id FROM app_user u JOIN above ON u.id = above.manager_id
    ) SELECT id FROM above`);
  return rows.map((row) => row.id);
}

async function setUnits(ctx: Context, id: Id, units: readonly Id[]): Promise<void> {
  if (!(await areUnits(ctx, units))) throw invalid([{ path: 'units', code: 'not-found', params: { value: units.join(', ') } }], false);
  const before = await ctx.db.rows<{ unit_id: Id }>(sql`SELECT unit_id FROM user_unit WHERE user_id = ${id} ORDER BY unit_id`);
  const from = before.map((row) => row.unit_id);
  const to = [...new Set(units)].sort();
  if (from.join() === to.join()) return;
  await ctx.db.run(sql`DELETE FROM user_unit WHERE user_id = ${id}`);
  await ctx.db.run(sql`INSERT INTO user_unit (user_id, unit_id) SELECT ${id}, unnest(${to}::uuid[])`);
  await writeAudit(ctx, [{ action: 'update', object: 'user', recordId: id, changes: { units: [from, to] } }]);
}
