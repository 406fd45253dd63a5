import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { giveCustomer } from '#modules/customers/server/customers.public.ts';
import { bookReceipt } from '#modules/stock/server/actions/book-receipt.ts';
import { fileSubscription, signContract, signSubscription } from '#modules/stock/server/actions/file-subscription.ts';
import { holdUnit } from '#modules/stock/server/actions/hold-unit.ts';
import { type Office, type UnitForSale, ownerOf } from './office.ts';

export interface Sale {
  readonly customer: Id;
  readonly day: number;
  /** Of the subscription, after midnight; some hour of the day when not said. */
  readonly minute?: number;
  /** The contract is signed within the hour (3.7h). */
  readonly isOnSpot?: boolean;
  /** What follows the contract. */
  readonly afterwards?: (at: Date) => void;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const cents = (amount: string): number => Math.round(Number(amount) * 100);
const yuan = (amount: number): string => (amount / 100).toFixed(2);

/** Sells a unit: reservation, subscription, deposit at finance, contract, first payments (RE-40, 41), each at its time. */
export function sell(office: Office, sale: Sale): void {
  const { dice, timeline } = office;
  const at = office.at(sale.day, sale.minute ?? dice.between(10 * 60, 16 * 60));
  timeline.add(at, async () => {
    const unit = office.units.splice(dice.between(0, office.units.length - 1), 1)[0];
    if (unit === undefined) return;
    const seller = await sellerOf(office, sale.customer, at);
    const filed = await file(office, { seller, unit, customer: sale.customer, at });
    const signed = new Date(at.getTime() + (sale.isOnSpot === true ? HOUR / 2 : dice.between(3, 12) * DAY));
    timeline.add(signed, async () => {
      await contract(office, { ...filed, seller, at: signed });
      sale.afterwards?.(signed);
    });
  });
}

/** Where the company keeps a customer, the project manager does the paperwork (6.1-5). */
async function sellerOf(office: Office, customer: Id, at: Date): Promise<Id> {
  const owner = await ownerOf(office, customer);
  if (owner !== null) return owner;
  await office.act(office.people.manager, at, (ctx) => giveCustomer(ctx, customer, office.people.manager, { reason: '公司安排' }));
  return office.people.manager;
}

interface Filed {
  readonly hold: Id;
  readonly subscription: Id;
  readonly payer: string;
  readonly instalments: readonly { readonly dueOn: string; readonly label: string; readonly amount: string }[];
}

async function file(office: Office, { seller, unit, customer, at }: { readonly seller: Id; readonly unit: UnitForSale; readonly customer: Id; readonly at: Date }): Promise<Filed> {
  const { dice, people, ctx: { timeZone } } = office;
  const held = await office.act(seller, at, (ctx) => holdUnit(ctx, { saleUnit: unit.id, customer, kind: 'reservation' }));
  const { name, phone } = await office.ctx.db.one<{ name: string; phone: string }>(sql`SELECT name, phone FROM customer WHERE id = ${customer}`);
  const discount = dice.pick(['0.00', '3000.00', '5000.00', '8000.00', '12000.00']);
  const total = cents(unit.price) - cents(discount);
  const first = Math.round(total * 0.3);
  const today = localDate(at, timeZone);
  const instalments = [
    { dueOn: addDays(today, 30), label: '首付款', amount: yuan(first) }, { dueOn: addDays(today, 90), label: '二期款', amount: yuan(Math.round(total * 0.2)) },
    { dueOn: addDays(today, 180), label: '尾款', amount: yuan(total - first - Math.round(total * 0.2)) },
  ];
  const subscription = await office.act(seller, at, (ctx) => fileSubscription(ctx, held.id, {
    buyers: name, phone, discount, deposit: held.deposit, address: `云栖路 ${dice.between(1, 399)} 号`, postcode: '310024', instalments,
  }));
  await office.act(seller, at, (ctx) => signSubscription(ctx, subscription.id));
  const paid = new Date(at.getTime() + HOUR / 3);
  office.timeline.add(paid, async () => {
    await office.act(people.finance, paid, (ctx) => bookReceipt(ctx, { hold: held.id, kind: 'reservationDeposit', amount: held.deposit, method: dice.pick(['transfer', 'card', 'cash']), receivedOn: today, payer: name }));
  });
  return { hold: held.id, subscription: subscription.id, payer: name, instalments };
}

async function contract(office: Office, { hold, subscription, payer, instalments, seller, at }: Filed & { readonly seller: Id; readonly at: Date }): Promise<void> {
  const { timeline, people, ctx } = office;
  const { timeZone } = ctx;
  const { place } = await office.ctx.db.one<{ place: number }>(sql`SELECT count(*)::int + 1 AS place FROM deal`);
  const dealOn = localDate(at, timeZone);
  await office.act(seller, at, (ctx) => signContract(ctx, subscription, { contractNumber: `YXL-${dealOn.slice(0, 4)}-${String(place).padStart(4, '0')}`, dealOn }));
  // Here and there somebody is late: the next one due is owed, and finance reminds of it.
  const isLate = place % 22 === 5;
  for (const { dueOn, amount } of instalments) {
    if (isLate && Date.parse(dueOn) > ctx.now.getTime() - 45 * DAY) continue;
    const paid = new Date(Math.max(at.getTime() + HOUR, Date.parse(`${dueOn}T02:00:00Z`) - office.dice.between(0, 6) * DAY));
    timeline.add(paid, async () => {
      await office.act(people.finance, paid, (ctx) => bookReceipt(ctx, { hold, kind: 'instalment', amount, method: 'transfer', receivedOn: localDate(paid, timeZone), payer }));
    });
  }
}
