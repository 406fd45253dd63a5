import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPortal, openTestPortal } from '#modules/portal/server/test-portal.ts';
import { doStep, made } from '#modules/service/server/test-desk.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let portal: TestPortal;
let page: Page;
let base: string;

beforeAll(async () => {
  [browser, portal] = await Promise.all([launchBrowser(), openTestPortal()]);
  base = portal.desk.app.url;
  page = await browser.openPage({ width: 360, height: 780 });
});
afterAll(async () => {
  await browser.close();
  await portal.close();
});

/** A picture as large as a telephone's, drawn by the page itself. */
const picture = async (name: string) => {
  const text = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2_000, height: 1_500 });
    const pen = canvas.getContext('2d');
    for (let i = 0; i < 200; i += 1) {
      if (pen) pen.fillStyle = `hsl(${(i * 47) % 360} 60% 50%)`;
      pen?.fillRect((i * 97) % 2_000, (i * 61) % 1_500, 250, 190);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(text, 'base64') };
};

interface Found { readonly id: string; readonly pictures: number; readonly owner: string }

/** The cases of a subject, with how many pictures came along. */
const casesOf = (subject: string) => portal.desk.app.services.database.rows<Found>(sql`
  SELECT c.id, c.owner_id AS owner, (SELECT count(*)::int FROM file_object f WHERE f.object = 'case' AND f.record_id = c.id AND f.deleted_at IS NULL) AS pictures
  FROM service_case c WHERE c.subject = ${subject}`);

const fits = (on: Page) => on.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

async function fill(subject: string): Promise<void> {
  await page.getByRole('link', { name: '提新的请求' }).click();
  await page.getByLabel('类型').selectOption({ label: '报修' });
  await page.getByLabel('主题').fill(subject);
  await page.getByLabel('请说明情况').fill('晚上声音很大');
  await page.locator('input[type=file]').setInputFiles([await picture('IMG_1.jpg'), await picture('IMG_2.jpg')]);
  await page.getByRole('img', { name: '第 2 张图片' }).waitFor();
}

test('signing in by the code of a mail, on a telephone', async () => {
  await page.goto(`${base}/portal`);
  await page.getByLabel('邮箱').fill('chen@harbour.example');
  expect(await axe(page)).toEqual([]);
  const before = portal.smtp.mails.length;
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByText('验证码很快会到').waitFor();
  await expect.poll(() => portal.smtp.mails.length).toBe(before + 1);
  const code = await portal.codeIn(before);
  await page.getByLabel('六位验证码').fill(code);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('还没有服务请求。').waitFor();
  expect(await fits(page)).toBe(true);
});

test('a report with pictures arrives and is followed', async () => {
  await fill('水管漏水');
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'portal-new-360');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('link', { name: /水管漏水/ }).waitFor();
  await expect.poll(async () => (await casesOf('水管漏水')).map(({ pictures }) => pictures)).toEqual([2]);
  await screenshot(page, 'portal-cases-360');
});

test('the network goes in the middle of a report: nothing is lost, nothing is doubled', async () => {
  await fill('电梯异响');
  // The words reach the server, their answer does not; then there is no network at all.
  let isCut = false;
  await page.route('**/api/v1/portal/cases', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
    isCut = true;
  });
  await page.route('**/api/v1/portal/cases/*/pictures?*', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('网络恢复后自动发送').waitFor();
  await expect.poll(() => isCut).toBe(true);
  expect(await axe(page)).toEqual([]);
  await page.unroute('**/api/v1/portal/cases');
  await page.reload();
  // Now the words go through and the pictures do not: they follow when they can.
  await page.getByRole('link', { name: /电梯异响/ }).waitFor();
  await page.getByText('网络恢复后自动发送').waitFor();
  await page.unroute('**/api/v1/portal/cases/*/pictures?*');
  await page.getByRole('button', { name: '现在发送' }).click();
  await expect.poll(async () => (await casesOf('电梯异响')).map(({ pictures }) => pictures)).toEqual([2]);
  await expect.poll(() => page.getByText('网络恢复后自动发送').count()).toBe(0);
  expect(await casesOf('电梯异响')).toHaveLength(1);
});

