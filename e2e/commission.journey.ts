import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { makeProject } from '#modules/stock/server/make-project.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

type Person = TestPerson & { readonly id: string };

// A deal on the tenth: its month is the open one, and the refund goes to the next.
const NOW = new Date('2026-03-10T02:00:00Z');
const MONTH = '2026-03';
const UNIT = '1-202';
const PRICE = '1090100.00';
const COMMISSION = '10 901.00';

let app: TestApp;
let browser: TestBrowser;
let people: Readonly<Record<'manager' | 'director' | 'finance' | 'seller', Person>>;
let unit: string;

/** 201, 200 or nothing: what came back; anything else ends the test. */
async function made<T = Record<string, unknown>>(pending: Promise<{ status: number; text: string; body: T }>): Promise<T> {
  const answer = await pending;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

const rootUnit = () => app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);

async function hire(): Promise<void> {
  const { id: unit } = await rootUnit();
  const boss = (await made<{ user: { id: string } }>(app.admin.get('/auth/me'))).user.id;
  const person = (username: string, name: string, role: string) => app.person({ username, name, roles: [role], unit });
  people = { manager: await person('fang', '方经理', 'salesManager'), director: await person('gao', '高总监', 'executive'), finance: await person('wu', '吴财务', 'finance'), seller: await person('lin', '林晓', 'salesperson') };
  await app.services.database.run(sql`UPDATE app_user SET manager_id = ${boss} WHERE id = ${people.seller.id}`);
}

/** A site with its rule, a project of eight units at one price, and one per cent for whoever sells. */
async function openOffice(): Promise<string> {
  const { manager, finance, seller } = people;
  await made(app.admin.post('/policy-packs/install', { key: 'site-rotation' }));
  const { id: root } = await rootUnit();
  const site = String((await made(manager.post('/sites', { name: '云栖里', unit: root, projectManager: manager.id, pack: 'site-rotation', members: [seller.id] })))['id']);
  const project = await runAction(app.services, { actor: systemActor(app.services) }, (ctx) => makeProject(ctx, { name: '云栖里', code: 'YXL', pack: 'site-rotation', siteId: site, ownerId: manager.id, buildings: 1, floors: 2 }));
  unit = project.unitIds[5] ?? '';
  await made(manager.post('/stock/price-lists', { project: project.id, name: '开盘价', effectiveOn: '2026-03-10', lines: [{ unit, price: PRICE }] }));
  const terms = { accrual: 'contract', rates: [{ product: null, rate: { kind: 'percent', percent: '1' } }], target: null };
  const plan = String((await made(app.admin.post('/commission/plans', { name: '公司方案', siteId: null, terms })))['id']);
  await made(app.admin.post(`/commission/plans/${plan}/submit`, { activeFrom: '2026-01-01', note: '首版' }));
  await made(finance.post(`/commission/plans/${plan}/approve`));
  return site;
}

/** A visitor whom the rotation gives to the salesperson holds a unit and signs the subscription. */
async function subscribe(site: string): Promise<void> {
  const { manager, seller } = people;
  await made(manager.post(`/sites/${site}/day/open`, { present: [seller.id] }));
  const visit = await made(manager.post('/visit-registrations', { site, visitor: '陈小姐', phone: '13800138000', cameBefore: false }));
  await made(manager.post(`/turns/${String(visit['turn'])}/end`));
  await made(manager.post('/visit-registrations/confirm', { ids: [visit['id']] }));
  const hold = String((await made(seller.post('/stock/holds', { saleUnit: unit, customer: visit['customer'], kind: 'reservation' })))['id']);
  const draft = { buyers: '陈小姐', discount: '0', deposit: '20000', address: '香港中路 10 号', postcode: '266071', instalments: [{ dueOn: '2026-04-10', label: '房款', amount: PRICE }] };
  const subscription = String((await made(seller.post(`/stock/holds/${hold}/subscription`, draft)))['id']);
  await made(seller.post(`/stock/subscriptions/${subscription}/sign`));
}

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp({ clock: () => NOW }), launchBrowser()]);
  await hire();
  await subscribe(await openOffice());
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function openAs(person: TestPerson, path: string, options: Parameters<TestBrowser['openPage']>[0] = {}): Promise<Page> {
  await made(person.post('/auth/preferences', { locale: options.locale === 'en-US' ? 'en' : 'zh-CN' }));
  const page = await browser.openPage({ width: 1440, height: 900, ...options });
  await page.clock.setFixedTime(NOW);
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url })));
  await page.goto(app.url + path);
  return page;
}

