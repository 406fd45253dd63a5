import sql from 'sql-template-tag';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { decideShares } from '#modules/commission/server/posting/decide-shares.ts';
import { postDealEvent } from '#modules/commission/server/commission.public.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

/** Ten in the morning at the site; the clock goes on from there. */
const BEGIN = Date.parse('2026-03-10T10:00:00+08:00');
const TODAY = '2026-03-10';
const started = Date.now();

type Person = TestPerson & { readonly id: string };
interface Registered { id: string; customer: string; receiver: string; turn: string; ownership: string }

let browser: TestBrowser;
let app: TestApp;
let manager: Person;
let site: string;
let unit: string;
let fang: Person;
let qin: Person;
let director: Person;
let customer: string;
let deal: string;

async function pageOf(person: TestPerson, path: string, width: 1440 | 360, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<Page> {
  expect((await person.post('/auth/preferences', { locale })).status).toBeLessThan(300);
  const page = await browser.openPage({ width, height: width === 360 ? 780 : 900, locale: locale === 'en' ? 'en-US' : 'zh-CN' });
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url })));
  await page.goto(app.url + path);
  return page;
}

/** What every page owes: nothing beyond its edge, nothing that axe finds, no error but those that the test provoked. */
async function isSound(page: Page, allowed = /^$/): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(pageProblems(page).filter((problem) => !allowed.test(problem))).toEqual([]);
  await page.context().close();
}

async function visit(more: Record<string, unknown>): Promise<Registered> {
  const made = await manager.post<Registered & Record<string, unknown>>('/visit-registrations', { site, visitor: '许来访', phone: '13700001001', ...more });
  expect(made.status, made.text).toBe(201);
  expect((await manager.post(`/turns/${made.body.turn}/end`)).status).toBe(200);
  expect((await manager.post('/visit-registrations/confirm', { ids: [made.body.id] })).status).toBe(200);
  return made.body;
}

