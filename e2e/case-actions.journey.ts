import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

// What an agent does to a case besides its steps, each once as meant and once refused (SE-1, SE-10).
let browser: TestBrowser;
let desk: TestDesk;
let customer: string;

interface Look { readonly width?: 1440 | 768 | 360; readonly locale?: 'zh-CN' | 'en'; readonly colorScheme?: 'light' | 'dark' }

async function pageOf(person: TestPerson, path: string, { width = 1440, locale = 'zh-CN', colorScheme = 'light' }: Look = {}): Promise<Page> {
  await made(person.post('/auth/preferences', { locale }));
  const page = await browser.openPage({ width, height: width === 360 ? 780 : 1000, locale: locale === 'en' ? 'en-US' : 'zh-CN', colorScheme });
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: desk.app.url })));
  await page.goto(desk.app.url + path);
  return page;
}

/** What every page owes: nothing beyond its edge, nothing that axe finds, no error but those that the test provoked. */
async function isSound(page: Page, allowed = /^$/): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(pageProblems(page).filter((problem) => !allowed.test(problem))).toEqual([]);
  await page.context().close();
}

const caseOf = (more: Readonly<Record<string, unknown>>, type = '报修') => takeIn(desk, type, { owner: desk.agent.id, reporterName: '许来访', ...more });
const recordOf = async (id: string) => (await desk.supervisor.get(`/cases/${id}`)).body;
const told = async (id: string) => (await desk.supervisor.get<{ data: { kind: string; body: string; files: { name: string }[] }[] }>(`/service/cases/${id}/messages`)).body.data;
const more = async (page: Page, entry: string) => {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: entry, exact: true }).click();
};
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });
const noted = (page: Page, words: string | RegExp) => page.locator('.toast').getByText(words).first().waitFor();

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), openTestDesk({ start: '2026-03-02T10:00:00' })]);
  customer = String((await made(desk.app.admin.post('/customers', { name: '云栖物业' })))['id']);
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

test('handed on with a note, by keyboard alone; two presses are one; who was faster is told', async () => {
  const id = await caseOf({ subject: '门禁刷不开' });
  const page = await pageOf(desk.agent, `/cases/${id}`);
  await page.getByRole('button', { name: '转交' }).waitFor();
  await page.keyboard.press('h');
  const dialog = dialogOf(page, '转交');
  await dialog.getByLabel('转给').fill('周帆');
  await page.getByTitle('周帆').waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('交代给对方的话').fill('客户下午在家');
  await dialog.getByRole('button', { name: '转交', exact: true }).dblclick();
  await noted(page, '已转交给周帆');
  expect(await recordOf(id)).toMatchObject({ owner: desk.other.id, firstReceiver: desk.agent.id });
  expect((await told(id)).filter((message) => message.body === '客户下午在家')).toHaveLength(1);
  // The first receiver wants it back, but a colleague took it a moment ago.
  await page.getByRole('button', { name: '接手' }).waitFor();
  const live = await page.context().newCDPSession(page);
  await live.send('Network.setBlockedURLs', { urls: ['*/api/v1/events*'] });
  await page.reload();
  await page.getByRole('button', { name: '接手' }).waitFor();
  await made(desk.supervisor.post(`/service/cases/${id}/hand-on`, { to: desk.supervisor.id }));
  await page.getByRole('button', { name: '接手' }).click();
  await noted(page, /处理人刚刚变了，现在是顾安/);
  expect(await recordOf(id)).toMatchObject({ owner: desk.supervisor.id });
  await isSound(page, /409|ERR_BLOCKED_BY_CLIENT|ERR_FAILED|events/);
});

