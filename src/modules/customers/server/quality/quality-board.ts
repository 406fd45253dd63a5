import sql, { type Sql, join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { findField } from '#meta/object.ts';
import { accessCondition } from '#platform/access/access-condition.ts';
import { visibleFields } from '#platform/access/field-access.ts';
import type { Context } from '#platform/context/context.ts';
import { emptyCondition } from '#platform/records/filter/empty-condition.ts';
import { customerObject } from '../../objects/customer.object.ts';
import { readRequirements } from './requirements.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { boardRow } from './quality.answers.ts';

/** Below this score a file counts as poor. */
export const POOR_BELOW = 60;
const MOST_MISSING = 5;

export type BoardRow = Answered<typeof boardRow>;

interface Row { key: Id | null; name: string | null; customers: number; score: string; poor: number; missing: number[]; duplicates: number; bad_phones: number }

/** A number that cannot be dialled, a made-up one (all the same digit), or one that stands at three or more customers. */
const badPhone: Sql = sql`(t.phone IS NOT NULL AND (left(t.phone, 1) <> '+' OR length(t.phone) NOT BETWEEN 8 AND 16
  OR right(t.phone, 8) = repeat(right(t.phone, 1), 8) OR t.phone = '+8613800138000'
  OR t.phone IN (SELECT s.phone FROM customer s WHERE s.phone IS NOT NULL AND s.deleted_at IS NULL GROUP BY s.phone HAVING count(*) >= 3)))`;

/**
 * Data quality by owner or unit (CU-13), within what the actor may read; without the right to the board only the
 * actor's own customers.
 */
export async function qualityBoard(ctx: Context, groupBy: 'owner' | 'unit'): Promise<BoardRow[]> {
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  const requirements = await readRequirements(ctx.db);
  const shown = new Set(visibleFields(ctx.actor, def).map(({ key }) => key));
  const asked = (['company', 'person'] as const).flatMap((kind) => requirements[kind].map(({ field }) => ({ kind, field })))
    .filter(({ field }) => shown.has(field));
  const counts = asked.map(({ kind, field }) => {
    const declared = findField(def, field);
    const isEmpty = declared ? emptyCondition(ctx.registry, def, declared, 't') : sql`false`;
    return sql`(count(*) FILTER (WHERE t.kind = ${kind} AND ${isEmpty}))::int`;
  });
  const missing = counts.length === 0 ? sql`'{}'::int[]` : sql`ARRAY[${join(counts)}]`;
  const own = ctx.actor.rights.has('quality.board') ? sql`true` : sql`t.owner_id = ANY(${ctx.actor.selves}::uuid[])`;
  const key = groupBy === 'owner' ? sql`t.owner_id` : sql`t.unit_id`;
  const name = groupBy === 'owner' ? sql`(SELECT name FROM app_user WHERE id = g.key)` : sql`(SELECT name FROM org_unit WHERE id = g.key)`;
  const rows = await ctx.db.rows<Row>(sql`
    SELECT g.*, ${name} AS name FROM (
      SELECT ${key} AS key, count(*)::int AS customers, round(avg(t.completeness), 1)::text AS score,
        (count(*) FILTER (WHERE t.completeness < ${POOR_BELOW}))::int AS poor, ${missing} AS missing,
        (count(*) FILTER (WHERE t.id IN (SELECT d.a_id FROM duplicate_pair d WHERE d.state = 'open'
          UNION SELECT d.b_id FROM duplicate_pair d WHERE d.state = 'open')))::int AS duplicates,
        (count(*) FILTER (WHERE ${badPhone}))::int AS bad_phones
      FROM customer t WHERE t.deleted_at IS NULL AND ${own} AND ${accessCondition(ctx, def, 'read', 't')} GROUP BY 1) g
    ORDER BY g.customers DESC, g.key LIMIT 500`);
  return rows.map((row) => ({
    key: row.key, name: row.name, customers: row.customers, score: Number(row.score), poor: row.poor, duplicates: row.duplicates,
    badPhones: shown.has('phone') ? row.bad_phones : null,
    missing: mostMissing(asked.map(({ field }, index) => ({ field, count: row.missing[index] ?? 0 }))),
  }));
}

function mostMissing(counts: readonly { field: string; count: number }[]): { field: string; count: number }[] {
  const byField = new Map<string, number>();
  for (const { field, count } of counts) byField.set(field, (byField.get(field) ?? 0) + count);
  return [...byField].map(([field, count]) => ({ field, count })).filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || a.field.localeCompare(b.field)).slice(0, MOST_MISSING);
}
