import sql, { raw } from 'sql-template-tag';
import { TEST_PASSWORD, type TestApp, type TestPerson } from '#app/test-app.ts';
import type { ObjectAction } from '#meta/object.ts';
import { readyRoles } from '#modules/identity/server/ready-roles.ts';
import { type Relation, relations } from './matrix-world.ts';
import { isGranted } from './record-matrix.ts';
import { type Sale, type SaleObject, makePlan, makeSale, saleMonth, saleObjects } from './sale-world.ts';

type Answer = Promise<{ readonly status: number; readonly text: string; readonly body: unknown }>;

interface Probe {
  readonly name: string;
  readonly object: SaleObject;
  /** The grant that the way in asks for; for creations the record on which it is asked. */
  readonly action: ObjectAction;
  readonly isWrite?: boolean;
  readonly run: (person: TestPerson, sale: Sale) => Answer;
}

const filterOf = (id: string) => encodeURIComponent(JSON.stringify({ field: 'id', op: 'eq', value: id }));
const plurals: Readonly<Record<SaleObject, string>> = {
  unitHold: 'unit-holds', subscription: 'subscriptions', deal: 'deals', receipt: 'receipts', afterSaleChange: 'after-sale-changes', dispute: 'disputes', commissionEntry: 'commission-entries',
};

/** What every object has by its declaration. A list without the record is a refusal. */
const declared: readonly Probe[] = saleObjects.flatMap((object): Probe[] => {
  const plural = plurals[object];
  const without = async (pending: Answer, isThere: (answer: Awaited<Answer>) => boolean): Answer => {
    const answer = await pending;
    return answer.status === 200 && !isThere(answer) ? { ...answer, status: 404 } : answer;
  };
  return [
    { name: 'read', object, action: 'read', run: (p, s) => p.get(`/${plural}/${s[object]}`) },
    { name: 'list', object, action: 'read', run: (p, s) => without(p.get(`/${plural}?fields=createdAt&filter=${filterOf(s[object])}`), ({ text }) => text.includes(s[object])) },
    { name: 'count', object, action: 'read', run: (p, s) => without(p.get(`/${plural}?count=only&filter=${filterOf(s[object])}`), ({ text }) => !text.includes('"total":0')) },
    { name: 'summary', object, action: 'read', run: (p, s) => without(p.get(`/${plural}/summary?filter=${filterOf(s[object])}`), ({ text }) => !text.includes('"count":0')) },
    { name: 'history', object, action: 'read', run: (p, s) => p.get(`/${plural}/${s[object]}/history`) },
    { name: 'change by hand', object, action: 'delete', isWrite: true, run: (p, s) => p.patch(`/${plural}/${s[object]}`, {}) },
  ];
});

const commission = `?month=${saleMonth}`;
const facts = { facts: { settlement: 'agreed' } };
const ruling = (s: Sale) => ({ outcome: 'mediated', record: '权限矩阵', owner: s.owner, shares: [{ user: s.owner, percent: 100 }] });

/** The rooms' own ways in. */
const rooms: readonly Probe[] = [
  { name: 'extend', object: 'unitHold', action: 'update', isWrite: true, run: (p, s) => p.post(`/stock/holds/${s.unitHold}/extend`) },
  { name: 'release', object: 'unitHold', action: 'update', isWrite: true, run: (p, s) => p.post(`/stock/holds/${s.unitHold}/release`) },
  { name: 'sale', object: 'subscription', action: 'read', run: (p, s) => p.get(`/stock/subscriptions/${s.subscription}`) },
  { name: 'paper', object: 'subscription', action: 'read', run: (p, s) => p.get(`/stock/subscriptions/${s.subscription}/dunning`), isWrite: true },
  { name: 'sign', object: 'subscription', action: 'update', isWrite: true, run: (p, s) => p.post(`/stock/subscriptions/${s.subscription}/sign`) },
  { name: 'deliver', object: 'deal', action: 'update', isWrite: true, run: (p, s) => p.post(`/stock/deals/${s.deal}/deliver`) },
  { name: 'file', object: 'dispute', action: 'read', run: (p, s) => p.get(`/disputes/${s.dispute}/file`) },
  { name: 'facts', object: 'dispute', action: 'update', isWrite: true, run: (p, s) => p.call('PUT', `/disputes/${s.dispute}/facts`, facts) },
  { name: 'ruling', object: 'dispute', action: 'update', isWrite: true, run: (p, s) => p.post(`/disputes/${s.dispute}/ruling`, ruling(s)) },
  { name: 'why', object: 'commissionEntry', action: 'read', run: (p, s) => p.get(`/commission/entries/${s.commissionEntry}/why`) },
  { name: 'deal ledger', object: 'commissionEntry', action: 'read', run: (p, s) => p.get(`/commission/deals/${s.subscription}`) },
  { name: 'account', object: 'commissionEntry', action: 'read', run: (p, s) => p.get(`/commission/accounts/${s.owner}${commission}&site=${s.site}`) },
  { name: 'figure', object: 'commissionEntry', action: 'read', run: (p, s) => p.get(`/commission/accounts/${s.owner}/figures/month${commission}&site=${s.site}&currency=CNY`) },
];

