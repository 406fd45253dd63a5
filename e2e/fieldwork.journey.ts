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
let valve: string;

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
  const item = (key: string, text: string, needsPhoto: boolean, more = {}) => ({ key, kind: 'tick', label: { 'zh-CN': text, en: key }, isRequired: true, needsPhoto, ...more });
  const list = { name: '快速上门', nameEn: 'Quick visit', state: 'active', items: [item('greeting', '进门说两句话', false), item('cloths', '铺好三块布', true), item('ohm', '绝缘电阻', false, { kind: 'number', unit: 'MΩ', min: 0.5 })] };
  const { id: checklist } = await made(desk.supervisor.post('/fieldwork/checklists', list));
  const van = String((await made(desk.supervisor.post('/part-stores', { name: '一号车', kind: 'van', worker: worker.id })))['id']);
  valve = String((await made(desk.supervisor.post('/parts', { code: 'F-01', name: '按钮板', measure: '块', price: { amount: '120.5', currency: 'CNY' } })))['id']);
  await made(desk.supervisor.post('/fieldwork/stock/changes', { kind: 'receive', store: van, lines: [{ part: valve, quantity: '4' }] }));
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
  await board.getByRole('dialog').getByLabel('日期').fill('2030-03-04');
  await board.getByRole('dialog').getByLabel('从', { exact: true }).fill('09:00');
  await board.getByRole('dialog').getByLabel('到', { exact: true }).fill('10:30');
  await board.getByRole('dialog').getByRole('radio', { name: '石磊' }).check();
  expect(await axe(board)).toEqual([]);
  await board.getByRole('dialog').getByRole('button', { name: '派工', exact: true }).click();
  await expect.poll(stateOf, wait).toBe('dispatched');
  await board.getByLabel('日期').fill('2030-03-04');
  await board.getByRole('group', { name: '石磊的时段' }).getByText('电梯按钮失灵').waitFor(wait);
  expect(await axe(board)).toEqual([]);
  await screenshot(board, 'dispatch-board');
  await board.getByRole('radio', { name: '周', exact: true }).check({ force: true });
  await board.getByRole('button', { name: /^石磊 2030-03-04 1\.5/ }).waitFor(wait);
  expect(await axe(board)).toEqual([]);
  await board.getByRole('button', { name: /^石磊 2030-03-04/ }).click();
  await board.getByRole('link', { name: '打印当日指令' }).click();
  await board.getByText('电梯按钮失灵').waitFor(wait);
  expect(await axe(board)).toEqual([]);
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
  await phone.getByRole('textbox', { name: '绝缘电阻' }).fill('0.3');
  await phone.getByRole('button', { name: '加一项用料' }).click();
  await phone.getByLabel('备件', { exact: true }).selectOption({ label: '按钮板（车上 4 块）' });
  await phone.getByLabel('数量', { exact: true }).fill('1.5');
  await phone.getByLabel('原因：绝缘电阻').fill('线路受潮，已换线');
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
  const sheet = await made(desk.supervisor.get(`/fieldwork/orders/${order}/sheet`)) as { answers: { photos: string[]; value: string }[]; partsCost: string; signature: string | null; arrivedAt: string | null; result: string };
  expect(sheet.answers.map(({ photos }) => photos.length)).toEqual([0, 1, 0]);
  expect([sheet.answers[2]?.value, sheet.partsCost]).toEqual(['0.3', '180.75']);
  const stock = await made(desk.supervisor.get('/fieldwork/stock')) as { parts: { id: string; total: string }[] };
  expect(stock.parts.find(({ id }) => id === valve)?.total).toBe('2.5');
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

test('a checklist gets an item, is moved by keyboard, tried out and saved as its second version; the order keeps the first', async () => {
  const editor = await signedIn(desk.supervisor, 1440);
  await editor.goto(`${desk.app.url}/fieldwork/checklists`);
  await editor.getByRole('link', { name: '快速上门' }).click();
  await editor.getByRole('button', { name: '选择', exact: true }).click();
  await editor.getByRole('textbox', { name: '第 4 项', exact: true }).fill('门的状态');
  await editor.getByRole('textbox', { name: '第 4 项英文' }).fill('State of the door');
  for (const [place, zh, en] of [[1, '完好', 'Sound'], [2, '破损', 'Broken']] as const) {
    await editor.getByRole('textbox', { name: `第 4 项的选项 ${place}`, exact: true }).fill(zh);
    await editor.getByRole('textbox', { name: `第 4 项的选项 ${place} 英文` }).fill(en);
  }
  await editor.getByRole('button', { name: '移动：门的状态' }).press('ArrowUp');
  const tried = editor.getByRole('region', { name: '试填' });
  await tried.getByRole('group', { name: '门的状态' }).getByRole('button', { name: '破损' }).click();
  await tried.getByLabel('原因：门的状态').waitFor(wait);
  expect(await axe(editor)).toEqual([]);
  await screenshot(editor, 'checklist-editor');
  await editor.getByRole('button', { name: '保存为新版本' }).click();
  await editor.getByText('已保存，第 2 版').waitFor(wait);
  const { data } = await made(desk.supervisor.get('/order-checklists')) as { data: { id: string; name: string }[] };
  const list = await made(desk.supervisor.get(`/fieldwork/checklists/${data.find(({ name }) => name === '快速上门')?.id}`)) as { revision: number; items: { label: { en: string } }[] };
  expect([list.revision, list.items.map(({ label }) => label.en)]).toEqual([2, ['greeting', 'cloths', 'State of the door', 'ohm']]);
  expect((await made(desk.supervisor.get(`/fieldwork/orders/${order}/sheet`)) as { revision: number; items: unknown[] })).toMatchObject({ revision: 1, items: { length: 3 } });
  expect(pageProblems(editor)).toEqual([]);
}, 90_000);
