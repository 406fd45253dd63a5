import { expect } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson } from '#app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import { officeAt, type TestOffice, type VisitBody } from '#modules/reception/server/registration/test-office.ts';
import { makeProject } from '#modules/stock/server/make-project.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { ClauseRow, Letter, Ruling, Sale } from './clause-row.ts';

type Person = TestPerson & { readonly id: string };

/** People of one company with a plan of 1 % of what was received; each row gets a site and a project of its own. */
export interface ClauseHouse {
  readonly pack: string;
  /** Above everybody whose unit has no head. */
  readonly admin: Person;
  readonly manager: Person;
  readonly director: Person;
  readonly finance: Person;
  readonly sellers: Readonly<Record<Letter, Person>>;
  readonly rootUnit: Id;
  readonly app: TestApp;
  setClock(at: Date): void;
}

/** Signs in anew where a jump of the clock ended the session. */
function staying(person: Person, username: string): Person {
  const call: TestPerson['call'] = async (method, path, body, headers) => {
    const answer = await person.call<never>(method, path, body, headers);
    if (answer.status !== 401) return answer;
    await person.post('/auth/login', { username, password: TEST_PASSWORD });
    return person.call(method, path, body, headers);
  };
  return {
    id: person.id, cookie: () => person.cookie(), call,
    get: (path) => call('GET', path), post: (path, body = {}, headers = {}) => call('POST', path, body, headers), patch: (path, body, headers = {}) => call('PATCH', path, body, headers),
  };
}

/** Terms of the only plan: what is earned follows the money that finance received (RE-31). */
const terms = { accrual: 'received', rates: [{ product: null, rate: { kind: 'percent', percent: '1' } }], target: null };

export async function makeHouse(app: TestApp, pack: string, setClock: (at: Date) => void): Promise<ClauseHouse> {
  const { admin } = app;
  setClock(new Date('2025-12-01T02:00:00Z'));
  await made(admin.post('/auth/confirm', { password: TEST_PASSWORD }));
  await made(admin.call('PUT', '/admin/settings', { signIn: { passwordProfile: 'nist', rotationDays: 90, idleHours: 336, absoluteDays: 90 } }));
  await made(admin.post('/policy-packs/install', { key: pack }));
  const units = await admin.get<{ data: { id: Id }[] }>('/org-units');
  const rootUnit = units.body.data[0]?.id ?? '';
  const person = async (username: string, role: string) => staying(await app.person({ username, roles: [role], unit: rootUnit }), username);
  const house: ClauseHouse = {
    app, pack, rootUnit, setClock, admin: staying({ ...admin, id: '' }, 'admin'),
    manager: await person('manager', 'salesManager'), director: await person('director', 'executive'), finance: await person('finance', 'finance'),
    sellers: { a: await person('seller.a', 'salesperson'), b: await person('seller.b', 'salesperson'), c: await person('seller.c', 'salesperson'), d: await person('seller.d', 'salesperson') },
  };
  const plan = String((await made(admin.post('/commission/plans', { name: '公司方案', siteId: null, terms })))['id']);
  await made(admin.post(`/commission/plans/${plan}/submit`, { activeFrom: '2025-12-01', note: '首版' }));
  await made(house.finance.post(`/commission/plans/${plan}/approve`));
  return house;
}

/** A new site with its people, whose days can be gone through. */
async function openOffice(house: ClauseHouse): Promise<TestOffice> {
  const { app, manager, sellers, rootUnit, pack, setClock } = house;
  const members = [sellers.a.id, sellers.b.id, sellers.c.id, sellers.d.id];
  const site = await made(manager.post('/sites', { name: '云栖里', unit: rootUnit, projectManager: manager.id, pack, members }));
  return officeAt({
    id: String(site['id']), unit: rootUnit, manager, members, signInAgain: () => Promise.resolve(),
    act: (work) => runAction(app.services, { actor: systemActor(app.services) }, work),
  }, setClock);
}

async function made(pending: Promise<{ status: number; text: string; body: Record<string, unknown> }>): Promise<Record<string, unknown>> {
  const answer = await pending;
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body;
}

const PRICE = '872891.00';
const DEPOSIT = '50000.00';
let serial = 0;

/** The moment of a row's deal at the site. */
const momentOf = (at: string): Date => new Date(`${at.slice(0, 10)}T${at.slice(11) || '10:00:00'}+08:00`);

/**
 * The whole sale at the counter: the customer's salesperson holds the unit, files and signs; finance books the deposit,
 * the contract is made, finance books the rest. The subscription is the deal of the ledger.
 */