/** Sales of a person, of a colleague in the unit, of a stranger elsewhere. */
async function makeSales(app: TestApp, only: readonly string[] | undefined) {
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  await app.admin.post('/policy-packs/install', { key: 'first-visit' });
  await makePlan(app);
  const { id: parent } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unitOf = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'branch', parent })).body['id']);
  const [near, far] = [await unitOf('青岛分公司'), await unitOf('成都分公司')];
  const somebody = async (username: string, role: string, unit: string) => (await app.person({ username, roles: [role], unit })).id;
  const [colleague, stranger, bookkeeper, respondent] = [
    await somebody('colleague', 'salesperson', near), await somebody('stranger', 'salesperson', far), await somebody('bookkeeper', 'finance', far), await somebody('respondent', 'salesManager', far),
  ];
  const common = { finance: bookkeeper, respondent };
  const [unit, foreign] = [await makeSale(app, { ...common, owner: colleague, unit: near }), await makeSale(app, { ...common, owner: stranger, unit: far })];
  const roles: { role: string; person: TestPerson; sales: Readonly<Record<Relation, Sale>> }[] = [];
  for (const { key } of readyRoles.filter((role) => only?.includes(role.key) ?? true)) {
    const person = await app.person({ username: `role-${key.toLowerCase()}`, roles: [key], unit: near });
    roles.push({ role: key, person, sales: { own: await makeSale(app, { ...common, owner: person.id, unit: near }), unit, foreign } });
  }
  return roles;
}

const tables: Readonly<Record<SaleObject, string>> = {
  unitHold: 'unit_hold', subscription: 'subscription', deal: 'deal', receipt: 'receipt', afterSaleChange: 'after_sale_change', dispute: 'dispute', commissionEntry: 'commission_entry',
};
const stored = async (app: TestApp, sale: Sale, object: SaleObject) => JSON.stringify(await app.services.database.maybe(sql`SELECT to_jsonb(t) AS row FROM ${raw(tables[object])} t WHERE id = ${sale[object]}`));

interface Cell { readonly relation: Relation; readonly sale: Sale; readonly probe: Probe }

async function check(app: TestApp, { role, person }: { role: string; person: TestPerson }, { relation, sale, probe }: Cell): Promise<string | undefined> {
  const { object, action, isWrite = false } = probe;
  // What only actions write is changed by hand by nobody.
  const isAllowed = probe.name !== 'change by hand' && isGranted(role, object, action, relation) === true;
  const isReadable = isGranted(role, object, 'read', relation) === true;
  const before = isWrite && !isAllowed ? await stored(app, sale, object) : '';
  const { status, text } = await probe.run(person, sale);
  if (isAllowed) return status === 404 || (!isWrite && status !== 200) ? `allowed, yet ${status} ${text.slice(0, 80)}` : undefined;
  if (status < 400 || status >= 500) return `not allowed, yet ${status} ${text.slice(0, 80)}`;
  if (isWrite && (await stored(app, sale, object)) !== before) return 'refused, yet the row changed';
  // 403 only for what one may read, or for verbs that one has nowhere.
  if (status === 403 && !isReadable && isGranted(role, object, action, relation) === false) return 'the refusal betrays that the record exists';
  return text.includes('金丝雀') ? 'the refusal tells what is in it' : undefined;
}

/** Runs every probe for every role and relation; answers what disagreed with the ready roles (SEC-12). */
export async function runSaleMatrix(app: TestApp, only?: readonly string[]): Promise<{ violations: string[]; cells: number }> {
  const violations: string[] = [];
  let cells = 0;
  for (const { role, person, sales } of await makeSales(app, only)) {
    for (const relation of relations) {
      for (const probe of [...declared, ...rooms]) {
        cells += 1;
        const wrong = await check(app, { role, person }, { relation, sale: sales[relation], probe });
        if (wrong !== undefined) violations.push(`${role} ${probe.object} ${probe.name} ${relation}: ${wrong}`);
      }
    }
  }
  return { violations, cells };
}
