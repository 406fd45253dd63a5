import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import type { ObjectAction, ObjectDef, Scope } from '#meta/object.ts';
import type { Context, FullRecord } from '#platform/context/context.ts';
import { loadFull } from '#platform/records/get-record.ts';

export interface RoleGrant {
  readonly role: string;
  readonly action: ObjectAction;
  readonly scope: Scope;
}

/** Which of a person's roles grant what on an object; `*` stands for every object. */
export const grantsOfRoles = (ctx: Context, userId: Id, object: string, locale: Locale): Promise<RoleGrant[]> => ctx.db.rows(sql`
  SELECT r.label->>${locale} AS role, g.action, g.scope FROM user_role ur JOIN role r ON r.key = ur.role
  JOIN role_grant g ON g.role = r.key AND g.object IN (${object}, '*')
  WHERE ur.user_id = ${userId} ORDER BY r.position, r.key, g.action`);

export interface Share {
  readonly level: 'read' | 'write';
  /** The unit's name when it is shared with a unit. */
  readonly unit: string | null;
}

export const sharesFor = (ctx: Context, object: string, record: Id, users: readonly Id[], units: readonly Id[]): Promise<Share[]> =>
  ctx.db.rows(sql`
    SELECT s.level, o.name AS unit FROM record_share s LEFT JOIN org_unit o ON o.id = s.unit_id
    WHERE s.object = ${object} AND s.record_id = ${record} AND (s.until_at IS NULL OR s.until_at > ${ctx.now.toISOString()})
      AND (s.user_id = ANY(${[...users]}::uuid[]) OR s.unit_id = ANY(${[...units]}::uuid[]))
    ORDER BY s.level DESC, o.name`);

/** Until when the owner lets the person stand in. */
export async function delegatedUntil(ctx: Context, from: Id, to: Id): Promise<string | undefined> {
  const row = await ctx.db.maybe<{ until: string }>(sql`
    SELECT to_json(max(until_at)) AS until FROM delegation
    WHERE from_user = ${from} AND to_user = ${to} AND revoked_at IS NULL AND from_at <= ${ctx.now.toISOString()} AND until_at > ${ctx.now.toISOString()}`);
  return row?.until ?? undefined;
}

export async function namesOf(ctx: Context, ids: readonly (Id | null)[]): Promise<ReadonlyMap<Id, string>> {
  const wanted = ids.filter((id) => id !== null);
  const rows = await ctx.db.rows<{ id: Id; name: string }>(sql`
    SELECT id, name FROM app_user WHERE id = ANY(${wanted}::uuid[]) UNION ALL SELECT id, name FROM org_unit WHERE id = ANY(${wanted}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface PlacedRecord {
  readonly def: ObjectDef;
  readonly record: FullRecord;
}

const MAX_STEPS = 6;

/** The record and, for one that is seen through its parent, the parents up to the one that has an owner. */
export async function chainOf(ctx: Context, def: ObjectDef, id: Id): Promise<PlacedRecord[]> {
  const chain: PlacedRecord[] = [];
  let next: { def: ObjectDef; id: Id } | undefined = { def, id };
  while (next !== undefined && chain.length < MAX_STEPS) {
    const [record]: FullRecord[] = await loadFull(ctx, next.def, [next.id]);
    if (record === undefined) return chain;
    chain.push({ def: next.def, record });
    next = parentOf(ctx, next.def, record);
  }
  return chain;
}

function parentOf(ctx: Context, def: ObjectDef, record: FullRecord): { def: ObjectDef; id: Id } | undefined {
  if (def.access.kind !== 'via') return undefined;
  const { field: key } = def.access;
  const target = def.fields.find((field) => field.key === key)?.target;
  const parent = target === undefined ? undefined : ctx.registry.object(target);
  const id = record.values[key];
  return parent !== undefined && typeof id === 'string' ? { def: parent, id } : undefined;
}
