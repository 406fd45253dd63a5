import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPack } from '#modules/policies/server/policies.public.ts';
import { receptionPacks } from '#modules/reception/reception.packs.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '../../app/test-app.ts';
import type { DealEvent, DealEventKind } from './server/posting/deal-event.ts';
import { freezeDeal, releaseDeal } from './server/posting/freeze-deal.ts';
import { postDealEvent } from './server/posting/post-deal-event.ts';
import type { Share } from './rules/deal-ledger.ts';

let app: TestApp;
let now = new Date('2026-03-10T02:00:00Z');
type Person = TestPerson & { id: string };
let manager: Person;
let seller: Person;
let other: Person;
let finance: Person;
let unit: string;
let site: DealEvent['site'];

const inContext = <R>(work: (ctx: Context) => Promise<R>): Promise<R> => runAction(app.services, { actor: systemActor(app.services) }, work);
const id = () => app.services.newId();
const post = (kind: DealEventKind, dealId: string, amount: string, shares: readonly Share[], more: Partial<DealEvent> = {}) => inContext((ctx) => postDealEvent(ctx, {
  id: id(), kind, dealId, label: 'A-1-0301', customerId: null, caseId: null, site, product: null, dealOn: '2026-03-05', on: '2026-03-05', amount: { amount, currency: 'CNY' }, ...more,
}, { decisionId: null, clause: '3.7i', shares }));
const person = (party: string, who: Person, percent: string): Share => ({ party, account: { kind: 'person', userId: who.id }, percent });
const half = () => [person('earlier', other, '50'), person('receiver', seller, '50')];
const terms = (percent: string) => ({ accrual: 'contract', rates: [{ product: null, rate: { kind: 'percent', percent } }], target: null });

interface Account { totals: { month: string; accrued: string; frozen: string; settled: string }[]; lines: { id: string; amount: string; kind: string; name: string; subject: string }[]; frozen: { reason: string; amount: string }[] }
const account = async (who: TestPerson, month: string, whose = 'me') => (await who.get<Account & { status: number }>(`/commission/accounts/${whose}?month=${month}`)).body;

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  const root = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  unit = String((await app.admin.post('/org-units', { name: '城东案场', kind: 'team', parent: root.id })).body.id);
  const far = String((await app.admin.post('/org-units', { name: '城西案场', kind: 'team', parent: root.id })).body.id);
  manager = await app.person({ username: 'manager', roles: ['salesManager'], unit });
  seller = await app.person({ username: 'seller', roles: ['salesperson'], unit });
  other = await app.person({ username: 'other', roles: ['salesperson'], unit });
  finance = await app.person({ username: 'money', roles: ['finance'], unit: far });
  site = { id: id(), name: '城东', unitId: unit, pack: 'first-visit' };
  const pack = receptionPacks.find((each) => each.key === 'first-visit') ?? expect.unreachable();
  await inContext((ctx) => installPack(ctx, pack));
  const plan = await app.admin.post('/commission/plans', { name: '公司方案', siteId: null, terms: terms('1') });
  expect(plan.status, plan.text).toBe(201);
  expect((await app.admin.post(`/commission/plans/${String(plan.body.id)}/submit`, { activeFrom: '2026-01-01', note: '首版' })).status).toBe(200);
  expect((await finance.post(`/commission/plans/${String(plan.body.id)}/approve`)).status).toBe(200);
});
afterAll(() => app.close());

const sumOf = (table: 'journal' | 'month', value: string) => app.services.database.rows<{ sum: string }>(table === 'journal'
  ? sql`SELECT sum(amount)::text AS sum FROM commission_entry WHERE deal_id = ${value} GROUP BY journal_id`
  : sql`SELECT sum(amount)::text AS sum FROM commission_entry WHERE month = ${value} GROUP BY journal_id`);

