import sql from 'sql-template-tag';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, made, openTestDesk } from '#modules/service/server/test-desk.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

type Person = TestPerson & { readonly id: string };

let browser: TestBrowser;
let desk: TestDesk;
let worker: Person;
let phone: Page;
let round: string;

const wait = { timeout: 30_000 };
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function signedIn(person: TestPerson, width: number): Promise<Page> {
  const page = await browser.openPage({ width, height: 780 });
  await page.context().addCookies(person.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: desk.app.url })));
  return page;
}

beforeAll(async () => {
  // Wherever the day stands, the round of today is open until midnight: the server's clock stands at noon.
  [browser, desk] = await Promise.all([launchBrowser(), openTestDesk({ start: `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}T12:00:00` })]);
  worker = await desk.app.person({ username: 'worker1', name: '石磊', roles: ['fieldWorker'], unit: await desk.unitOf('工程部') });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
});

interface Sheet { readonly state: string; readonly places: readonly { readonly name: string; readonly code: string }[]; readonly visits: readonly { readonly way: string; readonly outcome: string; readonly reason: string }[]; readonly reported: readonly { readonly text: string; readonly photos: readonly string[] }[] }
const sheetOf = async () => await made(desk.supervisor.get(`/fieldwork/rounds/${round}/sheet`)) as unknown as Sheet;
const stateOf = async () => (await sheetOf()).state;
const casesOf = () => desk.app.services.database.rows<{ subject: string; priority: string }>(sql`SELECT subject, priority FROM service_case WHERE source_key LIKE 'finding:%' ORDER BY subject`);
const pick = async (page: Page, label: string, words: string) => {
  const list = page.getByLabel(label, { exact: true });
  const found = list.locator('option', { hasText: words }).first();
  await found.waitFor({ state: 'attached', ...wait });
  await list.selectOption(String(await found.getAttribute('value')));
};

test('a route is set up: points moved by keyboard, who walks it and how often; its rounds are planned at once', async () => {
  const page = await signedIn(desk.supervisor, 1440);
  await page.goto(`${desk.app.url}/fieldwork/routes`);
  await page.getByRole('button', { name: '新建路线' }).click();
  await page.getByLabel('名称', { exact: true }).fill('东区设备巡查');
  await page.getByLabel('英文名称', { exact: true }).fill('East plant round');
  await pick(page, '巡查人', '石磊');
  await pick(page, '问题建成哪类服务请求', '报修');
  await page.getByLabel('从', { exact: true }).fill('08:00');
  await page.getByLabel('到', { exact: true }).fill('23:59');
  for (const [at, zh, en] of [[1, '配电间', 'Switch room'], [2, '一号水泵房', 'Pump room 1'], [3, '楼顶水箱', 'Roof tank']] as const) {
    if (at > 1) await page.getByRole('button', { name: '加点位' }).click();
    await page.getByLabel(`第 ${at} 个点位`, { exact: true }).fill(zh);
    await page.getByLabel(`第 ${at} 个点位英文`).fill(en);
  }
  await page.getByRole('button', { name: '上移：一号水泵房' }).press('Enter');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '保存路线' }).click();
  await page.getByRole('region', { name: '点位牌' }).getByText('楼顶水箱').waitFor(wait);
  expect(await axe(page)).toEqual([]);
  await screenshot(page, 'route-editor');
  const { data } = await made(worker.get('/fieldwork/rounds/mine')) as { data: { id: string; from: string; state: string }[] };
  round = data[0]?.id ?? '';
  expect((await sheetOf()).places.map(({ name }) => name)).toEqual(['一号水泵房', '配电间', '楼顶水箱']);
  expect(pageProblems(page)).toEqual([]);
}, 90_000);

