import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let desk: TestDesk;
let planner: Page;
let phone: Page;
let caseId: string;

async function signedIn(person: TestPerson, width: number): Promise<Page> {
  const page = await browser.openPage({ width, height: 780 });
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: desk.app.url })));
  return page;
}

const wait = { timeout: 60_000 };

beforeAll(async () => {
  // A Monday morning of the server's own clock: the plan's week does not depend on the day of the test.
  [browser, desk] = await Promise.all([launchBrowser(), openTestDesk({ start: '2026-03-02T09:00:00' })]);
  const skill = String((await made(desk.supervisor.post('/skills', { code: 'gas', name: '燃气检修', validMonths: 12 })))['id']);
  await made(desk.supervisor.call('PUT', `/team/skill-uses/${desk.types['报修']}`, { skills: ['gas'] }));
  caseId = await takeIn(desk, '报修');
  await made(desk.supervisor.post('/team/exams', {
    name: '燃气上岗', about: null, course: null, minutes: 60, passMark: 60, maxAttempts: 1, drawCount: null, skill, skillLevel: 3, state: 'active',
    questions: [
      { key: 'valve', kind: 'single', text: '闻到燃气先做什么', options: [{ key: 'a', text: '关阀开窗' }, { key: 'b', text: '开灯查看' }], correct: ['a'], points: 2, guide: '' },
      { key: 'tools', kind: 'multiple', text: '上门要带', options: [{ key: 'a', text: '检漏仪' }, { key: 'b', text: '肥皂水' }, { key: 'c', text: '打火机' }], correct: ['a', 'b'], points: 2, guide: '' },
      { key: 'alone', kind: 'boolean', text: '无证可以单独作业', options: [], correct: ['no'], points: 2, guide: '' },
    ],
  }));
  [planner, phone] = await Promise.all([signedIn(desk.supervisor, 1440), signedIn(desk.agent, 360)]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
});

test('the planner plans a week by the keyboard, sees what is against it, and publishes', async () => {
  await planner.goto(`${desk.app.url}/team/shifts?week=2026-03-09`);
  await planner.getByRole('button', { name: '载入早中夜三班' }).click();
  const cell = (day: string) => planner.getByRole('button', { name: new RegExp(`^林晚，${day}`) });
  await cell('周一 03-09').focus();
  // Late on Monday, early on Tuesday: ten hours between.
  for (const key of ['2', 'ArrowRight', '1', 'ArrowRight', '1']) await planner.keyboard.press(key);
  await planner.getByText('已保存草稿').waitFor(wait);
  await planner.getByRole('button', { name: '林晚，周二 03-10：早班；班前只休息 10 小时' }).waitFor(wait);
  expect(await axe(planner)).toEqual([]);
  await screenshot(planner, 'team-plan');
  await planner.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = planner.getByRole('dialog');
  await dialog.getByText('林晚 2026-03-10 班前只休息 10 小时').waitFor(wait);
  await dialog.getByRole('button', { name: '取消' }).click();
  await cell('周一 03-09').focus();
  await planner.keyboard.press('1');
  await planner.getByText('没有冲突').waitFor(wait);
  await planner.getByRole('button', { name: '发布', exact: true }).click();
  await planner.getByText('已发布', { exact: true }).waitFor(wait);
  expect((await desk.agent.get<{ shifts: { day: string }[] }>('/team/my-shifts')).body.shifts.map(({ day }) => day)).toEqual(['2026-03-09', '2026-03-10', '2026-03-11']);
}, 120_000);

test('the agent sees the shifts on a phone', async () => {
  await phone.goto(`${desk.app.url}/team/my-shifts`);
  await expect.poll(() => phone.getByText('08:00–16:00').count(), wait).toBe(3);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await axe(phone)).toEqual([]);
  await screenshot(phone, 'team-my-shifts');
});

test('an exam is sat while the network goes and comes; nothing is lost, it is passed and grants the skill', async () => {
  await phone.goto(`${desk.app.url}/team/exams`);
  await phone.getByRole('button', { name: '开始考试 燃气上岗' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: '开始考试' }).click();
  await phone.getByText('关阀开窗').click();
  await expect.poll(() => phone.locator('.exam-head [role="status"]').getAttribute('data-state'), wait).toBe('saved');
  const attempt = phone.url().split('/').at(-1) ?? '';
  const onServer = async () => (await desk.agent.get<{ answers: { question: string }[] }>(`/team/attempts/${attempt}/paper`)).body.answers.map(({ question }) => question).toSorted();
  await expect.poll(onServer, wait).toEqual(['valve']);
  await phone.route('**/api/v1/team/attempts/**', (route) => route.abort('internetdisconnected'));
  await phone.getByText('检漏仪').click();
  await phone.getByText('肥皂水').click();
  await phone.getByText('没有网络，答案存在本机').waitFor(wait);
  expect(await onServer()).toEqual(['valve']);
  expect(await axe(phone)).toEqual([]);
  await screenshot(phone, 'team-exam');
  // The page is gone in between; what was answered comes back from the device and goes to the server.
  await phone.goto(`${desk.app.url}/team/exams`);
  await phone.unroute('**/api/v1/team/attempts/**');
  await phone.getByRole('link', { name: '继续答题 燃气上岗' }).click();
  await expect.poll(onServer, wait).toEqual(['tools', 'valve']);
  await expect.poll(() => phone.getByLabel('肥皂水').isChecked(), wait).toBe(true);
  await phone.getByLabel('错', { exact: true }).check();
  await phone.getByRole('button', { name: '交卷' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: '交卷' }).click();
  await phone.getByText('已获得技能“燃气检修”').waitFor(wait);
  expect(await axe(phone)).toEqual([]);
  await screenshot(phone, 'team-result');
}, 180_000);

test('the skill appears and opens the assignment of a case that nobody could take', async () => {
  await phone.goto(`${desk.app.url}/team/skills`);
  await phone.getByText('燃气检修').first().waitFor(wait);
  expect((await desk.supervisor.get(`/cases/${caseId}`)).body['owner']).toBeNull();
  await planner.goto(`${desk.app.url}/cases/${caseId}`);
  await planner.getByText('不能接的人').waitFor(wait);
  await planner.getByRole('button', { name: '转给林晚' }).click();
  await expect.poll(async () => (await desk.supervisor.get(`/cases/${caseId}`)).body['owner'], wait).toBe(desk.agent.id);
  await planner.goto(`${desk.app.url}/team/skills`);
  await planner.getByRole('button', { name: '林晚，燃气检修：3 级' }).waitFor(wait);
  expect(await axe(planner)).toEqual([]);
  // The one refusal is that of the week with a conflict.
  expect(pageProblems(planner).filter((problem) => !problem.includes('409'))).toEqual([]);
}, 120_000);