describe('ledger', () => {
  it('the contract divides the commission, a change posts the difference, a refund takes it back', async () => {
    const deal = id();
    await post('deposit', deal, '20000.00', []);
    await post('contract', deal, '1000000.50', half());
    await post('change', deal, '1100000.50', half());
    const entries = () => app.services.database.rows<{ kind: string; account: string; amount: string }>(sql`SELECT kind, account, amount::text AS amount FROM commission_entry WHERE deal_id = ${deal} ORDER BY id`);
    expect(await entries()).toEqual([
      { kind: 'accrue', account: 'company', amount: '-10000.00' }, { kind: 'split', account: 'person', amount: '5000.00' }, { kind: 'split', account: 'person', amount: '5000.00' },
      { kind: 'accrue', account: 'company', amount: '-1000.00' }, { kind: 'split', account: 'person', amount: '500.00' }, { kind: 'split', account: 'person', amount: '500.00' },
    ]);
    await post('refund', deal, '20000.00', half());
    expect((await entries()).slice(6)).toMatchObject([{ kind: 'clawBack', amount: '11000.00' }, { kind: 'clawBack', amount: '-5500.00' }, { kind: 'clawBack', amount: '-5500.00' }]);
    expect((await sumOf('journal', deal)).every(({ sum }) => Number(sum) === 0)).toBe(true);
  });

  it('the same event told again, also at once, posts once', async () => {
    const event = { id: id() };
    const deal = id();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('contract', deal, '100000.00', half(), event)));
    expect(answers.filter((each) => each.isNew)).toHaveLength(1);
    await Promise.all(Array.from({ length: 6 }, (_, index) => post('change', deal, `${200000 + index}.00`, half())));
    const { sum } = await app.services.database.one<{ sum: string }>(sql`SELECT sum(amount)::text AS sum FROM commission_entry WHERE deal_id = ${deal} AND account = 'person'`);
    const { price } = await app.services.database.one<{ price: string }>(sql`SELECT price FROM commission_deal WHERE id = ${deal}`);
    expect(Number(sum)).toBeCloseTo(Number(price) / 100, 2);
    await post('refund', deal, '0.00', half());
  });

  it('the database refuses to change, to delete, to unbalance', async () => {
    await expect(inContext((ctx) => ctx.db.run(sql`UPDATE commission_entry SET amount = 1`))).rejects.toThrow('only added to');
    await expect(inContext((ctx) => ctx.db.run(sql`DELETE FROM commission_entry`))).rejects.toThrow('only added to');
    await expect(inContext((ctx) => ctx.db.run(sql`
      INSERT INTO commission_entry (id, journal_id, site_id, subject, kind, account, state, owner_id, amount, amount_currency, month, created_at, updated_at)
      SELECT ${ctx.newId()}, id, site_id, 'x', 'adjust', 'person', 'accrued', ${seller.id}, 5, 'CNY', '2026-09', now(), now() FROM commission_journal LIMIT 1`))).rejects.toThrow('does not sum to zero');
  });
});

