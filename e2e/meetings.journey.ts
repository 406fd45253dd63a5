import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;
let page: Page;
let colleague: TestPerson & { readonly id: string };
const wait = { timeout: 60_000 };

async function made(pending: Promise<{ status: number; text: string; body: Record<string, unknown> }>): Promise<Record<string, unknown>> {
  const answer = await pending;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

async function open(width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const opened = await browser.openPage({ width, height: 900, colorScheme });
  await opened.context().addCookies(app.admin.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url })));
  return opened;
}

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  colleague = await app.person({ username: 'second', name: '顾安', roles: ['administrator'] });
  page = await open(1440);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('a symposium from its plan to the minutes (SF-21, SF-22)', async () => {
  await page.goto(`${app.url}/meetings/new`);
  await page.getByLabel('主题').fill('春季客户座谈会');
  await page.getByLabel('开始').fill('2026-01-05T10:00');
  await page.getByLabel('其他人（每行一个）').fill('王总');
  await page.getByRole('button', { name: '安排会议' }).click();
  await page.getByRole('heading', { name: '春季客户座谈会' }).first().waitFor(wait);
  await page.getByText('产品结构').first().waitFor(wait);
  await page.getByLabel('拟定议题').click();
  await expect.poll(() => page.getByLabel('拟定议题').isChecked(), wait).toBe(true);
  await page.getByRole('button', { name: '已召开' }).click();
  await page.getByLabel('纪要：质量').fill('门窗密封要改进');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('纪要已保存').waitFor(wait);
  await page.getByRole('button', { name: '发出纪要' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('王总').check();
  await dialog.getByRole('button', { name: '发出纪要' }).click();
  await page.getByText('纪要已于').waitFor(wait);
  await page.getByText('门窗密封要改进').waitFor(wait);
  await page.getByText('已当面交给').waitFor(wait);
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'meeting-1440');
});

test('another place and agenda: the colleague hears of it, the history says it in words, minutes are a page for paper (SF-21, SF-22)', async () => {
  const { id } = await made(app.admin.post('/meetings/call', { kind: 'other', subject: '改期的会', place: '一楼', at: '2099-01-05T02:00:00Z', participants: { users: [colleague.id] }, agenda: [{ topic: 'service', title: '等候时间' }] })) as { id: string };
  await page.goto(`${app.url}/meetings/${id}`);
  await page.getByRole('button', { name: '修改安排' }).click(wait);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('地点').fill('二楼');
  await dialog.getByLabel('第 1 项').fill('上门时间');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('安排已修改').waitFor(wait);
  expect(await page.getByRole('button', { name: '已召开' }).count()).toBe(0);
  const told = async () => (await made(colleague.get('/notifications')) as { data: readonly { body: string | null }[] }).data.map(({ body }) => body);
  await expect.poll(told, wait).toContain('地点改为 二楼；议程有改动。');
  await page.getByText('变更记录').click();
  await page.locator('ins', { hasText: '上门时间' }).waitFor(wait);
  await page.goto(`${app.url}/meetings/${id}/minutes`);
  await page.getByText('草稿，尚未发出').waitFor(wait);
  expect(await axe(page)).toEqual([]);
});

test('an article is written, found and read (SE-34)', async () => {
  await page.goto(`${app.url}/knowledge/new`);
  await page.getByLabel('标题').fill('电梯异响怎么办');
  await page.getByRole('textbox', { name: '正文' }).fill('先停梯，再看导轨。');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('这是草稿，读者还看不到').waitFor(wait);
  const { data } = await made(app.admin.get('/articles')) as { data: readonly { id: string }[] };
  const id = data[0]?.id ?? '';
  await page.getByRole('button', { name: '送批' }).click();
  await page.getByText('待批准').first().waitFor(wait);
  await expect.poll(async () => (await app.admin.get(`/articles/${id}`)).body['state'], wait).toBe('approval');
  const waiting = await made(colleague.get('/approvals?box=waiting')) as { data: readonly { id: string }[] };
  await made(colleague.post(`/approvals/${waiting.data[0]?.id ?? ''}/approve`, {}));
  await page.goto(`${app.url}/knowledge`);
  await page.getByRole('searchbox', { name: '搜索知识' }).or(page.getByLabel('搜索知识')).first().fill('dianti');
  await page.getByRole('link', { name: '电梯异响怎么办' }).click();
  await page.getByRole('button', { name: '有用', exact: true }).click();
  await page.getByText('1 人觉得有用').waitFor(wait);
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'article-1440');
});

test.each([[360, 'dark'], [768, 'light']] as const)('at %i px, %s: nothing wider than the window, no serious finding', async (width, scheme) => {
  const narrow = await open(width, scheme);
  const meeting = (await made(app.admin.get('/meetings')) as { data: readonly { id: string }[] }).data[0]?.id ?? '';
  const article = (await made(app.admin.get('/articles')) as { data: readonly { id: string }[] }).data[0]?.id ?? '';
  for (const path of [`/meetings/${meeting}`, '/meetings', '/meetings/new', '/meeting-actions', '/knowledge', `/knowledge/${article}`, `/knowledge/${article}/edit`]) {
    await narrow.goto(app.url + path);
    await narrow.locator('h1').first().waitFor(wait);
    await narrow.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null, undefined, wait);
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(1);
    expect(await axe(narrow), path).toEqual([]);
    await screenshot(narrow, `${path.replaceAll(/\W+/g, '-').slice(0, 30)}-${width}`);
  }
  expect(pageProblems(narrow)).toEqual([]);
  await narrow.context().close();
});
