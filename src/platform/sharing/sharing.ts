import sql from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { requireGrant, requireRecord } from '../access/allowed-ids.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { authorOf } from '../context/author.ts';
import type { Context } from '../context/context.ts';
import { loadForUpdate } from '../records/get-record.ts';
import { rootOf } from '../records/write-record.ts';

interface Named {
  readonly id: Id;
  readonly name: string;
}

/** Who sees a record besides its owner: a person or a whole unit (UX-10). */
export interface Collaborator {
  readonly user: Named | null;
  readonly unit: Named | null;
  readonly level: 'read' | 'write';
  /** Until this instant; for good when null. */
  readonly until: string | null;
  readonly since: string;
}

export interface SharingInput {
  readonly user?: Id | undefined;
  readonly unit?: Id | undefined;
  readonly level: 'read' | 'write';
  readonly until?: string | null | undefined;
}

/** Only objects with an owner are shared by record; others follow their parent. */
export function requireShareable(def: ObjectDef): void {
  if (def.access.kind !== 'owned') throw fail('record.not-found');
}

/** The collaborators of a record, those whose time is over left out. */
export async function sharingOf(ctx: Context, def: ObjectDef, id: Id): Promise<{ collaborators: Collaborator[]; canShare: boolean }> {
  requireShareable(def);
  requireGrant(ctx, def, 'read');
  await requireRecord(ctx, def, 'read', id);
  const canShare = await requireRecord(ctx, def, 'share', id).then(() => true, () => false);
  return { collaborators: await readSharing(ctx, def, id), canShare };
}

async function readSharing(ctx: Context, def: ObjectDef, id: Id): Promise<Collaborator[]> {
  const rows = await ctx.db.rows<Collaborator>(sql`
    SELECT CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS user,
      CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END AS unit,
      s.level, s.until_at AS until, s.created_at AS since
    FROM record_share s LEFT JOIN app_user u ON u.id = s.user_id LEFT JOIN org_unit o ON o.id = s.unit_id
    WHERE s.object = ${def.key} AND s.record_id = ${id} AND (s.until_at IS NULL OR s.until_at > ${ctx.now.toISOString()})
    ORDER BY s.created_at, s.id`);
  return rows.map((row) => ({ ...row, until: row.until === null ? null : toIso(row.until), since: toIso(row.since) }));
}

const toIso = (text: string): string => new Date(text).toISOString();

const keyOf = (c: { user?: Id | Named | null | undefined; unit?: Id | Named | null | undefined }): string => {
  const id = (value: Id | Named | null | undefined) => (typeof value === 'object' && value !== null ? value.id : (value ?? ''));
  return `${id(c.user)}/${id(c.unit)}`;
};

/** Makes exactly these the collaborators. Answers who is new, so that they can be told. */
export async function setSharing(ctx: Context, def: ObjectDef, id: Id, wanted: readonly SharingInput[]): Promise<{ added: Id[] }> {
  requireShareable(def);
  requireGrant(ctx, def, 'share');
  const record = await loadForUpdate(ctx, def, id);
  if (!record || record.deletedAt !== null) throw fail('record.not-found');
  await requireRecord(ctx, def, 'share', id);
  // Nobody hands out more than they have themselves.
  if (wanted.some((one) => one.level === 'write')) await requireRecord(ctx, def, 'update', id);
  await checkInput(ctx, wanted);
  const before = await readSharing(ctx, def, id);
  await writeSharing(ctx, def, id, wanted);
  const after = await readSharing(ctx, def, id);
  const describe = (one: Collaborator) => ({ user: one.user, unit: one.unit, level: one.level, until: one.until });
  const known = new Map(before.map((one) => [keyOf(one), JSON.stringify(describe(one))]));
  const changed = after.filter((one) => known.get(keyOf(one)) !== JSON.stringify(describe(one)));
  const kept = new Set(after.map(keyOf));
  const removed = before.filter((one) => !kept.has(keyOf(one)));
  if (changed.length + removed.length === 0) return { added: [] };
  const customerId = rootOf(def, id, record.values);
  await writeAudit(ctx, [{ action: 'share', object: def.key, recordId: id, customerId, detail: { set: changed.map(describe), removed: removed.map(describe) } }]);
  ctx.announce({ object: def.key, id, action: 'share', version: record.version, ...(customerId && { customerId }), actorId: ctx.actor.userId });
  return { added: changed.filter((one) => !known.has(keyOf(one))).flatMap((one) => one.user?.id ?? []) };
}

async function checkInput(ctx: Context, wanted: readonly SharingInput[]): Promise<void> {
  const found = await ctx.db.one<{ users: Id[]; units: Id[] }>(sql`
    SELECT ARRAY(SELECT id FROM app_user WHERE id = ANY(${wanted.flatMap((one) => one.user ?? [])}::uuid[]) AND is_active AND deleted_at IS NULL) AS users,
      ARRAY(SELECT id FROM org_unit WHERE id = ANY(${wanted.flatMap((one) => one.unit ?? [])}::uuid[]) AND deleted_at IS NULL) AS units`);
  const users = new Set(found.users);
  const units = new Set(found.units);
  const seen = new Set<string>();
  const issues = wanted.flatMap((one, index): Issue[] => {
    const path = `collaborators.${index}`;
    if ((one.user === undefined) === (one.unit === undefined)) return [{ path, code: 'invalid' }];
    if (one.user !== undefined && !users.has(one.user)) return [{ path: `${path}.user`, code: 'not-found', params: { value: one.user } }];
    if (one.unit !== undefined && !units.has(one.unit)) return [{ path: `${path}.unit`, code: 'not-found', params: { value: one.unit } }];
    if (seen.has(keyOf(one))) return [{ path, code: 'not-unique', params: { value: one.user ?? one.unit ?? '' } }];
    seen.add(keyOf(one));
    const isOver = typeof one.until === 'string' && new Date(one.until) <= ctx.now;
    return isOver ? [{ path: `${path}.until`, code: 'too-small', params: { min: ctx.now.toISOString() } }] : [];
  });
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
}

/** Kept ones keep the day from which they see the record. */
async function writeSharing(ctx: Context, def: ObjectDef, id: Id, wanted: readonly SharingInput[]): Promise<void> {
  const people = wanted.flatMap((one) => one.user ?? []);
  const units = wanted.flatMap((one) => one.unit ?? []);
  await ctx.db.run(sql`
    DELETE FROM record_share WHERE object = ${def.key} AND record_id = ${id}
      AND NOT coalesce(user_id = ANY(${people}::uuid[]), false) AND NOT coalesce(unit_id = ANY(${units}::uuid[]), false)`);
  for (const one of wanted) {
    const values = sql`(${ctx.newId()}, ${def.key}, ${id}, ${one.user ?? null}, ${one.unit ?? null}, ${one.level}, ${one.until ?? null},
      ${ctx.now.toISOString()}, ${authorOf(ctx)})`;
    const insert = sql`INSERT INTO record_share (id, object, record_id, user_id, unit_id, level, until_at, created_at, created_by) VALUES ${values}`;
    await ctx.db.run(one.user === undefined
      ? sql`${insert} ON CONFLICT (record_id, unit_id) WHERE unit_id IS NOT NULL DO UPDATE SET level = excluded.level, until_at = excluded.until_at`
      : sql`${insert} ON CONFLICT (record_id, user_id) WHERE user_id IS NOT NULL DO UPDATE SET level = excluded.level, until_at = excluded.until_at`);
  }
}
