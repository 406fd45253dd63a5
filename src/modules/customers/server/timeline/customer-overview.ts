import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { placeOf } from './read-timeline.ts';
import { isSeen, readable } from './timeline-source.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { overviewAnswer } from './timeline.answers.ts';

/** The figures of a customer's header; null for what the reader may not see. */
export type CustomerOverview = Answered<typeof overviewAnswer>;

/** One query for the header of a customer's page (UX-6). */
export async function readOverview(ctx: Context, id: Id): Promise<CustomerOverview> {
  await placeOf(ctx, id);
  const customer = readable(ctx, 'customer');
  const own = (key: string, column: Sql) => (customer && isSeen(ctx, customer, key) ? column : sql`NULL`);
  const open = sql`a.status = 'open'`;
  const row = await ctx.db.one<CustomerOverview>(sql`
    SELECT ${own('lastContactAt', sql`c.last_contact_at`)} AS "lastContactAt", ${own('nextContactAt', sql`c.next_contact_at`)} AS "nextContactAt",
      ${own('completeness', sql`c.completeness`)} AS completeness,
      ${countOf(ctx, 'activity', open)} AS "openTasks",
      ${countOf(ctx, 'activity', sql`${open} AND a.due_at < ${ctx.now.toISOString()}`)} AS "overdueTasks",
      ${countOf(ctx, 'contact', sql`true`)} AS contacts,
      ${countOf(ctx, 'need', sql`a.state = 'open'`)} AS "openNeeds"
    FROM customer c WHERE c.id = ${id}`);
  return { ...row, lastContactAt: toIso(row.lastContactAt), nextContactAt: toIso(row.nextContactAt) };
}

const tables = { activity: sql`activity a`, contact: sql`contact a`, need: sql`need a` } as const;

function countOf(ctx: Context, object: keyof typeof tables, condition: Sql): Sql {
  const def = readable(ctx, object);
  if (!def) return sql`NULL::int`;
  return sql`(SELECT count(*)::int FROM ${tables[object]} WHERE a.customer_id = c.id AND a.deleted_at IS NULL AND ${condition} AND ${predicateSql(ctx, def, 'read', 'a')})`;
}

const toIso = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());
