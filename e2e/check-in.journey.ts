import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { type TestBrowser, axe, launchBrowser, pageProblems, screenshot } from './harness/browser.ts';

let browser: TestBrowser;
let app: TestApp;
let sales: TestPerson & { id: string };
let page: Page;
let customer: string;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startTestApp()]);
  sales = await app.person({ username: 'linyue', name: '林悦', roles: ['salesperson'] });
  customer = String((await sales.post('/customers', { name: '青岛港湾机械有限公司', kind: 'company', place: { lat: 36.0671, lng: 120.3826 } })).body['id']);
  await sales.post('/activities', { kind: 'visit', subject: '拜访生产部', customer, status: 'open', dueAt: new Date(Date.now() + 60_000).toISOString() });
  page = await browser.openPage({ width: 360, height: 780 });
  const cookies = sales.cookie().split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: app.url }));
  await page.context().addCookies(cookies);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

interface Visit { readonly id: string; readonly subject: string; readonly body: string | null; readonly outcome: string; readonly checkIn: string; readonly distance: number | null }

const visits = async () => {
  const filter = encodeURIComponent(JSON.stringify({ and: [{ field: 'kind', op: 'eq', value: 'visit' }, { field: 'status', op: 'eq', value: 'done' }] }));
  return (await sales.get<{ data: Visit[] }>(`/activities?filter=${filter}&sort=happenedAt`)).body.data;
};
const photosOf = async (id: string) => (await sales.get<{ data: { name: string; size: number; mime: string }[] }>(`/activities/${id}/files`)).body.data;

/** A picture as large as a telephone's, drawn by the page itself. */
const picture = async (width: number, height: number) => {
  const text = await page.evaluate(([w, h]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
    const pen = canvas.getContext('2d');
    for (let i = 0; i < 400; i += 1) {
      if (pen) pen.fillStyle = `hsl(${(i * 47) % 360} 60% 50%)`;
      pen?.fillRect((i * 97) % w, (i * 61) % h, w / 8, h / 8);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  }, [width, height] as const);
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(text, 'base64') };
};

test('a planned visit: from today to its check-in, with place, distance and a photo', async () => {
  await page.context().grantPermissions(['geolocation'], { origin: app.url });
  await page.context().setGeolocation({ latitude: 36.0681, longitude: 120.3826, accuracy: 12 });
  await page.goto(`${app.url}/`);
  await page.getByRole('region', { name: '今天的走访' }).getByRole('link', { name: /走访签到/ }).click();
  await page.getByText('计划的走访：拜访生产部').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '记录当前位置' }).click();
  await page.getByText('距客户 111 米').waitFor();
  await page.locator('input[multiple]').setInputFiles(await picture(3_000, 2_000));
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
  await page.getByLabel('简短记录').fill('样品留下了');
  await page.getByRole('group', { name: '下次联系' }).getByRole('button', { name: '一周后' }).click();
  await screenshot(page, 'check-in');
  await page.getByRole('button', { name: '签到并保存' }).click();
  await page.getByText('已签到：青岛港湾机械有限公司，距客户 111 米').waitFor();
  const [visit] = await visits();
  expect(visit).toMatchObject({ subject: '拜访生产部', body: '样品留下了', outcome: 'reached', checkIn: 'placed', distance: 111 });
  const [photo] = await photosOf(String(visit?.id));
  expect(photo).toMatchObject({ mime: 'image/jpeg' });
  expect(photo?.size).toBeLessThan(700_000);
  expect((await sales.get(`/customers/${customer}`)).body['nextContactAt']).not.toBeNull();
});

test('the photo stands in the timeline and opens large', async () => {
  await page.getByRole('button', { name: /查看大图/ }).first().click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.getByRole('img').evaluate((img: HTMLImageElement) => Math.max(img.naturalWidth, img.naturalHeight))).toBe(1_600);
  await page.keyboard.press('Escape');
});

