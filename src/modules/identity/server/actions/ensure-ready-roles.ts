import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Context } from '#platform/context/context.ts';
import { type ReadyRole, readyRoles } from '../ready-roles.ts';

const offeredSchema = z.array(z.string());

/**
 * Brings the ready roles into the database, each part once: a role or an object's grants that were offered before are
 * not put back when the company took them away. Called at every start, so that the objects of a new version reach the roles.
 */
export async function ensureReadyRoles(ctx: Context): Promise<void> {
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413002)`);
  const row = await ctx.db.maybe<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = 'readyRoles'`);
  const offered = new Set(offeredSchema.safeParse(row?.value).data ?? []);
  const before = offered.size;
  for (const [position, role] of readyRoles.entries()) await offerRole(ctx, role, position, offered);
  if (offered.size === before) return;
  await ctx.db.run(sql`
    INSERT INTO setting (key, value, updated_at) VALUES ('readyRoles', ${JSON.stringify([...offered])}::jsonb, ${ctx.now.toISOString()})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`);
}

async function offerRole(ctx: Context, role: ReadyRole, position: number, offered: Set<string>): Promise<void> {
  if (!offered.has(role.key)) {
    offered.add(role.key);
    await ctx.db.run(sql`
      INSERT INTO role (key, label, description, is_built_in, rights, position, updated_at)
      VALUES (${role.key}, ${JSON.stringify(role.label)}::jsonb, ${JSON.stringify(role.description)}::jsonb, true,
        ${[...role.rights]}::text[], ${position}, ${ctx.now.toISOString()})
      ON CONFLICT (key) DO NOTHING`);
  }
  for (const [object, actions] of Object.entries(role.grants)) {
    const mark = `${role.key}:${object}`;
    if (offered.has(mark)) continue;
    offered.add(mark);
    await ctx.db.run(sql`
      INSERT INTO role_grant (role, object, action, scope)
      SELECT r.key, ${object}, a.action, a.scope
      FROM role r, unnest(${Object.keys(actions)}::text[], ${Object.values(actions)}::text[]) AS a (action, scope)
      WHERE r.key = ${role.key} ON CONFLICT DO NOTHING`);
  }
  for (const [path, access] of Object.entries(role.fields ?? {})) {
    const mark = `${role.key}:${path}`;
    if (offered.has(mark)) continue;
    offered.add(mark);
    const [object = '', field = ''] = path.split('.');
    await ctx.db.run(sql`
      INSERT INTO role_field (role, object, field, view, edit)
      SELECT r.key, ${object}, ${field}, ${access.view}, ${access.edit} FROM role r WHERE r.key = ${role.key} ON CONFLICT DO NOTHING`);
  }
}
