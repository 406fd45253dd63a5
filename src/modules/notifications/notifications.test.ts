import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { customersModule } from '#modules/customers/server/customers.public.ts';
import { identityModule } from '#modules/identity/server/identity.module.ts';
import { type Browser, type TestServer, setUp, startTestServer, strongPassword } from '#modules/identity/server/test-server.ts';
import { organisationModule } from '#modules/organisation/server/organisation.module.ts';
import { defineRoute } from '#platform/http/route.ts';
import type { NotificationKind } from '#platform/modules/notification-kind.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { sharingModule } from '#platform/sharing/sharing.module.ts';
import { makeNotificationsModule } from './server/notifications.module.ts';
import { notify } from './server/notify.ts';

const greeting: NotificationKind = {
  key: 'test.greeting', label: { 'zh-CN': '问候', en: 'Greeting' }, channels: { isInApp: true, mail: 'now' },
  title: { 'zh-CN': '{name}有新跟进', en: 'News of {name}' }, body: { 'zh-CN': '{note}', en: '{note}' }, withheld: { 'zh-CN': '有新跟进', en: 'There is news' },
};
const quiet: NotificationKind = { ...greeting, key: 'test.quiet', label: { 'zh-CN': '静默', en: 'Quiet' }, channels: { isInApp: false, mail: 'off' } };
const telling: ServerModule = {
  name: 'telling',
  notificationKinds: [greeting, quiet],
  routes: () => [defineRoute({
    method: 'POST', path: '/test-notices', access: 'signed-in', kind: 'action', tag: 'test', summary: 'Tell', status: 204,
    body: z.strictObject({ to: z.array(z.uuid()), customer: z.uuid().optional(), isQuiet: z.boolean().default(false), fails: z.boolean().default(false) }),
    handle: async (ctx, { body }) => {
      await notify(ctx, { to: body.to, kind: body.isQuiet ? quiet : greeting, params: { name: '海岳精密', note: '下周签约' }, ...(body.customer !== undefined && { link: { object: 'customer', id: body.customer } }) });
      if (body.fails) throw new Error('rolled back');
    },
  })],
};

let app: TestServer;
let admin: Browser;
let lin: { id: string; browser: Browser };
let zhao: { id: string; browser: Browser };
const heard: string[] = [];

async function person(username: string): Promise<{ id: string; browser: Browser }> {
  const made = await admin.call('POST', '/users', { username, name: username, roles: ['salesperson'], password: strongPassword, mustChangePassword: false });
  const browser = app.browser();
  expect((await browser.call('POST', '/auth/login', { username, password: strongPassword })).status).toBe(200);
  return { id: String(made.body['id']), browser };
}

beforeAll(async () => {
  app = await startTestServer([sharingModule, identityModule, organisationModule, makeNotificationsModule({ kinds: () => [greeting, quiet] }), customersModule, telling]);
  admin = await setUp(app);
  [lin, zhao] = [await person('lin'), await person('zhao')];
  app.services.events.subscribe((told) => {
    if (told.kind === 'personal') heard.push(`${told.event.topic} ${told.event.userId === lin.id ? 'lin' : 'other'}`);
  });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.services.database.run(sql`DELETE FROM notification`);
  heard.length = 0;
});

const tell = (body: Record<string, unknown>) => admin.call('POST', '/test-notices', body);
const list = async (browser: Browser, query = '') => (await browser.call('GET', `/notifications${query}`)).body as { data: { id: string; title: string; body: string | null; target: unknown }[]; page: { next: string | null } };
const unread = async (browser: Browser) => (await browser.call('GET', '/notifications/count')).body['unread'];

