import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

// What others decide on a case: more time level by level, redress beyond a limit, the solution; its type; macros on one and on many.
let browser: TestBrowser;
let desk: TestDesk;

interface Look { readonly width?: 1440 | 768 | 360; readonly locale?: 'zh-CN' | 'en'; readonly colorScheme?: 'light' | 'dark' }

async function pageOf(person: TestPerson, path: string, { width = 1440, locale = 'zh-CN', colorScheme = 'light' }: Look = {}): Promise<Page> {
  await made(person.post('/auth/preferences', { locale }));
  const page = await browser.openPage({ width, height: width === 360 ? 780 : 1000, locale: locale === 'en' ? 'en-US' : 'zh-CN', colorScheme });
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: desk.app.url })));
  await page.goto(desk.app.url + path);
  return page;
}

async function isSound(page: Page, allowed = /^$/): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  // The counts in the header carry names of their own, which other journeys look at.
  expect((await axe(page)).filter(({ rule }) => rule !== 'label-content-name-mismatch')).toEqual([]);
  expect(pageProblems(page).filter((problem) => !allowed.test(problem))).toEqual([]);
  await page.context().close();
}

const caseOf = (type: string, more: Readonly<Record<string, unknown>> = {}) => takeIn(desk, type, { owner: desk.agent.id, reporterName: '许来访', ...more });
const recordOf = async (id: string) => (await desk.supervisor.get(`/cases/${id}`)).body;
const more = async (page: Page, entry: string) => {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: entry, exact: true }).click();
};
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });
const noted = (page: Page, words: string | RegExp) => page.locator('.toast').getByText(words).first().waitFor();
const waitingFor = async (person: TestPerson) => (await person.get<{ data: { id: string; kind: string }[] }>('/approvals?box=waiting')).body.data;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), openTestDesk({ start: '2026-03-02T10:00:00' })]);
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

test('more time: asked for within what is left, seen with who decides and since when, and the deadline moves once it is given', async () => {
  const id = await caseOf('投诉', { subject: '装修噪声' });
  const page = await pageOf(desk.agent, `/cases/${id}`);
  await more(page, '申请延期');
  const dialog = dialogOf(page, '申请延期');
  const days = dialog.getByLabel('延长工作日');
  // Beyond what is left is not taken.
  await days.fill('60');
  await dialog.getByLabel('原因').fill('等厂家配件');
  expect(await days.inputValue()).toBe('6');
  await days.fill('2');
  await dialog.getByRole('button', { name: '提交申请' }).dblclick();
  await noted(page, '已提交，待批准');
  const line = page.locator('.case-clock-asked').filter({ hasText: '延期' });
  await line.getByText(/：等.+批准/).waitFor();
  await line.getByText('自 2026-03-02 10:00').waitFor();
  await screenshot(page, 'case-extension-asked');
  await line.getByRole('link', { name: '看这个审批' }).click();
  await page.getByText('申请延期 2 个工作日').first().waitFor();
  const before = (await recordOf(id))['dueAt'];
  for (let level = 0; level < 4; level += 1) {
    const [open] = (await waitingFor(desk.app.admin)).filter((each) => each.kind === 'service.extension');
    if (open) await made(desk.app.admin.post(`/approvals/${open.id}/approve`, {}));
  }
  await page.goto(`${desk.app.url}/cases/${id}`);
  await page.getByText('＋延期 2 个工作日').first().waitFor();
  expect((await recordOf(id))['dueAt']).not.toBe(before);
  await isSound(page);
});

test('redress: within the limit at once, beyond it asked for with a link; a refusal is shown', async () => {
  const id = await caseOf('投诉', { subject: '漏水泡了地板' });
  const page = await pageOf(desk.agent, `/cases/${id}`);
  const give = async (amount: string) => {
    await more(page, '给予补救');
    await dialogOf(page, '给予补救').getByLabel('费用（元）').fill(amount);
    await dialogOf(page, '给予补救').getByRole('button', { name: '给予', exact: true }).dblclick();
  };
  await give('150');
  await noted(page, '已给予');
  await give('5000');
  await noted(page, '超出权限，已送批准');
  const line = page.locator('.case-clock-asked').filter({ hasText: '补救' });
  await line.getByRole('link', { name: '看这个审批' }).waitFor();
  await screenshot(page, 'case-remedy-asked');
  const [open] = (await waitingFor(desk.app.admin)).filter((each) => each.kind === 'service.remedy');
  await made(desk.app.admin.post(`/approvals/${open?.id ?? ''}/reject`, { opinion: '先看发票' }));
  await page.reload();
  await page.getByText('未批准').first().waitFor();
  const { data } = (await desk.supervisor.get<{ data: { state: string }[] }>(`/case-remedies?filter=${encodeURIComponent(JSON.stringify({ field: 'case', op: 'eq', value: id }))}`)).body;
  expect(data.map((each) => each.state).toSorted()).toEqual(['granted', 'refused']);
  await isSound(page);
});

