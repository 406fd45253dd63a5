import { expect } from 'vitest';
import type { TestOffice, VisitBody } from '#modules/reception/server/registration/test-office.ts';
import { type ClauseRow, WHOLE, comes, first } from './clause-row.ts';

/** Who was received by A on 10 January comes again. */
async function back(office: TestOffice, on: string, present: string, body: Record<string, unknown>): Promise<VisitBody> {
  const phone = office.phone();
  await first(office, '2026-01-10', { phone });
  return comes(office, on, present, { phone, ...body });
}

const forgot = (office: TestOffice, on = '2026-01-20') => back(office, on, 'b', { answers: { remembers: false } });

async function forgotAndLearnt(office: TestOffice, facts: Record<string, unknown>): Promise<VisitBody> {
  const visit = await forgot(office);
  await office.learn(visit, facts);
  return visit;
}

/** Received by A; then midway something else is wanted. */
async function midway(office: TestOffice, present: string, expected: string, body: Record<string, unknown>): Promise<VisitBody> {
  const visit = await comes(office, '2026-01-10', present, { receiver: office.who.a, reason: '演练' });
  const answer = await office.site.manager.post(`/visit-registrations/${visit.id}/receiver`, { reason: '客户要求', ...body });
  expect(answer.body, answer.text).toMatchObject({ clause: expected });
  return visit;
}

async function introduced(office: TestOffice, introduction: string, present: string): Promise<VisitBody> {
  const known = await first(office, '2026-01-10');
  return comes(office, '2026-01-12', present, { matter: 'introduced', related: known.customer, answers: { introduction } });
}

const company = (office: TestOffice, companyHandling: string, body: Record<string, unknown> = {}) =>
  comes(office, '2026-01-10', 'abc', { matter: 'companyCustomer', answers: { companyHandling }, ...body });

/** Two customers of A and B, between whom something turns out. */
async function pair(office: TestOffice, matter: string): Promise<VisitBody> {
  const one = await first(office, '2026-01-10');
  const other = await comes(office, '2026-01-12', 'b');
  await office.learn(other, { matter }, { otherRegistration: one.id });
  return other;
}

interface Referred { readonly comesOn: string; readonly confirmation: 'accompanied' | 'none' | null; readonly answers?: Record<string, unknown> }

/** Introduced by D for 12 January. */
async function referred(office: TestOffice, { comesOn, confirmation, answers = { isReferralConfirmed: true } }: Referred): Promise<VisitBody> {
  const phone = office.phone();
  await office.day('2026-01-11', 'ab');
  const made = await office.site.manager.post('/staff-referrals', { site: office.site.id, visitor: '周先生', phone, introducer: office.who.d, agreedOn: '2026-01-12' });
  expect(made.body, made.text).toMatchObject({ status: 'registered' });
  const visit = await comes(office, comesOn, 'a', { phone, answers });
  if (confirmation !== null) {
    const done = await office.site.manager.post(`/staff-referrals/${String(made.body['id'])}/confirm`, { confirmation });
    expect(done.status, done.text).toBe(204);
  }
  return visit;
}

/** The site had registered the customer before the introducer did. */
async function siteFirst(office: TestOffice): Promise<VisitBody> {
  const phone = office.phone();
  await first(office, '2026-01-10', { phone });
  const made = await office.site.manager.post('/staff-referrals', { site: office.site.id, visitor: '周先生', phone, introducer: office.who.d, agreedOn: '2026-01-12' });
  expect(made.body, made.text).toMatchObject({ status: 'void', voidReason: 'siteFirst' });
  return comes(office, '2026-01-12', 'ab', { phone, named: [office.who.a] });
}

