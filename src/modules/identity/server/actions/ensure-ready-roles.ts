import sql from 'sql-template-tag';
import { z } from 'zod';
import { isSameJson } from '#kernel/json.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { type RoleLine, type RoleParts, covers, linesOf, removedLines, sameLine } from '../role-lines.ts';
import { lockRights } from '../queries/people-facts.ts';
import { type RoleView, listRoles } from '../queries/list-roles.ts';
import { type ReadyRole, readyRoles } from '../ready-roles.ts';
import { writeParts } from './save-role.ts';

const offeredSchema = z.array(z.string());

/**
 * Brings what a version knows of the ready roles to the company's (PL-30). A role that is new is made, once: what the company
 * deleted stays away. One that the company never changed becomes what the version says. To one that it changed nothing is
 * added: what is new stands as an offer until somebody decides. Called at every start; run again, or by two processes at
 * once, it finds nothing to do.
 * @returns whether anybody's rights changed
 */
export async function ensureReadyRoles(ctx: Context, ready: readonly ReadyRole[] = readyRoles): Promise<boolean> {
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413002)`);
  await lockRights(ctx);
  const hasNew = await makeNewRoles(ctx, ready);
  const roles = new Map((await listRoles(ctx)).map((role) => [role.key, role]));
  const changed = new Set((await ctx.db.rows<{ key: string }>(sql`SELECT key FROM role WHERE is_changed OR NOT is_built_in`)).map(({ key }) => key));
  let isAnyTaken = hasNew;
  for (const [position, each] of ready.entries()) {
    const role = roles.get(each.key);
    if (!role?.isBuiltIn) continue;
    if (changed.has(each.key)) await offerLines(ctx, role, each);
    else isAnyTaken = (await takeVersion(ctx, role, each, position)) || isAnyTaken;
  }
  return isAnyTaken;
}

/** The parts of a ready role as roles have them. */
export function partsOf({ rights, grants, fields = {} }: ReadyRole): RoleParts {
  const byObject: Record<string, Record<string, { view: 'full' | 'masked' | 'hidden'; edit: boolean }>> = {};
  for (const [path, access] of Object.entries(fields)) {
    const [object = '', field = ''] = path.split('.');
    byObject[object] = { ...byObject[object], [field]: access };
  }
  return { rights, grants, fields: byObject };
}

async function makeNewRoles(ctx: Context, ready: readonly ReadyRole[]): Promise<boolean> {
  const row = await ctx.db.maybe<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = 'readyRoles'`);
  const offered = new Set(offeredSchema.safeParse(row?.value).data ?? []);
  const before = offered.size;
  for (const [position, role] of ready.entries()) {
    if (offered.has(role.key)) continue;
    offered.add(role.key);
    await ctx.db.run(sql`
      INSERT INTO role (key, label, description, is_built_in, rights, position, updated_at)
      VALUES (${role.key}, ${JSON.stringify(role.label)}::jsonb, ${JSON.stringify(role.description)}::jsonb, true, '{}', ${position}, ${ctx.now.toISOString()})
      ON CONFLICT (key) DO NOTHING`);
  }
  if (offered.size === before) return false;
  await ctx.db.run(sql`
    INSERT INTO setting (key, value, updated_at) VALUES ('readyRoles', ${JSON.stringify([...offered])}::jsonb, ${ctx.now.toISOString()})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`);
  return true;
}

const isSameParts = (a: RoleParts, b: RoleParts): boolean => isSameJson([...a.rights].toSorted(), [...b.rights].toSorted()) && isSameJson(a.grants, b.grants) && isSameJson(a.fields, b.fields);

