import sql from 'sql-template-tag';
import type { TestApp } from '#app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import { postDealEvent } from '#modules/commission/server/posting/post-deal-event.ts';
import { makeProject } from '#modules/stock/server/make-project.ts';
import type { Context } from '#platform/context/context.ts';
import { decidePolicy } from '#platform/decisions/decide-policy.ts';
import { insertRecord } from '#platform/records/action-records.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';

/** Every object of a sale, with a record of each. */
export const saleObjects = ['unitHold', 'subscription', 'deal', 'receipt', 'afterSaleChange', 'dispute', 'commissionEntry'] as const;
export type SaleObject = (typeof saleObjects)[number];
export type Sale = Readonly<Record<SaleObject | 'customer' | 'site' | 'saleUnit' | 'project' | 'owner', Id>>;

export interface SalePlace {
  readonly owner: Id;
  /** Of the owner and the site. */
  readonly unit: Id;
  readonly finance: Id;
  readonly respondent: Id;
}

/** Values that occur nowhere else, so that an answer which holds one betrays its field. */
export const saleCanaries = {
  unitHold: { deposit: '41111.11' },
  subscription: { buyers: '金丝雀买受人', price: '7622222.22', deposit: '42222.22', phone: '13877770001', address: '金丝雀路 9 号', postcode: '266099' },
  deal: { contractNumber: 'JSQ-HT-01', price: '7633333.33' },
  receipt: { amount: '44444.44', payer: '金丝雀付款人', note: '金丝雀附言' },
  afterSaleChange: { retention: '金丝雀挽留', fee: '45555.55' },
  dispute: { claim: '金丝雀的主张', record: '金丝雀裁定书' },
  commissionEntry: { amount: '76444.44', clause: '金丝雀条' },
  saleUnit: { listPrice: '7700001.01', unitPrice: '70001.02' },
} as const;

const cny = (amount: string) => ({ amount, currency: 'CNY' });
export const saleMonth = '2026-03';
const saleDay = `${saleMonth}-02`;
let serial = 0;

/** One whole sale of an owner: what it is made of is written as the server would, the rules of its steps are not asked. */
export async function makeSale(app: TestApp, place: SalePlace): Promise<Sale> {
  serial += 1;
  const customer = await app.admin.post('/customers', { kind: 'person', name: `销控客户${serial}`, owner: place.owner, _acceptDuplicate: true });
  const site = await app.admin.post('/sites', { name: `案场${serial}`, unit: place.unit, projectManager: place.respondent, pack: 'first-visit', members: [place.owner] });
  if (customer.status !== 201 || site.status !== 201) throw new Error(customer.text + site.text);
  return runAction(app.services, { actor: systemActor(app.services) }, (ctx) => writeSale(ctx, place, { customer: String(customer.body['id']), site: String(site.body['id']) }));
}

async function writeSale(ctx: Context, place: SalePlace, { customer, site }: { customer: Id; site: Id }): Promise<Sale> {
  const { id: project, unitIds: [saleUnit = ''] } = await makeProject(ctx, { name: `项目${serial}`, code: `M${serial}`, pack: 'first-visit', siteId: site, ownerId: place.owner, buildings: 1, floors: 1, perFloor: 1 });
  const { listPrice, unitPrice } = saleCanaries.saleUnit;
  await ctx.db.run(sql`UPDATE sale_unit SET status = 'signed', list_price = ${listPrice}, unit_price = ${unitPrice} WHERE id = ${saleUnit}`);
  const about = { customer, project, saleUnit, owner: place.owner };
  const { unitHold: h, subscription: s, deal: d, receipt: r, afterSaleChange: c } = saleCanaries;
  const { id: decision } = await decidePolicy(ctx, { policy: 'first-visit.ownership', facts: { matter: 'afterDeal' }, at: ctx.now }, { object: 'ownershipCase', id: ctx.newId() });
  const unitHold = await insertRecord(ctx, 'unitHold', { values: { ...about, kind: 'reservation', state: 'sold', deposit: cny(h.deposit), extensions: 0 }, columns: { decision_id: decision } });
  const subscription = await insertRecord(ctx, 'subscription', {
    values: { ...about, ...s, state: 'contracted', area: 78.5, listPrice: cny('7655555.55'), discount: cny('33333.33'), price: cny(s.price), deposit: cny(s.deposit) }, columns: { hold_id: unitHold },
  });
  await ctx.db.run(sql`INSERT INTO subscription_instalment (subscription_id, position, due_on, label, amount) VALUES (${subscription}, 1, ${saleDay}, '首期', ${s.price})`);
  const deal = await insertRecord(ctx, 'deal', { values: { ...about, subscription, state: 'signed', contractNumber: d.contractNumber, dealOn: saleDay, price: cny(d.price) } });
  const receipt = await insertRecord(ctx, 'receipt', {
    values: { ...about, ...r, number: `SJ-${serial}`, subscription, kind: 'reservationDeposit', method: 'transfer', receivedOn: saleDay, amount: cny(r.amount), bookedBy: place.finance }, columns: { place_id: site, hold_id: unitHold },
  });
  const afterSaleChange = await insertRecord(ctx, 'afterSaleChange', { values: { ...about, ...c, reason: '客户要求', kind: 'rename', state: 'feeDue', subscription, clause: '6.2', fee: cny(c.fee) }, columns: { decision_id: decision } });
  const { caseId, dispute } = await writeDispute(ctx, place, { customer, site, deal: subscription, decision });
  const commissionEntry = await writeEntries(ctx, place, { customer, site, subscription, caseId, decision });
  return { customer, site, project, saleUnit, unitHold, subscription, deal, receipt, afterSaleChange, dispute, commissionEntry, owner: place.owner };
}