/** The introducer gave a number that the site did not have yet; the customer was there all the same. */
async function knownByName(office: TestOffice): Promise<VisitBody> {
  const phone = office.phone();
  const before = await first(office, '2026-01-10');
  const made = await office.site.manager.post('/staff-referrals', { site: office.site.id, visitor: '周先生', phone, introducer: office.who.d, agreedOn: '2026-01-12' });
  expect(made.body, made.text).toMatchObject({ status: 'registered' });
  return comes(office, '2026-01-12', 'ab', { phone, customer: before.customer, named: [office.who.a] });
}

async function called(office: TestOffice): Promise<VisitBody> {
  const phone = office.phone();
  await office.day('2026-01-10', 'a');
  const call = await office.site.manager.post('/call-registrations', { caller: '周先生', site: office.site.id, phone, calledAt: '2026-01-09T02:00:00Z', channel: 'internet' });
  expect(call.status, call.text).toBe(201);
  const proposed = await office.site.manager.post('/visit-registrations/propose', { site: office.site.id, phone, cameBefore: false });
  expect(proposed.body).toMatchObject({ found: [], proposal: { clause: '3.1' } });
  return office.visit({ phone });
}

async function unconfirmed(office: TestOffice): Promise<VisitBody> {
  const phone = office.phone();
  await office.day('2026-01-10', 'a');
  const visit = await office.visit({ phone });
  const again = await comes(office, '2026-01-12', 'b', { phone, named: [office.who.a] });
  const late = await office.site.manager.post('/visit-registrations/confirm', { ids: [visit.id] });
  expect(late.body['results']).toEqual([{ id: visit.id, status: 'tooLate' }]);
  return again;
}

const dealAt = '2026-01-28';
const half = { a: '4364.46', b: '4364.45' };

/** P12 and P11, clause by clause: visits and returns. */
const visits: readonly ClauseRow[] = [
  { clause: '3.1', title: 'a new customer belongs to the receiver', play: (o) => first(o, '2026-01-10'), reception: { clause: '3.1', receiver: 'a', isCounted: true }, dealAt, earns: { a: WHOLE } },
  { clause: '3.1', title: 'a call founds no ownership: who called is new (RE-11)', play: called, reception: { clause: '3.1', receiver: 'a', isCounted: true }, dealAt, earns: { a: WHOLE } },
  { clause: '3.6', title: 'names A, who is on site: back to A', play: (o) => back(o, '2026-01-20', 'ab', { named: [o.who.a] }), reception: { clause: '4.1', receiver: 'a', isCounted: false }, dealAt, earns: { a: WHOLE } },
  { clause: '3.6', title: 'names A, who is away: a duty of the last in the order', play: (o) => back(o, '2026-01-20', 'bcd', { named: [o.who.a] }), reception: { clause: '4.2', receiver: 'd', isCounted: false }, dealAt, earns: { a: WHOLE } },
  { clause: '3.7j', title: 'does not remember, never recognised', play: forgot, reception: { clause: '3.7', receiver: 'b', isCounted: true }, dealAt: '2026-03-20', earns: { b: WHOLE } },
  { clause: '3.7g', title: 'recognised the same day: back to A', play: (o) => forgotAndLearnt(o, { recognisedOn: '2026-01-20' }), dealAt, earns: { a: WHOLE } },
  { clause: '3.7h', title: 'a deal on the spot before recognition, as the manager says', play: (o) => forgotAndLearnt(o, { recognisedOn: '2026-01-20', isDealOnSpot: true }), dealAt: '2026-01-20', earns: { b: WHOLE } },
  { clause: '3.7h', title: 'a deal on the spot, recognised afterwards', play: forgot, dealAt: '2026-01-20', afterDeal: (o, v) => o.learn(v, { recognisedOn: '2026-01-20' }), earns: { b: WHOLE } },
  { clause: '3.7i', title: 'no deal on the spot, recognised within the month: half each', play: (o) => forgotAndLearnt(o, { recognisedOn: '2026-02-10' }), dealAt: '2026-03-02', earns: half },
  { clause: '7.1', title: 'the registration has expired: it founds nothing', play: (o) => back(o, '2026-02-20', 'b', { named: [o.who.a] }), reception: { clause: '7.1', receiver: 'b', isCounted: true }, dealAt: '2026-02-21', earns: { b: WHOLE } },
  { clause: '7.1', title: 'nobody confirmed the registration that day (7.2, RE-12)', play: unconfirmed, dealAt, earns: { b: WHOLE } },
];