/** A role that the company left as it was becomes what the version says, with a record of what changed. */
async function takeVersion(ctx: Context, role: RoleView, ready: ReadyRole, position: number): Promise<boolean> {
  const parts = partsOf(ready);
  await noteLines(ctx, ready.key, linesOf(parts), 'taken');
  await ctx.db.run(sql`
    UPDATE role SET label = ${JSON.stringify(ready.label)}::jsonb, description = ${JSON.stringify(ready.description)}::jsonb, position = ${position}
    WHERE key = ${ready.key} AND (label, description, position) IS DISTINCT FROM (${JSON.stringify(ready.label)}::jsonb, ${JSON.stringify(ready.description)}::jsonb, ${position}::int)`);
  if (isSameParts(role, parts)) return false;
  await writeParts(ctx, ready.key, parts);
  // One that was made just now begins with what it has.
  if (linesOf(role).length === 0) return true;
  await ctx.db.run(sql`UPDATE role SET version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE key = ${ready.key}`);
  const names = ['rights', 'grants', 'fields'] as const;
  const changes = Object.fromEntries(names.filter((name) => !isSameJson(role[name], parts[name])).map((name) => [name, [role[name], parts[name]] as const]));
  await writeAudit(ctx, [{ action: 'update', object: 'role', changes, detail: { key: ready.key, newVersion: true } }]);
  return true;
}

/** What the version brings for a role that the company changed: an offer, unless the role does it already or the company took it away. */
async function offerLines(ctx: Context, role: RoleView, ready: ReadyRole): Promise<void> {
  const lines = linesOf(partsOf(ready));
  const known = await ctx.db.rows<RoleLine & { state: string }>(sql`SELECT line, value, state FROM role_offer WHERE role = ${role.key}`);
  // Before offers were kept, the trail of audit is what tells new from taken away.
  const removed = known.length === 0 ? await formerlyRemoved(ctx, role.key) : [];
  const fresh = lines.filter((line) => !known.some((each) => sameLine(each, line)));
  const isIn = (list: readonly RoleLine[]) => (line: RoleLine) => list.some((each) => sameLine(each, line));
  await noteLines(ctx, role.key, fresh.filter((line) => covers(role, line)), 'taken');
  await noteLines(ctx, role.key, fresh.filter((line) => !covers(role, line) && isIn(removed)(line)), 'declined');
  await noteLines(ctx, role.key, fresh.filter((line) => !covers(role, line) && !isIn(removed)(line)), 'open');
  const over = known.filter((each) => each.state === 'open' && !isIn(lines)(each));
  for (const { line, value } of over) await ctx.db.run(sql`DELETE FROM role_offer WHERE role = ${role.key} AND line = ${line} AND value = ${value} AND state = 'open'`);
}

const noteLines = (ctx: Context, role: string, lines: readonly RoleLine[], state: 'open' | 'taken' | 'declined') => ctx.db.run(sql`
  INSERT INTO role_offer (role, line, value, state, offered_at, settled_at)
  SELECT ${role}, line, value, ${state}, ${ctx.now.toISOString()}, ${state === 'open' ? null : ctx.now.toISOString()}::timestamptz
  FROM json_to_recordset(${JSON.stringify(lines)}::json) AS l (line text, value text)
  ON CONFLICT (role, line, value) DO NOTHING`);

interface RoleChanges {
  readonly rights?: readonly [RoleParts['rights'], RoleParts['rights']];
  readonly grants?: readonly [RoleParts['grants'], RoleParts['grants']];
  readonly fields?: readonly [RoleParts['fields'], RoleParts['fields']];
}

/** What the company took away from a role, by the changes on record. */
async function formerlyRemoved(ctx: Context, role: string): Promise<RoleLine[]> {
  const entries = await ctx.db.rows<{ changes: RoleChanges }>(sql`
    SELECT changes FROM audit_entry WHERE object = 'role' AND action = 'update' AND detail->>'key' = ${role} AND changes IS NOT NULL ORDER BY at, id`);
  return entries.flatMap(({ changes: { rights = [[], []], grants = [{}, {}], fields = [{}, {}] } }) =>
    removedLines({ rights: rights[0], grants: grants[0], fields: fields[0] }, { rights: rights[1], grants: grants[1], fields: fields[1] }));
}