test('on a phone: a point by its code, others from the list; the network goes in the middle, everything stays on the phone', async () => {
  phone = await signedIn(worker, 360);
  await phone.goto(`${desk.app.url}/fieldwork/rounds`);
  await phone.getByRole('link', { name: /^打开 XC-/ }).first().waitFor(wait);
  expect(await axe(phone)).toEqual([]);
  await phone.goto(`${desk.app.url}/fieldwork/round/${round}`);
  const [pump] = (await sheetOf()).places;
  await phone.getByLabel('点位编号').fill('nowhere');
  await phone.getByRole('button', { name: '定位' }).click();
  await phone.getByText('这条路线上没有编号 nowhere').waitFor(wait);
  await phone.getByLabel('点位编号').fill((pump?.code ?? '').toLowerCase().replace('-', ''));
  await phone.getByLabel('点位编号').press('Enter');
  await phone.getByText('已到点', { exact: true }).waitFor(wait);
  // From here on nothing comes through.
  await phone.route('**/api/v1/**', (route) => route.abort('internetdisconnected'));
  const at = (point: string) => phone.getByRole('group', { name: point });
  await at('一号水泵房').getByRole('button', { name: '有问题' }).click();
  await phone.getByLabel('一号水泵房的问题').fill('机械密封渗水，地面有积水');
  await phone.locator('input[type=file]').setInputFiles({ name: 'leak.png', mimeType: 'image/png', buffer: pixel });
  await phone.getByRole('img', { name: '一号水泵房，第 1 张照片' }).waitFor(wait);
  await phone.getByLabel('紧急').check();
  await phone.getByRole('button', { name: '这个点位还有别的问题' }).click();
  await phone.getByLabel('一号水泵房的问题').nth(1).fill('照明灯不亮');
  await phone.locator('input[type=file]').nth(1).setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: pixel });
  await phone.getByRole('img', { name: '一号水泵房，第 1 张照片' }).nth(1).waitFor(wait);
  await at('配电间').getByRole('button', { name: '正常' }).click();
  await at('楼顶水箱').getByRole('button', { name: '到不了' }).click();
  await phone.getByRole('button', { name: '下一个未完成的' }).click();
  await phone.getByText('请写原因', { exact: true }).waitFor(wait);
  await phone.getByLabel('楼顶水箱到不了的原因').fill('楼顶在做防水');
  await phone.getByText('已完成 3 / 3 项').waitFor(wait);
  expect(await axe(phone)).toEqual([]);
  await screenshot(phone, 'round-form');
  await phone.getByRole('button', { name: '提交', exact: true }).click();
  await phone.getByRole('heading', { name: '本机上' }).waitFor(wait);
  expect(await axe(phone)).toEqual([]);
  expect([await stateOf(), await casesOf()]).toEqual(['planned', []]);
}, 90_000);

test('the round reaches the server and its answer is lost: sent again, each finding is one case', async () => {
  let cut = 0;
  await phone.unroute('**/api/v1/**');
  await phone.route('**/api/v1/fieldwork/rounds/*/report', async (route) => {
    cut += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await phone.getByRole('button', { name: '立即提交' }).click();
  await expect.poll(stateOf, wait).toBe('done');
  expect(cut).toBeGreaterThan(0);
  await phone.unroute('**/api/v1/fieldwork/rounds/*/report');
  await phone.reload();
  await phone.getByRole('heading', { name: '最近完成的' }).waitFor(wait);
  await phone.getByRole('heading', { name: '本机上' }).waitFor({ state: 'detached', ...wait });
  const sheet = await sheetOf();
  expect(sheet.reported).toHaveLength(2);
  expect(sheet.visits).toMatchObject([{ way: 'code', outcome: 'finding' }, { way: 'list', outcome: 'fine' }, { way: 'list', outcome: 'unreachable', reason: '楼顶在做防水' }]);
  expect(new Map(sheet.reported.map(({ text, photos }) => [text, photos.length]))).toEqual(new Map([['机械密封渗水，地面有积水', 1], ['照明灯不亮', 1]]));
  expect(await casesOf()).toEqual([{ subject: '一号水泵房：机械密封渗水，地面有积水', priority: 'urgent' }, { subject: '一号水泵房：照明灯不亮', priority: 'normal' }]);
  expect((await desk.supervisor.get<{ data: unknown[] }>(`/inspection-rounds/${round}/files`)).body.data).toHaveLength(2);
}, 90_000);

test('the board shows the round with its findings; a finding leads to its case, the case back to the round with the photo', async () => {
  const board = await signedIn(desk.supervisor, 1440);
  await board.goto(`${desk.app.url}/fieldwork/inspections`);
  await board.getByText('机械密封渗水，地面有积水').waitFor(wait);
  await board.getByRole('heading', { name: '近六个月' }).waitFor(wait);
  expect(await axe(board)).toEqual([]);
  await screenshot(board, 'inspection-board');
  await board.getByRole('listitem').filter({ hasText: '机械密封渗水' }).getByRole('link').click();
  await board.getByRole('img', { name: '一号水泵房，第 1 张照片' }).waitFor(wait);
  await board.getByRole('link', { name: /^巡查 XC-/ }).click();
  await board.getByText('楼顶在做防水').waitFor(wait);
  expect(await axe(board)).toEqual([]);
  expect(pageProblems(board)).toEqual([]);
}, 90_000);
