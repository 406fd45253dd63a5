import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { ObjectAction, Scope } from '#meta/object.ts';
import type { FieldAccess } from '#meta/view-model.ts';
import type { Right } from '#platform/context/actor.ts';
import type { Context } from '#platform/context/context.ts';

export interface RoleView {
  readonly key: string;
  readonly label: { 'zh-CN': string; en: string };
  readonly description: { 'zh-CN': string; en: string } | null;
  readonly rights: Right[];
  readonly grants: Record<string, Partial<Record<ObjectAction, Scope>>>;
  readonly fields: Record<string, Record<string, { view: FieldAccess['view']; edit: boolean }>>;
  readonly requiresTwoFactor: boolean;
  readonly allowedNetworks: string[];
  readonly position: number;
  readonly isBuiltIn: boolean;
  /** How many people have it. */
  readonly people: number;
  readonly version: number;
}

const roleQuery = (key: string | null) => sql`
  SELECT r.key, r.label, r.description, r.rights, r.requires_two_factor AS "requiresTwoFactor", r.allowed_networks AS "allowedNetworks",
    r.position, r.is_built_in AS "isBuiltIn", r.version,
    (SELECT count(*)::int FROM user_role ur WHERE ur.role = r.key) AS people,
    (SELECT coalesce(json_object_agg(object, actions), '{}') FROM (
      SELECT object, json_object_agg(action, scope ORDER BY action) AS actions FROM role_grant WHERE role = r.key GROUP BY object ORDER BY object) g) AS grants,
    (SELECT coalesce(json_object_agg(object, keys), '{}') FROM (
      SELECT object, json_object_agg(field, json_build_object('view', view, 'edit', edit) ORDER BY field) AS keys
      FROM role_field WHERE role = r.key GROUP BY object ORDER BY object) f) AS fields
  FROM role r WHERE ${key}::text IS NULL OR r.key = ${key} ORDER BY r.position, r.key`;

/** All roles with their grants and field rights. */
export const listRoles = (ctx: Context): Promise<RoleView[]> => ctx.db.rows<RoleView>(roleQuery(null));

/** What everybody may know of the roles: their names. */
export const listRoleNames = (ctx: Context): Promise<{ key: string; label: Bilingual; description: Bilingual | null }[]> =>
  ctx.db.rows(sql`SELECT key, label, description FROM role ORDER BY position, key`);

export async function readRole(ctx: Context, key: string): Promise<RoleView> {
  const [role] = await ctx.db.rows<RoleView>(roleQuery(key));
  if (role === undefined) throw fail('record.not-found');
  return role;
}

export interface RolePerson {
  readonly id: Id;
  readonly name: string;
  readonly username: string;
  readonly isActive: boolean;
  readonly unit: string | null;
}

/** Who has a role, active people first. */
export const listRolePeople = (ctx: Context, key: string): Promise<RolePerson[]> => ctx.db.rows(sql`
  SELECT u.id, u.name, u.username, u.is_active AS "isActive", o.name AS unit
  FROM user_role ur JOIN app_user u ON u.id = ur.user_id AND u.deleted_at IS NULL LEFT JOIN org_unit o ON o.id = u.unit_id
  WHERE ur.role = ${key} ORDER BY u.is_active DESC, u.name, u.id LIMIT 1000`);
