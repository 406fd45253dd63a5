import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;
let approver: TestPerson;
let publicId = '';
const wait = { timeout: 120_000 };

async function made(pending: Promise<{ status: number; text: string; body: Record<string, unknown> }>): Promise<Record<string, unknown>> {
  const answer = await pending;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

async function open(width: number, person?: TestPerson, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.openPage({ width, height: 800, colorScheme, locale: 'zh-CN' });
  if (person) await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url })));
  return page;
}

/** Written by the administrator, approved by the other one. */
async function publish(title: string, body: string, visibility: 'public' | 'internal', at?: { id: string; number: number }): Promise<string> {
  const content = { title, body, locale: 'zh-CN', visibility, category: 'fault' };
  const id = at?.id ?? String((await made(app.admin.post('/knowledge/articles', content)))['id']);
  if (at) await made(app.admin.call('PUT', `/knowledge/articles/${id}`, { ...content, number: at.number, note: '补一条' }));
  await made(app.admin.post(`/knowledge/articles/${id}/submit`));
  const { data } = await made(approver.get('/approvals?box=waiting')) as { data: readonly { id: string }[] };
  await made(approver.post(`/approvals/${data[0]?.id ?? ''}/approve`, {}));
  return id;
}

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  approver = await app.person({ username: 'second', name: '顾安', roles: ['administrator'] });
  publicId = await publish('家里漏水先做什么', '<p>先关总水阀。</p>', 'public');
  await publish('家里漏水先做什么', '<p>先关总水阀。再断电。</p>', 'public', { id: publicId, number: 1 });
  await publish('漏水赔付的权限', '<p>专员两百元以内。</p>', 'internal');
}, 300_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('what was looked for is marked; what is missing reaches the editors, who write it from there (SE-34)', async () => {
  const page = await open(768, app.admin);
  await page.goto(`${app.url}/knowledge`);
  const search = page.getByRole('searchbox', { name: '搜索知识' }).or(page.getByLabel('搜索知识')).first();
  await search.fill('漏水');
  await expect.poll(() => page.locator('mark').allTextContents(), wait).toEqual(expect.arrayContaining(['漏水']));
  await search.fill('充电桩收费');
  await page.getByText('没有找到文章').waitFor(wait);
  await expect.poll(async () => ((await app.admin.get<{ missing: { words: string }[] }>('/knowledge/desk')).body.missing).map(({ words }) => words), wait).toEqual(['充电桩收费']);
  await page.goto(`${app.url}/knowledge`);
  await page.getByText('读者搜不到的').waitFor(wait);
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'knowledge-missing-768');
  await page.getByRole('link', { name: '写一篇' }).click();
  await expect.poll(() => page.getByLabel('标题').inputValue(), wait).toBe('充电桩收费');
  expect(pageProblems(page)).toEqual([]);
  await page.context().close();
});

test('versions are compared sentence by sentence (SE-34)', async () => {
  const page = await open(1440, app.admin);
  await page.goto(`${app.url}/knowledge/${publicId}`);
  await page.getByRole('button', { name: '第 2 版' }).click(wait);
  await page.locator('ins', { hasText: '再断电。' }).waitFor(wait);
  expect(await axe(page)).toEqual([]);
  await page.context().close();
});

test.each([[360, 'light'], [1440, 'dark']] as const)('anybody reads public articles at the portal, and only those, at %i px, %s (SE-34)', async (width, scheme) => {
  const page = await open(width, undefined, scheme);
  await page.goto(`${app.url}/portal/help`);
  await page.getByRole('searchbox').fill('漏水');
  await expect.poll(() => page.locator('mark').first().textContent(), wait).toBe('漏水');
  expect(await page.getByText('漏水赔付的权限').count()).toBe(0);
  await page.getByRole('link', { name: /家里漏水先做什么/ }).click();
  await page.getByText('再断电').waitFor(wait);
  await page.getByRole('button', { name: '有用', exact: true }).click();
  await page.getByText('谢谢您的评价').waitFor(wait);
  await expect.poll(async () => (await app.admin.get(`/articles/${publicId}`)).body['usefulCount'], wait).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(1);
  expect(await axe(page)).toEqual([]);
  await screenshot(page, `help-${width}`);
  expect(pageProblems(page)).toEqual([]);
  await page.context().close();
});
