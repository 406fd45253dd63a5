import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, screenshot } from './harness/browser.ts';

let offset = 0;
let browser: TestBrowser;
let app: TestApp;
let sales: TestPerson & { id: string };
let page: Page;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp({ clock: () => new Date(Date.now() + offset) })]);
  sales = await app.person({ username: 'linyue', name: '林悦', roles: ['salesperson'] });
  await sales.post('/customers', { name: '青岛港湾机械有限公司', kind: 'company' });
  await app.admin.post('/customers', { name: '济南泉城酒店管理有限公司', kind: 'company' });
  page = await browser.openPage({ width: 1440, height: 900 });
  const cookies = app.admin.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('asks why and for the password, then shows what the person sees', async () => {
  offset = 11 * 60_000;
  await page.goto(`${app.url}/users/${sales.id}`);
  await page.getByRole('button', { name: '账号操作' }).click();
  await page.getByRole('button', { name: '以此人身份查看' }).click();
  await page.getByLabel('查看原因').fill('核对看不到客户的问题');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '开始查看' }).click();
  await page.locator('input[type=password]').fill(TEST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('正在以 林悦 的身份查看').waitFor();
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'view-as');
  await page.goto(`${app.url}/customers`);
  await page.getByText('青岛港湾机械有限公司').first().waitFor();
  expect(await page.getByText('济南泉城酒店管理有限公司').count()).toBe(0);
});

test('what would change something is refused in words, and the bar stays on every page', async () => {
  await page.goto(`${app.url}/customers?new=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/名称/).first().fill('不该存在的公司');
  await dialog.getByRole('button', { name: /^(新建|创建|保存)/ }).last().click();
  await page.getByText(/只能看不能改/).first().waitFor();
  expect(await page.getByRole('region', { name: '以他人身份查看' }).isVisible()).toBe(true);
  expect((await sales.get<{ data: unknown[] }>('/customers')).body.data).toHaveLength(1);
});

test('back to oneself, in other open pages too; the person sees who looked', async () => {
  const other = await page.context().newPage();
  await other.goto(`${app.url}/customers`);
  await other.getByText('正在以 林悦 的身份查看').waitFor();
  await page.goto(`${app.url}/`);
  await page.getByRole('button', { name: '回到我自己' }).click();
  await page.waitForURL(`${app.url}/users/${sales.id}`);
  await page.getByRole('button', { name: '账号操作' }).waitFor();
  await expect.poll(() => other.getByText('正在以 林悦 的身份查看').count()).toBe(0);
  await other.close();

  const own = await browser.openPage({ width: 360, height: 780 });
  await own.context().addCookies(sales.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url })));
  await own.goto(`${app.url}/profile`);
  await own.getByText(/沈一舟/).waitFor();
  await own.getByText(/核对看不到客户的问题/).waitFor();
  expect(await axe(own)).toEqual([]);
  await own.context().close();
});
