import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { type ObjectAction, type Scope, objectActions, scopes } from '#meta/object.ts';
import type { Registry } from '#meta/registry.ts';
import { locate } from '#meta/registry.ts';
import type { FieldAccess } from '#meta/view-model.ts';
import { defaultFieldAccess } from '#platform/access/field-access.ts';
import { type Actor, type Right, rights } from '#platform/context/actor.ts';
import type { Db } from '#platform/db/database.ts';
import { isPasswordExpired, toSignInSettings } from './sign-in-settings.ts';

/** Stands in a grant for every object, those an administrator makes later included. */
export const EVERY_OBJECT = '*';

export interface LoadedActor {
  readonly actor: Actor;
  /** Networks of each role that names some (SEC-10). */
  readonly networks: readonly (readonly string[])[];
  readonly idleMs: number;
  /** Until a new password or an authenticator is set, the actor has no rights at all (SEC-5). */
  readonly mustChangePassword: boolean;
  readonly mustSetUpTwoFactor: boolean;
  /** Milliseconds since 1970 when a delegation begins or ends, the next one. */
  readonly nextChangeAt: number;
}

interface RoleRow {
  readonly key: string;
  readonly rights: readonly string[];
  readonly requiresTwoFactor: boolean;
  readonly networks: readonly string[];
}
type GrantRow = readonly [role: string, object: string, action: string, scope: string];
type FieldRow = readonly [role: string, object: string, field: string, view: FieldAccess['view'], edit: boolean];

interface ActorRow {
  readonly id: Id;
  readonly username: string;
  readonly name: string;
  readonly locale: string;
  readonly time_zone: string;
  readonly unit_id: Id | null;
  readonly must_change_password: boolean;
  readonly password_changed_at: string | null;
  readonly has_totp: boolean;
  readonly roles: readonly RoleRow[];
  readonly grants: readonly GrantRow[];
  readonly fields: readonly FieldRow[];
  readonly units: readonly Id[];
  readonly units_below: readonly Id[];
  readonly delegations: readonly { readonly from: Id; readonly fromAt: string; readonly untilAt: string }[];
  readonly settings: unknown;
}

/** Everything that decides what an active person may do, in one query; undefined when there is no such active person. */
export async function loadActor(db: Db, registry: Registry, userId: Id, now: Date): Promise<LoadedActor | undefined> {
  const row = await db.maybe<ActorRow>(actorQuery(userId, now));
  if (row === undefined) return undefined;
  const settings = toSignInSettings(row.settings);
  const mustChangePassword = row.must_change_password || isPasswordExpired(settings, row.password_changed_at, now);
  const mustSetUpTwoFactor = !row.has_totp && row.roles.some((role) => role.requiresTwoFactor);
  const isLimited = mustChangePassword || mustSetUpTwoFactor;
  const changes = row.delegations.flatMap((d) => [Date.parse(d.fromAt), Date.parse(d.untilAt)]);
  const active = row.delegations.filter((d) => Date.parse(d.fromAt) <= now.getTime());
  const actor: Actor = {
    userId: row.id,
    username: row.username,
    name: row.name,
    locale: toLocale(row.locale),
    timeZone: row.time_zone,
    kind: 'user',
    roles: row.roles.map((role) => role.key),
    rights: isLimited ? new Set() : rightsOf(row.roles),
    grants: isLimited ? new Map() : grantsOf(row.grants, registry),
    fieldAccess: fieldAccessFrom(row.fields, row.grants, registry),
    selves: [...new Set([row.id, ...active.map((d) => d.from)])],
    primaryUnit: row.unit_id,
    units: row.units,
    unitsBelow: row.units_below,
  };
  return {
    actor,
    networks: row.roles.map((role) => role.networks),
    idleMs: settings.idleHours * 3_600_000,
    mustChangePassword,
    mustSetUpTwoFactor,
    nextChangeAt: Math.min(Infinity, ...changes.filter((at) => at > now.getTime())),
  };
}

export const toLocale = (text: string): Locale => (text === 'en' ? 'en' : 'zh-CN');