/** Nothing to complain of, nothing wider than the screen, no errors; then the page is done with. */
async function leave(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.locator('.ant-btn-loading').count(), { timeout: 20_000 }).toBe(0);
  await screenshot(page, name);
  expect([await axe(page), await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), pageProblems(page)]).toEqual([[], true, []]);
  await page.context().close();
}

const phone = { width: 360, height: 780 } as const;

test('finance receives the deposit and issues the receipt, the salesperson signs the contract', async () => {
  const finance = await openAs(people.finance, '/payments');
  await finance.getByRole('row').filter({ hasText: UNIT }).getByRole('button', { name: '收款' }).click();
  await finance.getByRole('button', { name: '记款并开收据' }).click();
  await finance.getByText('收据 YXL-2026-000001 已开').waitFor();
  await leave(finance, 'commission-payment');

  const seller = await openAs(people.seller, `/stock?unit=${unit}`);
  await seller.getByRole('button', { name: '签合同' }).click();
  await seller.getByLabel('合同号').fill('HT-2026-018');
  await seller.getByRole('button', { name: '签合同' }).click();
  await seller.getByRole('heading', { name: /签约/ }).waitFor();
  await leave(seller, 'commission-contract');
});

test('the commission stands in the ledger and says why, clause and calculation', async () => {
  const seller = await openAs(people.seller, `/commission?month=${MONTH}`, phone);
  const line = seller.getByRole('row').filter({ hasText: UNIT });
  await line.getByText(COMMISSION).waitFor();
  await line.getByRole('button', { name: /3\.1/ }).click();
  const why = seller.getByRole('dialog');
  await why.getByText(/首次|新客户|轮/).first().waitFor();
  await why.getByText('1 090 100.00').first().waitFor();
  await leave(seller, 'commission-why');
});

test('the manager confirms the month, the director approves on an English phone, the month is closed', async () => {
  const manager = await openAs(people.manager, `/commission/settlement?month=${MONTH}`);
  await manager.getByRole('row').filter({ hasText: '林晓' }).getByText(COMMISSION).waitFor();
  await manager.getByRole('button', { name: '确认本月' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: '确认本月' }).click();
  await manager.getByText('待财务批准').waitFor();
  await leave(manager, 'commission-settlement');

  const director = await openAs(people.director, `/commission/settlement?month=${MONTH}`, { ...phone, locale: 'en-US', colorScheme: 'dark' });
  await director.getByRole('link', { name: 'Show the approval' }).click();
  await director.getByText(/10901\.00|10 901/).first().waitFor();
  await director.getByRole('button', { name: 'Approve', exact: true }).click();
  await director.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await director.getByText('Approved').first().waitFor();
  await leave(director, 'commission-approval');
});

test('the salesperson reads the closed statement and confirms it, and the manager sees that', async () => {
  const seller = await openAs(people.seller, `/commission?month=${MONTH}`, phone);
  await seller.getByText(/2026-03 结算单已关账，应发 ¥\s10\s901\.00/).waitFor();
  await seller.getByRole('button', { name: '确认无误' }).click();
  await seller.getByText(/您已于 2026-03-10 10:00 确认 2026-03 结算单无误/).waitFor();
  await leave(seller, 'commission-statement');
  const manager = await openAs(people.manager, `/commission/settlement?month=${MONTH}`, { locale: 'en-US' });
  await manager.getByRole('row').filter({ hasText: '林晓' }).getByText('Confirmed by the person, 2026-03-10 10:00').waitFor();
  await leave(manager, 'commission-closed');
});

test('a refund by exception takes the commission back in the open month', async () => {
  const seller = await openAs(people.seller, `/stock?unit=${unit}`, { locale: 'en-US' });
  await seller.getByRole('button', { name: 'After-sale change' }).click();
  await seller.getByText('Refund', { exact: true }).click();
  await seller.getByLabel('Reason').fill('客户重病');
  await seller.getByLabel('Ask for an exception').check();
  await seller.getByRole('button', { name: 'Submit' }).click();
  await seller.getByText('Sent for approval').waitFor();
  await leave(seller, 'commission-refund');
  const waiting = await made<{ data: { id: string }[] }>(app.admin.get('/approvals?box=waiting'));
  await made(app.admin.post(`/approvals/${waiting.data[0]?.id ?? ''}/approve`, {}));

  const after = await openAs(people.seller, '/commission?month=2026-04', { locale: 'en-US' });
  const line = after.getByRole('row').filter({ hasText: UNIT });
  await line.getByText(`−${COMMISSION}`).waitFor();
  await line.getByText('Refund').waitFor();
  await leave(after, 'commission-claw-back');
});
