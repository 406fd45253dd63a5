import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { addDays } from '#kernel/period.ts';
import { axe, launchBrowser, pageProblems, screenshot, type TestBrowser } from './harness/browser.ts';
import { makeTestSite, type TestSite } from './harness/reception-site.ts';

type Person = TestPerson & { readonly id: string };

/** Ten in the morning of one day at the site, whatever the hour outside: neither midnight nor closing time comes in between. */
const day = '2026-03-02';
const ten = Date.parse(`${day}T10:00:00+08:00`);
const began = Date.now();
const clock = () => new Date(ten + (Date.now() - began));

let browser: TestBrowser;
let app: TestApp;
let site: TestSite;
let desk: Person;
let abroad: Person;
let seller: Person;
let colleague: Person;
let head: Person;
const pages: Page[] = [];

async function openAs(person: TestPerson, path: string, width: number, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<Page> {
  expect((await person.post('/auth/preferences', { locale })).status).toBeLessThan(300);
  const page = await browser.openPage({ width, height: width < 500 ? 780 : 900, locale: locale === 'en' ? 'en-US' : 'zh-CN' });
  await page.clock.setFixedTime(clock());
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url })));
  await page.goto(app.url + path);
  pages.push(page);
  return page;
}

// The counts in the header carry names of their own, which the journeys of approvals and notifications look at.
const findings = async (page: Page) => (await axe(page)).filter(({ rule }) => rule !== 'label-content-name-mismatch');

/** No screen scrolls sideways. */
const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp({ clock })]);
  site = await makeTestSite(app, 2);
  const person = (username: string, name: string, role: string) => app.person({ username, name, roles: [role], unit: site.unit });
  desk = await person('the.desk', '前台小顾', 'reception');
  abroad = await person('desk.two', 'Grace Wu', 'reception');
  seller = await person('fang', '方若溪', 'salesperson');
  colleague = await person('tang', '唐可', 'serviceAgent');
  head = await person('jiang', '江主管', 'serviceSupervisor');
  await app.services.database.run(sql`UPDATE app_user SET manager_id = ${head.id} WHERE id = ${colleague.id}`);
  await site.manager.patch(`/sites/${site.id}`, { members: [seller.id, ...site.members] });
  await site.manager.post(`/sites/${site.id}/day/open`, {});
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const row = (page: Page, name: string) => page.locator('.board-people tbody tr').filter({ hasText: name });