async function sell(house: ClauseHouse, office: TestOffice, { visit, row: { dealAt, beforeContract } }: { visit: VisitBody; row: ClauseRow }): Promise<Sale> {
  const { pack, manager, finance, setClock } = house;
  const { customer } = visit;
  serial += 1;
  // What happens in between is of its own day: the deposit is then of the visit's.
  if (!beforeContract) setClock(momentOf(dealAt));
  const project = await office.site.act((ctx) => makeProject(ctx, { name: `云栖里${serial}`, code: `Y${serial}`, pack, siteId: office.site.id, buildings: 1, floors: 1, perFloor: 2 }));
  const seller = await sellerOf(house, customer);
  const hold = String((await made(seller.post('/stock/holds', { saleUnit: project.unitIds[0], customer, kind: 'reservation' })))['id']);
  const day = dealAt.slice(0, 10);
  const subscription = String((await made(seller.post(`/stock/holds/${hold}/subscription`, {
    buyers: '陈小姐', discount: '9.00', deposit: DEPOSIT, phone: '13800138000', address: '青岛市市南区香港中路 10 号', postcode: '266071', instalments: [{ dueOn: day, label: '全款', amount: PRICE }],
  })))['id']);
  await made(seller.post(`/stock/subscriptions/${subscription}/sign`));
  const pay = (kind: string, amount: string) => made(finance.post('/stock/receipts', { hold, kind, amount, method: 'transfer', receivedOn: day, payer: '陈小姐' }));
  await pay('reservationDeposit', DEPOSIT);
  await beforeContract?.(office, visit);
  setClock(momentOf(dealAt));
  await made(seller.post(`/stock/subscriptions/${subscription}/contract`, { contractNumber: `HT-${serial}`, dealOn: day }));
  await pay('instalment', (Number(PRICE) - Number(DEPOSIT)).toFixed(2));
  expect((await manager.get(`/stock/units/${project.unitIds[0] ?? ''}`)).body['status']).toBe('signed');
  return {
    subscription, larger: project.unitIds[1] ?? '', pay,
    change: (body) => made(seller.post(`/stock/subscriptions/${subscription}/changes`, { reason: '客户要求', ...body })),
    newCustomer: async (name) => String((await made(seller.post('/customers', { kind: 'person', name, _acceptDuplicate: true })))['id']),
    approve: () => approveWaiting(house.admin),
  };
}

/** The sale's change, among whatever else waits for this person. */
async function approveWaiting(person: TestPerson): Promise<void> {
  const waiting = await person.get<{ data: { id: string; kind: string }[] }>('/approvals?box=waiting');
  const change = waiting.body.data.find(({ kind }) => kind === 'stock.afterSale');
  await made(person.post(`/approvals/${change?.id ?? ''}/approve`));
}

/** Whoever has the customer's file; the manager where nobody has. */
async function sellerOf({ manager, sellers }: ClauseHouse, customer: Id): Promise<Person> {
  const { owner } = await made(manager.get(`/customers/${customer}`));
  return Object.values(sellers).find((each) => each.id === owner) ?? manager;
}

/** What no clause decides: opened as a dispute, proposed in writing by the project manager, approved by the director. */
async function rule({ manager, director, sellers }: ClauseHouse, caseId: Id, { outcome, owner, percents, agreedFacts }: Ruling): Promise<void> {
  const [one = 'a', other = 'b'] = Object.keys(percents).filter((letter): letter is Letter => letter in sellers);
  const opened = await made(manager.post('/disputes', { case: caseId, claimant: sellers[one].id, respondent: sellers[other].id, claim: '双方都接待过这位客户' }));
  if (agreedFacts) await made(manager.call('PUT', `/disputes/${String(opened['id'])}/facts`, { facts: agreedFacts }));
  const shares = [one, other].map((letter) => ({ user: sellers[letter].id, percent: percents[letter] ?? 0 })).filter(({ percent }) => percent > 0);
  const { approval } = await made(manager.post(`/disputes/${String(opened['id'])}/ruling`, { outcome, record: '按过错和贡献提出', owner: sellers[owner].id, shares }));
  await made(director.post(`/approvals/${String(approval)}/approve`));
}

/** The manager confirms a site's month and finance approves: what was accrued is settled. */
export async function settle({ manager, finance }: ClauseHouse, siteId: Id, month: string): Promise<void> {
  const { approvalId } = await made(manager.post(`/commission/settlements/${siteId}/${month}/confirm`));
  await made(finance.post('/auth/confirm', { password: TEST_PASSWORD }));
  await made(finance.post(`/approvals/${String(approvalId)}/approve`));
}

/** A dispute that nobody has settled yet: the case's deals are frozen. */
export const contest = ({ manager, sellers }: ClauseHouse, caseId: Id): Promise<Record<string, unknown>> =>
  made(manager.post('/disputes', { case: caseId, claimant: sellers.c.id, respondent: sellers.b.id, claim: '客户先由丙接待' }));

export const playRow = async (house: ClauseHouse, row: ClauseRow): Promise<{ office: TestOffice; dealId: string; caseId: Id }> => {
  const office = await openOffice(house);
  const visit = await row.play(office);
  if (row.reception) {
    const { clause, receiver, isCounted } = row.reception;
    expect(visit).toMatchObject({ clause, receiver: receiver === null ? null : office.who[receiver], isCounted });
  }
  const sale = await sell(house, office, { visit, row });
  await row.afterDeal?.(office, visit);
  await row.afterSale?.(sale);
  if (row.ruling) await rule(house, visit.ownership, row.ruling);
  return { office, dealId: sale.subscription, caseId: visit.ownership };
};
