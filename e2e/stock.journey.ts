import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPerson, startTestApp } from '#app/test-app.ts';
import { type SaleScene, makeScene, newCustomer, signSale, unitAt } from '#modules/stock/server/test-sale.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let scene: SaleScene;

beforeAll(async () => {
  const [started, app] = await Promise.all([launchBrowser(), startTestApp()]);
  browser = started;
  scene = await makeScene(app);
  await newCustomer(scene.lin, '陈小姐');
  await newCustomer(scene.zhao, '王先生');
});
afterAll(async () => {
  await browser.close();
  await scene.app.close();
});

async function pageOf(person: TestPerson, options: Parameters<TestBrowser['openPage']>[0] = {}): Promise<Page> {
  const page = await browser.openPage({ width: 1440, height: 900, ...options });
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: scene.app.url })));
  return page;
}

const openUnit = async (page: Page, code: string) => {
  await page.goto(`${scene.app.url}/stock`);
  await page.getByRole('button', { name: new RegExp(`^${code} `) }).click();
  await page.getByRole('dialog').getByRole('heading', { name: new RegExp(code) }).waitFor();
};

async function hold(page: Page, customer: string): Promise<void> {
  await page.getByRole('button', { name: '定房' }).click();
  await page.getByLabel('客户').fill(customer);
  await page.getByTitle(customer).click();
  await page.getByRole('button', { name: '定房' }).click();
}

test('hold, the second customer is told, subscription, four copies, receipt by finance, contract', async () => {
  const [lin, zhao, finance] = [await pageOf(scene.lin), await pageOf(scene.zhao), await pageOf(scene.finance)];
  await openUnit(lin, '1-301');
  await openUnit(zhao, '1-301');
  await zhao.getByRole('button', { name: '定房' }).click();
  await zhao.getByLabel('客户').fill('王先生');
  await zhao.getByTitle('王先生').click();
  await hold(lin, '陈小姐');
  await lin.getByRole('button', { name: '填认购书' }).waitFor();
  await zhao.getByRole('button', { name: '定房' }).click();
  await zhao.getByRole('alert').getByText(/1-301 已由另一位客户保留至/).waitFor();

  await lin.getByRole('button', { name: '填认购书' }).click();
  await lin.getByLabel('买受人').fill('陈小姐、李先生');
  await lin.getByLabel('联系电话').fill('13800138000');
  await lin.getByLabel('邮政编码').fill('266071');
  await lin.getByLabel('通信地址').fill('青岛市市南区香港中路 10 号');
  await lin.getByLabel('付款日 2').fill('2027-03-01');
  await lin.getByLabel('优惠').fill('1000');
  await lin.getByText(/多出/).waitFor();
  await lin.getByRole('button', { name: '补入末期' }).click();
  await lin.getByText('合计正好').waitFor();
  expect(await axe(lin)).toEqual([]);
  await screenshot(lin, 'stock-subscription');
  await lin.getByRole('button', { name: '保存' }).click();
  const download = lin.waitForEvent('download');
  await lin.getByRole('link', { name: /下载认购书/ }).click();
  expect((await download).suggestedFilename()).toBe('认购书.pdf');
  await lin.getByRole('button', { name: '已签署' }).click();
  await lin.getByText('签署后文字固定').waitFor();
  await lin.getByRole('button', { name: '已签署' }).click();
  await lin.getByRole('button', { name: '售后变更' }).waitFor();
  expect(await lin.getByRole('button', { name: '签合同' }).count()).toBe(0);
  expect(await lin.getByRole('button', { name: '收款' }).count()).toBe(0);

  await finance.goto(`${scene.app.url}/payments`);
  await finance.getByRole('row').filter({ hasText: '陈小姐' }).getByRole('button', { name: '收款' }).click();
  expect(await axe(finance)).toEqual([]);
  await finance.getByRole('button', { name: '记款并开收据' }).click();
  await finance.getByText(/收据 YQL-\d{4}-000001 已开/).waitFor();

  await lin.getByRole('button', { name: '签合同' }).click();
  await lin.getByLabel('合同号').fill('HT-2026-001');
  await lin.getByRole('button', { name: '签合同' }).click();
  await lin.getByRole('heading', { name: /签约/ }).waitFor();
  for (const page of [lin, zhao, finance]) expect(pageProblems(page).filter((problem) => !problem.includes('409'))).toEqual([]);
});

test('two press hold at the same instant: one holds the unit, the other is told that it is another customer’s and until when', async () => {
  const pages = await Promise.all([pageOf(scene.lin), pageOf(scene.zhao)]);
  for (const [page, customer] of [[pages[0], '陈小姐'], [pages[1], '王先生']] as const) {
    await openUnit(page, '1-401');
    await page.getByRole('button', { name: '定房' }).click();
    await page.getByLabel('客户').fill(customer);
    await page.getByTitle(customer).click();
  }
  await Promise.all(pages.map((page) => page.getByRole('button', { name: '定房' }).click()));
  const told = pages.map((page) => page.getByRole('alert').getByText(/1-401 已由另一位客户保留至 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/));
  const holding = pages.map((page) => page.getByRole('button', { name: '填认购书' }));
  const count = async (found: typeof told) => (await Promise.all(found.map((each) => each.count()))).reduce((sum, each) => sum + each, 0);
  await expect.poll(async () => [await count(holding), await count(told)], { timeout: 20_000 }).toEqual([1, 1]);
  await Promise.all(pages.map((page, place) => screenshot(page, `stock-race-${place}`)));
  await Promise.all(pages.map((page) => page.context().close()));
});

test('the board reads well on every width, in both languages and looks; a change elsewhere shows by itself', async () => {
  await signSale(scene, unitAt(scene, 2, 2));
  const page = await pageOf(scene.manager);
  await page.goto(`${scene.app.url}/stock`);
  await page.getByRole('button', { name: /^1-202 · 签约/ }).waitFor();
  expect(await axe(page)).toEqual([]);
  const customer = await newCustomer(scene.lin, '周女士');
  await scene.lin.post('/stock/holds', { saleUnit: unitAt(scene, 6, 4), customer, kind: 'holding' });
  await page.getByRole('button', { name: /^1-604 · 小定/ }).waitFor({ timeout: 60_000 });
  const small = await pageOf(scene.manager, { width: 360, height: 780, colorScheme: 'dark' });
  await small.goto(`${scene.app.url}/stock`);
  await small.getByRole('button', { name: /^1-202 · 签约/ }).waitFor();
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await axe(small)).toEqual([]);
});

test('an after-sale change that a clause refuses says so, with its reason beside it', async () => {
  const page = await pageOf(scene.lin);
  await openUnit(page, '1-202');
  await page.getByRole('button', { name: '售后变更' }).click();
  await page.getByText('退房', { exact: true }).click();
  await page.getByLabel('原因').fill('不想要了');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('按条款 6.4 不予办理').waitFor();
  await page.getByRole('button', { name: /据 ?6.4/ }).click();
  await page.getByText(/签合同后不退/).first().waitFor();
});