/** Refusing one salesperson, asking for another. */
const wishes: readonly ClauseRow[] = [
  { clause: '3.10a', title: 'refuses A, no fault: A stays', play: (o) => midway(o, 'ab', '3.10a', { matter: 'refusal', answers: { fault: 'none', isInsisting: false } }), dealAt, earns: { a: WHOLE } },
  { clause: '3.10b', title: 'refuses A, minor fault: A stays', play: (o) => midway(o, 'ab', '3.10b', { matter: 'refusal', answers: { fault: 'minor', isInsisting: false } }), dealAt, earns: { a: WHOLE } },
  { clause: '3.10c', title: 'refuses A, serious fault: the next has everything', play: (o) => midway(o, 'ab', '3.10c', { matter: 'refusal', answers: { fault: 'serious' } }), dealAt, earns: { b: WHOLE } },
  { clause: '3.10c', title: 'insists on leaving A: the next has everything', play: (o) => midway(o, 'ab', '3.10c', { matter: 'refusal', answers: { fault: 'minor', isInsisting: true } }), dealAt, earns: { b: WHOLE } },
  { clause: '5.1', title: 'a new customer asks for C on entering', play: (o) => comes(o, '2026-01-10', 'abc', { askedFor: o.who.c }), reception: { clause: '5.1', receiver: 'c', isCounted: false }, dealAt, earns: { c: WHOLE } },
  { clause: '5.1*', title: 'expired, asks for C: as a new customer', play: (o) => back(o, '2026-02-20', 'abc', { askedFor: o.who.c }), reception: { clause: '5.1*', receiver: 'c', isCounted: false }, dealAt: '2026-02-21', earns: { c: WHOLE } },
  { clause: '5.2', title: 'insists on C midway, the manager assigns', play: (o) => midway(o, 'ac', '5.2', { matter: 'midwayDesignation', askedFor: o.who.c, answers: { isAssigned: true, isInstigated: false } }), dealAt, earns: { a: '6110.24', c: '2618.67' } },
  { clause: '5.2', title: 'insists on C, who instigated it: all to the first', play: (o) => midway(o, 'ac', '5.2', { matter: 'midwayDesignation', askedFor: o.who.c, answers: { isAssigned: true, isInstigated: true } }), dealAt, earns: { a: WHOLE } },
  { clause: '5.2*', title: 'insists on C, the manager does not assign', play: (o) => midway(o, 'ac', '5.2*', { matter: 'midwayDesignation', askedFor: o.who.c, answers: { isAssigned: false } }), dealAt, earns: { a: WHOLE } },
  { clause: '5.3', title: 'a returning customer insists on C: a duty', play: (o) => back(o, '2026-01-20', 'abc', { askedFor: o.who.c }), reception: { clause: '5.3', receiver: 'c', isCounted: false }, dealAt, earns: { a: WHOLE } },
];