test('the network goes in the middle: nothing is lost, and it arrives once', async () => {
  await page.getByRole('button', { name: '走访签到' }).click();
  await page.getByLabel('简短记录').fill('半路断网');
  await page.locator('input[multiple]').setInputFiles([await picture(400, 300), await picture(300, 400)]);
  await page.getByRole('img', { name: '第 2 张照片' }).waitFor();
  // The visit reaches the server, its answer does not; nor does any photo.
  let cut = 0;
  await page.route('**/api/v1/customers/*/check-in', async (route) => {
    cut += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.route('**/api/v1/files?*', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: '签到并保存' }).click();
  await page.getByText('等待发送').waitFor();
  expect(cut).toBeGreaterThan(0);
  expect(await axe(page)).toEqual([]);
  await page.unroute('**/api/v1/customers/*/check-in');
  await page.reload();
  // Now the visit goes through and the photos do not: they follow when they can.
  await expect.poll(async () => (await visits()).filter((visit) => visit.subject === '半路断网').length, { timeout: 60_000 }).toBe(1);
  await page.getByText('走访已登记，还有照片没有发送。').waitFor({ timeout: 60_000 });
  await page.unroute('**/api/v1/files?*');
  await page.getByRole('button', { name: '立即发送' }).click();
  await page.getByText('没有等待发送的走访').waitFor({ timeout: 60_000 });
  const mine = (await visits()).filter((visit) => visit.subject === '半路断网');
  expect(mine).toHaveLength(1);
  expect(await photosOf(String(mine[0]?.id))).toHaveLength(2);
}, 300_000);

test('what was begun is there again after the page was closed; without a place it says so', async () => {
  await page.context().clearPermissions();
  await page.goto(`${app.url}/check-in/${customer}?name=x`);
  await page.getByRole('button', { name: '没见到' }).click();
  await page.getByLabel('简短记录').fill('门卫说不在');
  await page.waitForTimeout(500);
  await page.goto(`${app.url}/check-in/${customer}?name=x`);
  await expect.poll(() => page.getByLabel('简短记录').inputValue()).toBe('门卫说不在');
  expect(await page.getByRole('button', { name: '没见到' }).getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('button', { name: '签到并保存' }).click();
  await page.getByText('已签到：青岛港湾机械有限公司').first().waitFor();
  expect((await visits()).find((visit) => visit.subject === '门卫说不在')).toMatchObject({ outcome: 'attempted', checkIn: 'noPlace', distance: null });
});

test('a dialled number asks afterwards how the call went', async () => {
  await sales.post('/contacts', { name: '张经理', customer, phone: '13800138000' });
  await page.goto(`${app.url}/customers/${customer}`);
  await page.getByRole('button', { name: /查看.*(手机|电话)/ }).first().click();
  await page.getByRole('dialog').getByRole('textbox').fill('约下周见面');
  await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
  const link = page.getByRole('link', { name: /^拨打/ }).first();
  expect(await link.getAttribute('href')).toBe('tel:+8613800138000');
  await link.evaluate((element) => element.addEventListener('click', (event) => event.preventDefault()));
  await link.click();
  const dialog = page.getByRole('dialog', { name: '记下刚才的电话' });
  await dialog.getByRole('button', { name: '没打通' }).click();
  await dialog.getByLabel('谈了什么（可不填）').fill('稍后再打');
  await dialog.getByRole('button', { name: '登记电话' }).click();
  await page.getByText('已登记电话').waitFor();
  const filter = encodeURIComponent(JSON.stringify({ field: 'kind', op: 'eq', value: 'call' }));
  expect((await sales.get<{ data: unknown[] }>(`/activities?filter=${filter}`)).body.data).toMatchObject([{ subject: '稍后再打', outcome: 'attempted', direction: 'outbound', customer }]);
  expect(pageProblems(page).filter((problem) => !/Failed to load resource|ERR_/.test(problem))).toEqual([]);
});

test('a required picture is filled while the record is still being written, and shown by name (UX-8)', async () => {
  const field = await app.admin.post('/admin/fields', { object: 'activity', key: 'sitePicture', type: 'image', label: { 'zh-CN': '现场照片', en: 'Site picture' }, required: true });
  await page.goto(`${app.url}/activities?new=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('主题').fill('盘点样品');
  await dialog.locator('input[type=file]').setInputFiles(await picture(500, 400));
  await dialog.getByText(/IMG_0001\.jpg（.*KB）/).waitFor();
  await dialog.getByRole('button', { name: /^(新建|创建|保存)/ }).last().click();
  await dialog.waitFor({ state: 'detached' });
  const filter = encodeURIComponent(JSON.stringify({ field: 'subject', op: 'eq', value: '盘点样品' }));
  const key = String(field.body['key']);
  const { body } = await sales.get<{ data: Record<string, unknown>[] }>(`/activities?filter=${filter}&include=${key}`);
  expect(body.data[0]?.[key]).toMatchObject({ name: 'IMG_0001.jpg', mime: 'image/jpeg' });
});
