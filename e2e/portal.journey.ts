import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPortal, openTestPortal } from '#modules/portal/server/test-portal.ts';
import { doStep, made } from '#modules/service/server/test-desk.ts';
import { expectMade, fileSale, makeScene, unitAt } from '#modules/stock/server/test-sale.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';
import { enterCode, keptOn, picture } from './harness/portal-page.ts';

let browser: TestBrowser;
let portal: TestPortal;
let page: Page;
let base: string;

beforeAll(async () => {
  [browser, portal] = await Promise.all([launchBrowser(), openTestPortal()]);
  base = portal.desk.app.url;
  page = await browser.openPage({ width: 360, height: 780 });
});
afterAll(async () => {
  await browser.close();
  await portal.close();
});

interface Found { readonly id: string; readonly pictures: number; readonly owner: string }

/** The cases of a subject, with how many pictures came along. */
const casesOf = (subject: string) => portal.desk.app.services.database.rows<Found>(sql`
  SELECT c.id, c.owner_id AS owner, (SELECT count(*)::int FROM file_object f WHERE f.object = 'case' AND f.record_id = c.id AND f.deleted_at IS NULL) AS pictures
  FROM service_case c WHERE c.subject = ${subject}`);

const fits = (on: Page) => on.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

async function fill(subject: string): Promise<void> {
  await page.getByRole('link', { name: '提新的请求' }).click();
  await page.getByLabel('类型').selectOption({ label: '报修' });
  await page.getByLabel('主题').fill(subject);
  await page.getByLabel('请说明情况').fill('晚上声音很大');
  await page.locator('input[type=file]').setInputFiles([await picture(page, 'IMG_1.jpg'), await picture(page, 'IMG_2.jpg')]);
  await page.getByRole('img', { name: '第 2 张图片' }).waitFor();
}

test('signing in by the code of a mail, on a telephone', async () => {
  await page.goto(`${base}/portal`);
  await enterCode(portal, page, 'chen@harbour.example');
  await page.getByText('还没有服务请求。').waitFor();
  expect(await fits(page)).toBe(true);
});

test('a report with pictures arrives and is followed', async () => {
  await fill('水管漏水');
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'portal-new-360');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('link', { name: /水管漏水/ }).waitFor();
  await expect.poll(async () => (await casesOf('水管漏水')).map(({ pictures }) => pictures)).toEqual([2]);
  await screenshot(page, 'portal-cases-360');
});

test('the network goes in the middle of a report: nothing is lost, nothing is doubled', async () => {
  await fill('电梯异响');
  // The words reach the server, their answer does not; then there is no network at all.
  let isCut = false;
  await page.route('**/api/v1/portal/cases', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
    isCut = true;
  });
  await page.route('**/api/v1/portal/cases/*/pictures?*', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('网络恢复后自动发送').waitFor();
  await expect.poll(() => isCut).toBe(true);
  expect(await axe(page)).toEqual([]);
  await page.unroute('**/api/v1/portal/cases');
  await page.reload();
  // Now the words go through and the pictures do not: they follow when they can.
  await page.getByRole('link', { name: /电梯异响/ }).waitFor();
  await page.getByText('网络恢复后自动发送').waitFor();
  await page.unroute('**/api/v1/portal/cases/*/pictures?*');
  await page.getByRole('button', { name: '现在发送' }).click();
  await expect.poll(async () => (await casesOf('电梯异响')).map(({ pictures }) => pictures)).toEqual([2]);
  await expect.poll(() => page.getByText('网络恢复后自动发送').count()).toBe(0);
  expect(await casesOf('电梯异响')).toHaveLength(1);
});

test('what was begun is there again after the page was closed', async () => {
  await page.getByRole('link', { name: '提新的请求' }).click();
  await page.getByLabel('主题').fill('门锁坏了');
  await expect.poll(() => keptOn(page)).toContain('门锁坏了');
  await page.goto(`${base}/portal/new`);
  await expect.poll(() => page.getByLabel('主题').inputValue()).toBe('门锁坏了');
  await page.getByRole('link', { name: '返回' }).click();
});

