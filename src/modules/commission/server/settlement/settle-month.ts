import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { multiplyMoney } from '#kernel/money.ts';
import { localDate } from '#kernel/period.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { commissionNotices } from '../../commission.kinds.ts';
import { moneyOf } from '../posting/deal-row.ts';
import { type PostedLine, postJournal } from '../posting/post-lines.ts';
import { lockBook, nextMonth } from '../posting/site-book.ts';
import { readSettlement } from './settlement-row.ts';
import { statementTotals, unsettledOf } from './statements.ts';

/**
 * The manager's confirmation (RE-32): from here on what happens goes to the next month. Months are settled one after the
 * other. Errors: record.wrong-state for a month that is not the open one or has not begun, record.not-found.
 */
export async function cutOffMonth(ctx: Context, siteId: Id, month: string): Promise<Id> {
  const book = await lockBook(ctx, siteId);
  if (book.openMonth !== month || month > localDate(ctx.now, ctx.timeZone).slice(0, 7)) throw fail('record.wrong-state');
  const now = ctx.now.toISOString();
  const { id } = await ctx.db.one<{ id: Id }>(sql`
    INSERT INTO commission_settlement (id, site_id, month, state, confirmed_at, confirmed_by) VALUES (${ctx.newId()}, ${siteId}, ${month}, 'confirmed', ${now}, ${authorOf(ctx)})
    ON CONFLICT (site_id, month) DO UPDATE SET state = 'confirmed', confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by RETURNING id`);
  await ctx.db.run(sql`UPDATE commission_book SET open_month = ${nextMonth(month)} WHERE site_id = ${siteId}`);
  await writeAudit(ctx, [{ action: 'confirm', object: 'commissionSettlement', recordId: id, detail: { site: siteId, month } }]);
  return id;
}

/** Finance did not agree: the month is open again. Nothing for a settlement that is not confirmed. */
export async function reopenMonth(ctx: Context, settlementId: Id): Promise<void> {
  const { siteId, month } = await readSettlement(ctx, settlementId);
  await lockBook(ctx, siteId);
  const { state } = await readSettlement(ctx, settlementId);
  if (state !== 'confirmed') return;
  await ctx.db.run(sql`UPDATE commission_settlement SET state = 'draft' WHERE id = ${settlementId}`);
  await ctx.db.run(sql`UPDATE commission_book SET open_month = ${month} WHERE site_id = ${siteId}`);
  await writeAudit(ctx, [{ action: 'reopen', object: 'commissionSettlement', recordId: settlementId, detail: { site: siteId, month } }]);
}

/**
 * Finance's approval (RE-32): everything accrued in the month is settled, the statements are written, the month is
 * closed for ever. Nothing for a settlement that is not confirmed.
 */
export async function closeMonth(ctx: Context, settlementId: Id): Promise<void> {
  const { siteId, month } = await readSettlement(ctx, settlementId);
  const book = await lockBook(ctx, siteId);
  const { state } = await readSettlement(ctx, settlementId);
  if (state !== 'confirmed') return;
  const totals = await statementTotals(ctx, siteId, month);
  const lines = (await unsettledOf(ctx, siteId, month)).flatMap(({ account, ownerId, amount, currency, ...about }): PostedLine[] => {
    const money = moneyOf(amount, currency);
    const shared = { ...about, account: { kind: account, userId: ownerId }, kind: 'settle', month, percent: null, party: null } as const;
    return [{ ...shared, state: 'accrued', amount: multiplyMoney(money, '-1') }, { ...shared, state: 'settled', amount: money }];
  });
  await postJournal(ctx, book, { reason: 'settle', settlementId, lines });
  for (const total of totals) {
    await ctx.db.run(sql`
      INSERT INTO commission_statement (id, settlement_id, account, owner_id, amount, currency)
      VALUES (${ctx.newId()}, ${settlementId}, ${total.account}, ${total.ownerId}, ${total.amount}, ${total.currency})`);
  }
  await ctx.db.run(sql`UPDATE commission_settlement SET state = 'closed', closed_at = ${ctx.now.toISOString()}, closed_by = ${authorOf(ctx)} WHERE id = ${settlementId}`);
  await ctx.db.run(sql`UPDATE commission_book SET closed_through = ${month} WHERE site_id = ${siteId}`);
  await writeAudit(ctx, [{ action: 'close', object: 'commissionSettlement', recordId: settlementId, detail: { site: siteId, month, statements: totals.length } }]);
  const people = totals.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]));
  await notify(ctx, { to: people, kind: commissionNotices.statement, params: { site: book.siteName, month }, link: `/commission?month=${month}` });
}

