import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, personOf, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;
let page: Page;

async function signIn(person: TestPerson, into: Page): Promise<void> {
  const cookies = person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await into.context().addCookies(cookies);
}

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  page = await browser.openPage({ width: 1440, height: 900 });
  await signIn(app.admin, page);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const NEW_PASSWORD = 'Lantern-over-the-pier-2048';

/** The one-time password on the screen becomes the person's own, as at a first sign-in. */
async function takeOver(username: string, oneTime: string): Promise<TestPerson> {
  const person = personOf(app.url);
  expect((await person.post('/auth/login', { username, password: oneTime })).status).toBe(200);
  expect((await person.post('/auth/password', { current: oneTime, next: NEW_PASSWORD })).status).toBeLessThan(300);
  return person;
}

let member: TestPerson;

test('a person is created with a role and a one-time password that works once', async () => {
  await page.goto(`${app.url}/users`);
  await page.getByRole('link', { name: '新建用户' }).click();
  await page.getByLabel('姓名').fill('林清和');
  await page.getByLabel('用户名').fill('linqinghe');
  await page.getByRole('checkbox', { name: /客服专员/ }).check();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '新建用户' }).click();
  await page.getByRole('heading', { name: '林清和 的一次性密码' }).waitFor();
  const oneTime = await page.getByRole('group', { name: '一次性密码' }).locator('code').innerText();
  await screenshot(page, 'administration-one-time-password');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '已记下' }).click();
  await page.getByRole('heading', { name: '林清和' }).waitFor();
  await page.getByRole('tabpanel').getByText('客服专员').waitFor();
  member = await takeOver('linqinghe', oneTime);
  expect((await personOf(app.url).post('/auth/login', { username: 'linqinghe', password: oneTime })).status).toBe(401);
});

test('a change of a role’s right takes effect with the next request of its people', async () => {
  const made = await app.admin.post('/customers', { name: '华北恒越化工有限公司' });
  const path = `/customers/${String(made.body['id'])}`;
  expect((await member.get(path)).status).toBe(200);
  expect((await member.call('DELETE', path)).status).toBe(403);

  await page.goto(`${app.url}/roles/serviceAgent`);
  await page.getByLabel('客户档案 删除').selectOption({ label: '全部' });
  await screenshot(page, 'administration-role');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '保存角色' }).click();
  await page.getByText('角色已保存，立即生效').waitFor();
  expect((await member.call('DELETE', path)).status).toBeLessThan(300);

  await page.getByRole('tab', { name: /人员/ }).click();
  await page.getByRole('tabpanel').getByText('林清和').waitFor();
});

test('a custom field appears in the preview and in the customer form, and its index is built', async () => {
  await page.goto(`${app.url}/admin/objects/customer`);
  await page.getByRole('button', { name: '添加字段' }).click();
  await page.getByRole('button', { name: /^单选/ }).click();
  await page.getByLabel('中文名称').fill('合作等级');
  await page.getByLabel('第 1 项', { exact: true }).fill('战略');
  await page.getByLabel('第 2 项', { exact: true }).fill('一般');
  await page.getByRole('checkbox', { name: /新建时就填/ }).check();
  await screenshot(page, 'administration-new-field');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '添加字段' }).click();
  await page.getByText('已添加字段“合作等级”').waitFor();
  await page.getByRole('complementary', { name: '表单预览' }).getByText('合作等级').waitFor();
  await page.getByText('已索引').waitFor();
  expect(await axe(page)).toEqual([]);

  await page.goto(`${app.url}/customers?new=1`);
  await page.getByLabel('合作等级').click();
  await page.getByTitle('战略').click();
  await page.getByLabel('客户名称').fill('沧州临港新材料股份有限公司');
  await screenshot(page, 'administration-customer-form');
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('heading', { name: '沧州临港新材料股份有限公司' }).waitFor();
  await page.getByText('战略').first().waitFor();
});

test('the field moves by keyboard, the inspector explains, the trail tells it all and is intact', async () => {
  await page.goto(`${app.url}/admin/objects/customer`);
  const names = () => page.locator('.field-group').first().locator('.field-name').allInnerTexts();
  const before = await names();
  await page.getByRole('button', { name: '移动字段“合作等级”' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).not.toEqual(before);

  const { body } = await app.admin.get<{ data: { id: string }[] }>('/users?q=linqinghe');
  await page.goto(`${app.url}/inspector?user=${body.data[0]?.id ?? ''}&userName=${encodeURIComponent('林清和')}&object=customer`);
  await page.getByText('林清和 有查看客户的权限').waitFor();
  expect(await axe(page)).toEqual([]);

  await page.goto(`${app.url}/audit`);
  await page.getByRole('button', { name: /修改 布局/ }).first().click();
  await page.getByRole('button', { name: '核验日志' }).click();
  await page.getByText('日志完整，没有任何条目被改动或删除。').waitFor();
  await screenshot(page, 'administration-audit');
  expect(await axe(page)).toEqual([]);
  expect(pageProblems(page)).toEqual([]);
});

test('whoever has a one-time password is led to choose their own, and then let in', async () => {
  const made = await app.admin.post('/users', { name: '江临', username: 'jianglin', roles: ['salesperson'] });
  const oneTime = String(made.body['oneTimePassword']);
  const own = await browser.openPage();
  await own.goto(`${app.url}/sign-in`);
  await own.getByLabel('用户名').fill('jianglin');
  await own.locator('#password').fill(oneTime);
  await own.getByRole('button', { name: '登录' }).click();
  await own.getByText('请先设定您自己的新密码').waitFor();
  await own.getByLabel('当前密码').fill(oneTime);
  await own.getByLabel('新密码', { exact: true }).fill(NEW_PASSWORD);
  await own.getByLabel('再输一次新密码').fill(NEW_PASSWORD);
  await own.getByRole('button', { name: '修改密码' }).click();
  await own.getByRole('link', { name: '客户档案' }).click();
  await own.getByRole('heading', { name: /客户档案/ }).waitFor();
  await own.context().close();
});
