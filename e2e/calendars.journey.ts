import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function pageOf(options: Parameters<TestBrowser['openPage']>[0] = {}): Promise<Page> {
  const page = await browser.openPage({ width: 1440, height: 1000, ...options });
  // Thursday, 5 March 2026, so that the page's year and the box's start are always the same.
  await page.clock.setFixedTime(new Date('2026-03-05T10:00:00+08:00'));
  await page.context().addCookies(app.admin.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url })));
  await page.goto(`${app.url}/admin/calendars`);
  return page;
}

test('a holiday is added by tapping its day: the deadline moves, and who and why stand beside it', async () => {
  const page = await pageOf();
  await page.getByRole('button', { name: '2月28日 周六 · 调休上班 · 春节 · 09:00-12:00, 13:30-18:00' }).waitFor();
  // Friday 6, Monday 9, Tuesday 10.
  await page.getByText('到期：2026年3月10日 周二 16:00').waitFor();
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'calendars');

  await page.getByRole('button', { name: /^3月9日 周一/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('放假', { exact: true }).click();
  await dialog.getByLabel('名称').fill('厂庆');
  expect(await dialog.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
  await dialog.getByLabel('更改原因').fill('三月九日全厂放假');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('到期：2026年3月11日 周三 16:00').waitFor();
  await page.getByRole('list', { name: '计算过程' }).getByText('厂庆').waitFor();
  await page.getByText('三月九日全厂放假').waitFor();
  await page.getByText(/3月9日 周一：同星期设置 → 放假 · 厂庆/).waitFor();
  expect(pageProblems(page)).toEqual([]);
  await page.context().close();
});

test('lists of holidays are shown as a difference before they are taken over; the keyboard walks the year', async () => {
  const page = await pageOf();
  await page.getByRole('button', { name: '载入 2026 年法定节假日' }).click();
  await page.getByRole('dialog').getByText('与日历一致，没有要更改的').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '粘贴名单' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '名单' }).fill('2027-01-01, 放假, 元旦\n2027-01-02, 度假, 元旦');
  await dialog.getByRole('button', { name: '对比' }).click();
  await dialog.getByRole('alert').getByText(/第 2 行/).waitFor();
  await dialog.getByRole('textbox', { name: '名单' }).fill('2027-01-01, 放假, 元旦\n2027-01-03, 调休上班, 元旦, 09:00-12:00');
  await dialog.getByRole('button', { name: '对比' }).click();
  await dialog.getByText('将更改 2 天').first().waitFor();
  await dialog.getByLabel('更改原因').fill('集团通知');
  await dialog.getByRole('button', { name: '更改 2 天' }).click();
  await page.getByText('已更改 2 天').waitFor();
  await page.getByRole('button', { name: '下一年' }).click();
  await page.getByText('本系统还没有 2027 年的安排').waitFor();
  await page.getByRole('button', { name: /^1月1日/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading', { name: '2027 · 1月3日 周日' }).waitFor();
  expect(pageProblems(page)).toEqual([]);
  await page.context().close();
});

test('on a phone, in the dark, in English', async () => {
  const page = await pageOf({ width: 360, height: 780, colorScheme: 'dark', locale: 'en-US' });
  await app.admin.post('/auth/preferences', { locale: 'en' });
  await page.reload();
  await page.getByText(/^Due /).waitFor();
  await page.getByRole('button', { name: 'Sat 28 Feb · Make-up workday · Spring Festival · 09:00-12:00, 13:30-18:00' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'calendars-phone');
  expect(pageProblems(page)).toEqual([]);
});
