import sql from 'sql-template-tag';
import { z } from 'zod';
import { type Issue, fail } from '#kernel/failure.ts';
import { isSameJson } from '#kernel/json.ts';
import { objectActions, scopes } from '#meta/object.ts';
import { locate } from '#meta/registry.ts';
import { type Changes, writeAudit } from '#platform/audit/write-audit.ts';
import { rights } from '#platform/context/actor.ts';
import type { Context } from '#platform/context/context.ts';
import { EVERY_OBJECT, loadActor } from '../load-actor.ts';
import { isInNetworks, isNetwork } from '../credentials/networks.ts';
import { type BaseServices, dropActors } from '../own-action.ts';
import type { RoleParts } from '../role-lines.ts';
import { lockRights, requireAdministrators } from '../queries/people-facts.ts';
import { readRole } from '../queries/list-roles.ts';

const label = z.strictObject({ 'zh-CN': z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) });
const description = z.strictObject({ 'zh-CN': z.string().trim().max(300), en: z.string().trim().max(300) });

const parts = {
  label,
  description: description.nullable(),
  rights: z.array(z.enum(rights)),
  /** Object (or `*`) → action → scope. */
  grants: z.record(z.string().max(80), z.partialRecord(z.enum(objectActions), z.enum(scopes))),
  /** Object → field → access, where it differs from the field's default. */
  fields: z.record(z.string().max(80), z.record(z.string().max(100), z.strictObject({
    view: z.enum(['full', 'masked', 'hidden']), edit: z.boolean(),
  }))),
  requiresTwoFactor: z.boolean(),
  allowedNetworks: z.array(z.string().max(64)).max(40),
  position: z.int().min(0).max(10_000),
};
const key = z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/);

export const roleChange = z.strictObject(parts).partial();
export const newRole = roleChange.extend({ key, label });
export type RoleChange = z.infer<typeof roleChange>;
const facts = z.strictObject(parts);
type RoleFacts = z.infer<typeof facts>;

const empty: Omit<RoleFacts, 'label'> = {
  description: null, rights: [], grants: {}, fields: {}, requiresTwoFactor: false, allowedNetworks: [], position: 100,
};

const changed = (base: RoleFacts, change: RoleChange): RoleFacts => ({
  label: change.label ?? base.label,
  description: change.description === undefined ? base.description : change.description,
  rights: change.rights ?? base.rights,
  grants: change.grants ?? base.grants,
  fields: change.fields ?? base.fields,
  requiresTwoFactor: change.requiresTwoFactor ?? base.requiresTwoFactor,
  allowedNetworks: change.allowedNetworks ?? base.allowedNetworks,
  position: change.position ?? base.position,
});

/** A new role. Errors: record.duplicate, request.invalid. */
export async function createRole(services: BaseServices, ctx: Context, body: z.infer<typeof newRole>): Promise<void> {
  const role = changed({ ...empty, label: body.label }, body);
  requireValid(ctx, role, undefined);
  const inserted = await ctx.db.run(sql`
    INSERT INTO role (key, label, version, updated_at) VALUES (${body.key}, '{}', 0, ${ctx.now.toISOString()}) ON CONFLICT DO NOTHING`);
  if (inserted === 0) throw fail('record.duplicate', {}, [{ path: 'key', code: 'not-unique', params: { value: body.key } }]);
  await write(ctx, body.key, role);
  await writeAudit(ctx, [{ action: 'create', object: 'role', detail: { key: body.key, ...role } }]);
  dropActors(services, ctx);
}

/** Changes the given parts of a role, in force with the next request of everybody who has it (SEC-14). */
export async function updateRole(
  services: BaseServices, ctx: Context, key: string, change: RoleChange, version: number | undefined,
): Promise<void> {
  await lockRights(ctx);
  const before = await readRole(ctx, key);
  if (version !== undefined && version !== before.version) throw fail('record.stale', {}, [], { current: before, yours: change });
  const role = changed(before, change);
  requireValid(ctx, role, before);
  await write(ctx, key, role);
  await requireAdministrators(ctx, 'rights');
  await requireStillInside(services, ctx);
  await writeAudit(ctx, [{ action: 'update', object: 'role', changes: differences(before, role), detail: { key } }]);
  dropActors(services, ctx);
}

function differences(before: RoleFacts, after: RoleFacts): Changes {
  const names = facts.keyof().options;
  return Object.fromEntries(names.filter((name) => !isSameJson(before[name], after[name])).map((name) => [name, [before[name], after[name]]]));
}

