import sql, { join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { Line } from '../../rules/deal-ledger.ts';
import type { SiteBook } from './site-book.ts';

export type JournalReason = 'deposit' | 'contract' | 'payment' | 'change' | 'refund' | 'fact' | 'target' | 'plan' | 'freeze' | 'release' | 'penalty' | 'settle';

/** A line with the month it goes to and what it is about. */
export interface PostedLine extends Line {
  readonly month: string;
  readonly dealId: Id | null;
  readonly penaltyId: Id | null;
  readonly customerId: Id | null;
  readonly subject: string;
  readonly decisionId: Id | null;
  readonly clause: string | null;
}

export interface Journal {
  readonly reason: JournalReason;
  readonly eventId?: Id;
  readonly dealId?: Id;
  readonly penaltyId?: Id;
  readonly settlementId?: Id;
  readonly working?: Readonly<Record<string, unknown>>;
  readonly lines: readonly PostedLine[];
}

/** Writes one balanced journal (RE-30); the database refuses one that does not sum to zero. Nothing for no lines. */
export async function postJournal(ctx: Context, book: SiteBook, journal: Journal): Promise<Id | null> {
  const { lines } = journal;
  if (lines.length === 0) return null;
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  const actor = authorOf(ctx);
  await ctx.db.run(sql`
    INSERT INTO commission_journal (id, site_id, deal_id, penalty_id, settlement_id, event_id, reason, working, at, actor_id)
    VALUES (${id}, ${book.siteId}, ${journal.dealId ?? null}, ${journal.penaltyId ?? null}, ${journal.settlementId ?? null}, ${journal.eventId ?? null}, ${journal.reason},
      ${JSON.stringify(journal.working ?? {})}::jsonb, ${now}, ${actor})`);
  const rows = lines.map((line) => sql`(${ctx.newId()}, ${id}, ${book.siteId}, ${line.dealId}, ${line.penaltyId}, ${line.customerId}, ${line.subject}, ${line.kind}, ${line.account.kind},
    ${line.state}, ${line.account.userId}, ${book.unitId}, ${line.amount.amount}, ${line.amount.currency}, ${line.month}, ${line.percent}, ${line.party}, ${line.decisionId}, ${line.clause},
    ${now}, ${actor}, ${now}, ${actor})`);
  await ctx.db.run(sql`
    INSERT INTO commission_entry (id, journal_id, site_id, deal_id, penalty_id, customer_id, subject, kind, account, state, owner_id, unit_id, amount, amount_currency, month,
      percent, party, decision_id, clause, created_at, created_by, updated_at, updated_by) VALUES ${join(rows)}`);
  await writeAudit(ctx, [{ action: 'post', object: 'commissionJournal', recordId: id, detail: { reason: journal.reason, lines: lines.length, ...(journal.dealId !== undefined && { deal: journal.dealId }) } }]);
  return id;
}