/** Brought by customers, the company or staff. */
const origins: readonly ClauseRow[] = [
  { clause: '5.4', title: 'brought by a customer of A without asking for A', play: (o) => introduced(o, 'broughtSilent', 'b'), reception: { clause: '5.4', receiver: 'b', isCounted: true }, dealAt, earns: { b: WHOLE } },
  { clause: '7.5a', title: 'announced by phone, A on site', play: (o) => introduced(o, 'phoned', 'ab'), reception: { clause: '7.5a', receiver: 'a', isCounted: true }, dealAt, earns: { a: WHOLE } },
  { clause: '7.5a', title: 'announced by phone, A away', play: (o) => introduced(o, 'phoned', 'bc'), reception: { clause: '7.5a', receiver: 'c', isCounted: false }, dealAt, earns: { a: WHOLE } },
  { clause: '7.5b', title: 'brought, asking for A, who is on site', play: (o) => introduced(o, 'broughtAsking', 'ab'), reception: { clause: '7.5b', receiver: 'a', isCounted: true }, dealAt, earns: { a: WHOLE } },
  { clause: '7.5b', title: 'brought, asking for A, who is away', play: (o) => introduced(o, 'broughtAsking', 'bc'), reception: { clause: '7.5b', receiver: 'c', isCounted: false }, dealAt, earns: { a: WHOLE } },
  { clause: '7.5c', title: 'comes alone and unannounced', play: (o) => introduced(o, 'cameAlone', 'b'), reception: { clause: '7.5c', receiver: 'b', isCounted: true }, dealAt, earns: { b: WHOLE } },
  { clause: '6.1-2', title: 'a leader names C', through: '6.1-1', play: (o) => company(o, 'leaderNames', { askedFor: o.who.c }), reception: { clause: '6.1-2', receiver: 'c', isCounted: false }, dealAt, earns: { publicFund: WHOLE } },
  { clause: '6.1-3', title: 'the company introduces, A does all the work', play: (o) => company(o, 'introduced', { receiver: o.who.a, reason: '演练' }), reception: { clause: '6.1-3', receiver: 'a', isCounted: false }, dealAt, earns: { a: '6110.24', publicFund: '2618.67' } },
  { clause: '6.1-4', title: 'the company arranges, B does after-sales', play: (o) => company(o, 'arrangedSales', { askedFor: o.who.b }), reception: { clause: '6.1-4', receiver: 'b', isCounted: false }, dealAt, earns: { b: '2618.67', publicFund: '6110.24' } },
  { clause: '6.1-5', title: 'the company arranges, other staff do after-sales', play: (o) => company(o, 'arrangedStaff'), reception: { clause: '6.1-5', receiver: null, isCounted: false }, dealAt, earns: { publicFund: WHOLE } },
  { clause: '3.6', title: 'registered on site before the company was asked: no company customer', through: '6.1-1', dealAt, earns: { a: WHOLE },
    play: (o) => back(o, '2026-01-20', 'ab', { matter: 'companyCustomer', named: [o.who.a], answers: { isRegisteredBeforeCompany: true } }) },
  { clause: '6.2', title: 'a valid staff referral by D', play: (o) => referred(o, { comesOn: '2026-01-12', confirmation: 'accompanied' }), reception: { clause: '6.2', receiver: 'a', isCounted: true }, dealAt, earns: { a: '6110.24', d: '2618.67' } },
  { clause: '3.1', title: 'a referral that nobody registered before', through: '6.2-1', play: (o) => comes(o, '2026-01-10', 'a', { matter: 'staffReferral', cameBefore: false }), dealAt, earns: { a: WHOLE } },
  { clause: '3.1', title: 'a referral on another day than agreed', through: '6.2-2', play: (o) => referred(o, { comesOn: '2026-01-11', confirmation: null, answers: {} }), dealAt, earns: { a: WHOLE } },
  { clause: '3.1', title: 'a referral that the introducer did not confirm', through: '6.2-3', play: (o) => referred(o, { comesOn: '2026-01-12', confirmation: 'none' }), dealAt, earns: { a: WHOLE } },
  { clause: '3.6', title: 'a referral after the site registered the customer is void', play: siteFirst, dealAt, earns: { a: WHOLE } },
  { clause: '3.6', title: 'a referral of somebody whom the site knew by name', through: '6.2-3', play: knownByName, dealAt, earns: { a: WHOLE } },
];

const ruling = { outcome: 'ruled', owner: 'a', percents: { a: 60, b: 40 } } as const;
const ruled = { a: '5237.35', b: '3491.56' };

