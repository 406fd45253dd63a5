import sql, { join } from 'sql-template-tag';
import { fail, type Issue } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds, requireGrant, requireRecord } from '#platform/access/allowed-ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { getRecord, loadForUpdate } from '#platform/records/get-record.ts';
import { writeChange } from '#platform/records/update-record.ts';
import { changesOf, insertRow, invalid, recordWrite } from '#platform/records/write-record.ts';
import { requireBoardPolicies } from '../turns/ask-turn-policy.ts';
import { siteDef, siteMembers } from './read-site.ts';

/** Everything that can be set of a site; on a change, what is left out stays. */
export interface SiteValues {
  readonly name: string;
  /** Of its records and its board. */
  readonly unit: Id;
  readonly projectManager: Id;
  readonly deputy?: Id | null | undefined;
  readonly pack: string;
  readonly opensAt?: string | undefined;
  readonly closesAt?: string | undefined;
  readonly lunchFrom?: string | undefined;
  readonly lunchUntil?: string | undefined;
  readonly takeUpMinutes?: number | undefined;
  /** In the order of the rotation. */
  readonly members: readonly Id[];
}

// Hours that nobody named shut nobody out: the same time twice is always open.
const defaults = { opensAt: '00:00', closesAt: '00:00', lunchFrom: '11:30', lunchUntil: '13:30', takeUpMinutes: 5 };

/**
 * A new site with its members in order. `timeZone`: of the company; a site's day is its own. Errors: record.invalid,
 * policy.not-in-force (the pack does not say what the board asks), auth.forbidden outside the caller's scope.
 */
export async function makeSite(ctx: Context, input: SiteValues & { readonly timeZone: string }): Promise<Id> {
  const def = siteDef(ctx);
  requireGrant(ctx, def, 'create');
  await requireGiven(ctx, input);
  await requireBoardPolicies(ctx, input.pack);
  const id = ctx.newId();
  const { members, projectManager, ...given } = input;
  const values = { ...defaults, ...given, owner: projectManager };
  await insertRow(ctx, def, { id, values, extra: {} });
  if (!(await allowedIds(ctx, def, 'create', [id])).has(id)) throw fail('auth.forbidden', { right: 'site.create' });
  await writeMembers(ctx, id, members);
  await recordWrite(ctx, def, { action: 'create', recordId: id, version: 1, changes: changesOf({}, values), detail: { members } });
  return id;
}

/** Changes a site. Errors: as makeSite, record.stale. */
export async function changeSite(ctx: Context, id: Id, input: Partial<SiteValues>, version: number | undefined): Promise<void> {
  const def = siteDef(ctx);
  const before = await loadForUpdate(ctx, def, id);
  await requireRecord(ctx, def, 'update', id);
  if (!before || before.deletedAt !== null) throw fail('record.not-found');
  if (version !== undefined && version !== before.version) {
    throw fail('record.stale', {}, [], { current: await getRecord(ctx, def, id, { include: ['*'] }), yours: input });
  }
  await requireGiven(ctx, input);
  if (input.pack !== undefined) await requireBoardPolicies(ctx, input.pack);
  const { members, projectManager, ...given } = input;
  const all: Record<string, unknown> = { ...given, ...(projectManager !== undefined && { owner: projectManager }) };
  const values = Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== undefined && value !== before.values[key]));
  const former = (await siteMembers(ctx, id)).map((each) => each.userId);
  const isOrderChanged = members !== undefined && members.join() !== former.join();
  if (Object.keys(values).length > 0) await writeChange(ctx, def, before, values, {});
  if (!isOrderChanged) return;
  await writeMembers(ctx, id, members);
  await ctx.db.run(sql`UPDATE site SET ordered_at = ${ctx.now.toISOString()}, version = version + 1, updated_at = ${ctx.now.toISOString()}, updated_by = ${authorOf(ctx)} WHERE id = ${id}`);
  await recordWrite(ctx, def, { action: 'update', recordId: id, version: before.version + 2, detail: { members, former } });
}

/** Members see their site because it is shared with them. */
async function writeMembers(ctx: Context, siteId: Id, members: readonly Id[]): Promise<void> {
  const former = await ctx.db.rows<{ id: Id }>(sql`DELETE FROM site_member WHERE site_id = ${siteId} RETURNING user_id AS id`);
  await ctx.db.run(sql`
    DELETE FROM record_share WHERE object = 'site' AND record_id = ${siteId} AND user_id = ANY(${former.map((each) => each.id)}::uuid[])`);
  if (members.length === 0) return;
  const rows = members.map((userId, position) => sql`(${siteId}, ${userId}, ${position})`);
  await ctx.db.run(sql`INSERT INTO site_member (site_id, user_id, position) VALUES ${join(rows)}`);
  const shares = members.map((userId) => sql`(${ctx.newId()}, 'site', ${siteId}, ${userId}, 'read', ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
  await ctx.db.run(sql`INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by) VALUES ${join(shares)} ON CONFLICT DO NOTHING`);
}

async function requireGiven(ctx: Context, { unit, projectManager, deputy, members = [] }: Partial<SiteValues>): Promise<void> {
  const issues: Issue[] = [];
  const people = [...new Set([...members, projectManager, deputy].filter((each) => typeof each === 'string'))];
  const found = await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM app_user WHERE id = ANY(${people}::uuid[]) AND is_active AND deleted_at IS NULL`);
  const known = new Set(found.map((each) => each.id));
  if (projectManager !== undefined && !known.has(projectManager)) issues.push({ path: 'projectManager', code: 'not-found', params: { value: projectManager } });
  if (typeof deputy === 'string' && !known.has(deputy)) issues.push({ path: 'deputy', code: 'not-found', params: { value: deputy } });
  if (members.some((each) => !known.has(each))) issues.push({ path: 'members', code: 'not-found', params: { value: members.find((each) => !known.has(each)) ?? '' } });
  if (new Set(members).size !== members.length) issues.push({ path: 'members', code: 'not-unique', params: { value: '' } });
  if (unit !== undefined && (await ctx.db.maybe(sql`SELECT 1 FROM org_unit WHERE id = ${unit} AND deleted_at IS NULL`)) === undefined) {
    issues.push({ path: 'unit', code: 'not-found', params: { value: unit } });
  }
  if (issues.length > 0) throw invalid(issues, false);
}

/** Removes a site; its days and ledger stay. Errors: record.not-found, record.in-use while a day is open. */
export async function removeSite(ctx: Context, id: Id): Promise<void> {
  const def = siteDef(ctx);
  await requireRecord(ctx, def, 'delete', id);
  const before = await loadForUpdate(ctx, def, id);
  if (!before || before.deletedAt !== null) throw fail('record.not-found');
  if ((await ctx.db.maybe(sql`SELECT 1 FROM roster_day WHERE site_id = ${id} AND status = 'open'`)) !== undefined) throw fail('record.in-use');
  await ctx.db.run(sql`UPDATE site SET deleted_at = ${ctx.now.toISOString()}, updated_at = ${ctx.now.toISOString()}, updated_by = ${authorOf(ctx)}, version = version + 1 WHERE id = ${id}`);
  await recordWrite(ctx, def, { action: 'delete', recordId: id, version: before.version + 1 });
}