describe('in the product', () => {
  it('each receiver hears once and reads their own only, in their own language', async () => {
    expect((await tell({ to: [lin.id, lin.id, zhao.id] })).status).toBe(204);
    expect(heard.toSorted((a, b) => a.localeCompare(b))).toEqual(['notifications lin', 'notifications other']);
    expect([await unread(lin.browser), await unread(zhao.browser), await unread(admin)]).toEqual([1, 1, 0]);
    const [mine] = (await list(lin.browser)).data;
    expect(mine).toMatchObject({ title: '海岳精密有新跟进', body: '下周签约', target: null });
    await lin.browser.call('POST', '/auth/preferences', { locale: 'en' });
    expect((await list(lin.browser)).data[0]).toMatchObject({ title: 'News of 海岳精密' });
    await lin.browser.call('POST', '/auth/preferences', { locale: 'zh-CN' });
    expect((await zhao.browser.call('GET', `/notifications/${mine?.id ?? ''}`)).status).toBe(404);
    await zhao.browser.call('POST', '/notifications/read', { ids: [mine?.id] });
    expect(await unread(lin.browser)).toBe(1);
  });

  it('says nothing of a record that the reader may not see, from the moment on', async () => {
    const made = await lin.browser.call('POST', '/customers', { kind: 'company', name: '海岳精密机械有限公司' });
    const customer = String(made.body['id']);
    await tell({ to: [lin.id, zhao.id], customer });
    expect((await list(lin.browser)).data[0]).toMatchObject({ title: '海岳精密有新跟进', target: { object: 'customer', id: customer } });
    expect((await list(zhao.browser)).data[0]).toMatchObject({ title: '有新跟进', body: null, target: null });
    const share = await lin.browser.call('PUT', `/customers/${customer}/sharing`, { collaborators: [{ user: zhao.id, level: 'read' }] });
    expect(share.status).toBeLessThan(300);
    expect((await list(zhao.browser)).data[0]).toMatchObject({ title: '海岳精密有新跟进' });
    await app.services.database.run(sql`UPDATE customer SET deleted_at = now() WHERE id = ${customer}`);
    expect((await list(lin.browser)).data[0]).toMatchObject({ title: '有新跟进', target: null });
  });

  it('is gone with the transaction that told', async () => {
    expect((await tell({ to: [lin.id], fails: true })).status).toBe(500);
    expect([await unread(lin.browser), heard.length]).toEqual([0, 0]);
  });

  it('is marked as read one by one, all at once, and back', async () => {
    for (let n = 0; n < 3; n += 1) await tell({ to: [lin.id] });
    const { data } = await list(lin.browser);
    expect((await lin.browser.call('POST', '/notifications/read', { ids: [data[0]?.id] })).body).toEqual({ unread: 2 });
    expect((await list(lin.browser, '?unread=true')).data).toHaveLength(2);
    expect((await lin.browser.call('POST', '/notifications/read', { all: true, kind: 'test.quiet' })).body).toEqual({ unread: 2 });
    expect((await lin.browser.call('POST', '/notifications/read', { all: true })).body).toEqual({ unread: 0 });
    expect((await lin.browser.call('POST', '/notifications/read', { ids: [data[0]?.id], isRead: false })).body).toEqual({ unread: 1 });
    expect((await lin.browser.call('POST', '/notifications/read', { all: true, ids: [data[0]?.id] })).status).toBe(400);
  });

  it('pages without loss or repetition while new ones come', async () => {
    for (let n = 0; n < 5; n += 1) await tell({ to: [lin.id] });
    const first = await list(lin.browser, '?limit=2');
    await tell({ to: [lin.id] });
    const second = await list(lin.browser, `?limit=10&cursor=${first.page.next ?? ''}`);
    expect(new Set([...first.data, ...second.data].map((one) => one.id)).size).toBe(5);
  });

  it('respects what a person does not want, and takes it back', async () => {
    await tell({ to: [lin.id], isQuiet: true });
    expect(await unread(lin.browser)).toBe(0);
    const put = (body: unknown) => lin.browser.call('PUT', '/notifications/preferences', body);
    expect((await put({ kinds: { 'test.greeting': { isInApp: false, mail: 'off' }, 'test.quiet': { isInApp: true, mail: 'digest' } }, digestHour: 17, quiet: null })).body).toMatchObject({ digestHour: 17, quiet: null });
    await tell({ to: [lin.id] });
    await tell({ to: [lin.id], isQuiet: true });
    expect((await list(lin.browser)).data).toHaveLength(1);
    expect((await put({ kinds: { 'no.such': null } })).body).toMatchObject({ code: 'request.unknown-field' });
    expect((await put({ kinds: { 'test.greeting': null, 'test.quiet': null }, quiet: { from: 22, until: 7 } })).body).toMatchObject({
      digestHour: 17, quiet: { from: 22, until: 7 }, kinds: [{ key: 'test.greeting', mail: 'now', isDefault: true }, { key: 'test.quiet', isDefault: true }],
    });
  });

  it('leaves out those who may not sign in any more', async () => {
    const gone = await person('gone');
    await admin.call('POST', `/users/${gone.id}/disable`);
    await tell({ to: [gone.id] });
    expect((await app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM notification`)).n).toBe(0);
  });
});