/** Removes a role that nobody has. */
export async function removeRole(services: BaseServices, ctx: Context, key: string): Promise<void> {
  await lockRights(ctx);
  const before = await readRole(ctx, key);
  const { count } = await ctx.db.one<{ count: number }>(sql`SELECT count(*)::int AS count FROM user_role WHERE role = ${key}`);
  if (count > 0) throw fail('record.in-use');
  await ctx.db.run(sql`DELETE FROM role WHERE key = ${key}`);
  await writeAudit(ctx, [{ action: 'delete', object: 'role', detail: { key, ...changed(before, {}) } }]);
  dropActors(services, ctx);
}

/**
 * Objects and fields must exist, unless the role named them before (an object that was taken away since); the names and
 * codes of records can never be hidden, nor shortened.
 */
function requireValid(ctx: Context, role: RoleFacts, before: RoleFacts | undefined): void {
  const issues: Issue[] = [];
  for (const object of Object.keys(role.grants)) {
    const isKnown = object === EVERY_OBJECT || ctx.registry.object(object) !== undefined || before?.grants[object] !== undefined;
    if (!isKnown) issues.push({ path: `grants.${object}`, code: 'unknown' });
  }
  for (const [object, fields] of Object.entries(role.fields)) {
    for (const [key, { view }] of Object.entries(fields)) {
      const path = `fields.${object}.${key}`;
      const field = locate(ctx.registry, object, key);
      const isName = field !== undefined && (field.identity === true || ctx.registry.object(object)?.title === key);
      if (field === undefined && before?.fields[object]?.[key] === undefined) issues.push({ path, code: 'unknown' });
      else if (isName && view !== 'full') issues.push({ path, code: 'not-allowed' });
    }
  }
  role.allowedNetworks.forEach((network, index) => {
    if (!isNetwork(network)) issues.push({ path: `allowedNetworks.${index}`, code: 'not-a-network' });
  });
  if (issues.length > 0) throw fail('request.invalid', {}, issues);
}

async function write(ctx: Context, key: string, role: RoleFacts): Promise<void> {
  await ctx.db.run(sql`
    UPDATE role SET label = ${JSON.stringify(role.label)}::jsonb,
      description = ${role.description === null ? null : JSON.stringify(role.description)}::jsonb, requires_two_factor = ${role.requiresTwoFactor},
      allowed_networks = ${role.allowedNetworks}::text[], position = ${role.position},
      is_changed = true, version = version + 1, updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId}
    WHERE key = ${key}`);
  await writeParts(ctx, key, role);
}

/** Writes the rights, grants and field rights of a role, all of them. */
export async function writeParts(ctx: Context, key: string, role: RoleParts): Promise<void> {
  await ctx.db.run(sql`UPDATE role SET rights = ${[...new Set(role.rights)]}::text[] WHERE key = ${key}`);
  const grants = Object.entries(role.grants).flatMap(([object, actions]) =>
    Object.entries(actions).map(([action, scope]) => ({ object, action, scope })));
  await ctx.db.run(sql`DELETE FROM role_grant WHERE role = ${key}`);
  await ctx.db.run(sql`
    INSERT INTO role_grant (role, object, action, scope)
    SELECT ${key}, object, action, scope FROM json_to_recordset(${JSON.stringify(grants)}::json) AS g (object text, action text, scope text)`);
  const fields = Object.entries(role.fields).flatMap(([object, keys]) =>
    Object.entries(keys).map(([field, access]) => ({ object, field, ...access })));
  await ctx.db.run(sql`DELETE FROM role_field WHERE role = ${key}`);
  await ctx.db.run(sql`
    INSERT INTO role_field (role, object, field, view, edit)
    SELECT ${key}, object, field, view, edit
    FROM json_to_recordset(${JSON.stringify(fields)}::json) AS f (object text, field text, view text, edit boolean)`);
}

/** Nobody shuts themselves out by naming networks that they are not in. */
async function requireStillInside(services: BaseServices, ctx: Context): Promise<void> {
  if (ctx.actor.kind === 'system') return;
  const self = await loadActor(ctx.db, services.registry(), ctx.actor.userId, ctx.now);
  if (self !== undefined && !isInNetworks(ctx.ip, self.networks)) {
    throw fail('request.invalid', {}, [{ path: 'allowedNetworks', code: 'not-allowed' }]);
  }
}