test('waiting for the customer stands the clocks; a reason is needed; what the customer says wakes it', async () => {
  const id = await caseOf({ subject: '水表走得快' });
  const page = await pageOf(desk.agent, `/cases/${id}`, { width: 768 });
  await page.getByRole('button', { name: '等客户' }).waitFor();
  await page.keyboard.press('w');
  const dialog = dialogOf(page, '等客户');
  expect(await dialog.getByRole('button', { name: '等客户' }).isDisabled()).toBe(true);
  await dialog.getByLabel('等什么').fill('请客户发水表照片');
  await page.keyboard.press('Control+Enter');
  await noted(page, '已停表');
  await page.getByText('等客户：请客户发水表照片').first().waitFor();
  await screenshot(page, 'case-waiting');
  await page.getByText('客户说', { exact: true }).click();
  await page.getByRole('textbox', { name: '客户说的话' }).fill('照片发了');
  await page.getByRole('button', { name: '记下' }).dblclick();
  await noted(page, '已记下');
  await expect.poll(async () => (await recordOf(id))['state']).toBe('open');
  expect((await told(id)).map((message) => message.body)).toEqual(['照片发了']);
  await isSound(page);
});

test('a note calls a colleague in; files go along, a hostile name is only a name, what may not be stored is refused with a reason', async () => {
  const id = await caseOf({ subject: '地砖空鼓', owner: desk.agent.id });
  const page = await pageOf(desk.agent, `/cases/${id}`);
  await page.getByText('内部备注', { exact: true }).first().click();
  const note = page.getByRole('textbox', { name: '给同事的备注' });
  await note.pressSequentially('请 @周');
  await page.getByRole('option', { name: '周帆' }).or(page.locator('.ant-mentions-dropdown-menu-item').filter({ hasText: '周帆' })).first().click();
  await page.locator('.case-write input[type=file]').setInputFiles([
    { name: '"><img src=x onerror=alert(1)>.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') },
    { name: '../../etc/passwd.txt', mimeType: 'text/plain', buffer: Buffer.from('普通文字') },
  ]);
  await expect.poll(() => page.locator('.case-write .case-file').count()).toBe(2);
  await page.locator('.case-write input[type=file]').setInputFiles({ name: 'run.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ\u0090\u0000') });
  await page.locator('.case-files [role=alert]').waitFor();
  await screenshot(page, 'case-files-refused');
  await page.getByRole('button', { name: '写入备注' }).click();
  await noted(page, '备注已写入');
  const [message] = await told(id);
  expect(message?.body).toContain('@周帆');
  expect(message?.files).toHaveLength(2);
  expect(message?.files.map((file) => file.name).every((name) => !name.includes('/'))).toBe(true);
  expect((await desk.other.get<{ data: { kind: string }[] }>('/notifications')).body.data.map((each) => each.kind)).toContain('service.given');
  await page.locator('.case-message .picture-strip img, .case-message img').first().waitFor();
  await page.locator('.case-message button:has(img), .case-message a:has(img)').first().click();
  await page.getByRole('dialog').locator('img').first().waitFor();
  await page.keyboard.press('Escape');
  await isSound(page, /400|413|415/);
});

test('merged into another one of the customer, and split again; one that nobody else is open for says so', async () => {
  const [from, into] = [await caseOf({ subject: '灯不亮', customer }), await caseOf({ subject: '三楼灯不亮', customer })];
  await made(desk.agent.post(`/service/cases/${from}/messages`, { kind: 'incoming', body: '一楼也不亮' }));
  const page = await pageOf(desk.agent, `/cases/${from}`);
  await more(page, '合并');
  const merge = dialogOf(page, '合并');
  await merge.getByText('三楼灯不亮').click();
  await screenshot(page, 'case-merge');
  await merge.getByRole('button', { name: '合并', exact: true }).dblclick();
  await noted(page, /已并入/);
  expect(await recordOf(from)).toMatchObject({ state: 'merged', mergedInto: into });
  await page.goto(`${desk.app.url}/cases/${into}`);
  await page.getByText('已并入本件').waitFor();
  await more(page, '拆分');
  const split = dialogOf(page, '拆分');
  expect(await split.getByRole('button', { name: '拆分', exact: true }).isDisabled()).toBe(true);
  await split.getByLabel('主题').fill('一楼的灯');
  await split.getByLabel('服务类型').selectOption({ label: '报修' });
  await split.getByText('一楼也不亮').click();
  await split.getByRole('button', { name: '拆分', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '一楼的灯' }).waitFor();
  await page.getByText('本件拆自此件').waitFor();
  await isSound(page);
  const alone = await pageOf(desk.agent, `/cases/${await caseOf({ subject: '单独一件', customer: String((await made(desk.app.admin.post('/customers', { name: '青石书店' })))['id']) })}`);
  await more(alone, '合并');
  await alone.getByText('这位客户没有别的未办结的服务请求。').waitFor();
  await isSound(alone);
});

