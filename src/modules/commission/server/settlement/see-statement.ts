import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';

export interface OwnStatement {
  readonly id: Id;
  readonly siteName: string;
  readonly amount: string;
  readonly currency: string;
  readonly closedAt: string;
  /** When the person said that it is right; null until then. */
  readonly seenAt: string | null;
}

/** The caller's settled statements of a month, one for each site and currency; none while the month is not closed (RE-32). */
export const ownStatements = (ctx: Context, month: string): Promise<OwnStatement[]> => ctx.db.rows<OwnStatement>(sql`
  SELECT s.id, b.site_name AS "siteName", s.amount::text AS amount, s.currency, m.closed_at AS "closedAt", n.at AS "seenAt"
  FROM commission_statement s JOIN commission_settlement m ON m.id = s.settlement_id JOIN commission_book b ON b.site_id = m.site_id LEFT JOIN commission_statement_seen n ON n.statement_id = s.id
  WHERE s.owner_id = ${ctx.actor.userId} AND m.month = ${month} AND m.state = 'closed' ORDER BY b.site_name, s.currency`);

/** The person says that the statements of a month are right; said again, the first time stays. Errors: record.not-found. */
export async function seeStatements(ctx: Context, month: string): Promise<void> {
  const statements = await ownStatements(ctx, month);
  if (statements.length === 0) throw fail('record.not-found');
  for (const { id, seenAt } of statements) {
    if (seenAt !== null) continue;
    await ctx.db.run(sql`INSERT INTO commission_statement_seen (statement_id, at, by_id) VALUES (${id}, ${ctx.now.toISOString()}, ${ctx.actor.userId}) ON CONFLICT DO NOTHING`);
    await writeAudit(ctx, [{ action: 'confirm', object: 'commissionStatement', recordId: id, detail: { month } }]);
  }
}

/** Who has said that their statement of a settlement is right, by person. */
export async function seenBy(ctx: Pick<Context, 'db'>, settlement: Id): Promise<ReadonlyMap<Id, string>> {
  const rows = await ctx.db.rows<{ ownerId: Id; at: string }>(sql`
    SELECT s.owner_id AS "ownerId", min(n.at)::text AS at FROM commission_statement s JOIN commission_statement_seen n ON n.statement_id = s.id WHERE s.settlement_id = ${settlement} AND s.owner_id IS NOT NULL GROUP BY s.owner_id`);
  return new Map(rows.map(({ ownerId, at }) => [ownerId, new Date(at).toISOString()]));
}
