import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, TEST_PASSWORD } from '#app/test-app.ts';
import type { TestApp } from '#app/test-app.ts';
import { axe, launchBrowser, pageProblems } from './harness/browser.ts';
import type { PageOptions, TestBrowser } from './harness/browser.ts';

let app: TestApp;
let browser: TestBrowser;
let customerPath = '';

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  await app.person({ username: 'fang', name: '方若溪', roles: ['salesperson'] });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Signs in with the keyboard alone and waits for the home page. */
async function signIn(options: PageOptions = {}): Promise<Page> {
  const page = await browser.openPage(options);
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel('用户名').focus();
  await page.keyboard.type('fang');
  await page.keyboard.press('Tab');
  await page.keyboard.type(TEST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor();
  return page;
}

/** Tab presses after which a control that cannot be reached counts as unreachable. */
const TABS = 150;

/** Presses Tab until the control has the focus: what a person without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let pressed = 0; pressed < TABS; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(wanted)} is not reached by ${TABS} presses of Tab`);
}

const press = async (page: Page, wanted: Locator): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
};

const hasNoSideScroll = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test('by keyboard alone: a customer, a contact, a call that reached them, lost with a reason, and back', async () => {
  const page = await signIn({ width: 1440, height: 900 });
  await page.getByRole('heading', { name: '从这里开始' }).waitFor();
  await page.keyboard.press('c');
  const name = page.getByLabel('客户名称');
  await tabTo(page, name);
  await page.keyboard.type('华北恒越化工有限公司');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '华北恒越化工有限公司', level: 1 }).waitFor();
  customerPath = new URL(page.url()).pathname;

  await press(page, page.getByRole('button', { name: '添加联系人' }));
  await tabTo(page, page.getByRole('dialog').getByLabel('姓名'));
  await page.keyboard.type('顾行远');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: '顾行远' }).first().waitFor();

  await page.keyboard.press('n');
  const composer = page.getByRole('region', { name: '写一条往来记录' });
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  expect(await composer.getByRole('radio', { name: '电话' }).isChecked()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.type('确认下月计划');
  await page.keyboard.press('Control+Enter');
  const call = page.getByRole('listitem').filter({ hasText: '确认下月计划' });
  await call.getByText('已联系上').waitFor();
  await page.getByText('今天', { exact: true }).first().waitFor();

  await press(page, page.getByRole('navigation', { name: '客户阶段' }).getByRole('button', { name: '流失' }));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: '搬迁' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('请选择流失原因。').waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('listitem').filter({ hasText: '阶段由潜在改为流失，原因：搬迁' }).waitFor();

  await press(page, page.getByRole('button', { name: '撤销' }).last());
  await page.getByRole('listitem').filter({ hasText: '阶段由流失改为潜在' }).waitFor();
  expect(await page.getByRole('navigation', { name: '客户阶段' }).locator('[aria-current=step]').textContent()).toBe('潜在');
  expect(pageProblems(page)).toEqual([]);
  await page.context().close();
});

test('what was typed outlives the page, and an entry is changed, pinned and taken away where it stands', async () => {
  const page = await signIn();
  await page.goto(`${app.url}${customerPath}`);
  const words = page.getByLabel('记下了解到的情况，输入 @ 可提到同事');
  await words.fill('对方换了采购负责人');
  await page.reload();
  expect(await words.inputValue()).toBe('对方换了采购负责人');
  await words.press('Control+Enter');
  const note = page.getByRole('list', { name: '往来记录' }).getByRole('listitem').filter({ hasText: '对方换了采购' });
  await note.getByRole('button', { name: /^修改/ }).click();
  await page.getByLabel('内容', { exact: true }).fill('对方换了采购总监\n下周到岗');
  await page.keyboard.press('Control+Enter');
  await note.getByText('下周到岗').waitFor();
  await note.getByRole('button', { name: /^置顶/ }).click();
  await note.getByText('置顶', { exact: true }).waitFor();
  expect(await page.locator('.entries > li').first().textContent()).toContain('对方换了采购总监');
  await note.getByRole('button', { name: /^删除/ }).click();
  await note.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销' }).last().click();
  await note.waitFor();
  await page.context().close();
});

test('on a phone of 360 px nothing stands over the edge and a call is logged', async () => {
  const page = await signIn({ width: 360, height: 740 });
  expect(await hasNoSideScroll(page)).toBe(true);
  await page.goto(`${app.url}${customerPath}`);
  await page.getByRole('button', { name: '写跟进' }).click();
  const composer = page.getByRole('region', { name: '写一条往来记录' });
  await composer.getByText('电话', { exact: true }).click();
  await composer.getByText('未联系上', { exact: true }).click();
  await page.getByRole('button', { name: '登记电话' }).click();
  await page.getByRole('listitem').filter({ hasText: '电话 · 未联系上' }).waitFor();
  expect(await hasNoSideScroll(page)).toBe(true);
  await page.context().close();
});

test.each(['light', 'dark'] as const)('home and customer page have no serious accessibility finding (%s)', async (colorScheme) => {
  const page = await signIn({ width: 1440, height: 900, colorScheme });
  await page.getByRole('heading', { name: '客户阶段' }).waitFor();
  await page.getByText('以表格显示').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto(`${app.url}${customerPath}`);
  await page.getByRole('listitem').filter({ hasText: '建立客户' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.context().close();
});