describe('settlement', () => {
  it('frozen stays out, the month is confirmed, approved and closed; later changes go to the next one', async () => {
    const kept = id();
    const held = id();
    await post('contract', kept, '300000.00', half());
    await post('contract', held, '900000.00', half());
    await inContext((ctx) => freezeDeal(ctx, held, '归属争议'));
    expect(await account(seller, '2026-03')).toMatchObject({ totals: [{ month: '1500.00', frozen: '4500.00' }], frozen: [{ reason: '归属争议', amount: '4500.00' }] });

    const run = `/commission/settlements/${site.id}/2026-03`;
    const confirmed = await manager.post(`${run}/confirm`);
    expect(confirmed.status, confirmed.text).toBe(200);
    expect((await manager.post(`${run}/confirm`)).status).toBe(409);
    await post('change', kept, '400000.00', half());
    await finance.post('/auth/confirm', { password: TEST_PASSWORD });
    const approved = await finance.post(`/approvals/${String(confirmed.body.approvalId)}/approve`, {});
    expect(approved.status, approved.text).toBe(200);

    expect((await finance.get(run)).body).toMatchObject({ state: 'closed', statements: [{ name: 'other', amount: '1500.00' }, { name: 'seller', amount: '1500.00' }] });
    expect(await account(seller, '2026-03')).toMatchObject({ totals: [{ month: '1500.00', accrued: '500.00', settled: '1500.00' }] });
    expect(await account(seller, '2026-04')).toMatchObject({ totals: [{ month: '500.00' }] });
    await inContext((ctx) => releaseDeal(ctx, held));
    expect(await account(seller, '2026-04')).toMatchObject({ totals: [{ month: '5000.00', frozen: '0.00' }] });
    await expect(inContext((ctx) => ctx.db.run(sql`
      INSERT INTO commission_entry (id, journal_id, site_id, subject, kind, account, state, owner_id, amount, amount_currency, month, created_at, updated_at)
      SELECT ${ctx.newId()}, id, site_id, 'x', 'adjust', 'person', 'accrued', ${seller.id}, 5, 'CNY', '2026-03', now(), now() FROM commission_journal LIMIT 1`))).rejects.toThrow('is closed');
    const { body } = await seller.get<{ data: { kind: string }[] }>('/notifications');
    expect(body.data.map((each) => each.kind)).toContain('commission.statement');
  });

  it('the statements equal the ledger, and the file for payroll says the same', async () => {
    const [wrong] = await app.services.database.rows(sql`
      SELECT 1 FROM commission_statement s JOIN commission_settlement r ON r.id = s.settlement_id
      WHERE s.amount <> (SELECT sum(e.amount) FROM commission_entry e JOIN commission_journal j ON j.id = e.journal_id
        WHERE j.settlement_id = r.id AND e.state = 'settled' AND e.account = s.account AND e.owner_id IS NOT DISTINCT FROM s.owner_id)`);
    expect(wrong).toBeUndefined();
    const file = await finance.get(`/commission/settlements/${site.id}/2026-03/file?format=csv`);
    expect(file.status, file.text).toBe(200);
    const amounts = file.text.split('\r\n').slice(1).filter((row) => row.includes(',seller,')).map((row) => Number(row.split(',').at(-2)));
    expect(amounts.reduce((sum, each) => sum + Math.round(each * 100), 0)).toBe(150_000);
    expect((await manager.get(`/commission/settlements/${site.id}/2026-04/file?format=csv`)).status).toBeGreaterThanOrEqual(400);
  });

  it('finance sends it back: the month is open again', async () => {
    expect((await manager.post(`/commission/settlements/${site.id}/2026-04/confirm`)).status).toBe(409);
    now = new Date('2026-04-30T02:00:00Z');
    for (const [who, username] of [[app.admin, 'admin'], [manager, 'manager'], [seller, 'seller'], [other, 'other'], [finance, 'money']] as const) {
      expect((await who.post('/auth/login', { username, password: TEST_PASSWORD })).status).toBe(200);
    }
    const run = `/commission/settlements/${site.id}/2026-04`;
    const confirmed = await manager.post(`${run}/confirm`);
    expect((await finance.post(`/approvals/${String(confirmed.body.approvalId)}/reject`, { opinion: '漏了一笔' })).status).toBe(200);
    expect((await manager.get(run)).body).toMatchObject({ state: 'draft', isOpen: true });
  });
});

describe('rights', () => {
  it('a salesperson sees own lines only, elsewhere nothing', async () => {
    const stranger = await app.person({ username: 'stranger', roles: ['salesperson'], unit });
    const { lines } = await account(seller, '2026-04');
    expect(new Set(lines.map((line) => line.name))).toEqual(new Set(['seller']));
    expect((await seller.get(`/commission/accounts/${other.id}?month=2026-04`)).status).toBe(404);
    expect((await manager.get(`/commission/accounts/${other.id}?month=2026-04`)).status).toBe(200);
    expect((await stranger.get(`/commission/entries/${lines[0]?.id}/why`)).status).toBe(404);
    expect((await seller.get('/commission/team?month=2026-04')).body).toMatchObject({ data: [{ name: 'seller' }] });
    expect((await seller.get(`/commission/settlements/${site.id}/2026-03`)).status).toBe(404);
    expect((await seller.get('/commission/plans')).status).toBe(403);
    const deal = await app.services.database.one<{ id: string }>(sql`SELECT id FROM commission_deal WHERE price = 400000`);
    const ledger = (await seller.get<{ lines: { name: string }[]; hidden: number; price: string | null }>(`/commission/deals/${deal.id}`)).body;
    expect(ledger.lines.every((line) => line.name === 'seller')).toBe(true);
    expect(ledger.hidden).toBeGreaterThan(0);
    expect(ledger.price).toBeNull();
    expect((await stranger.get(`/commission/deals/${deal.id}`)).status).toBe(404);
    const list = (await seller.get<{ data: { owner: string }[] }>('/commission-entries?limit=100')).body.data;
    expect(new Set(list.map((entry) => entry.owner))).toEqual(new Set([seller.id]));
  });

  it('a line answers why with the plan, the calculation and the clause', async () => {
    const { lines } = await account(seller, '2026-04');
    const line = lines.find((each) => each.kind === 'split') ?? expect.unreachable();
    expect((await seller.get(`/commission/entries/${line.id}/why`)).body).toMatchObject({
      line: { percent: '50', clause: '3.7i', reason: 'change' }, working: { plan: { name: '公司方案', number: 1 }, full: '4000.00', steps: [{ base: '400000.00', percent: '1', amount: '4000.00' }] },
    });
  });
});

