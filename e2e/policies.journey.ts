import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import type { PolicyModel, PolicyPack } from '#meta/decisions/decision-model.ts';
import { decidePolicy } from '#platform/decisions/decide-policy.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

const label = (zh: string, en = zh) => ({ 'zh-CN': zh, en });
const results = (earlier: number, next: number) => ({ earlier, next });

/** Who follows up a customer that came back: earlier and new receiver share by the months between. */
const model: PolicyModel = {
  key: 'share', point: '', label: label('归属与分成', 'Ownership and shares'), about: label(''),
  facts: [
    { name: 'isRemembered', type: 'boolean', label: label('记得接待人', 'Remembers the receiver'), question: label('客户记得原来的接待人吗？', 'Does the customer remember the receiver?') },
    { name: 'months', type: 'number', label: label('相隔', 'Months between'), unit: label('个月', 'months'), min: 0, isWhole: true },
  ],
  parameters: [], derived: [],
  tables: [{
    name: 'owner', label: label('决策表', 'Decision table'), hitPolicy: 'U', inputs: [{ expression: 'isRemembered' }, { expression: 'months' }],
    outputs: [{ name: 'earlier', type: 'number', label: label('原接待', 'Earlier'), unit: label('%') }, { name: 'next', type: 'number', label: label('新接待', 'New'), unit: label('%') }],
    rows: [
      { id: 'r1', clause: '3.6', conditions: ['true', '-'], results: ['100', '0'] },
      { id: 'r2', clause: '3.7i', conditions: ['false', '<= 1'], results: ['50', '50'] },
      { id: 'r3', clause: '3.7j', conditions: ['false', '> 1'], results: ['0', '100'] },
    ],
  }],
  sums: [{ table: 'owner', outputs: ['earlier', 'next'], total: 100 }],
  clauses: [
    { key: '3.6', text: label('记得原接待人的，归原接待人。', 'Who remembers the receiver goes back to that person.') },
    { key: '3.7i', text: label('一个月内认出的，各得一半。', 'Recognised within a month: half each.'), isInterpretation: true },
    { key: '3.7j', text: label('一个月后归新接待人。', 'After a month it is the new receiver.') },
  ],
  tests: [
    { id: 't1', label: label('一个月内认出', 'Within a month'), facts: { isRemembered: false, months: 1 }, clause: '3.7i', results: results(50, 50) },
    { id: 't2', label: label('两个月后', 'After two months'), facts: { isRemembered: false, months: 2 }, clause: '3.7j', results: results(0, 100) },
  ],
};
const pack: PolicyPack = { key: 'site', label: label('案场轮排制度', 'Sales site rules'), about: label('接待、归属与分成。', 'Reception, ownership, shares.'), policies: [model] };
const key = 'site.share';

let browser: TestBrowser;
let app: TestApp;
let manager: TestPerson;
let boss: TestPerson;
let page: Page;

const cookiesOf = (person: TestPerson) => person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
async function pageOf(person: TestPerson, width = 1440): Promise<Page> {
  const opened = await browser.openPage({ width, height: 900 });
  await opened.context().addCookies(cookiesOf(person));
  return opened;
}
const monthsAgo = (months: number) => new Date(Date.now() - months * 30 * 86_400_000);

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  manager = await app.person({ username: 'manager', name: '方若溪', roles: ['salesManager'] });
  boss = await app.person({ username: 'boss', name: '秦望舒', roles: ['executive'] });
  expect((await app.admin.post('/policy-packs', pack)).status).toBe(201);
  await app.admin.post(`/policies/${key}/draft/submit`, { activeFrom: '2026-01-01', note: '初版' });
  expect((await boss.post(`/policies/${key}/approve`, {})).status).toBe(200);
  await runAction(app.services, { actor: systemActor(app.services) }, async (ctx) => {
    for (const [at, months] of [[3, 1], [2, 1], [1, 5]] as const) {
      const id = ctx.newId();
      await decidePolicy(ctx, { policy: key, facts: { isRemembered: false, months }, at: monthsAgo(at) }, { object: 'customer', id }, { [id]: `客户${at}` });
    }
  });
  page = await pageOf(manager);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const cell = (row: string, at: string) => page.locator(`[data-row="${row}"] [data-cell="${at}"]`);
