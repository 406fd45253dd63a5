import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { type PageOptions, type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;
const pages: Page[] = [];

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
afterEach(async () => {
  for (const page of pages.splice(0)) {
    expect(pageProblems(page)).toEqual([]);
    await page.context().close();
  }
});

async function open(person: TestPerson, options: PageOptions = {}): Promise<Page> {
  const page = await browser.openPage(options);
  const cookies = person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
  pages.push(page);
  return page;
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.goto(`${app.url}/imports/new/customer`);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
}

const isNarrow = async (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const long = (rows: number, word: string) => `客户名称\n${Array.from({ length: rows }, (_, n) => `${word}${n}号公司`).join('\n')}\n`;

test('a column becomes a field, defaults and an owner are given, and all is remembered', async () => {
  const owner = await app.person({ username: 'linshu', roles: ['salesperson'], name: '林疏' });
  const text = `客户名称,经营形态\n${Array.from({ length: 9 }, (_, n) => `向导${n}号公司,${['直营', '代理', '经销'][n % 3]}`).join('\n')}\n`;
  const page = await open(app.admin);
  await choose(page, '老系统.csv', text);
  await page.getByRole('button', { name: '为“经营形态”新建字段' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('中文名称').inputValue()).toBe('经营形态');
  expect(await dialog.getByText('单选', { exact: true }).isVisible()).toBe(true);
  await dialog.getByLabel('英文名称').fill('Form of trade');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator('.map-row').nth(2).getByText('经营形态', { exact: true }).count()).toBe(2);

  await page.getByRole('combobox', { name: '负责人' }).press('ArrowDown');
  await page.getByText('指定一个人', { exact: true }).last().click();
  await page.getByRole('combobox', { name: '选择负责人' }).fill('林疏');
  await page.locator('.ant-select-dropdown').getByText('林疏').click();
  await page.getByRole('button', { name: '添加默认值' }).click();
  await page.getByRole('combobox', { name: '字段', exact: true }).selectOption({ label: '行业' });
  await page.getByRole('textbox', { name: '行业的默认值' }).fill('化工');
  await screenshot(page, 'import-options');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '直接导入' }).click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
  const made = await app.admin.get<{ data: { industry: string; owner: string }[] }>('/customers?q=向导');
  expect(made.body.data).toHaveLength(9);
  expect(made.body.data.every((one) => one.industry === '化工' && one.owner === owner.id)).toBe(true);

  await choose(page, '再来一份.csv', text.replaceAll('向导', '再导'));
  await page.getByText('已沿用上次的对应关系').waitFor();
  expect(await page.getByText('林疏').isVisible()).toBe(true);
  expect(await page.getByRole('textbox', { name: '行业的默认值' }).inputValue()).toBe('化工');
});

test('doubles stand beside what exists and are decided by keyboard, also on a phone', async () => {
  for (const name of ['并列一公司', '并列二公司', '并列三公司']) await app.admin.post('/customers', { name, industry: '化工' });
  const page = await open(app.admin, { width: 360, height: 740 });
  await choose(page, '重复.csv', '客户名称,行业\n并列一公司,软件\n并列二公司,软件\n并列三公司,化工\n全新并列公司,建材\n');
  await page.getByRole('button', { name: '检查全部行' }).click();
  const first = page.getByRole('region', { name: '第 2 行' });
  await first.waitFor();
  expect(await first.getByRole('row', { name: /行业.*不同.*软件.*化工/ }).isVisible()).toBe(true);
  await screenshot(page, 'import-doubles-360');
  expect(await isNarrow(page)).toBe(0);
  expect(await axe(page)).toEqual([]);

  await first.getByRole('radio', { name: '跳过' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('1 行更新').waitFor();
  expect(await first.getByRole('radio', { name: '更新' }).isChecked()).toBe(true);
  await page.getByRole('region', { name: '第 3 行' }).getByRole('radio', { name: '新建' }).check({ force: true });
  await page.getByText('2 行新建').waitFor();
  await page.getByRole('button', { name: '都更新已有记录' }).click();
  await page.getByText('1 行没有变化').waitFor();
  await page.getByText('2 行更新').waitFor();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
  const one = await app.admin.get<{ data: { industry: string }[] }>('/customers?q=并列一公司');
  expect(one.body.data.map((row) => row.industry)).toEqual(['软件']);
});

test('an import is followed by events, paused, resumed and taken back from its page', async () => {
  const page = await open(app.admin);
  const asked: string[] = [];
  page.on('request', (request) => { if (request.method() === 'GET' && /\/api\/v1\/imports\/[0-9a-f-]{36}$/.test(request.url())) asked.push(request.url()); });
  await choose(page, '很长.csv', long(14_000, '续'));
  await page.getByRole('button', { name: '直接导入' }).click();
  await page.getByText(/^\d{1,2}\s000 \/ 14\s000 行/).waitFor();
  const before = asked.length;
  await page.getByRole('button', { name: '暂停' }).click();
  await page.getByText('已暂停').waitFor();
  await screenshot(page, 'import-paused');
  expect(await axe(page)).toEqual([]);
  const held = await page.getByText(/\/ 14\s000 行/).textContent();
  await page.reload();
  await page.getByText('已暂停').waitFor();
  expect(await page.getByText(/\/ 14\s000 行/).textContent()).toBe(held);
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor({ timeout: 60_000 });
  // At most the first look, the one after the reload, and those at a change of state: progress came by itself.
  expect(asked.length - before).toBeLessThanOrEqual(5);
  await page.getByRole('button', { name: '撤销整次导入' }).click();
  await page.getByText(/将移除新建的 14\s000 条/).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('heading', { name: '导入已撤销' }).waitFor({ timeout: 60_000 });
  expect((await app.admin.get<{ page: { total: number } }>('/customers?count=only&q=续')).body.page.total).toBe(0);
}, 300_000);

test('who may not import hears so, and who may sees only what they may do', async () => {
  const seller = await app.person({ username: 'seller', roles: ['salesperson'] });
  const refused = await open(seller);
  await refused.goto(`${app.url}/imports/new/customer`);
  await refused.getByText('您没有导入客户的权限').waitFor();
  const manager = await app.person({ username: 'boss', roles: ['salesManager'] });
  const page = await open(manager, { locale: 'en-US', width: 768 });
  await manager.post('/auth/preferences', { locale: 'en' });
  await choose(page, 'mine.csv', 'Customer name,Anything\nMine Ltd,x\n');
  await page.getByText('How to import').waitFor();
  expect(await page.getByText('+ New field').count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import now' }).click();
  await page.getByRole('heading', { name: 'The import is done' }).waitFor();
});