const sums = async () => Object.fromEntries((await app.services.database.rows<{ owner: string; state: string; sum: string }>(sql`
  SELECT owner_id AS owner, state, sum(amount)::text AS sum FROM commission_entry WHERE deal_id = ${deal} AND account = 'person' GROUP BY 1, 2 HAVING sum(amount) <> 0`))
  .map(({ owner, state, sum }) => [`${owner === fang.id ? 'fang' : 'qin'} ${state}`, sum]));

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp({ clock: () => new Date(BEGIN + Date.now() - started) })]);
  expect((await app.admin.post('/policy-packs/install', { key: 'site-rotation' })).status).toBe(201);
  ({ id: unit } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`));
  const make = (username: string, name: string, role: string) => app.person({ username, name, roles: [role], unit });
  [manager, fang, qin, director] = [await make('manager', '方经理', 'salesManager'), await make('fang', '方若溪', 'salesperson'), await make('qin', '秦望舒', 'salesperson'), await make('director', '沈知行', 'executive')];
  const plan = await app.admin.post('/commission/plans', { name: '公司方案', siteId: null, terms: { accrual: 'contract', rates: [{ product: null, rate: { kind: 'percent', percent: '1' } }], target: null } });
  expect((await app.admin.post(`/commission/plans/${String(plan.body['id'])}/submit`, { activeFrom: '2026-01-01', note: '首版' })).status).toBe(200);
  expect((await director.post(`/commission/plans/${String(plan.body['id'])}/approve`)).status).toBe(200);
  site = String((await manager.post('/sites', { name: '云栖里', unit, projectManager: manager.id, pack: 'site-rotation', members: [fang.id, qin.id] })).body['id']);
  expect((await manager.post(`/sites/${site}/day/open`, { present: [fang.id, qin.id] })).status).toBe(200);
  // Fang receives first; the customer comes again, does not remember whom, and Qin is next. The contract is Qin's (3.7j).
  const first = await visit({ cameBefore: false, answers: { designation: 'none' } });
  const again = await visit({ cameBefore: true, customer: first.customer, known: [first.id], answers: { designation: 'none', remembers: false } });
  expect([first.receiver, again.receiver]).toEqual([fang.id, qin.id]);
  customer = first.customer;
  deal = app.services.newId();
  await runAction(app.services, { actor: systemActor(app.services) }, async (ctx) => postDealEvent(ctx, {
    id: ctx.newId(), kind: 'contract', dealId: deal, label: '3-601', customerId: customer, caseId: again.ownership, product: null, dealOn: TODAY, on: TODAY, amount: { amount: '1000000.00', currency: 'CNY' },
    site: { id: site, name: '云栖里', unitId: unit, pack: 'site-rotation' },
  }, await decideShares(ctx, again.ownership, { dealOn: TODAY, isDealOnSpot: false }, null)));
  expect(await sums()).toEqual({ 'qin accrued': '10000.00' });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('a salesperson disputes a deal: what is concerned is shown before, and its commission is frozen', async () => {
  const page = await pageOf(fang, '/disputes', 1440);
  await page.getByRole('button', { name: '提出争议' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('哪位客户').click();
  await page.getByText('许来访 · 云栖里 · 现归 秦望舒').click();
  await dialog.getByText('3-601').waitFor();
  await dialog.getByText('不是当场成交').waitFor();
  await dialog.getByLabel('为什么应归您').fill('客户当天认出是我先接待的');
  await dialog.getByRole('button', { name: '提出', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '许来访' }).waitFor();
  await page.getByText('相关佣金已冻结').first().waitFor();
  await screenshot(page, 'dispute-claimant');
  expect(await sums()).toEqual({ 'qin frozen': '10000.00' });
  await isSound(page);
});

test('the other side hears of it on the phone, sees what is frozen, and answers', async () => {
  const page = await pageOf(qin, '/notifications', 360, 'en');
  await page.getByRole('link', { name: /方若溪 opened a dispute about 许来访/ }).click();
  await page.getByText('客户当天认出是我先接待的').waitFor();
  await page.getByText(/10.000 frozen/).waitFor();
  await page.getByRole('textbox', { name: 'Statement' }).fill('客户没有说起见过谁');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Statement saved').waitFor();
  await screenshot(page, 'dispute-respondent');
  await isSound(page);
});

test('the manager asks the rule with the agreed facts, reads why, and proposes other shares', async () => {
  const page = await pageOf(manager, '/disputes', 1440, 'en');
  await page.getByRole('link', { name: '许来访' }).click();
  await page.getByText('客户没有说起见过谁').waitFor();
  // The deal says for itself that it was not on the spot; only what people must say is asked.
  await page.getByText('not on the spot').waitFor();
  expect(await page.getByText('Was there a deal on the spot').count()).toBe(0);
  await page.getByLabel(/When was the earlier salesperson recognised/).fill(TODAY);
  await page.getByRole('button', { name: 'Evaluate' }).click();
  const why = page.getByRole('button', { name: /3\.7g/ });
  await why.click();
  await page.getByRole('dialog').getByText('Recognised', { exact: true }).first().waitFor();
  await screenshot(page, 'dispute-why');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Propose an outcome' }).click();
  const dialog = page.getByRole('dialog', { name: 'Propose an outcome' });
  const percent = dialog.getByRole('spinbutton', { name: 'Percent' });
  expect(await percent.inputValue()).toBe('100');
  await percent.fill('60');
  await dialog.getByRole('button', { name: 'Add a line' }).click();
  await dialog.getByText('100% together', { exact: true }).waitFor();
  await dialog.getByLabel(/Record/).fill('双方都有贡献，同意六四分');
  await screenshot(page, 'dispute-ruling');
  await dialog.getByRole('button', { name: 'Ask the director to approve' }).click();
  await page.getByText('Waits for the director').waitFor();
  await isSound(page);
});

test('the director approves on the phone; the shares follow, and both sides are told', async () => {
  const page = await pageOf(director, '/approvals', 360);
  await page.getByRole('link', { name: /归属争议：许来访/ }).click();
  await page.getByText('60%').first().waitFor();
  await screenshot(page, 'dispute-approval');
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '同意' }).click();
  await page.getByText('已通过').first().waitFor();
  await isSound(page);
  expect(await sums()).toEqual({ 'fang accrued': '6000.00', 'qin accrued': '4000.00' });
  for (const [who, locale, words] of [[fang, 'zh-CN', '客户“许来访”的归属争议已结案'], [qin, 'en', 'The dispute about 许来访 is settled']] as const) {
    const told = await pageOf(who, '/notifications', 360, locale);
    await told.getByRole('link', { name: new RegExp(words) }).click();
    await told.getByText('双方都有贡献，同意六四分').waitFor();
    await told.getByText('40%').first().waitFor();
    if (who === fang) await screenshot(told, 'dispute-settled');
    await isSound(told);
  }
});

test('a claim from the pool is refused with the clause and the day, or allowed; the manager sees who was refused', async () => {
  expect((await manager.post('/pools', { name: '云栖里公海', unit, pack: 'site-rotation' })).status).toBe(201);
  expect((await fang.post(`/customers/${customer}/pool-release`, { reason: '多次联系未果' })).body).toEqual({ isReleased: true });
  const refused = await pageOf(fang, '/pools', 360, 'en');
  await refused.getByRole('button', { name: 'Claim' }).click();
  await refused.getByText(/Clause “G9” does not allow this.*It is possible from 9 April 2026|Clause “G9” does not allow this.*2026-04-09/).first().waitFor();
  await screenshot(refused, 'pool-refused');
  await isSound(refused, /409/);
  const allowed = await pageOf(qin, '/pools', 360);
  await allowed.getByText('许**').waitFor();
  await allowed.getByRole('button', { name: '领取' }).click();
  await allowed.getByText('已领取，现在由您负责').waitFor();
  await allowed.getByText('公海里没有客户').waitFor();
  await isSound(allowed);
  const seen = await pageOf(manager, '/pools', 1440);
  await seen.getByText('方若溪 领取 许**').waitFor();
  await seen.getByText('原负责人在锁定期内不能领回该客户。', { exact: false }).waitFor();
  await screenshot(seen, 'pool-refusals');
  await isSound(seen);
});
