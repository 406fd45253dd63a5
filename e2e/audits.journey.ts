import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

type Person = TestPerson & { readonly id: string };

let browser: TestBrowser;
let app: TestApp;
let lin: Person;
let supervisor: Person;
let phone: Page;
let audit: string;

async function made(pending: Promise<{ status: number; text: string; body: Record<string, unknown> }>): Promise<Record<string, unknown>> {
  const answer = await pending;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

async function signedIn(person: TestPerson, width: number): Promise<Page> {
  const page = await browser.openPage({ width, height: 780 });
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url })));
  return page;
}

const wait = { timeout: 30_000 };

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  const { id: parent } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unit = async (name: string) => String((await made(app.admin.post('/org-units', { name, kind: 'department', parent })))['id']);
  const [centre, office] = [await unit('市南服务中心'), await unit('督查办')];
  lin = await app.person({ username: 'linyue', name: '林悦', roles: ['serviceAuditor'], unit: office });
  supervisor = await app.person({ username: 'sunli', name: '孙莉', roles: ['serviceSupervisor'], unit: office });
  await made(supervisor.post('/audits/library'));
  // A short template: a yes-or-no item that wants a photo when it fails, a scale, a measured one.
  const { data } = await made(supervisor.get('/audits/standards')) as { data: readonly Record<string, unknown>[] };
  const item = (code: string, photo: string) => {
    const { id, area, item: text, measure, unit: of, target, direction, weight } = data.find((each) => each['code'] === code) ?? {};
    return { key: code, area, standard: id, text, answer: measure, unit: of, target, direction, weight, comment: 'failed', photo };
  };
  const items = [item('TM-1', 'never'), item('AP-1', 'failed'), item('AT-1', 'never'), item('GD-1', 'never')];
  const template = (await made(supervisor.post('/audits/templates', { name: '快速督查', kind: 'mystery', state: 'active', items })))['id'];
  await made(supervisor.post('/audits/plan', { template, places: [{ unit: centre }], auditors: [lin.id], days: ['2026-03-02'], isPreview: false }));
  audit = ((await lin.get<{ data: { id: string }[] }>('/audits/mine')).body.data[0]?.id) ?? '';
  phone = await signedIn(lin, 360);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const group = (text: string) => phone.getByRole('group', { name: text });
const stateOf = async () => (await supervisor.get(`/service-audits/${audit}`)).body['state'];

/** A picture as large as a telephone's, drawn by the page itself. */
async function picture() {
  const text = await phone.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2_400, height: 1_800 });
    const pen = canvas.getContext('2d');
    for (let i = 0; i < 300; i += 1) {
      if (pen) pen.fillStyle = `hsl(${(i * 47) % 360} 60% 50%)`;
      pen?.fillRect((i * 97) % 2_400, (i * 61) % 1_800, 300, 225);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(text, 'base64') };
}

test('on a phone: begun from the list, answered, a missed item asks for its comment and photo', async () => {
  await phone.goto(`${app.url}/audits`);
  await phone.getByRole('link', { name: /^开始 市南服务中心/ }).click();
  await group('客户进入服务区后，3 秒内有人招呼').getByRole('textbox').fill('6');
  await group('着装符合员工手册，工牌在左胸').getByRole('button', { name: '否', exact: true }).click();
  await group('招呼时有目光接触和微笑').getByRole('button', { name: '4', exact: true }).click();
  expect(await axe(phone)).toEqual([]);
  await expect.poll(stateOf, wait).toBe('running');
  await phone.getByRole('button', { name: '下一个未完成的' }).click();
  await expect.poll(() => phone.evaluate(() => document.activeElement?.id), wait).toBe('fill-TM-1');
  await phone.getByLabel('说明：客户进入服务区后，3 秒内有人招呼').fill('过了 6 秒才有人抬头');
  await screenshot(phone, 'audit-fill');
});

test('the page is closed in the middle: what was answered is there again', async () => {
  await expect.poll(() => phone.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('zhike-audits', 1);
    request.addEventListener('success', () => {
      const all = request.result.transaction('audits').objectStore('audits').getAll();
      all.addEventListener('success', () => { request.result.close(); resolve(JSON.stringify(all.result).includes('过了 6 秒')); });
    });
  })), wait).toBe(true);
  await phone.goto(`${app.url}/audits`);
  await phone.getByRole('link', { name: /^继续 市南服务中心/ }).click();
  await expect.poll(() => phone.getByLabel('说明：客户进入服务区后，3 秒内有人招呼').inputValue(), wait).toBe('过了 6 秒才有人抬头');
  expect(await group('招呼时有目光接触和微笑').getByRole('button', { name: '4', exact: true }).getAttribute('aria-pressed')).toBe('true');
});

