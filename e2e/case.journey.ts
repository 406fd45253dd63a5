import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let desk: TestDesk;
let customer: string;
let id: string;

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

const completed = (page: Page, step: string) => page.getByText(`“${step}”已完成`).first().waitFor();
const complete = (page: Page, step: string) => page.getByRole('button', { name: `完成“${step}”` }).click();

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), openTestDesk({ start: '2026-03-02T10:00:00' })]);
  customer = String((await made(desk.app.admin.post('/customers', { name: '云栖物业' })))['id']);
  id = await takeIn(desk, '投诉', { customer, owner: desk.other.id, subject: '电梯异响', description: '十号楼电梯运行时有异响，已经三天。', reporterName: '许来访', reporterPhone: '+8613700001001' });
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

test('the first receiver sees whom the case waits for; its handler judges, investigates, names who is responsible, and proposes', async () => {
  const waiting = await pageOf(desk.agent, `/cases/${id}`);
  await waiting.getByText('这一步等周帆来做。').waitFor();
  await waiting.getByText(/还有 .*工作时间/).first().waitFor();
  expect(await waiting.getByRole('button', { name: /^完成/ }).count()).toBe(0);
  await screenshot(waiting, 'case-waits');
  await isSound(waiting);

  const page = await pageOf(desk.other, `/cases/${id}`);
  await complete(page, '判定性质');
  const form = page.getByRole('form', { name: '判定性质' });
  await form.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  await screenshot(page, 'case-step-refused');
  await form.getByText('有效投诉').click();
  await form.getByText('一般', { exact: true }).click();
  await complete(page, '判定性质');
  await completed(page, '判定性质');
  await page.getByLabel('原因', { exact: true }).selectOption({ label: '\u3000维修延误' });
  await page.getByLabel('调查情况').fill('备件晚到两天');
  await page.getByRole('form').locator('input[type=file]').setInputFiles({ name: '轴承.txt', mimeType: 'text/plain', buffer: Buffer.from('磨损') });
  await page.getByText('轴承.txt').first().waitFor();
  await screenshot(page, 'case-investigate');
  await complete(page, '调查分析');
  await completed(page, '调查分析');
  await page.getByRole('combobox', { name: '处理责任人' }).fill('周帆');
  await page.getByTitle('周帆').click();
  await complete(page, '确定责任人');
  await completed(page, '确定责任人');
  await page.getByLabel('处理方案').fill('今天更换轴承，减免一个月电梯费');
  await page.getByRole('button', { name: '完成“提出方案”' }).dblclick();
  await page.getByText('方案待批准', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: /调查分析/ }).click();
  const details = page.getByRole('dialog', { name: '调查分析' });
  await details.getByText('维修延误').waitFor();
  await details.getByText('轴承.txt').waitFor();
  await screenshot(page, 'case-approving');
  await page.keyboard.press('Escape');
  await isSound(page, /400/);
  const { body } = await desk.app.admin.get<{ data: { id: string }[] }>('/approvals?box=waiting');
  expect(body.data).toHaveLength(1);
  await made(desk.app.admin.post(`/approvals/${body.data[0]?.id ?? ''}/approve`, {}));
});

test('how the deadline was computed: its clause, the days, every move', async () => {
  const page = await pageOf(desk.other, `/cases/${id}`, { width: 768, locale: 'en', colorScheme: 'dark' });
  await page.getByRole('button', { name: 'How it was computed: Answer to the customer' }).click();
  const story = page.getByRole('dialog', { name: 'How “Answer to the customer” was computed' });
  await story.getByText('1 working day').first().waitFor();
  await story.getByText('Started').waitFor();
  await screenshot(page, 'case-clock-story');
  await page.keyboard.press('Escape');
  await isSound(page);
});

