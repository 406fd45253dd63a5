import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestPerson } from '#app/test-app.ts';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

type Person = TestPerson & { readonly id: string };

// The cases are of March; on the second of April the month is over.
const TODAY = '2026-04-02T09:00';
const MARCH = 'from=2026-03-01&to=2026-03-31';
const wait = { timeout: 60_000 };

let desk: TestDesk;
let browser: TestBrowser;
let chief: Person;

async function answer(subject: string, by: Person): Promise<void> {
  const id = await takeIn(desk, '咨询', { owner: by.id, subject }, by);
  await made(doStep(by, id, 'handle', { result: '查了' }));
  await made(doStep(by, id, 'answer', { reply: '已说明' }));
}

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), openTestDesk()]);
  const { unit } = await desk.app.services.database.one<{ unit: string }>(sql`SELECT unit_id AS unit FROM app_user WHERE id = ${desk.supervisor.id}`);
  chief = await desk.app.person({ username: 'chief', name: '总经理', roles: ['executive'], unit });
  await desk.app.services.database.run(sql`UPDATE app_user SET manager_id = ${chief.id} WHERE id = ${desk.supervisor.id}`);
  for (const subject of ['水费怎么交', '车位怎么租', '电梯何时检修']) await answer(subject, desk.agent);
  await answer('门禁卡怎么补', desk.other);
  await desk.at(TODAY);
  await made(chief.post('/auth/login', { username: 'chief', password: TEST_PASSWORD }));
}, 180_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
});

async function openAs(person: TestPerson, path: string, width = 1440): Promise<Page> {
  const page = await browser.openPage({ width, height: width < 500 ? 780 : 900 });
  await page.clock.setFixedTime(new Date(`${TODAY}:00+08:00`));
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: desk.app.url })));
  await page.goto(desk.app.url + path);
  return page;
}

async function leave(page: Page, name: string): Promise<void> {
  expect(await axe(page)).toEqual([]);
  await screenshot(page, name);
  expect(pageProblems(page)).toEqual([]);
  await page.context().close();
}

test('the supervisor opens the sheet; a figure opens the list of what it counts, and both are equal', async () => {
  const page = await openAs(desk.supervisor, `/performance?${MARCH}`);
  await page.getByRole('row', { name: /林晚/ }).getByRole('button', { name: /林晚 答复/ }).click(wait);
  const list = page.getByRole('dialog', { name: '林晚 · 答复：3 条' });
  await list.waitFor(wait);
  expect(await list.getByRole('listitem').count()).toBe(3);
  expect(await list.getByText('水费怎么交').count()).toBe(1);
  await list.getByRole('button', { name: '关闭' }).last().click();
  await page.getByRole('button', { name: '按受理排序' }).click();
  await page.getByRole('columnheader', { name: '按受理排序' }).and(page.locator('[aria-sort="descending"]')).waitFor(wait);
  await leave(page, 'performance-team');
});

test('the supervisor computes the month and sends it, the manager approves, and it is posted', async () => {
  const page = await openAs(desk.supervisor, '/performance/incentives');
  await page.getByRole('button', { name: '启用示例方案' }).click(wait);
  await page.getByRole('button', { name: '计算一个月' }).click(wait);
  await page.getByRole('dialog').getByLabel('月份').selectOption('2026-03');
  await page.getByRole('dialog').getByRole('button', { name: /^计\s*算$/ }).click();
  // Three answered in time: 3 + 30 points.
  await page.getByRole('row', { name: /林晚\s*33/ }).waitFor(wait);
  await page.getByRole('button', { name: '提交批准' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交批准' }).click();
  await page.getByText('待批准').first().waitFor(wait);
  const run = page.url();
  await leave(page, 'incentive-run');
  const approval = await openAs(chief, new URL(run).pathname);
  await approval.getByRole('link', { name: '查看审批' }).click(wait);
  await approval.getByRole('button', { name: /^同\s*意$/ }).first().click(wait);
  const dialog = approval.getByRole('dialog');
  await expect.poll(async () => (await dialog.count()) > 0 || (await approval.getByText('已同意').count()) > 0, wait).toBe(true);
  if ((await dialog.count()) > 0) await dialog.getByRole('button', { name: /^同\s*意$/ }).click();
  const state = async () => (await desk.app.services.database.rows<{ state: string }>(sql`SELECT state FROM incentive_run`)).map((row) => row.state);
  await expect.poll(state, wait).toEqual(['posted']);
  await approval.context().close();
});

test('an agent sees the own sheet alone, asks why of the own entry, and praises a colleague', async () => {
  const page = await openAs(desk.agent, '/performance', 360);
  await page.getByRole('heading', { name: '我的绩效', level: 1 }).waitFor(wait);
  await page.getByRole('button', { name: /6a.*为什么/ }).click(wait);
  await page.getByText('每分折合奖金 2.5 元').waitFor(wait);
  await page.keyboard.press('Escape');
  expect(await page.getByText('周帆').count()).toBe(0);
  await leave(page, 'performance-own');
  const wall = await openAs(desk.agent, '/praise');
  await wall.getByRole('button', { name: '表扬同事' }).click(wait);
  const dialog = wall.getByRole('dialog');
  await dialog.getByLabel('表扬谁').click();
  await dialog.getByLabel('表扬谁').fill('周帆');
  await dialog.locator('.ant-select-item-option', { hasText: '周帆' }).click(wait);
  await dialog.getByLabel('为了什么').fill('替我接了一个晚上的电话');
  await dialog.getByLabel('赠积分').fill('5');
  await dialog.getByRole('button', { name: '贴上墙' }).click();
  await wall.getByText('替我接了一个晚上的电话').waitFor(wait);
  await wall.getByRole('group', { name: '回应 周帆' }).getByRole('button', { name: '鼓掌' }).click();
  await wall.getByRole('group', { name: '回应 周帆' }).getByRole('button', { name: /鼓掌\s*1/ }).waitFor(wait);
  await leave(wall, 'praise-wall');
});
