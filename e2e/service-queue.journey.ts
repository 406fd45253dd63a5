import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { axe, launchBrowser, pageProblems, screenshot, type TestBrowser } from './harness/browser.ts';

type Person = TestPerson & { readonly id: string };

/** A Monday morning, whatever the day outside; one test moves it on. */
let now = new Date('2026-03-02T10:00:00+08:00');
let browser: TestBrowser;
let app: TestApp;
let agent: Person;
let other: Person;
let supervisor: Person;
let unit: string;
let customer: string;
const pages: Page[] = [];
const problems: string[] = [];

async function openAs(person: TestPerson, path: string, width = 1440, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<Page> {
  expect((await person.post('/auth/preferences', { locale })).status).toBeLessThan(300);
  const page = await browser.openPage({ width, height: width < 500 ? 780 : 900, locale: locale === 'en' ? 'en-US' : 'zh-CN' });
  await page.clock.setFixedTime(now);
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url })));
  await page.goto(app.url + path);
  pages.push(page);
  return page;
}

// The counts in the header carry names of their own, which other journeys look at.
const findings = async (page: Page) => (await axe(page)).filter(({ rule }) => rule !== 'label-content-name-mismatch');
const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
const teamRows = async () => (await supervisor.get<{ data: { id: string; number: string; subject: string; owner: { id: string } | null }[] }>('/service/case-queue?box=team&limit=100')).body.data;
const row = (page: Page, subject: string) => page.locator('.queue-table tbody tr').filter({ hasText: subject });

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp({ clock: () => now })]);
  const company = (await app.admin.get<{ data: { id: string }[] }>('/org-units')).body.data[0]?.id;
  unit = String((await app.admin.post('/org-units', { name: '客服部', kind: 'department', parent: company })).body['id']);
  agent = await app.person({ username: 'agent1', name: '林晚', roles: ['serviceAgent'], unit });
  other = await app.person({ username: 'agent2', name: '周帆', roles: ['serviceAgent'], unit });
  supervisor = await app.person({ username: 'supervisor1', name: '顾安', roles: ['serviceSupervisor'], unit });
  customer = String((await supervisor.post('/customers', { kind: 'person', name: '尤书言', phone: '13812345678' })).body['id']);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('the desk is set up from its page: a pack, a unit, the people', async () => {
  const waiting = await openAs(agent, '/service');
  await waiting.getByText('请客服主管先设立服务台。').waitFor();
  const page = await openAs(supervisor, '/service');
  await page.getByRole('link', { name: '去设立' }).click();
  await page.getByRole('radio', { name: /投诉管理制度（小时）/ }).check();
  await page.getByLabel('服务台属于哪个部门').click();
  await page.getByTitle('客服部').click();
  await page.getByLabel('谁来接待').click();
  await page.getByTitle('林晚').click();
  await page.getByRole('button', { name: '去掉 林晚' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: '设立', exact: true }).click();
  await page.getByText('1 人：林晚').waitFor();
  await page.getByText('装修手续').first().waitFor();
});

test('people of a queue, and a macro of two acts', async () => {
  const page = await openAs(supervisor, '/admin/service');
  await page.getByRole('button', { name: '改人员' }).click();
  await page.getByRole('combobox', { name: '加人' }).click();
  await page.getByTitle('周帆').click();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText(/2 人：/).waitFor();
  await page.getByRole('button', { name: '新建快捷操作' }).click();
  await page.getByLabel('名称').fill('请补照片');
  await page.getByLabel('内容').fill('{customer}您好，请补照片。');
  await page.getByRole('button', { name: '加一步' }).click();
  await page.getByRole('combobox', { name: '2', exact: true }).selectOption('wait');
  await page.getByLabel('等什么').fill('照片');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('回复客户 → 等客户').waitFor();
  expect(await fits(page)).toBe(true);
});

let queue: Page;

test('a call is taken in by keyboard alone: the number finds the customer, the deadline and who has it are told', async () => {
  queue = await openAs(agent, '/service');
  await queue.getByText('您手上没有未办结的').waitFor();
  await queue.keyboard.press('n');
  await queue.getByLabel('来电号码').waitFor();
  await queue.keyboard.type('138 1234 5678');
  await queue.getByRole('radio', { name: /尤书言/ }).waitFor();
  await expect.poll(() => queue.getByRole('radio', { name: /尤书言/ }).isChecked()).toBe(true);
  await queue.getByRole('radio', { name: '投诉', exact: true }).focus();
  await queue.keyboard.press('Space');
  await queue.getByLabel('主题').focus();
  await queue.keyboard.type('电梯夜里异响');
  await queue.keyboard.press('Tab');
  await queue.keyboard.type('三单元，凌晨两点');
  await queue.keyboard.press('Control+Enter');
  await queue.keyboard.press('Control+Enter');
  await queue.getByRole('heading', { name: '已登记' }).waitFor();
  await queue.getByText('2026-03-02 22:00').waitFor();
  await queue.getByRole('button', { name: /答复时限/ }).waitFor();
  expect(await findings(queue)).toEqual([]);
  expect(await teamRows()).toHaveLength(1);
  expect((await supervisor.get(`/cases/${(await teamRows())[0]?.id}`)).body).toMatchObject({ customer, subject: '电梯夜里异响', description: '三单元，凌晨两点', channel: 'phone' });
});