describe('plans', () => {
  it('a new version is tried on past deals per person, and does not touch deals already made', async () => {
    const plans = (await manager.get<{ data: { id: string }[] }>('/commission/plans')).body.data;
    const plan = plans[0]?.id ?? '';
    expect((await app.admin.post(`/commission/plans/${plan}/draft`)).status).toBe(201);
    expect((await app.admin.call('PUT', `/commission/plans/${plan}/draft`, { terms: terms('2'), version: 1 })).status).toBe(200);
    const tried = await manager.post<{ people: unknown[]; changed: number }>(`/commission/plans/${plan}/simulate`, { number: 2, from: '2026-01-01', to: '2026-04-30' });
    expect(tried.body).toMatchObject({ deals: 2, changed: 2, people: [{ before: '6500.00', after: '13000.00' }, { before: '6500.00', after: '13000.00' }] });
    expect((await app.admin.post(`/commission/plans/${plan}/submit`, { activeFrom: '2026-03-01', note: '提高' })).status).toBe(400);
    expect((await app.admin.post(`/commission/plans/${plan}/submit`, { activeFrom: '2026-05-01', note: '提高' })).status).toBe(200);
    const inbox = await finance.get<{ data: { id: string; title: string }[] }>('/approvals?box=waiting');
    const asked = inbox.body.data.find((each) => each.title.includes('第 2 版'));
    expect(asked?.title).toContain('2026-05-01');
    const shown = await finance.get<{ changes: { from: string | null; to: string | null }[] }>(`/approvals/${asked?.id}`);
    expect(shown.body.changes).toContainEqual(expect.objectContaining({ from: '1%', to: '2%' }));
    expect((await finance.post(`/approvals/${asked?.id}/approve`)).status).toBe(200);
    expect((await finance.post(`/commission/plans/${plan}/approve`)).status).toBe(404);
    const old = await app.services.database.one<{ id: string }>(sql`SELECT id FROM commission_deal WHERE price = 400000`);
    expect((await post('fact', old.id, '0.00', half())).journalId).toBeNull();
    const fresh = id();
    await post('contract', fresh, '100000.00', half(), { dealOn: '2026-05-02', on: '2026-05-02' });
    expect(await account(seller, '2026-05')).toMatchObject({ totals: [{ month: '1000.00' }] });
    await post('refund', fresh, '0.00', half(), { dealOn: '2026-05-02', on: '2026-05-02' });
  });
});

describe('penalties', () => {
  it('the clause names the share, approval posts it, the person sees it with its clause', async () => {
    const proposal = { siteId: site.id, userId: seller.id, happenedOn: '2026-04-20', facts: { offence: 'takingCustomers', severity: 'severe' } };
    expect((await manager.post('/commission/penalties/preview', proposal)).body).toMatchObject({ clause: '2(4)', missing: ['monthPay'] });
    const body = { ...proposal, monthPay: '4000.00', description: '争抢同事客户' };
    expect((await seller.post('/commission/penalties', body)).status).toBe(403);
    const made = await manager.post(`/commission/penalties`, body);
    expect(made.status, made.text).toBe(201);
    expect((await seller.get<{ data: unknown[] }>('/commission/penalties')).body.data).toEqual([]);
    await finance.post('/auth/confirm', { password: TEST_PASSWORD });
    expect((await finance.post(`/approvals/${String(made.body.approvalId)}/approve`, {})).status).toBe(200);
    const [penalty] = (await seller.get<{ data: { amount: string; clause: string; entryId: string }[] }>('/commission/penalties')).body.data;
    expect(penalty).toMatchObject({ amount: '4250.00', clause: '2(4)' });
    expect((await seller.get(`/commission/entries/${penalty?.entryId}/why`)).body).toMatchObject({ line: { amount: '-4250.00', kind: 'penalty' }, decision: { explanation: { clause: { key: '2(4)' } } } });
  });
});
