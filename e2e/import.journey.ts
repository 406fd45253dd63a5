import { existsSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;
let page: Page;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  page = await browser.openPage();
  const cookies = app.admin.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const data = process.env['ZHIKE_SHARED_DATA'] ?? join(import.meta.dirname, '../../shared/data');
const real = join(data, 'listed-companies.gb18030.csv');
const small = '股票代码,客户名称,行业,地区,上市日期,总股本(亿)\n600001,新希样股份,饲料,四川,1998-03-11,7.9\n000002,万样Ａ,地产,广东,1991-01-29,12.95\n';
const isReal = existsSync(real);
const count = isReal ? /^3\s621$/ : /^2$/;

const choose = async (file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
  await page.goto(`${app.url}/imports/new/customer`);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('客户名称').first().waitFor();
};

test(`imports ${isReal ? 'the 3 621 real companies' : 'our own companies'}, finds them again, takes them back`, async () => {
  await choose(isReal ? real : { name: 'companies.csv', mimeType: 'text/csv', buffer: iconv.encode(small, 'gb18030') });
  expect(await page.getByText('编码 GB18030').isVisible()).toBe(true);
  await screenshot(page, 'import-mapping');
  await page.getByRole('button', { name: '直接导入' }).click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
  expect(await page.getByText(count).first().isVisible()).toBe(true);
  await screenshot(page, 'import-report');
  expect(await axe(page)).toEqual([]);
  const first = page.url();

  await choose(isReal ? real : { name: 'companies.csv', mimeType: 'text/csv', buffer: iconv.encode(small, 'gb18030') });
  await page.getByRole('button', { name: '检查全部行' }).click();
  await page.getByText(new RegExp(`${isReal ? '3[,\\s]?621' : '2'} 行重复`)).waitFor();
  await page.getByText('第 2 行').first().waitFor();
  await screenshot(page, 'import-check');
  expect(await axe(page)).toEqual([]);

  await page.goto(first);
  await page.getByRole('button', { name: '撤销整次导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('heading', { name: '导入已撤销' }).waitFor();
  expect((await app.admin.get<{ page: { total: number } }>('/customers?count=only')).body.page.total).toBe(0);
  expect(pageProblems(page)).toEqual([]);
});