test('the answer is read, added to and rated; not solved, it goes on', async () => {
  const [found] = await casesOf('水管漏水');
  const agent = found?.owner === portal.desk.agent.id ? portal.desk.agent : portal.desk.other;
  const id = found?.id ?? '';
  await made(agent.post(`/service/cases/${id}/messages`, { kind: 'note', body: '内部：配件缺货' }));
  await made(doStep(agent, id, 'repair', { cause: portal.desk.causes['早期损坏'], result: '换了阀门' }));
  await made(doStep(agent, id, 'answer', { reply: '阀门已更换，请您查看。' }));
  await page.goto(`${base}/portal/cases/${id}`);
  await page.getByText('阀门已更换，请您查看。').waitFor();
  expect(await page.getByText('配件缺货').count()).toBe(0);
  await expect.poll(() => page.getByRole('img', { name: /^图片/ }).first().evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1_600);
  expect(await axe(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
  await screenshot(page, 'portal-case-360');
  await page.getByLabel('补充说明').fill('还在滴水');
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: '还在滴水' }).waitFor();
  await page.getByRole('button', { name: '2 分' }).click();
  await page.getByRole('button', { name: '没有解决' }).click();
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('处理中').waitFor();
  expect((await portal.desk.app.admin.get(`/cases/${id}`)).body).toMatchObject({ satisfaction: 2, isSolved: false, reopenCount: 1, state: 'open' });
});

