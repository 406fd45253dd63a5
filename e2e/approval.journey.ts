import type { Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let app: TestApp;
let browser: TestBrowser;
let postOffice: SMTPServer;
let lin: TestPerson & { id: string };
let zhao: TestPerson & { id: string };
const mails: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  const company = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unit = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'department', parent: company.id })).body.id);
  lin = await app.person({ username: 'lin', name: '林晓', roles: ['salesperson'], unit: await unit('华北大区') });
  zhao = await app.person({ username: 'zhao', name: '赵彤', roles: ['salesperson'], unit: await unit('华南大区') });
  await app.services.database.run(sql`UPDATE app_user SET email = username || '@example.cn'`);
  for (const person of [lin, zhao]) await person.call('PUT', '/notifications/preferences', { quiet: null });
  const port = await openPostOffice();
  const saved = await app.admin.call('PUT', '/admin/mail', { host: '127.0.0.1', port, security: 'none', username: null, from: 'crm@example.cn', siteUrl: app.url });
  expect(saved.status).toBe(200);
  expect((await lin.post('/customers', { name: '天津远帆国际物流有限公司', phone: '13612345678' })).status).toBe(201);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await new Promise<void>((resolve) => postOffice.close(() => resolve()));
});

function openPostOffice(): Promise<number> {
  postOffice = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      stream.resume();
      stream.on('end', () => {
        mails.push(String(session.envelope.rcptTo[0]?.address));
        done();
      });
    },
  });
  return new Promise((resolve) => {
    const listening = postOffice.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

async function openAs(person: TestPerson, path: string, width: number): Promise<Page> {
  const page = await browser.openPage({ width, height: 780 });
  const cookies = person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
  await page.goto(app.url + path);
  return page;
}

const hasNoSideScroll = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test('asked in one browser, shown live in the other, approved on a phone, told live and by mail', async () => {
  const owner = await openAs(lin, '/', 360);
  await owner.getByRole('link', { name: '待我审批，没有' }).waitFor();
  const asker = await openAs(zhao, '/', 1440);
  await asker.getByRole('button', { name: '通知，没有未读' }).waitFor();

  const found = await zhao.post<{ data: { ticket?: string }[] }>('/customers/duplicates', { values: { kind: 'company', name: '天津远帆国际物流有限公司' } });
  expect((await zhao.post('/customers/duplicates/request-access', { ticket: found.body.data[0]?.ticket, note: '客户来电咨询' })).status).toBe(201);

  await owner.getByRole('link', { name: '待我审批，1 项' }).click();
  await owner.getByRole('link', { name: '查看客户 天津远帆国际物流有限公司' }).click();
  await owner.getByRole('heading', { level: 1, name: '查看客户 天津远帆国际物流有限公司' }).waitFor();
  await owner.getByText('客户来电咨询').first().waitFor();
  expect([await axe(owner), await hasNoSideScroll(owner)]).toEqual([[], true]);
  const approve = owner.getByRole('button', { name: '同意', exact: true });
  const heights = await owner.locator('.approval-buttons .ant-btn').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  await screenshot(owner, 'approval-phone');
  await approve.click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('意见').fill('可以，先电话联系我');
  await dialog.getByRole('button', { name: '同意' }).click();
  await owner.getByText('已通过').first().waitFor();
  await owner.getByRole('link', { name: '待我审批，没有' }).waitFor();

  await asker.getByRole('button', { name: '通知，1 条未读' }).click();
  await screenshot(asker, 'notification-bell');
  await asker.getByRole('link', { name: /您提交的“查看客户 天津远帆国际物流有限公司”已通过/ }).click();
  await asker.getByRole('heading', { name: '审批意见' }).waitFor();
  await asker.getByText('可以，先电话联系我').waitFor();
  await asker.getByRole('button', { name: '通知，没有未读' }).waitFor();
  expect(await axe(asker)).toEqual([]);
  await expect.poll(() => mails.toSorted((a, b) => a.localeCompare(b)), { timeout: 60_000 }).toEqual(['lin@example.cn', 'zhao@example.cn']);
  expect([pageProblems(owner), pageProblems(asker)]).toEqual([[], []]);
  await asker.getByRole('link', { name: '打开相关页面' }).click();
  await asker.getByRole('heading', { level: 1, name: '天津远帆国际物流有限公司' }).waitFor();
  await Promise.all([owner.context().close(), asker.context().close()]);
});

test('the pages of an administrator: a flow is made, the mail server is tried', async () => {
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  const page = await openAs(app.admin, '/approval-flows', 1440);
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: /^查看客户/ }) });
  await card.getByText('默认：一步，由负责人审批').waitFor();
  await card.getByRole('button', { name: '新建流程' }).click();
  await page.getByLabel('名称').fill('两级审批');
  await page.getByRole('button', { name: '加一步' }).click();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('两级审批').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto(`${app.url}/admin/mail`);
  await page.getByRole('button', { name: '发送测试邮件' }).click();
  await page.getByText('测试邮件已发往您的邮箱').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto(`${app.url}/notifications/settings`);
  await page.getByLabel('审批等我处理：邮件').selectOption('digest');
  await page.getByText('通知设置已保存').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(pageProblems(page)).toEqual([]);
  await page.context().close();
});