const actorQuery = (userId: Id, now: Date) => sql`
  WITH held AS (
    SELECT r.* FROM user_role ur JOIN role r ON r.key = ur.role WHERE ur.user_id = ${userId}
  ), own AS (
    SELECT unit_id FROM app_user WHERE id = ${userId} AND unit_id IS NOT NULL
    UNION SELECT unit_id FROM user_unit WHERE user_id = ${userId}
  )
  SELECT u.id, u.username, u.name, u.locale, u.time_zone, u.unit_id, u.must_change_password, u.password_changed_at,
    u.totp_cipher IS NOT NULL AS has_totp,
    (SELECT coalesce(json_agg(json_build_object('key', key, 'rights', rights, 'requiresTwoFactor', requires_two_factor,
      'networks', allowed_networks) ORDER BY position, key), '[]') FROM held) AS roles,
    (SELECT coalesce(json_agg(json_build_array(g.role, g.object, g.action, g.scope)), '[]')
      FROM role_grant g JOIN held ON held.key = g.role) AS grants,
    (SELECT coalesce(json_agg(json_build_array(f.role, f.object, f.field, f.view, f.edit)), '[]')
      FROM role_field f JOIN held ON held.key = f.role) AS fields,
    ARRAY(SELECT unit_id FROM own) AS units,
    -- Removed units count: their records stay within reach of the units above.
    ARRAY(SELECT o.id FROM org_unit o WHERE o.path && ARRAY(SELECT unit_id FROM own)) AS units_below,
    (SELECT coalesce(json_agg(json_build_object('from', d.from_user, 'fromAt', d.from_at, 'untilAt', d.until_at)), '[]')
      FROM delegation d WHERE d.to_user = u.id AND d.revoked_at IS NULL AND d.until_at > ${now.toISOString()}) AS delegations,
    (SELECT value FROM setting WHERE key = 'signIn') AS settings
  FROM app_user u WHERE u.id = ${userId} AND u.is_active AND u.deleted_at IS NULL`;

const isRight = (text: string): text is Right => rights.some((right) => right === text);
const isAction = (text: string): text is ObjectAction => objectActions.some((action) => action === text);
const isScope = (text: string): text is Scope => scopes.some((scope) => scope === text);

const rightsOf = (roles: readonly RoleRow[]): Set<Right> => new Set(roles.flatMap((role) => role.rights.filter(isRight)));

/** The widest scope of all roles wins. */
function grantsOf(rows: readonly GrantRow[], registry: Registry): Map<string, Map<ObjectAction, Scope>> {
  const grants = new Map<string, Map<ObjectAction, Scope>>();
  const everywhere = registry.objects.map((def) => def.key);
  for (const [, target, action, scope] of rows) {
    if (!isAction(action) || !isScope(scope)) continue;
    for (const object of target === EVERY_OBJECT ? everywhere : [target]) {
      const actions = grants.get(object) ?? new Map<ObjectAction, Scope>();
      const held = actions.get(action);
      if (held === undefined || scopes.indexOf(scope) > scopes.indexOf(held)) actions.set(action, scope);
      grants.set(object, actions);
    }
  }
  return grants;
}

const generosity = { hidden: 0, masked: 1, full: 2 } as const;

/**
 * The most generous of the person's roles decides. A role that reads the object and says nothing about the field counts
 * with the field's default; a role that has nothing to do with the object does not count.
 */
function fieldAccessFrom(rows: readonly FieldRow[], grants: readonly GrantRow[], registry: Registry): Map<string, FieldAccess> {
  const result = new Map<string, FieldAccess>();
  for (const [path, said] of Map.groupBy(rows, ([, object, field]) => `${object}.${field}`)) {
    const [, object = '', key = ''] = said[0] ?? [];
    const field = locate(registry, object, key);
    if (field === undefined) continue;
    const fallback = defaultFieldAccess(field);
    const readers = new Set(
      grants.filter((g) => g[2] === 'read' && (g[1] === object || g[1] === EVERY_OBJECT)).map((g) => g[0]));
    const silent = [...readers].some((role) => !said.some((row) => row[0] === role));
    const voices = [...said.map(([, , , view, edit]) => ({ view, edit })), ...(silent ? [fallback] : [])];
    const view = voices.reduce<FieldAccess['view']>((best, v) => (generosity[v.view] > generosity[best] ? v.view : best), 'hidden');
    result.set(path, { view, edit: voices.some((v) => v.edit) });
  }
  return result;
}
