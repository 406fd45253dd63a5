import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

export interface SettlementRow {
  readonly id: Id;
  readonly siteId: Id;
  readonly month: string;
  readonly state: 'draft' | 'confirmed' | 'closed';
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}

const columns = sql`s.id, s.site_id AS "siteId", s.month, s.state, s.confirmed_at AS "confirmedAt", s.closed_at AS "closedAt",
  (SELECT name FROM app_user WHERE id = s.confirmed_by) AS "confirmedBy", (SELECT name FROM app_user WHERE id = s.closed_by) AS "closedBy"`;

/** A site's settlement of a month; undefined while nobody has confirmed one. */
export const findSettlement = (ctx: Pick<Context, 'db'>, siteId: Id, month: string): Promise<SettlementRow | undefined> =>
  ctx.db.maybe<SettlementRow>(sql`SELECT ${columns} FROM commission_settlement s WHERE s.site_id = ${siteId} AND s.month = ${month}`);

/** Errors: record.not-found. */
export async function readSettlement(ctx: Pick<Context, 'db'>, id: Id): Promise<SettlementRow> {
  const row = await ctx.db.maybe<SettlementRow>(sql`SELECT ${columns} FROM commission_settlement s WHERE s.id = ${id}`);
  if (row === undefined) throw fail('record.not-found');
  return row;
}
