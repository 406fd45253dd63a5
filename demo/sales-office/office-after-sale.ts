import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { giveOpinion } from '#modules/approvals/server/actions/give-opinion.ts';
import { type ChangeWish, askForChange } from '#modules/stock/server/actions/after-sale.ts';
import { bookReceipt } from '#modules/stock/server/actions/book-receipt.ts';
import { afterSaleApproval } from '#modules/stock/server/after-sale-approval.ts';
import type { Office } from './office.ts';

interface Sold {
  readonly subscription: Id;
  readonly hold: Id;
  readonly owner: Id;
  readonly payer: string;
  readonly unit: Id;
}

const HOUR = 3_600_000;

/** A sale whose contract was signed long enough ago, without a change so far; of several the oldest. */
async function soldUnit(office: Office, more = sql`true`): Promise<Sold | undefined> {
  const [found] = await office.ctx.db.rows<Sold>(sql`
    SELECT s.id AS subscription, s.hold_id AS hold, s.owner_id AS owner, c.name AS payer, s.sale_unit_id AS unit
    FROM deal d JOIN subscription s ON s.id = d.subscription_id JOIN customer c ON c.id = d.customer_id JOIN sale_unit u ON u.id = d.sale_unit_id
    WHERE d.state = 'signed' AND s.owner_id <> ${office.people.manager} AND NOT EXISTS (SELECT 1 FROM after_sale_change a WHERE a.subscription_id = s.id)
      AND NOT EXISTS (SELECT 1 FROM commission_deal x WHERE x.contract_id = d.id AND x.frozen_reason IS NOT NULL) AND ${more}
    ORDER BY d.deal_on, d.id LIMIT 1`);
  return found;
}

/** A unit that is still for sale, larger and dearer than the sold one, or smaller and cheaper. */
async function otherUnit({ ctx, units }: Office, than: Id, way: 'larger' | 'smaller'): Promise<Id | undefined> {
  const wanted = way === 'larger' ? sql`u.area > o.area AND u.grade >= o.grade AND u.list_price > o.list_price` : sql`u.area < o.area AND u.list_price < o.list_price`;
  const [found] = await ctx.db.rows<{ id: Id }>(sql`
    SELECT u.id FROM sale_unit u JOIN sale_unit o ON o.id = ${than} WHERE u.project_id = o.project_id AND u.status = 'available' AND ${wanted} ORDER BY u.list_price, u.id LIMIT 1`);
  const place = units.findIndex(({ id }) => id === found?.id);
  // Nobody else is sold it afterwards.
  if (place !== -1 && way === 'larger') units.splice(place, 1);
  return found?.id;
}

type Ask = (sold: Sold) => Promise<ChangeWish | undefined>;

/** Asks for a change some days ago, by the salesperson of the sale; `then` follows an hour later. */
function change(office: Office, ago: number, find: () => Promise<Sold | undefined>, ask: Ask, then?: (sold: Sold, at: Date) => Promise<void>): void {
  const at = office.at(office.days - ago, 11 * 60 + ago);
  office.timeline.add(at, async () => {
    const sold = await find();
    const wish = sold && (await ask(sold));
    if (sold === undefined || wish === undefined) return;
    await office.act(sold.owner, at, (ctx) => askForChange(ctx, sold.subscription, wish));
    const later = new Date(at.getTime() + HOUR);
    if (then) office.timeline.add(later, () => then(sold, later));
  });
}

/** The manager signs the change of a sale that waits. */
async function approve({ ctx, act, people }: Office, { subscription }: Sold, at: Date, opinion: string): Promise<void> {
  const [waiting] = await ctx.db.rows<{ id: Id }>(sql`
    SELECT p.id FROM approval p JOIN after_sale_change a ON a.id = p.subject_id WHERE a.subscription_id = ${subscription} AND a.state = 'approving' ORDER BY p.created_at DESC LIMIT 1`);
  if (waiting) await act(people.manager, at, (past) => giveOpinion(past, () => [afterSaleApproval], waiting.id, 'approve', opinion));
}

const always = (wish: ChangeWish): Ask => () => Promise.resolve(wish);
const exchange = (office: Office, way: 'larger' | 'smaller', reason: string): Ask => async ({ unit }) => {
  const newSaleUnit = await otherUnit(office, unit, way);
  return newSaleUnit === undefined ? undefined : { kind: 'exchange', reason, newSaleUnit };
};

/** Exchanges, renames, a default and refunds of the last weeks: done, refused, waiting for a fee or for an approval (RE-42). */
export function changeAfterSale(office: Office): void {
  const { ctx, act, people } = office;
  const sold = (more = sql`true`) => () => soldUnit(office, more);
  change(office, 33, sold(sql`u.area < 100`), exchange(office, 'larger', '家里添了老人，想换大一间的户型'));
  change(office, 26, sold(sql`u.area > 100`), exchange(office, 'smaller', '资金紧张，想换小一些的'));
  change(office, 21, sold(), always({ kind: 'rename', reason: '买受人改为女儿', buyers: '由女儿签约' }), async ({ subscription, hold, payer }, at) => {
    const due = await ctx.db.maybe<{ fee: string }>(sql`SELECT fee::text AS fee FROM after_sale_change WHERE subscription_id = ${subscription} AND state = 'feeDue'`);
    if (due) await act(people.finance, at, (past) => bookReceipt(past, { hold, kind: 'transferFee', amount: due.fee, method: 'transfer', receivedOn: localDate(at, ctx.timeZone), payer }));
  });
  change(office, 14, sold(), always({ kind: 'refund', reason: '工作调往外地，要求退房', retention: '面谈两次，建议改为换房，客户不同意' }));
  change(office, 12, sold(), always({ kind: 'refund', reason: '家人重病，急需用款', retention: '项目经理上门看望，客户确有困难', isException: true }), async (each, at) => {
    await approve(office, each, at, '情况属实，按例外同意');
  });
  change(office, 6, sold(), always({ kind: 'rename', reason: '加上配偶的名字', buyers: '夫妻共同签约' }));
  change(office, 5, sold(sql`EXISTS (
    SELECT 1 FROM subscription_instalment i WHERE i.subscription_id = s.id AND i.due_on < ${localDate(ctx.now, ctx.timeZone)}::date - 8
    GROUP BY i.subscription_id HAVING sum(i.amount) > (SELECT coalesce(sum(r.amount), 0) FROM receipt r WHERE r.hold_id = s.hold_id))`), always({ kind: 'default', reason: '首付款到期未付，电话联系三次' }));
  change(office, 1, () => reserved(office), always({ kind: 'refund', reason: '家人不同意购买', retention: '约其父母到现场看房，仍坚持退' }));
}

/** Somebody who paid the deposit lately and has not signed the contract. */
async function reserved({ ctx, people }: Office): Promise<Sold | undefined> {
  const [found] = await ctx.db.rows<Sold>(sql`
    SELECT s.id AS subscription, s.hold_id AS hold, s.owner_id AS owner, c.name AS payer, s.sale_unit_id AS unit
    FROM subscription s JOIN unit_hold h ON h.id = s.hold_id JOIN customer c ON c.id = s.customer_id JOIN sale_unit u ON u.id = s.sale_unit_id
    WHERE s.state = 'signed' AND h.state = 'active' AND u.status = 'reserved' AND s.owner_id <> ${people.manager} ORDER BY s.created_at DESC, s.id LIMIT 1`);
  return found;
}