test('a solution that waits names who decides and leads there; a colleague who may not look is only told who', async () => {
  const id = await caseOf('投诉', { subject: '保安态度' });
  await made(doStep(desk.agent, id, 'judge', { validity: 'valid', severity: 'ordinary' }));
  await made(doStep(desk.agent, id, 'investigate', { cause: desk.causes['粗鲁'], findings: '核实' }));
  await made(doStep(desk.agent, id, 'assign', { responsible: desk.agent.id }));
  await made(doStep(desk.agent, id, 'propose', { solution: '当面致歉' }));
  const page = await pageOf(desk.agent, `/cases/${id}`, { width: 768, colorScheme: 'dark' });
  const steps = page.getByRole('region', { name: '流程：投诉' }).or(page.locator('.case-steps-card')).first();
  await steps.getByText(/处理方案：等.+批准/).waitFor();
  await screenshot(page, 'case-solution-waits');
  await steps.getByRole('link', { name: '看这个审批' }).click();
  await page.getByText('当面致歉').first().waitFor();
  await isSound(page);
  const colleague = await pageOf(desk.other, `/cases/${id}`);
  await colleague.getByText(/处理方案：等.+批准/).waitFor();
  expect(await colleague.getByRole('link', { name: '看这个审批' }).count()).toBe(0);
  await isSound(colleague);
});

test('another type: with a reason, process and deadline anew, told in the clock; after the judgement it is the supervisor’s', async () => {
  const id = await caseOf('咨询', { subject: '其实是投诉', channel: 'web' });
  const page = await pageOf(desk.agent, `/cases/${id}`);
  await more(page, '改类型');
  const dialog = dialogOf(page, '改类型');
  await dialog.getByLabel('改为').selectOption({ label: '投诉' });
  expect(await dialog.getByRole('button', { name: '改类型' }).isDisabled()).toBe(true);
  await dialog.getByLabel('为什么改').fill('客户要求处理人道歉');
  await screenshot(page, 'case-retype');
  await dialog.getByRole('button', { name: '改类型' }).dblclick();
  await noted(page, '类型已改');
  await page.getByRole('form', { name: '判定性质' }).waitFor();
  await page.getByText('类型由“咨询”改为“投诉”：客户要求处理人道歉').first().waitFor();
  await page.getByRole('button', { name: '答复客户怎样算出' }).click();
  await dialogOf(page, '答复客户的时限怎样算出').getByText('客户要求处理人道歉').waitFor();
  await page.keyboard.press('Escape');
  await made(doStep(desk.agent, id, 'judge', { validity: 'valid', severity: 'ordinary' }));
  await page.reload();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '给予补救' }).waitFor();
  expect(await page.getByRole('button', { name: '改类型', exact: true }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await isSound(page);
  const over = await pageOf(desk.supervisor, `/cases/${id}`);
  await over.getByRole('button', { name: '更多' }).click();
  await over.getByRole('button', { name: '改类型', exact: true }).waitFor();
  await isSound(over);
});

test('what one writes in a step that a colleague completes meanwhile is still there', async () => {
  const id = await caseOf('咨询', { subject: '问水压' });
  const page = await pageOf(desk.agent, `/cases/${id}`);
  await page.getByLabel('办理情况').or(page.getByRole('form').getByRole('textbox')).first().fill('问过水务，说是夜间检修');
  await made(doStep(desk.supervisor, id, 'handle', { result: '已问清' }));
  await page.getByText(/刚由顾安完成。您写的内容还在/).waitFor();
  await page.getByText('问过水务，说是夜间检修').first().waitFor();
  await screenshot(page, 'case-left-over');
  await page.getByRole('button', { name: '不要了' }).click();
  await expect.poll(() => page.getByText('问过水务，说是夜间检修').count()).toBe(0);
  await isSound(page);
});