/** Goes on with Tab until the focus is on the control of this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    const reached = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (reached === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name}`);
}

let wall: Page;
let phone: Page;

test('the desk registers a new visitor with the keyboard alone; the receiver and the clause are proposed', async () => {
  wall = await openAs(desk, `/reception?site=${site.id}`, 1440);
  phone = await openAs(seller, `/reception?site=${site.id}`, 360);
  await phone.getByText('下一位就是您').waitFor();
  await wall.getByLabel('电话（可只填后四位）').waitFor();
  await row(wall, '方若溪').getByText('等待').waitFor();
  await wall.keyboard.press('c');
  await wall.keyboard.type('13900001046');
  await wall.keyboard.press('Tab');
  await wall.keyboard.type('陈女士');
  await wall.getByText('没有这个号码的登记').waitFor();
  await wall.getByText('客户以前来过吗？').waitFor();
  await tabTo(wall, '否');
  await wall.keyboard.press('Space');
  const proposal = wall.locator('.desk-proposal');
  await proposal.getByText('由 方若溪 接待').waitFor();
  expect(await proposal.innerText()).toMatch(/3\.1[\s\S]*方若溪 100%/);
  expect(await findings(wall)).toEqual([]);
  await wall.getByRole('button', { name: '确认接待' }).and(wall.locator(':enabled')).waitFor();
  await tabTo(wall, '确认接待');
  await wall.keyboard.press('Enter');
  await wall.getByText('已登记，由 方若溪 接待').waitFor();
  await row(wall, '方若溪').getByText('待接待').waitFor();
  await wall.getByText('今日来访 1 · 新客 1 · 老客 0 · 来电 0').waitFor();
});

test('the board says why; the salesperson takes up on the own screen, and ends', async () => {
  await row(wall, '方若溪').locator('.why-mark').click();
  await wall.getByText('新客户由排班表上轮到的销售员接待').first().waitFor();
  await wall.keyboard.press('Escape');
  await phone.getByText('轮到您接待').waitFor();
  expect(await findings(phone)).toEqual([]);
  expect(await fits(phone)).toBe(true);
  await phone.getByRole('button', { name: '开始接待' }).first().click();
  await phone.getByText('您正在接待陈女士').waitFor();
  await row(wall, '方若溪').getByText(/接待中/).waitFor();
  await phone.getByRole('button', { name: '结束接待' }).click();
  await row(wall, '方若溪').getByText('等待').waitFor();
});

test('the same number comes again: the earlier registration, whose customer it is, and by which clause', async () => {
  await wall.getByLabel('电话（可只填后四位）').fill('1046');
  const found = wall.locator('.desk-found li');
  await found.getByText('陈女士').waitFor();
  expect(await found.innerText()).toMatch(/接待 方若溪[\s\S]*登记有效至/);
  expect(await found.innerText()).not.toContain('13900001046');
  await wall.getByRole('button', { name: '是这位' }).click();
  await wall.getByText('客户记得上次是谁接待的吗？').waitFor();
  await wall.getByRole('group', { name: '客户记得上次是谁接待的吗？' }).getByRole('button', { name: '是', exact: true }).click();
  const proposal = wall.locator('.desk-proposal');
  await proposal.getByText('由 方若溪 接待').waitFor();
  expect(await proposal.innerText()).toMatch(/不计轮[\s\S]*3\.6[\s\S]*方若溪 100%/);
  await screenshot(wall, 'registration-returning');
  await wall.getByRole('button', { name: '确认接待' }).click();
  await wall.getByText('今日来访 2 · 新客 1 · 老客 1 · 来电 0').waitFor();
  await row(wall, '方若溪').getByText('老客户').waitFor();
});

test('on a telephone, in English: a designated visitor, and a call that every board counts', async () => {
  const small = await openAs(abroad, `/reception?site=${site.id}`, 360, 'en');
  await small.getByRole('button', { name: 'Register a call' }).click();
  const call = small.getByRole('dialog');
  await call.getByRole('button', { name: 'Register the call' }).click();
  await call.getByText('Please fill in: Caller').waitFor();
  await call.getByLabel('Caller').fill('Ms Lin');
  await call.getByLabel('Phone').fill('13900002200');
  expect(await findings(small)).toEqual([]);
  await call.getByRole('button', { name: 'Register the call' }).click();
  await call.waitFor({ state: 'detached' });
  await wall.getByText('今日来访 2 · 新客 1 · 老客 1 · 来电 1').waitFor();
  await small.goto(`${app.url}/visits/new?site=${site.id}`);
  await small.getByLabel('Phone (last four digits suffice)').fill('13900003300');
  await small.getByLabel('Name').fill('Mr Zhou');
  await small.getByRole('group', { name: 'Has the customer been here before?' }).getByRole('button', { name: 'No', exact: true }).click();
  await small.getByLabel('Asks for').fill('顾问2');
  await small.keyboard.press('Enter');
  await small.locator('.desk-proposal').getByText('Received by 顾问2').waitFor();
  expect(await small.locator('.desk-proposal').innerText()).toMatch(/does not count as a turn[\s\S]*5\.1/);
  expect(await fits(small)).toBe(true);
  expect(await findings(small)).toEqual([]);
  await small.getByRole('button', { name: 'Confirm', exact: true }).click();
  await small.getByText('Registered, received by 顾问2').waitFor();
  await small.goto(`${app.url}/visits?site=${site.id}`);
  await small.getByText('Mr Zhou').waitFor();
  expect(await fits(small)).toBe(true);
});

test('a colleague refers a customer; the department head decides the day’s list in one go; the manager confirms the visit', async () => {
  const sender = await openAs(colleague, '/referrals', 360);
  await sender.getByRole('button', { name: '登记员工介绍' }).click();
  const form = sender.getByRole('dialog');
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText('请填写：称呼、电话').waitFor();
  await form.getByLabel('称呼').fill('苏先生');
  await form.getByLabel('电话').fill('13900004400');
  await form.getByRole('button', { name: '保存' }).click();
  await sender.getByText('苏先生').waitFor();
  expect(await fits(sender)).toBe(true);
  await colleague.post('/staff-referrals', { site: site.id, visitor: '吴女士', phone: '13900005500', agreedOn: addDays(day, 1) });
  const decider = await openAs(head, '/referrals', 1440, 'en');
  await decider.getByTitle('To approve').click();
  await decider.getByRole('button', { name: 'Approve 2 chosen' }).waitFor();
  expect(await findings(decider)).toEqual([]);
  await decider.getByRole('button', { name: 'Approve 2 chosen' }).click();
  await decider.getByText('2 approved').waitFor();
  await decider.getByText('No referral waits for you').waitFor();
  const manager = await openAs(site.manager, '/referrals', 1440);
  const line = manager.locator('.visit-table tbody tr').filter({ hasText: '苏先生' });
  await line.getByText('待来访').waitFor();
  await line.getByRole('button', { name: '来访确认' }).click();
  await manager.getByRole('radio', { name: '介绍人已来电' }).check();
  await manager.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await line.getByText('介绍人已来电，方经理 确认').waitFor();
  await screenshot(manager, 'registration-referral');
});

test('the referred customer comes: the clause of the referral and both shares', async () => {
  await wall.getByLabel('电话（可只填后四位）').fill('13900004400');
  await wall.getByText('员工介绍：唐可').waitFor();
  await wall.getByLabel('称呼').fill('苏先生');
  const proposal = wall.locator('.desk-proposal');
  await proposal.getByText('由 顾问1 接待').waitFor();
  expect(await proposal.innerText()).toMatch(/6\.2[\s\S]*顾问1 70%[\s\S]*唐可 30%/);
  await wall.getByRole('button', { name: '确认接待' }).click();
  await wall.getByText('已登记，由 顾问1 接待').waitFor();
});

test('the evening record holds the day; nothing went wrong on any screen', async () => {
  await wall.goto(`${app.url}/evening?site=${site.id}`);
  await wall.getByText('来电 1', { exact: true }).waitFor();
  await wall.getByText('老客 1', { exact: true }).waitFor();
  await wall.locator('.evening-lines').getByText('苏先生').waitFor();
  expect(await findings(wall)).toEqual([]);
  expect(pages.flatMap((page) => pageProblems(page)).filter((problem) => !problem.includes('400'))).toEqual([]);
});