test('in English, and signed out', async () => {
  await page.goto(`${base}/portal`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'My requests' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Mail address').waitFor();
  await page.reload();
  await page.getByLabel('Mail address').waitFor();
  expect(pageProblems(page).filter((problem) => !/Failed to load resource|ERR_/.test(problem))).toEqual([]);
});

test('the open form sends by itself, and shows only in the sites that the company names', async () => {
  await portal.set({ portalFormOrigins: ['https://www.example.com', 'http://localhost:4711'] });
  const form = await browser.openPage({ width: 360, height: 780 });
  const answer = await form.goto(`${base}/portal/form`);
  expect(answer?.headers()['content-security-policy']).toContain('frame-ancestors https://www.example.com http://localhost:4711');
  expect((await form.request.get(`${base}/portal`)).headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect((await form.request.get(`${base}/`)).headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await form.getByLabel('姓名').fill('来信人');
  await form.getByLabel('电话').fill('13800138000');
  await form.getByLabel('类型').selectOption({ label: '咨询' });
  await form.getByLabel('主题').fill('开放时间');
  await form.getByLabel('请说明情况').fill('周末开放吗');
  expect(await axe(form)).toEqual([]);
  expect(await fits(form)).toBe(true);
  await screenshot(form, 'portal-form-360');
  // The server's clock stands still in this test: it is moved while the page reckons.
  await portal.desk.at('2026-03-02T09:05');
  await form.getByRole('button', { name: '发送' }).click();
  await form.getByText('已收到，编号 FW-').waitFor();
  expect((await casesOf('开放时间')).length).toBe(1);
});

test('papers, a visit over a broken line, and a session that the house ends', async () => {
  const { app } = portal.desk;
  const scene = await makeScene(app);
  const buyer = String((await made(scene.lin.post('/customers', { kind: 'company', name: '临港精工', email: 'office@lingang.example' })))['id']);
  const { subscription } = await fileSale(scene.lin, unitAt(scene, 1, 1), buyer);
  await expectMade(scene.lin.post(`/stock/subscriptions/${subscription}/sign`));
  const mine = await putFile(buyer, '交付通知.txt');
  const theirs = await putFile(portal.customer, '别家的通知.txt');
  await made(portal.desk.supervisor.call('PUT', `/customers/${portal.customer}/portal/documents/${theirs}`, { isShown: true }));

  const own = await browser.openPage({ width: 360, height: 780 });
  // The page's day is the server's.
  await own.clock.setFixedTime(new Date('2026-03-02T09:10:00+08:00'));
  await own.goto(`${base}/portal`);
  await enterCode(portal, own, 'office@lingang.example');
  await readsPapers(own, { customer: buyer, mine, theirs });
  await choosesMails(own);
  await booksVisit(own);

  // Something is begun while the house ends the session.
  await own.getByRole('link', { name: '预约上门' }).first().click();
  await own.getByLabel('需要做什么').fill('检查空调');
  await expect.poll(() => keptOn(own)).toContain('检查空调');
  await endsSession(buyer);
  await own.getByRole('link', { name: '返回' }).click();
  await own.getByText('登录已失效').waitFor();
  await screenshot(own, 'portal-ended-360');
  await enterCode(portal, own, 'office@lingang.example');
  await own.getByRole('link', { name: '预约上门' }).first().click();
  await expect.poll(() => own.getByLabel('需要做什么').inputValue()).toBe('检查空调');
  expect(pageProblems(own).filter((problem) => !/Failed to load resource|ERR_/.test(problem))).toEqual([]);
});

async function putFile(customer: string, name: string): Promise<string> {
  const { url, admin } = portal.desk.app;
  const answer = await fetch(`${url}/api/v1/files?object=customer&record=${customer}&name=${encodeURIComponent(name)}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', cookie: admin.cookie() }, body: name });
  const { id }: { id: string } = await answer.json();
  return id;
}

/** The own contract and what was marked; another's document is neither shown nor given. */
async function readsPapers(own: Page, { customer, mine, theirs }: { customer: string; mine: string; theirs: string }): Promise<void> {
  await own.getByRole('link', { name: '合同和文件' }).click();
  await own.getByRole('heading', { name: '合同', exact: true }).waitFor();
  expect(await own.getByText('通知.txt').count()).toBe(0);
  const waiting = own.waitForEvent('download');
  await own.getByRole('link', { name: '下载 PDF' }).click();
  expect((await readFile(await (await waiting).path())).toString('latin1', 0, 5)).toBe('%PDF-');
  await made(portal.desk.supervisor.call('PUT', `/customers/${customer}/portal/documents/${mine}`, { isShown: true }));
  await own.reload();
  const document = own.waitForEvent('download');
  await own.getByRole('link', { name: '下载 交付通知.txt' }).click();
  expect((await readFile(await (await document).path())).toString()).toBe('交付通知.txt');
  expect(await own.getByText('别家的通知.txt').count()).toBe(0);
  expect((await own.request.get(`${base}/api/v1/portal/documents/${theirs}`)).status()).toBe(404);
  expect(await axe(own)).toEqual([]);
  expect(await fits(own)).toBe(true);
  await screenshot(own, 'portal-papers-360');
  await own.getByRole('link', { name: '返回' }).click();
}

async function choosesMails(own: Page): Promise<void> {
  await own.getByLabel('有答复时发邮件告诉我').click();
  expect(await own.getByLabel('有答复时发邮件告诉我').isChecked()).toBe(false);
  await expect.poll(async () => ((await (await own.request.get(`${base}/api/v1/portal/me`)).json()) as { isMailOn: boolean }).isMailOn).toBe(false);
  expect(await axe(own)).toEqual([]);
  await own.getByRole('link', { name: '常见问题' }).click();
  await own.getByRole('heading', { name: '常见问题' }).waitFor();
  expect(await axe(own)).toEqual([]);
  await own.getByRole('link', { name: '返回门户' }).click();
  // Still so after another page was read.
  await own.getByLabel('有答复时发邮件告诉我').waitFor();
  expect(await own.getByLabel('有答复时发邮件告诉我').isChecked()).toBe(false);
}

/** The line goes before the server hears of it, then after it heard but before it answers: one visit all the same. */
async function booksVisit(own: Page): Promise<void> {
  await own.getByRole('link', { name: '预约上门' }).click();
  await own.getByLabel('需要做什么').fill('厨房水龙头滴水');
  await own.getByLabel('地址').fill('3 栋 1502');
  await own.getByLabel('希望哪一天').fill('2026-03-06');
  await own.getByRole('button', { name: '下午' }).click();
  await expect.poll(() => keptOn(own)).toContain('"part":"afternoon"');
  await own.reload();
  await expect.poll(() => own.getByLabel('希望哪一天').inputValue()).toBe('2026-03-06');
  expect(await axe(own)).toEqual([]);
  expect(await fits(own)).toBe(true);
  await screenshot(own, 'portal-visit-360');
  let heard = 0;
  await own.route('**/api/v1/portal/visits', (route) => route.abort('internetdisconnected'));
  await own.getByRole('button', { name: '提交预约' }).click();
  await own.getByText('网络恢复后自动发送').waitFor();
  expect(await axe(own)).toEqual([]);
  await own.unroute('**/api/v1/portal/visits');
  await own.route('**/api/v1/portal/visits', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
    heard += 1;
  });
  await own.reload();
  await expect.poll(() => heard).toBeGreaterThan(0);
  await own.getByText('网络恢复后自动发送').waitFor();
  await own.unroute('**/api/v1/portal/visits');
  await own.getByRole('button', { name: '现在发送' }).click();
  await own.getByRole('link', { name: /预约上门：厨房水龙头滴水/ }).waitFor();
  await expect.poll(() => own.getByText('网络恢复后自动发送').count()).toBe(0);
  expect(await casesOf('预约上门：厨房水龙头滴水')).toHaveLength(1);
}

/** A supervisor sees who is signed in and ends all of it. */
async function endsSession(customer: string): Promise<void> {
  const { supervisor } = portal.desk;
  const { accounts } = (await supervisor.get<{ accounts: { id: string; sessions: unknown[] }[] }>(`/customers/${customer}/portal`)).body;
  // The staff see addresses masked (SEC-27).
  const account = accounts.find(({ sessions }) => sessions.length > 0);
  expect(account?.sessions).toHaveLength(1);
  await made(supervisor.post(`/customers/${customer}/portal/accounts/${account?.id ?? ''}/revoke`, {}));
}