test('who calls again is asked whether it is the one that is open, and what they say goes there', async () => {
  await queue.getByRole('button', { name: '再登记一件' }).click();
  await queue.getByLabel('来电号码').fill('13812345678');
  await queue.getByText('已有 1 件未办结，是否就是它？').waitFor();
  await queue.getByRole('button', { name: '就是它，补充往来' }).click();
  await queue.getByLabel('客户说了什么').fill('昨晚又响了');
  await queue.getByRole('button', { name: '加入往来' }).click();
  await queue.getByRole('heading', { name: '已补充' }).waitFor();
  await queue.keyboard.press('Escape');
  expect(await teamRows()).toHaveLength(1);
  const id = (await teamRows())[0]?.id ?? '';
  const said = (await agent.get<{ data: { body: string }[] }>(`/service/cases/${id}/messages`)).body.data;
  expect(said.map((message) => message.body)).toContain('昨晚又响了');
});

test('what comes in shows by itself; J, X, T and H do the work of the mouse', async () => {
  const types = (await supervisor.get<{ data: { id: string; name: string }[] }>('/case-types?limit=50')).body.data;
  const type = types.find((each) => each.name === '报修')?.id;
  await queue.getByRole('button', { name: /全组/ }).click();
  await row(queue, '电梯夜里异响').waitFor();
  expect(await row(queue, '电梯夜里异响').innerText()).toContain('剩 12 小时');
  for (const subject of ['水管渗漏', '大堂灯不亮']) expect((await supervisor.post('/service/cases', { caseType: type, channel: 'phone', subject, reporterName: '来人', owner: other.id })).status).toBe(201);
  await row(queue, '水管渗漏').waitFor();
  await row(queue, '大堂灯不亮').waitFor();
  await queue.keyboard.press('j');
  await expect.poll(() => queue.evaluate(() => document.activeElement?.className ?? '')).toContain('queue-link');
  await row(queue, '水管渗漏').locator('.queue-link').focus();
  await queue.keyboard.press('x');
  await row(queue, '大堂灯不亮').locator('.queue-link').focus();
  await queue.keyboard.press('x');
  await queue.getByText('已选 2 件').waitFor();
  expect(await findings(queue)).toEqual([]);
  await screenshot(queue, 'service-queue');
  await queue.getByRole('button', { name: '接手' }).click();
  await queue.getByText('接手了 2 件').waitFor();
  await expect.poll(async () => (await teamRows()).filter((each) => each.owner?.id === agent.id).length).toBeGreaterThanOrEqual(2);
  await row(queue, '水管渗漏').locator('.queue-link').focus();
  await queue.keyboard.press('h');
  await queue.getByLabel('转给').click();
  await queue.getByTitle('周帆').click();
  await queue.getByRole('button', { name: '转交', exact: true }).click();
  await queue.getByText('转交了 1 件').waitFor();
  await row(queue, '水管渗漏').getByText('周帆').waitFor();
});

test('on the phone the rows are cards, in English as well', async () => {
  const phone = await openAs(agent, '/service?box=team', 360, 'en');
  await row(phone, '电梯夜里异响').waitFor();
  expect(await row(phone, '电梯夜里异响').innerText()).toContain('left');
  expect(await fits(phone)).toBe(true);
  expect(await findings(phone)).toEqual([]);
  await phone.getByRole('button', { name: /New case/ }).click();
  await phone.getByLabel('Caller’s number').waitFor();
  expect(await fits(phone)).toBe(true);
});

test('the board shows what slipped, and which; period and unit stand in the address', async () => {
  // Sessions of three days ago are over: their pages are closed before they hear of it.
  for (const page of pages.splice(0)) {
    problems.push(...pageProblems(page));
    await page.context().close();
  }
  now = new Date('2026-03-05T10:00:00+08:00');
  expect((await supervisor.post('/auth/login', { username: 'supervisor1', password: TEST_PASSWORD })).status).toBeLessThan(300);
  const page = await openAs(supervisor, `/service/board?from=2026-03-01&to=2026-03-31&unit=${unit}`);
  await page.getByText('3 件漏了').waitFor();
  await page.getByRole('button', { name: '不漏处理 看是哪几件' }).click();
  const list = page.getByRole('dialog');
  await list.getByText('电梯夜里异响').waitFor();
  expect(await list.getByRole('link').count()).toBe(3);
  await list.getByRole('button', { name: '关闭' }).last().click();
  await page.getByText('前 1 个原因占 100%').waitFor();
  await page.getByText('3 件 ÷ 3 件').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByText('近十二个月').click();
  await expect.poll(() => page.url()).toContain('from=2025-04-01');
  expect(page.url()).toContain(`unit=${unit}`);
  const phone = await openAs(supervisor, '/service/board', 360, 'en');
  await phone.getByText('The four no-leaks').waitFor();
  await phone.getByText('Corrective actions overdue').waitFor();
  expect(await fits(phone)).toBe(true);
});

test('no page said anything was wrong', () => {
  expect([...problems, ...pages.flatMap((page) => pageProblems(page))]).toEqual([]);
});