test('a macro is seen before it acts, by keyboard alone, and acts once; one that cannot be read says so', async () => {
  await made(desk.supervisor.post('/case-macros', { name: '催照片', isActive: true, steps: [{ do: 'note', text: '等 {customer} 的照片，{number}' }, { do: 'priority', to: 'high' }, { do: 'wait', reason: '请补照片' }] }));
  await made(desk.supervisor.post('/case-macros', { name: '旧的', isActive: true, steps: [{ do: 'explode' }] }));
  const id = await caseOf('报修', { subject: '插座松动' });
  const page = await pageOf(desk.agent, `/cases/${id}`);
  await page.getByRole('button', { name: '快捷操作' }).waitFor();
  await page.keyboard.press('m');
  const dialog = dialogOf(page, '快捷操作');
  await dialog.getByRole('radio', { name: /旧的/ }).focus();
  await page.keyboard.press('Space');
  await dialog.getByText('这个快捷操作写得不完整，请主管改好再用。').waitFor();
  expect(await dialog.getByRole('button', { name: '执行' }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: /催照片/ }).focus();
  await page.keyboard.press('Space');
  await dialog.getByText(/等 许来访 的照片，FW-2026-\d+/).waitFor();
  await screenshot(page, 'case-macro');
  expect((await recordOf(id))['state']).toBe('open');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await noted(page, '“催照片”已执行');
  expect(await recordOf(id)).toMatchObject({ state: 'waiting', priority: 'high' });
  const { data } = (await desk.agent.get<{ data: unknown[] }>(`/service/cases/${id}/messages`)).body;
  expect(data).toHaveLength(1);
  await isSound(page);
});

test('a macro on many from the queue: what could not be done is listed with why, and chosen again', async () => {
  const ids = [await caseOf('报修', { subject: '批量甲' }), await caseOf('报修', { subject: '批量乙' })];
  const page = await pageOf(desk.agent, '/service?box=team');
  const row = (subject: string) => page.locator('.queue-table tbody tr').filter({ hasText: subject });
  for (const subject of ['批量甲', '批量乙']) await row(subject).getByRole('checkbox').check();
  await page.getByRole('group', { name: '已选 2 件' }).getByRole('button', { name: '快捷操作' }).click();
  const dialog = dialogOf(page, '对 2 件执行快捷操作');
  await dialog.getByRole('combobox').selectOption({ label: '催照片' });
  await made(desk.supervisor.post(`/service/cases/${ids[1] ?? ''}/withdraw`, { reason: '不用了' }));
  await dialog.getByRole('button', { name: '执行' }).click();
  const result = dialogOf(page, '办理结果');
  await result.getByText('1 件没有办成').waitFor();
  await result.getByText('当前状态不允许此操作').waitFor();
  await screenshot(page, 'queue-bulk-result');
  expect((await recordOf(ids[0] ?? ''))['state']).toBe('waiting');
  await result.getByRole('button', { name: '关闭' }).last().click();
  await isSound(page, /409/);
});

test('a mail stands as it was laid out: its history folded, nothing from elsewhere loaded until asked, nothing in it acts', async () => {
  const id = await caseOf('咨询', { subject: '图纸' });
  const { id: message } = await made(desk.agent.post(`/service/cases/${id}/messages`, { kind: 'incoming', channel: 'mail', body: '请看表格' }));
  const html = '<p>请看<b>表格</b>：</p><table><tr><th>房号</th><td>2001</td></tr></table><p><img data-remote="https://pictures.example.com/p.png" alt="楼栋图"></p><a href="https://example.com/page">链接</a>'
    + '<div>在 2026年3月1日 09:00，客服中心 &lt;fuwu@house.example.cn&gt; 写道：</div><blockquote>上次的答复</blockquote>';
  await desk.app.services.database.run(sql`UPDATE case_message SET html = ${html}, author_name = '尤敏' WHERE id = ${message}`);
  const page = await pageOf(desk.agent, `/cases/${id}`);
  const outside: string[] = [];
  page.on('request', (request) => { if (!request.url().startsWith(desk.app.url)) outside.push(request.url()); });
  const mail = page.frameLocator('iframe[title="尤敏 的邮件"]');
  await mail.getByRole('cell', { name: '2001' }).waitFor();
  expect(await mail.getByText('上次的答复').isVisible()).toBe(false);
  await mail.getByText('以前的往来与签名').click();
  await mail.getByText('上次的答复').waitFor();
  await screenshot(page, 'case-mail');
  expect(outside).toEqual([]);
  await page.getByRole('button', { name: '显示 1 张外部图片' }).click();
  await expect.poll(() => outside).toContain('https://pictures.example.com/p.png');
  await page.getByRole('button', { name: '看文字' }).click();
  await page.locator('.case-message').getByText('请看表格', { exact: true }).waitFor();
  await page.getByRole('button', { name: '看原来的格式' }).waitFor();
  await isSound(page, /pictures\.example\.com|ERR_|Failed to load/);
  const dark = await pageOf(desk.agent, `/cases/${id}`, { width: 360, colorScheme: 'dark', locale: 'en' });
  await dark.frameLocator('iframe').getByRole('cell', { name: '2001' }).waitFor();
  await screenshot(dark, 'case-mail-phone');
  await isSound(dark);
});
