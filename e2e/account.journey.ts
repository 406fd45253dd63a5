import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, personOf, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;
let page: Page;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  const person = await app.person({ username: 'fangruoxi', name: '方若溪', roles: ['salesManager'] });
  page = await browser.openPage({ width: 1440, height: 900 });
  const cookies = person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

let codes: string[];

test('two-factor is set up with the picture or the secret, and gives recovery codes once', async () => {
  await page.goto(`${app.url}/profile`);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '设置两步验证' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByAltText('供验证器扫描的二维码').evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(20);
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  await screenshot(page, 'account-two-factor');
  expect(await axe(page)).toEqual([]);
  await dialog.getByLabel('输入验证器显示的六位数字').fill(await generate({ secret }));
  await dialog.getByRole('button', { name: '开启' }).click();
  await page.getByRole('heading', { name: '恢复码' }).waitFor();
  codes = await page.getByRole('list', { name: '恢复码' }).getByRole('listitem').allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await page.getByRole('button', { name: '已存好' }).click();
  await page.getByText('已开启').waitFor();
});

test('signing in asks for the second factor; a recovery code opens once', async () => {
  const credentials = { username: 'fangruoxi', password: TEST_PASSWORD };
  const other = await browser.openPage();
  await other.goto(`${app.url}/sign-in`);
  await other.getByLabel('用户名').fill(credentials.username);
  await other.locator('#password').fill(credentials.password);
  await other.getByRole('button', { name: '登录' }).click();
  await other.getByLabel('六位验证码').waitFor();
  expect((await personOf(app.url).post('/auth/login', { ...credentials, code: codes[0] })).status).toBe(200);
  expect((await personOf(app.url).post('/auth/login', { ...credentials, code: codes[0] })).status).toBe(401);
  await other.context().close();
});

test('an API key is shown once, reads only what its scope allows, and ends when revoked', async () => {
  await page.goto(`${app.url}/profile`);
  await page.getByRole('button', { name: '新建密钥' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('用途').fill('财务系统对账');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '生成密钥' }).click();
  const key = await dialog.getByRole('group', { name: '个人密钥' }).locator('code').innerText();
  expect(key).toMatch(/^zk_/);
  await screenshot(page, 'account-api-key');
  await dialog.getByRole('button', { name: '已存好' }).click();

  const call = (method: string, body?: string) => fetch(`${app.url}/api/v1/customers`, { method, headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body } : {}) });
  expect((await call('GET')).status).toBe(200);
  expect((await call('POST', '{"name":"天津滨海塑业有限公司"}')).status).toBe(403);

  await page.getByRole('button', { name: '吊销密钥 财务系统对账' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '吊销' }).click();
  await page.getByText('密钥已吊销').waitFor();
  expect((await call('GET')).status).toBe(401);
});

test('other sessions are ended, and another password is chosen', async () => {
  await page.reload();
  await page.getByRole('listitem').filter({ hasText: 'API' }).getByRole('button', { name: '退出' }).first().click();
  await page.getByText('该设备已退出登录').waitFor();
  await page.getByLabel('当前密码').fill(TEST_PASSWORD);
  await page.getByLabel('新密码', { exact: true }).fill('Ferry-to-the-quiet-island-77');
  await page.getByLabel('再输一次新密码').fill('Ferry-to-the-quiet-island-77');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText('密码已修改，其他设备已退出登录').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(pageProblems(page)).toEqual([]);
});