test('a second agent who writes is seen; their reply warns the first before the same is said twice', async () => {
  const [first, second] = [await pageOf(desk.agent, `/cases/${id}`), await pageOf(desk.other, `/cases/${id}`)];
  const box = first.getByRole('textbox', { name: '给客户的答复' });
  await box.fill('我们正在更换轴承');
  await second.getByRole('textbox', { name: '给客户的答复' }).fill('师傅已到现场');
  await first.getByText('周帆 正在回复').waitFor();
  await second.getByText('林晚 也在看').or(second.getByText('林晚 正在回复')).first().waitFor();
  await second.getByRole('button', { name: '发送答复' }).click();
  await second.getByText(/林晚 正在回复这位客户/).waitFor();
  await second.getByRole('button', { name: '仍要发送' }).click();
  await second.getByText('已答复客户').first().waitFor();
  await box.press('Control+Enter');
  await first.getByText('您动笔之后，周帆 写了：师傅已到现场').waitFor();
  await screenshot(first, 'case-collision');
  await first.getByRole('button', { name: '先看看' }).click();
  // What was written outlives the page.
  await first.reload();
  await expect.poll(() => first.getByRole('textbox', { name: '给客户的答复' }).inputValue()).toBe('我们正在更换轴承');
  await first.getByText('内部备注', { exact: true }).first().click();
  await first.getByRole('textbox', { name: '给同事的备注' }).fill('客户语气平和');
  await first.getByRole('button', { name: '写入备注' }).click();
  await first.getByText('备注已写入').first().waitFor();
  const { data } = (await desk.agent.get<{ data: { kind: string; body: string }[] }>(`/service/cases/${id}/messages`)).body;
  expect(data.map(({ kind, body }) => [kind, body])).toEqual([['reply', '师傅已到现场'], ['note', '客户语气平和']]);
  await screenshot(first, 'case-conversation');
  await Promise.all([isSound(first), isSound(second)]);
});

test('the first receiver answers on the phone, another calls back, the supervisor evaluates: closed', async () => {
  const answering = await pageOf(desk.agent, `/cases/${id}`, { width: 360 });
  const form = answering.getByRole('form', { name: '答复客户' });
  await form.getByRole('button', { name: '常用回复' }).click();
  await answering.getByRole('button', { name: /^已受理/ }).click();
  await expect.poll(() => form.getByLabel('答复内容').inputValue()).toContain('许来访您好');
  await form.getByLabel('答复内容').fill('轴承已更换，电梯费减免一个月。');
  await complete(answering, '答复客户');
  await completed(answering, '答复客户');
  const call = answering.getByRole('form', { name: '回访' });
  await call.getByText('是', { exact: true }).click();
  await call.getByText('4', { exact: true }).click();
  await screenshot(answering, 'case-callback-phone');
  await complete(answering, '回访');
  await completed(answering, '回访');
  await isSound(answering);

  const closing = await pageOf(desk.supervisor, `/cases/${id}`, { locale: 'zh-CN', colorScheme: 'dark' });
  await closing.getByRole('textbox', { name: '总结评价' }).fill('备件管理');
  await closing.getByText('经营', { exact: true }).click();
  await closing.getByLabel('反馈的话').fill('常用备件备一套');
  await complete(closing, '总结评价');
  await closing.getByText('“总结评价”已完成，已办结').first().waitFor();
  await closing.getByText('按时完成').first().waitFor();
  await screenshot(closing, 'case-closed');
  await isSound(closing);
  expect((await desk.supervisor.get(`/cases/${id}`)).body).toMatchObject({ state: 'closed', satisfaction: 4, isSolved: true });
});

test('on the customer’s page: the case in its list and on the timeline, and the next one taken in', async () => {
  const page = await pageOf(desk.agent, `/customers/${customer}`);
  await page.getByRole('tab', { name: '服务请求' }).waitFor();
  await page.getByRole('link', { name: 'FW-2026-000001' }).first().waitFor();
  await screenshot(page, 'case-timeline');
  await page.getByRole('tab', { name: '服务请求' }).click();
  await page.getByRole('link', { name: '电梯异响' }).first().waitFor();
  await page.getByRole('button', { name: '新建服务请求' }).click();
  const dialog = page.getByRole('dialog', { name: '云栖物业的服务请求' });
  await dialog.getByLabel('服务类型').selectOption({ label: '咨询' });
  await dialog.getByLabel('主题').fill('电梯年检日期');
  await dialog.getByRole('button', { name: '受理' }).click();
  await page.getByRole('heading', { level: 1, name: '电梯年检日期' }).waitFor();
  await page.getByRole('button', { name: '等客户' }).click();
  await page.getByRole('dialog').getByLabel('等什么').fill('等客户发楼号');
  await page.getByRole('dialog').getByRole('button', { name: '等客户' }).click();
  await page.getByText('等客户：等客户发楼号').first().waitFor();
  await page.getByRole('button', { name: '继续处理' }).click();
  await page.getByText('已继续处理').first().waitFor();
  await screenshot(page, 'case-new');
  await isSound(page);
});