test('the customer withdraws; a withdrawn case offers nothing more; a closed one is taken up again', async () => {
  const id = await caseOf({ subject: '想换房' }, '咨询');
  const page = await pageOf(desk.agent, `/cases/${id}`, { width: 360, colorScheme: 'dark' });
  await more(page, '客户撤回');
  await dialogOf(page, '客户撤回').getByLabel('客户怎么说').fill('不换了');
  await dialogOf(page, '客户撤回').getByRole('button', { name: '客户撤回' }).click();
  await noted(page, '已撤回');
  await expect.poll(() => page.getByRole('button', { name: '等客户' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '转交' }).count()).toBe(0);
  await screenshot(page, 'case-withdrawn');
  await isSound(page);
  const closed = await caseOf({ subject: '停车费怎么算' }, '咨询');
  await made(desk.agent.post(`/service/cases/${closed}/steps/handle`, { answers: { result: '查了' } }));
  await made(desk.agent.post(`/service/cases/${closed}/steps/answer`, { answers: { reply: '每小时五元' } }));
  expect((await recordOf(closed))['state']).toBe('closed');
  const again = await pageOf(desk.agent, `/cases/${closed}`);
  await more(again, '重新处理');
  const dialog = dialogOf(again, '重新处理');
  expect(await dialog.getByRole('button', { name: '重新处理' }).isDisabled()).toBe(true);
  await dialog.getByLabel('为什么重新处理').fill('客户说价格不对');
  await dialog.getByRole('button', { name: '重新处理' }).dblclick();
  await noted(again, '已重新处理');
  expect(await recordOf(closed)).toMatchObject({ state: 'open', reopenCount: 1 });
  await isSound(again);
});

test('watched, linked, and corrected; who corrects what a colleague just changed keeps every word', async () => {
  const [id, other] = [await caseOf({ subject: '信箱锁坏了', customer: null }), await caseOf({ subject: '信箱门掉了' })];
  const page = await pageOf(desk.agent, `/cases/${id}`);
  await page.getByRole('button', { name: '关注', exact: true }).click();
  await noted(page, /已关注/);
  await page.getByText('关注的人：林晚').waitFor();
  await page.getByRole('button', { name: '请同事关注' }).click();
  await page.getByRole('combobox', { name: '请同事关注' }).fill('顾安');
  await page.getByTitle('顾安').click();
  await page.getByText('关注的人：林晚、顾安').waitFor();
  await page.getByRole('button', { name: '添加相关' }).click();
  await page.getByRole('combobox', { name: '添加相关' }).fill(String((await recordOf(other))['number']));
  await page.getByTitle(String((await recordOf(other))['number'])).click();
  await page.getByRole('link', { name: '信箱门掉了' }).waitFor();
  await page.getByRole('button', { name: '补上客户' }).click();
  const form = dialogOf(page, '更正资料');
  await form.getByLabel('主题').fill('信箱锁坏了，要换锁芯');
  await made(desk.other.call('PATCH', `/service/cases/${id}`, { subject: '信箱锁', priority: 'high' }));
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText(/有同事改过这件服务请求/).waitFor();
  await form.getByText('现在是 信箱锁', { exact: true }).waitFor();
  expect(await form.getByLabel('主题').inputValue()).toBe('信箱锁坏了，要换锁芯');
  await screenshot(page, 'case-stale');
  await form.getByLabel('客户', { exact: true }).fill('云栖');
  await page.getByTitle('云栖物业').click();
  await form.getByRole('button', { name: '保存' }).click();
  await noted(page, '已更正');
  expect(await recordOf(id)).toMatchObject({ subject: '信箱锁坏了，要换锁芯', priority: 'high', customer });
  await isSound(page, /412/);
});