async function writeDispute(ctx: Context, { owner, unit, respondent }: SalePlace, about: { customer: Id; site: Id; deal: Id; decision: Id }): Promise<{ caseId: Id; dispute: Id }> {
  const [caseId, dispute] = [ctx.newId(), ctx.newId()];
  const now = ctx.now.toISOString();
  const parties = { earlier: owner, receiver: respondent, designated: null, assistant: null, introducer: null, earlierAll: [] };
  await ctx.db.run(sql`
    INSERT INTO ownership_case (id, site_id, customer_id, pack, registration_id, opened_at, facts, parties, owner_ids, state, decision_id, clause, updated_at)
    VALUES (${caseId}, ${about.site}, ${about.customer}, 'first-visit', ${ctx.newId()}, ${now}, '{"matter":"afterDeal"}'::jsonb, ${JSON.stringify(parties)}::jsonb, ${[owner]}::uuid[], 'decided', ${about.decision}, '6', ${now})`);
  const { claim, record } = saleCanaries.dispute;
  await ctx.db.run(sql`
    INSERT INTO dispute (id, subject, site_id, customer_id, case_id, deal_id, owner_id, unit_id, respondent_id, claim, record, outcome, status, due_at, created_at, updated_at)
    VALUES (${dispute}, '争议', ${about.site}, ${about.customer}, ${caseId}, ${about.deal}, ${owner}, ${unit}, ${respondent}, ${claim}, ${record}, 'ruled', 'proposed', ${now}, ${now}, ${now})`);
  return { caseId, dispute };
}

/** The owner's part of the deal's commission, at the plan's 1 %. */
async function writeEntries(ctx: Context, { owner, unit }: SalePlace, about: { customer: Id; site: Id; subscription: Id; caseId: Id; decision: Id }): Promise<Id> {
  await postDealEvent(ctx, {
    id: ctx.newId(), kind: 'contract', dealId: about.subscription, label: `房源${serial}`, customerId: about.customer, caseId: about.caseId, product: null, dealOn: saleDay, on: saleDay,
    site: { id: about.site, name: `案场${serial}`, unitId: unit, pack: 'first-visit' }, amount: cny('7644444.00'),
  }, { decisionId: about.decision, clause: saleCanaries.commissionEntry.clause, shares: [{ party: 'earlier', account: { kind: 'person', userId: owner }, percent: '100' }] });
  return (await ctx.db.one<{ id: Id }>(sql`SELECT id FROM commission_entry WHERE deal_id = ${about.subscription} AND account = 'person'`)).id;
}

/** A plan of 1 % for all sites, in force. */
export async function makePlan(app: TestApp): Promise<void> {
  const now = app.services.clock().toISOString();
  const [plan, version] = [app.services.newId(), app.services.newId()];
  const terms = { accrual: 'contract', rates: [{ product: null, rate: { kind: 'percent', percent: '1' } }], target: null };
  await app.services.database.run(sql`INSERT INTO commission_plan (id, name, created_at) VALUES (${plan}, '公司方案', ${now})`);
  await app.services.database.run(sql`
    INSERT INTO commission_plan_version (id, plan_id, number, status, terms, active_from, created_at) VALUES (${version}, ${plan}, 1, 'approved', ${JSON.stringify(terms)}::jsonb, '2026-01-01', ${now})`);
}