async function setResult(row: string, column: number, value: string): Promise<void> {
  await cell(row, `result-${column}`).click();
  await page.locator('dialog[open] input').fill(value);
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

test('a manager drafts 40/60 for 50/50, sees the case fail with expected against found, and corrects it', async () => {
  await page.goto(`${app.url}/policies`);
  await page.getByRole('link', { name: '归属与分成' }).click();
  await page.getByRole('button', { name: '起草修改' }).click();
  await page.getByText('草稿 v2').first().waitFor();
  await page.getByText('2 / 2 通过').waitFor();
  await page.getByText('命中策略：唯一（U） · 3 行 · 无重叠 · 无缺口').waitFor();
  await setResult('r2', 0, '40');
  await page.getByText(/各份额合计 90，应为 100/).waitFor();
  await setResult('r2', 1, '60');
  await page.getByText('1 / 2 通过').waitFor();
  await page.getByText('应为：据 3.7i，50% / 50%').waitFor();
  await page.getByText('现为：据 3.7i，40% / 60%').waitFor();
  await screenshot(page, 'policy-failing');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: /一个月内认出/ }).click();
  await page.getByRole('button', { name: '以此为准' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
  await page.getByText('2 / 2 通过').waitFor();
  await page.getByText('已保存', { exact: true }).waitFor();
  await page.reload();
  await expect.poll(() => cell('r2', 'result-0').textContent(), { timeout: 60_000 }).toContain('50% 40%');
});

test('a gap is told with an example and the way there, and undo takes the change back', async () => {
  await cell('r3', 'condition-1').click();
  await page.getByLabel('值', { exact: true }).fill('2');
  await page.keyboard.press('Escape');
  await page.getByText('缺口：下面的情况没有一行适用。记得接待人：否；相隔：2 个月').waitFor();
  await cell('r3', 'condition-1').press('Control+z');
  await page.getByText('无缺口').waitFor();
  await cell('r1', 'condition-0').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row'))), { timeout: 60_000 }).toEqual(['r2', 'r1', 'r3']);
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByText('已保存', { exact: true }).waitFor();
});

test('somebody else saves meanwhile: both are shown and nothing is lost', async () => {
  const draft = (await app.admin.get<{ versions: { number: number; version: number }[] }>(`/policies/${key}`)).body.versions[0];
  const { body } = await app.admin.get<{ model: PolicyModel }>(`/policies/${key}/versions/2`);
  const theirs = { ...body.model, clauses: body.model.clauses.map((each) => (each.key === '3.6' ? { ...each, text: label('另有新写法。') } : each)) };
  expect((await app.admin.call('PUT', `/policies/${key}/draft`, { model: theirs, version: draft?.version })).status).toBe(200);
  await setResult('r1', 0, '90');
  await page.getByRole('heading', { name: '他人刚改过这份草稿' }).waitFor();
  await screenshot(page, 'policy-conflict');
  await page.reload();
  await page.getByRole('heading', { name: '他人刚改过这份草稿' }).waitFor();
  await page.getByRole('button', { name: '采用对方的' }).click();
  await expect.poll(() => cell('r1', 'result-0').textContent(), { timeout: 60_000 }).toBe('原接待：100%');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => cell('r1', 'result-0').textContent(), { timeout: 60_000 }).toContain('90%');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => cell('r1', 'result-0').textContent(), { timeout: 60_000 }).toBe('原接待：100%');
  await page.getByText('已保存', { exact: true }).waitFor();
});

test('the draft is simulated on what was decided, and submitted for next month', async () => {
  await page.getByRole('button', { name: '回测过去 6 个月' }).click();
  await page.getByText('笔判定会改变，共 3 笔').waitFor();
  await screenshot(page, 'policy-simulated');
  await page.getByRole('link', { name: '看明细' }).click();
  await page.getByRole('button', { name: '开始回测' }).click();
  await page.getByText('客户3').waitFor();
  await screenshot(page, 'policy-simulation');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: '决策表' }).click();
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.getByLabel('为什么修改').fill('一个月内认出的改为四六分');
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('待批准 v2').first().waitFor();
  await page.getByText('等待批准', { exact: true }).waitFor();
  expect(pageProblems(page).filter((each) => !each.includes('412'))).toEqual([]);
});

test('another person approves, and what-if answers by the version of the day', async () => {
  page = await pageOf(boss);
  await page.goto(`${app.url}/policies/${key}/history`);
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
  await page.getByText('即将生效').waitFor();
  await screenshot(page, 'policy-history');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: '试算' }).click();
  await page.getByText('客户记得原来的接待人吗？').waitFor();
  await page.getByRole('button', { name: '否', exact: true }).click();
  await page.getByRole('spinbutton', { name: '相隔' }).fill('1');
  await page.keyboard.press('Enter');
  await page.getByText('一个月内认出的，各得一半。').waitFor();
  const answer = page.locator('.why-values').first();
  expect(await answer.textContent()).toBe('原接待50%新接待50%');
  const next = new Date(Date.UTC(new Date().getFullYear(), new Date().getMonth() + 1, 1)).toISOString().slice(0, 10);
  await page.getByLabel('事情发生在').fill(next);
  await expect.poll(() => answer.textContent(), { timeout: 60_000 }).toBe('原接待40%新接待60%');
  await screenshot(page, 'policy-what-if');
  expect(await axe(page)).toEqual([]);
});

test('a decision answers why, with the keyboard alone and as a sheet on a phone', async () => {
  await page.goto(`${app.url}/decisions`);
  const why = page.locator('button.why-mark').first();
  await why.focus();
  await page.keyboard.press('Enter');
  const story = page.locator('dialog[open]');
  await story.getByText('据以判定的事实').waitFor();
  await screenshot(page, 'decision-why');
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => why.evaluate((each) => document.activeElement === each), { timeout: 60_000 }).toBe(true);
  await page.setViewportSize({ width: 360, height: 780 });
  await why.click();
  await story.getByText('据以判定的事实').waitFor();
  const box = await story.boundingBox();
  expect(box?.width).toBe(360);
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(780);
  expect(pageProblems(page)).toEqual([]);
});

test('two versions are compared to the cell', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${app.url}/policy-compare?policy=${key}&a=1&b=2`);
  await page.getByText('1 行有变化，2 行相同').waitFor();
  expect(await page.locator('.diff-changed .cell-now').allTextContents()).toEqual(expect.arrayContaining(['40%', '60%']));
  expect(await axe(page)).toEqual([]);
});