test('the network goes while it is handed in: nothing is lost, and it arrives once', async () => {
  let cut = 0;
  // The submission reaches the server, its answer does not.
  await phone.route('**/api/v1/audits/*/submit', async (route) => {
    cut += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  let isPhotoCut = true;
  await phone.route('**/api/v1/files?*', (route) => (isPhotoCut ? route.abort('internetdisconnected') : route.continue()));
  await phone.getByLabel('说明：着装符合员工手册，工牌在左胸').fill('工牌放在口袋里');
  await phone.locator('input[data-item="AP-1"]').setInputFiles(await picture());
  await phone.getByRole('img', { name: '着装符合员工手册，工牌在左胸，第 1 张照片' }).waitFor(wait);
  await group('指路时把客户带到，或走到能看见的地方').getByRole('button', { name: '不适用' }).click();
  await phone.getByRole('button', { name: '提交', exact: true }).click();
  const onDevice = phone.getByRole('heading', { name: '本机上' });
  await onDevice.waitFor(wait);
  expect(await stateOf()).toBe('running');
  expect(await axe(phone)).toEqual([]);
  isPhotoCut = false;
  await phone.getByRole('button', { name: '立即提交' }).click();
  // It arrived, and the phone does not know it yet; it tries again until it hears so.
  await expect.poll(stateOf, wait).toBe('submitted');
  expect(cut).toBeGreaterThan(0);
  await phone.unroute('**/api/v1/audits/*/submit');
  await phone.reload();
  await phone.getByRole('heading', { name: '已交的' }).waitFor(wait);
  await onDevice.waitFor({ state: 'detached', ...wait });
  const report = await made(supervisor.get(`/audits/${audit}/report`)) as { faces: Record<string, { score: number }>; lines: { key: string; value: number | null; comment: string; photos: string[] }[] };
  expect(report.lines.find(({ key }) => key === 'AP-1')).toMatchObject({ value: 0, comment: '工牌放在口袋里' });
  expect(report.lines.find(({ key }) => key === 'AP-1')?.photos).toHaveLength(1);
  expect(report.lines.find(({ key }) => key === 'GD-1')?.value).toBeNull();
  expect((await supervisor.get<{ data: unknown[] }>(`/service-audits/${audit}/files`)).body.data).toHaveLength(1);
  expect((await supervisor.get<{ data: { changes: { field: string; to: unknown }[] }[] }>(`/service-audits/${audit}/history`)).body.data.filter((entry) => entry.changes.some(({ field, to }) => field === 'state' && to === 'submitted'))).toHaveLength(1);
}, 60_000);

test('the supervisor confirms it and asks for an improvement; the map shows where the unit stands', async () => {
  const desk = await signedIn(supervisor, 1440);
  await desk.goto(`${app.url}/audits`);
  await desk.getByRole('link', { name: /^查看并确认/ }).click();
  await desk.getByText('工牌放在口袋里').waitFor(wait);
  expect(await axe(desk)).toEqual([]);
  await desk.getByRole('button', { name: '确认', exact: true }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click();
  await desk.getByText('低于达标线，还没有安排改进。').waitFor(wait);
  await desk.getByRole('button', { name: '安排改进' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('负责人').fill('孙莉');
  await desk.getByRole('option', { name: '孙莉' }).or(desk.locator('.ant-select-item-option', { hasText: '孙莉' })).last().click();
  await dialog.getByLabel('期限').fill('2030-03-20');
  await dialog.getByRole('button', { name: '安排', exact: true }).click();
  await dialog.waitFor({ state: 'detached', ...wait });
  await desk.goto(`${app.url}/audit-results`);
  await desk.getByRole('img', { name: '各部门的程序面和个人面得分' }).waitFor(wait);
  await desk.getByText('冷淡型').last().waitFor(wait);
  expect(await axe(desk)).toEqual([]);
  await screenshot(desk, 'audit-results');
  expect(pageProblems(desk)).toEqual([]);
});

test('a service circle is put in another order by the keyboard alone', async () => {
  const desk = await signedIn(supervisor, 1440);
  await desk.goto(`${app.url}/blueprints`);
  await desk.getByRole('link', { name: '到服务中心办事' }).click();
  await desk.getByRole('button', { name: '修改步骤' }).click();
  await desk.getByLabel('步骤 1', { exact: true }).press('Alt+ArrowDown');
  await expect.poll(() => desk.getByLabel('步骤 2', { exact: true }).inputValue(), wait).toBe('找车位');
  await desk.getByRole('button', { name: '保存步骤' }).click();
  await expect.poll(() => desk.locator('.circle-step h2').allTextContents(), wait).toEqual(expect.arrayContaining(['1进门', '2找车位']));
  expect(await axe(desk)).toEqual([]);
});
