import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { incentiveEntryObject, incentiveRunObject } from '../../objects/performance.objects.ts';
import { visiblePerson } from '../sheet/sheet-scope.ts';

const MOST = 200;

interface ListedRun {
  readonly id: Id;
  readonly kind: 'award' | 'correction';
  readonly month: string;
  readonly state: 'draft' | 'submitted' | 'posted' | 'dropped';
  readonly unit: string | null;
  readonly owner: string | null;
  readonly people: number;
  readonly points: string;
  readonly amount: string;
  readonly reason: string | null;
  readonly computedAt: string | null;
  readonly postedAt: string | null;
}

const columns = sql`r.id, r.kind, r.month, r.state, o.name AS unit, u.name AS owner, r.people, r.points::text AS points, r.amount::text AS amount, r.reason, r.computed_at AS "computedAt", r.posted_at AS "postedAt"`;
const source = sql`incentive_run r LEFT JOIN org_unit o ON o.id = r.unit_id LEFT JOIN app_user u ON u.id = r.owner_id`;
const may = (ctx: Context) => {
  requireFields(ctx, incentiveRunObject.key, 'points', 'amount', 'state', 'month', 'kind', 'people', 'reason');
  return sql`r.deleted_at IS NULL AND ${predicateSql(ctx, incentiveRunObject, 'read', 'r')}`;
};
const told = (row: ListedRun): ListedRun => ({ ...row, computedAt: row.computedAt === null ? null : isoTime(row.computedAt), postedAt: row.postedAt === null ? null : isoTime(row.postedAt) });

/** Runs that the caller may see, the newest month first, and the schemes that can be run. */
export async function listRuns(ctx: Context) {
  const rows = await ctx.db.rows<ListedRun>(sql`SELECT ${columns} FROM ${source} WHERE ${may(ctx)} ORDER BY r.month DESC, r.created_at DESC, r.id DESC LIMIT ${MOST}`);
  const schemes = await ctx.db.rows<{ key: string; label: Bilingual; policy: string }>(sql`
    SELECT k.key, k.label, p.key AS policy FROM policy p JOIN policy_pack k ON k.id = p.pack_id WHERE p.point = 'incentive' ORDER BY k.key`);
  return { data: rows.map(told), schemes };
}

/** One run with its lines. Errors: record.not-found. */
export async function readRun(ctx: Context, id: Id) {
  const row = await ctx.db.maybe<ListedRun>(sql`SELECT ${columns} FROM ${source} WHERE r.id = ${id} AND ${may(ctx)}`);
  if (!row) throw fail('record.not-found');
  const lines = await ctx.db.rows<{ id: Id; personId: Id; person: string; points: string; amount: string; clause: string | null; decision: Id | null; corrects: Id | null }>(sql`
    SELECT l.id, l.person_id AS "personId", u.name AS person, l.points::text AS points, l.amount::text AS amount, l.clause, l.decision_id AS decision, l.corrects_id AS corrects
    FROM incentive_line l JOIN app_user u ON u.id = l.person_id WHERE l.run_id = ${id} ORDER BY l.points DESC, u.name, l.id`);
  const approval = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM approval WHERE kind = 'performance.incentive' AND subject_id = ${id} ORDER BY created_at DESC, id DESC LIMIT 1`);
  return { ...told(row), lines, approvalId: approval?.id ?? null };
}

interface EntryLine {
  readonly id: Id;
  readonly month: string;
  readonly kind: 'award' | 'correction';
  readonly points: string;
  readonly amount: string;
  readonly clause: string | null;
  readonly decision: Id | null;
  readonly reason: string | null;
  readonly corrects: Id | null;
  readonly at: string;
}

/** A person's entries, the newest month first, corrections below what they correct, and what they add up to. Errors: record.not-found. */
export async function readEntries(ctx: Context, whose: string) {
  const person = await visiblePerson(ctx, whose);
  requireFields(ctx, incentiveEntryObject.key, 'points', 'amount', 'month', 'kind', 'clause', 'reason');
  const mine = sql`e.owner_id = ${person.id} AND e.deleted_at IS NULL AND ${predicateSql(ctx, incentiveEntryObject, 'read', 'e')}`;
  const rows = await ctx.db.rows<EntryLine>(sql`
    SELECT e.id, e.month, e.kind, e.points::text AS points, e.amount::text AS amount, e.clause, e.decision_id AS decision, e.reason, e.corrects_id AS corrects, e.created_at AS at
    FROM incentive_entry e WHERE ${mine} ORDER BY e.month DESC, coalesce(e.corrects_id, e.id), e.kind, e.id LIMIT ${MOST}`);
  const total = await ctx.db.one<{ points: string; amount: string }>(sql`
    SELECT coalesce(sum(e.points), 0)::numeric(14, 2)::text AS points, coalesce(sum(e.amount), 0)::numeric(18, 2)::text AS amount FROM incentive_entry e WHERE ${mine}`);
  return { data: rows.map((row) => ({ ...row, at: isoTime(row.at) })), total };
}
