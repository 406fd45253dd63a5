import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

type Person = TestPerson & { readonly id: string };

let browser: TestBrowser;
let desk: TestDesk;
let worker: Person;
let phone: Page;
let caseId: string;
let order: string;

async function signedIn(person: TestPerson, width: number): Promise<Page> {
  const page = await browser.openPage({ width, height: 780 });
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: desk.app.url })));
  return page;
}

const wait = { timeout: 30_000 };

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), openTestDesk({ start: new Date().toISOString().slice(0, 19) })]);
  worker = await desk.app.person({ username: 'worker1', name: '石磊', roles: ['fieldWorker'], unit: await desk.unitOf('工程部') });
  caseId = await takeIn(desk, Object.keys(desk.types)[0] ?? '', { reporterPhone: '+8613800001234', place: '3 号楼 502' });
  const item = (key: string, text: string, needsPhoto: boolean) => ({ key, label: { 'zh-CN': text, en: key }, isRequired: true, needsPhoto });
  const list = { name: '快速上门', nameEn: 'Quick visit', state: 'active', items: [item('greeting', '进门说两句话', false), item('cloths', '铺好三块布', true)] };
  const { id: checklist } = await made(desk.supervisor.post('/fieldwork/checklists', list));
  const from = new Date(Date.now() + 3_600_000);
  const window = { from: from.toISOString(), to: new Date(from.getTime() + 3_600_000).toISOString() };
  order = String((await made(desk.agent.post('/fieldwork/orders', { case: caseId, kind: 'repair', subject: '电梯按钮失灵', checklist, window })))['id']);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
});

const stateOf = async () => (await desk.supervisor.get(`/service-orders/${order}`)).body['state'];

test('the supervisor dispatches by the dialog, without a mouse', async () => {
  const board = await signedIn(desk.supervisor, 1440);
  await board.goto(`${desk.app.url}/fieldwork`);
  await board.getByRole('button', { name: /^派工：FD-/ }).press('Enter');
  await board.getByRole('dialog').getByLabel('人员', { exact: true }).selectOption({ label: '石磊' });
  await board.getByRole('dialog').getByLabel('日期').fill('2030-03-04');
  await board.getByRole('dialog').getByLabel('从', { exact: true }).fill('09:00');
  await board.getByRole('dialog').getByLabel('到', { exact: true }).fill('10:30');
  expect(await axe(board)).toEqual([]);
  await board.getByRole('dialog').getByRole('button', { name: '派工', exact: true }).click();
  await expect.poll(stateOf, wait).toBe('dispatched');
  await board.getByLabel('日期').fill('2030-03-04');
  await board.getByRole('group', { name: '石磊的时段' }).getByText('电梯按钮失灵').waitFor(wait);
  expect(await axe(board)).toEqual([]);
  await screenshot(board, 'dispatch-board');
  expect(pageProblems(board)).toEqual([]);
});

test('on a phone: the way, the checklist, a photo and the signature; the network goes while it is handed in', async () => {
  phone = await signedIn(worker, 360);
  await phone.goto(`${desk.app.url}/fieldwork/mine`);
  await phone.getByRole('link', { name: /^打开 FD-/ }).click();
  await phone.getByRole('button', { name: '出发' }).click();
  await expect.poll(stateOf, wait).toBe('onTheWay');
  const group = (text: string) => phone.getByRole('group', { name: text });
  await group('进门说两句话').getByRole('button', { name: '做到', exact: true }).click();
  await group('铺好三块布').getByRole('button', { name: '做到', exact: true }).click();
  await phone.getByLabel('处理结果').fill('更换按钮板，试运行正常');
  // From here on nothing comes through: the arrival and the report wait on the phone.
  await phone.route('**/api/v1/**', (route) => route.abort('internetdisconnected'));
  await phone.getByRole('button', { name: '到达' }).click();
  await phone.getByText('在现场', { exact: true }).waitFor(wait);
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await phone.locator('input[data-item="cloths"]').setInputFiles({ name: 'cloths.png', mimeType: 'image/png', buffer: pixel });
  await phone.getByRole('img', { name: '铺好三块布，第 1 张照片' }).waitFor(wait);
  const paper = phone.getByRole('img', { name: '请客户在框内签字' });
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error('no place to sign');
  await phone.mouse.move(box.x + 30, box.y + 60);
  await phone.mouse.down();
  await phone.mouse.move(box.x + 140, box.y + 110, { steps: 6 });
  await phone.mouse.up();
  await phone.getByRole('img', { name: '客户签字' }).waitFor(wait);
  expect(await axe(phone)).toEqual([]);
  await screenshot(phone, 'order-form');
  await phone.getByRole('button', { name: '提交', exact: true }).click();
  await phone.getByRole('heading', { name: '本机上' }).waitFor(wait);
  expect(await stateOf()).toBe('onTheWay');
}, 90_000);

test('the report reaches the server and its answer is lost: it arrives once, nothing is missing', async () => {
  let cut = 0;
  await phone.unroute('**/api/v1/**');
  await phone.route('**/api/v1/fieldwork/orders/*/report', async (route) => {
    cut += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await phone.getByRole('button', { name: '立即提交' }).click();
  await expect.poll(stateOf, wait).toBe('done');
  expect(cut).toBeGreaterThan(0);
  await phone.unroute('**/api/v1/fieldwork/orders/*/report');
  await phone.reload();
  await phone.getByRole('heading', { name: '最近完成的' }).waitFor(wait);
  await phone.getByRole('heading', { name: '本机上' }).waitFor({ state: 'detached', ...wait });
  const sheet = await made(desk.supervisor.get(`/fieldwork/orders/${order}/sheet`)) as { answers: { photos: string[] }[]; signature: string | null; arrivedAt: string | null; result: string };
  expect(sheet.answers.map(({ photos }) => photos.length)).toEqual([0, 1]);
  expect([sheet.signature !== null, sheet.arrivedAt !== null, sheet.result]).toEqual([true, true, '更换按钮板，试运行正常']);
  expect((await desk.supervisor.get<{ data: unknown[] }>(`/service-orders/${order}/files`)).body.data).toHaveLength(2);
  const notes = ((await made(desk.agent.get(`/service/cases/${caseId}/messages`))) as { data: { kind: string }[] }).data.filter(({ kind }) => kind === 'note');
  expect(notes).toHaveLength(1);
}, 90_000);

test('the case shows its order, and its page the report', async () => {
  const agent = await signedIn(desk.agent, 1440);
  await agent.goto(`${desk.app.url}/cases/${caseId}`);
  await agent.getByRole('link', { name: '电梯按钮失灵' }).click();
  await agent.getByText('更换按钮板，试运行正常').waitFor(wait);
  await agent.getByRole('img', { name: '客户签字' }).waitFor(wait);
  expect(await axe(agent)).toEqual([]);
});