test('what was begun is there again after the page was closed', async () => {
  await page.getByRole('link', { name: '提新的请求' }).click();
  await page.getByLabel('主题').fill('门锁坏了');
  const isKept = () => page.evaluate(() => new Promise<boolean>((resolve) => {
    const opening = indexedDB.open('zhike-portal', 1);
    opening.addEventListener('success', () => {
      const all = opening.result.transaction('reports').objectStore('reports').getAll();
      all.addEventListener('success', () => resolve(JSON.stringify(all.result).includes('门锁坏了')));
    });
  }));
  await expect.poll(isKept).toBe(true);
  await page.goto(`${base}/portal/new`);
  await expect.poll(() => page.getByLabel('主题').inputValue()).toBe('门锁坏了');
  await page.getByRole('link', { name: '返回' }).click();
});

test('the answer is read, added to and rated; not solved, it goes on', async () => {
  const [found] = await casesOf('水管漏水');
  const agent = found?.owner === portal.desk.agent.id ? portal.desk.agent : portal.desk.other;
  const id = found?.id ?? '';
  await made(agent.post(`/service/cases/${id}/messages`, { kind: 'note', body: '内部：配件缺货' }));
  await made(doStep(agent, id, 'repair', { cause: portal.desk.causes['早期损坏'], result: '换了阀门' }));
  await made(doStep(agent, id, 'answer', { reply: '阀门已更换，请您查看。' }));
  await page.goto(`${base}/portal/cases/${id}`);
  await page.getByText('阀门已更换，请您查看。').waitFor();
  expect(await page.getByText('配件缺货').count()).toBe(0);
  await expect.poll(() => page.getByRole('img', { name: /^图片/ }).first().evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1_600);
  expect(await axe(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
  await screenshot(page, 'portal-case-360');
  await page.getByLabel('补充说明').fill('还在滴水');
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: '还在滴水' }).waitFor();
  await page.getByRole('button', { name: '2 分' }).click();
  await page.getByRole('button', { name: '没有解决' }).click();
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('处理中').waitFor();
  expect((await portal.desk.app.admin.get(`/cases/${id}`)).body).toMatchObject({ satisfaction: 2, isSolved: false, reopenCount: 1, state: 'open' });
});

test('in English, and signed out', async () => {
  await page.goto(`${base}/portal`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'My requests' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Mail address').waitFor();
  await page.reload();
  await page.getByLabel('Mail address').waitFor();
  expect(pageProblems(page).filter((problem) => !/Failed to load resource|ERR_/.test(problem))).toEqual([]);
});

test('the open form sends by itself, and shows only in the sites that the company names', async () => {
  await portal.set({ portalFormOrigins: ['https://www.example.com', 'http://localhost:4711'] });
  const form = await browser.openPage({ width: 360, height: 780 });
  const answer = await form.goto(`${base}/portal/form`);
  expect(answer?.headers()['content-security-policy']).toContain('frame-ancestors https://www.example.com http://localhost:4711');
  expect((await form.request.get(`${base}/portal`)).headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect((await form.request.get(`${base}/`)).headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await form.getByLabel('姓名').fill('来信人');
  await form.getByLabel('电话').fill('13800138000');
  await form.getByLabel('类型').selectOption({ label: '咨询' });
  await form.getByLabel('主题').fill('开放时间');
  await form.getByLabel('请说明情况').fill('周末开放吗');
  expect(await axe(form)).toEqual([]);
  expect(await fits(form)).toBe(true);
  await screenshot(form, 'portal-form-360');
  // The server's clock stands still in this test: it is moved while the page reckons.
  await portal.desk.at('2026-03-02T09:05');
  await form.getByRole('button', { name: '发送' }).click();
  await form.getByText('已收到，编号 FW-').waitFor();
  expect((await casesOf('开放时间')).length).toBe(1);
});
