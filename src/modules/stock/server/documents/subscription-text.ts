import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { oldestUnpaid, minus } from '../../rules/payment-plan.ts';
import { moneyInWords } from '../../rules/money-in-words.ts';
import { fillTemplate, readTemplate } from './templates.ts';

/** `1286400.00` → `1,286,400.00` */
export const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/gu, ',');

interface Printed {
  readonly number: string;
  readonly company: string;
  readonly project: string;
  readonly building: string;
  readonly unit: string;
  readonly layout: string | null;
  readonly area: string;
  readonly buyers: string;
  readonly phone: string;
  readonly address: string;
  readonly postcode: string;
  readonly listPrice: string;
  readonly discount: string;
  readonly price: string;
  readonly deposit: string;
  readonly salesperson: string | null;
  readonly filedAt: string;
  readonly wording: string | null;
  readonly holdId: Id;
  readonly plan: readonly { readonly dueOn: string; readonly label: string; readonly amount: string }[];
}

async function readPrinted(ctx: Pick<Context, 'db'>, id: Id): Promise<Printed> {
  const found = await ctx.db.maybe<Printed>(sql`
    SELECT s.number, s.hold_id AS "holdId", (SELECT name FROM org_unit WHERE parent_id IS NULL AND deleted_at IS NULL ORDER BY created_at LIMIT 1) AS company, p.name AS project,
      b.name AS building, u.code AS unit, u.layout, s.area, s.buyers, s.phone, s.address, s.postcode, s.list_price AS "listPrice", s.discount, s.price, s.deposit,
      w.name AS salesperson, s.created_at AS "filedAt", s.wording,
      (SELECT coalesce(json_agg(json_build_object('dueOn', i.due_on, 'label', i.label, 'amount', i.amount::text) ORDER BY i.position), '[]') FROM subscription_instalment i WHERE i.subscription_id = s.id) AS plan
    FROM subscription s JOIN project p ON p.id = s.project_id JOIN sale_unit u ON u.id = s.sale_unit_id JOIN building b ON b.id = u.building_id LEFT JOIN app_user w ON w.id = s.owner_id
    WHERE s.id = ${id}`);
  if (!found) throw fail('record.not-found');
  return found;
}

function valuesOf(ctx: Pick<Context, 'timeZone'>, printed: Printed): Record<string, string> {
  const { plan, wording: _wording, holdId: _hold, filedAt, layout, salesperson, ...texts } = printed;
  const { listPrice, discount, price, deposit, area } = printed;
  return {
    ...texts, layout: layout ?? '', salesperson: salesperson ?? '', filedOn: localDate(new Date(isoTime(filedAt)), ctx.timeZone),
    listPrice: grouped(listPrice), discount: grouped(discount), price: grouped(price), deposit: grouped(deposit),
    priceInWords: moneyInWords(price), unitPrice: grouped((Number(price) / Number(area)).toFixed(2)),
    instalments: ['| 期次 | 款项 | 付款日 | 金额（元） |', ...plan.map(({ dueOn, label, amount }, index) => `| ${index + 1} | ${label.replaceAll('|', '/')} | ${dueOn} | ${grouped(amount)} |`)].join('\n'),
  };
}

/** The wording of a subscription: as it was signed, otherwise the template with its values. Errors: record.not-found. */
export async function renderSubscription(ctx: Pick<Context, 'db' | 'timeZone'>, id: Id): Promise<string> {
  const printed = await readPrinted(ctx, id);
  return printed.wording ?? fillTemplate((await readTemplate(ctx, 'subscription')).content, valuesOf(ctx, printed));
}

/** The dunning notice of today (RE-42). Errors: record.wrong-state when nothing is overdue. */
export async function renderDunning(ctx: Pick<Context, 'db' | 'timeZone' | 'now'>, id: Id): Promise<string> {
  const printed = await readPrinted(ctx, id);
  const { paid } = await ctx.db.one<{ paid: string }>(sql`SELECT coalesce(sum(amount), 0)::numeric(20, 2) AS paid FROM receipt WHERE hold_id = ${printed.holdId} AND kind <> 'transferFee'`);
  const today = localDate(ctx.now, ctx.timeZone);
  const oldestDueOn = oldestUnpaid(printed.plan, paid, today);
  if (oldestDueOn === null) throw fail('record.wrong-state');
  const due = printed.plan.filter((each) => each.dueOn < today).reduce((sum, each) => minus(sum, `-${each.amount}`), '0.00');
  const values = { ...valuesOf(ctx, printed), paid: grouped(paid), overdue: grouped(minus(due, paid)), oldestDueOn, today };
  return fillTemplate((await readTemplate(ctx, 'dunning')).content, values);
}

interface PrintedReceipt {
  readonly number: string;
  readonly company: string;
  readonly project: string;
  readonly unit: string;
  readonly customer: string;
  readonly payer: string;
  readonly kind: string;
  readonly amount: string;
  readonly method: string;
  readonly receivedOn: string;
  readonly note: string | null;
  readonly bookedBy: string;
}

/** A receipt's wording. `label` says a choice in Chinese. Errors: record.not-found. */
export async function renderReceipt(ctx: Pick<Context, 'db'>, id: Id, label: (field: 'kind' | 'method', value: string) => string): Promise<string> {
  const found = await ctx.db.maybe<PrintedReceipt>(sql`
    SELECT r.number, (SELECT name FROM org_unit WHERE parent_id IS NULL AND deleted_at IS NULL ORDER BY created_at LIMIT 1) AS company, p.name AS project, u.code AS unit, c.name AS customer, r.payer,
      r.kind, r.amount, r.method, r.received_on::text AS "receivedOn", r.note, w.name AS "bookedBy"
    FROM receipt r JOIN project p ON p.id = r.project_id JOIN sale_unit u ON u.id = r.sale_unit_id JOIN customer c ON c.id = r.customer_id JOIN app_user w ON w.id = r.booked_by_id
    WHERE r.id = ${id}`);
  if (!found) throw fail('record.not-found');
  return fillTemplate((await readTemplate(ctx, 'receipt')).content, {
    ...found, note: (found.note ?? '').replaceAll(/[|\n]/gu, ' '), kind: label('kind', found.kind), method: label('method', found.method), amount: grouped(found.amount), amountInWords: moneyInWords(found.amount),
  });
}
