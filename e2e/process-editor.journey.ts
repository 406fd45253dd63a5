import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let desk: TestDesk;
let old: string;

async function pageOf(person: TestPerson, path: string, width: 1440 | 360 = 1440): Promise<Page> {
  const page = await browser.openPage({ width, height: width === 360 ? 780 : 1000, locale: 'zh-CN', colorScheme: 'light' });
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: desk.app.url })));
  await page.goto(desk.app.url + path);
  return page;
}

async function isSound(page: Page, allowed = /^$/): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(pageProblems(page).filter((problem) => !allowed.test(problem))).toEqual([]);
}

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), openTestDesk()]);
  old = await takeIn(desk, '咨询', { owner: desk.agent.id, subject: '装修能几点开工' });
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

const rail = (page: Page) => page.getByRole('region', { name: '步骤', exact: true });
const names = (page: Page) => rail(page).locator('.process-step-name').allTextContents();
const stepOf = async (id: string) => (await desk.supervisor.get(`/cases/${id}`)).body['step'];

test('a supervisor adds a step; the page says what is wrong until it is right; drag, keys and buttons order it', async () => {
  const page = await pageOf(desk.supervisor, '/admin/service');
  await page.getByRole('link', { name: '服务请求', exact: true }).and(page.locator('[href*="processes"]')).click();
  await rail(page).waitFor();
  expect(await names(page)).toEqual(['记录', '处理', '答复客户']);
  await page.getByText('没有问题，可以发布').waitFor();
  await rail(page).getByRole('button', { name: '加一步' }).click();
  const form = page.getByRole('region', { name: '第 3 步' });
  await form.getByText('请写中文和英文名称。').waitFor();
  await form.getByLabel('中文名称').fill('主管看一眼');
  await form.getByLabel('英文名称').fill('Supervisor looks');
  await form.getByLabel('由谁做').selectOption({ label: '处理责任人' });
  await form.getByText('前面没有哪一步定下责任人').waitFor();
  expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
  await screenshot(page, 'process-editor-faulty');
  await form.getByLabel('由谁做').selectOption({ label: '主管' });
  await form.getByRole('button', { name: '加一个问题' }).click();
  await form.getByLabel('问题（中文）').fill('可以答复吗');
  await form.getByLabel('问题（英文）').fill('May it be answered');
  await form.getByLabel('怎样回答').selectOption({ label: '是或否' });
  await form.getByRole('button', { name: '加一条' }).click();
  await rail(page).getByText('可以答复吗：否 → 第 2 步 处理').waitFor();
  await page.getByText('没有问题，可以发布').waitFor();
  await rail(page).getByRole('button', { name: /主管看一眼/ }).first().press('Alt+ArrowUp');
  expect(await names(page)).toEqual(['记录', '主管看一眼', '处理', '答复客户']);
  await rail(page).getByRole('button', { name: '“主管看一眼”下移' }).click();
  expect(await names(page)).toEqual(['记录', '处理', '主管看一眼', '答复客户']);
  await isSound(page);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByText('草稿已保存，发布前不影响任何人').waitFor();
  expect(await stepOf(await takeIn(desk, '表扬'))).toBe('handle');
  await page.context().close();
});

test('the difference is told, a made-up case walks the draft, and it is published', async () => {
  const page = await pageOf(desk.supervisor, '/admin/service/processes/request');
  await page.getByText('有草稿').first().waitFor();
  await page.getByRole('tab', { name: '与现行版的差别' }).click();
  await page.getByText('新增', { exact: true }).waitFor();
  await page.getByRole('tab', { name: '试走' }).click();
  await page.getByLabel(/处理情况/).fill('九点以后');
  await page.getByRole('button', { name: '做完“处理”' }).click();
  const look = page.getByRole('form', { name: '主管看一眼' });
  await look.getByText('否', { exact: true }).click();
  await page.getByRole('button', { name: '做完“主管看一眼”' }).click();
  await page.getByRole('form', { name: '处理', exact: true }).getByText(/第 2 次/).waitFor();
  await page.getByLabel(/处理情况/).fill('问过物业了');
  await page.getByRole('button', { name: '做完“处理”' }).click();
  await look.getByText('是', { exact: true }).click();
  await page.getByRole('button', { name: '做完“主管看一眼”' }).click();
  await page.getByLabel(/答复内容/).fill('早八点到晚六点');
  await page.getByRole('button', { name: '做完“答复客户”' }).click();
  await page.getByText('走到头，个案办结').waitFor();
  await screenshot(page, 'process-editor-walk');
  await isSound(page);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('第 1 版 2 件').waitFor();
  await dialog.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('第 2 版已发布').waitFor();
  await page.getByRole('tab', { name: '版本' }).click();
  await page.getByRole('region', { name: '版本' }).getByText('2 件在走').waitFor();
  await isSound(page);
  await page.context().close();
});

test('a new case walks the new step, an old one keeps the steps that it began with (SE-3)', async () => {
  const fresh = await takeIn(desk, '咨询', { owner: desk.agent.id, subject: '电动车能充电吗' });
  await made(desk.agent.post(`/service/cases/${old}/steps/handle`, { answers: { result: '查过了' } }));
  await made(desk.agent.post(`/service/cases/${fresh}/steps/handle`, { answers: { result: '查过了' } }));
  expect([await stepOf(old), await stepOf(fresh)]).toEqual(['answer', 'step4']);
  const page = await pageOf(desk.supervisor, `/cases/${fresh}`);
  await page.getByRole('button', { name: '完成“主管看一眼”' }).waitFor();
  await page.context().close();
  const before = await pageOf(desk.supervisor, `/cases/${old}`);
  await before.getByRole('button', { name: '完成“答复客户”' }).waitFor();
  expect(await before.getByText('主管看一眼').count()).toBe(0);
  await before.context().close();
});

test('on a telephone the steps are there one below the other, and nothing is wider than the screen', async () => {
  const page = await pageOf(desk.supervisor, '/admin/service/processes/complaint', 360);
  await rail(page).waitFor();
  await isSound(page);
  await page.context().close();
});