/** Claims of several, and what no clause decides. */
const claims: readonly ClauseRow[] = [
  { clause: '7.3', title: 'of conflicting registrations the earlier valid one', play: (o) => pair(o, 'conflict'), dealAt, earns: { a: WHOLE } },
  { clause: '7.4', title: 'spouses who came separately: half each', play: (o) => pair(o, 'household'), dealAt, earns: half },
  { clause: '7.6', title: 'a change after the deal moves nothing', dealAt, earns: { a: WHOLE }, play: async (o) => { const visit = await first(o, '2026-01-10'); await o.learn(visit, { matter: 'afterDeal' }); return visit; } },
  { clause: '7.7', title: 'no clause decides: proposed in writing, approved by the director', dealAt, ruling, earns: ruled,
    play: async (o) => { const visit = await first(o, '2026-01-10'); await o.learn(visit, { matter: 'dispute' }); return visit; } },
];

/** The same customer comes again after the deposit; a dispute comes up after the deal. */
const later: readonly ClauseRow[] = [
  { clause: '3.7j', title: 'after the deposit comes again and does not remember A: divided by the visit that stands with the contract', dealAt, earns: { b: WHOLE },
    play: (o) => first(o, '2026-01-10', { phone: '13811112222' }), beforeContract: (o) => comes(o, '2026-01-20', 'b', { phone: '13811112222', answers: { remembers: false } }) },
  { clause: '3.6', title: 'after the deposit comes again and names A', dealAt, earns: { a: WHOLE },
    play: (o) => first(o, '2026-01-10', { phone: '13811113333' }), beforeContract: (o) => comes(o, '2026-01-20', 'b', { phone: '13811113333', named: [o.who.a] }) },
  { clause: '7.7', clauseBefore: '3.1', title: 'a dispute after the deal: frozen, ruled otherwise, released', play: (o) => first(o, '2026-01-10'), dealAt, ruling, earns: ruled },
  { clause: '3.1', title: 'a dispute after the deal, ruled as the clause says', play: (o) => first(o, '2026-01-10'), dealAt, ruling: { ...ruling, percents: { a: 100, b: 0 }, agreedFacts: { matter: 'visit' } }, earns: { a: WHOLE } },
  { clause: '7.4', clauseBefore: '3.1', title: 'a dispute after the deal: both agree that they received spouses', play: (o) => first(o, '2026-01-10'), dealAt,
    ruling: { outcome: 'agreed', owner: 'a', percents: { a: 50, b: 50 }, agreedFacts: { matter: 'household' } }, earns: half },
];

const shared = { clause: '3.7i', play: (office: TestOffice) => forgotAndLearnt(office, { recognisedOn: '2026-02-10' }), dealAt: '2026-03-02' } as const;

/** After the deal nobody moves, whatever becomes of it (7.6, RE-42). */
const afterSale: readonly ClauseRow[] = [
  { ...shared, title: 'exchanged for a larger unit: both have half of the new commission once the rest is paid', earns: { a: '5420.96', b: '5420.95' },
    afterSale: async (sale) => { await sale.change({ kind: 'exchange', newSaleUnit: sale.larger }); await sale.pay('instalment', '211300.00'); } },
  { ...shared, title: 'renamed after the contract: both keep their half', earns: half,
    afterSale: async (sale) => { const { fee } = await sale.change({ kind: 'rename', buyers: '吴先生', newCustomer: await sale.newCustomer('吴先生') }); await sale.pay('transferFee', String(fee)); } },
  { ...shared, title: 'refunded by exception: taken back from both', earns: {},
    afterSale: async (sale) => { await sale.change({ kind: 'refund', isException: true, retention: '已与客户谈过两次' }); await sale.approve(); } },
];

export const siteRotationRows: readonly ClauseRow[] = [...visits, ...wishes, ...origins, ...claims, ...later, ...afterSale];
