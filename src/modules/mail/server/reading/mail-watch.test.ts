import sql from 'sql-template-tag';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import { mailModule } from '../mail.module.ts';
import { READ_JOB } from '../sending/mail-jobs.ts';
import { type TestImap, openImap } from '../test-post.ts';
import { MailWatch, watchTimes } from './mail-watch.ts';
import { PATIENCE_MS } from './note-look.ts';
import { readMailbox } from './read-mailbox.ts';
import { sweepMailboxes } from './sweep-mailboxes.ts';

let now = new Date('2026-03-02T01:00:00Z');
let app: TestApp;
let imap: TestImap;
let box: Id;
let watches: MailWatch[] = [];
const signal = new AbortController().signal;
const times = { ...watchTimes, round: 20, first: 20, longest: 100, without: 50 };

const letter = (id: string) => Buffer.from([`Message-ID: <${id}@kunde.example.cn>`, 'From: wang@kunde.example.cn', 'Subject: lock', '', 'broken'].join('\r\n'));
const jobs = async (): Promise<number> => (await app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM job WHERE name = ${READ_JOB} AND state = 'waiting'`)).n;
/** What the worker would do. */
async function work(): Promise<void> {
  await app.services.database.run(sql`DELETE FROM job WHERE name = ${READ_JOB}`);
  expect(await readMailbox(app.services, box, signal)).toBe('done');
}
const isHeard = async (): Promise<boolean | undefined> => (await app.admin.get<{ data: { isHeard: boolean }[] }>('/admin/mailboxes')).body.data[0]?.isHeard;
const mails = async (): Promise<number> => (await app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM mail_message`)).n;

function listen(): MailWatch {
  const watch = new MailWatch(app.services, times);
  watches.push(watch);
  watch.start();
  return watch;
}

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  await app.services.jobs.stop();
  await mailModule.stop?.();
  imap = await openImap();
  box = String((await app.admin.post('/admin/mailboxes', {
    address: 'fuwu@house.example.cn', name: '客服', imap: { host: '127.0.0.1', port: imap.port, security: 'none', username: 'plain', password: 'open-sesame' }, smtp: null, unit: null, feeds: null, takesHistory: true,
  })).body['id']);
});
beforeEach(() => app.services.database.run(sql`DELETE FROM job WHERE name = ${READ_JOB}`));
afterEach(async () => {
  await Promise.all(watches.map((watch) => watch.stop()));
  watches = [];
});
afterAll(async () => {
  await imap.close();
  await app.close();
});

it('hears of a mail the moment it comes, again after the line broke, and leaves the minute’s look to itself meanwhile', async () => {
  listen();
  await expect.poll(jobs).toBe(1);
  await work();
  expect(await isHeard()).toBe(true);
  await sweepMailboxes(app.services);
  expect(await jobs()).toBe(0);
  imap.put(letter('pushed'));
  await expect.poll(jobs).toBe(1);
  await work();
  expect(await mails()).toBe(1);
  imap.hangUp();
  // The new line asks for what came while nobody listened.
  await expect.poll(jobs).toBe(1);
  await work();
  imap.put(letter('after the break'));
  await expect.poll(jobs).toBe(1);
  await work();
  expect(await mails()).toBe(2);
});

it('one server listens to a mailbox; when it goes, another takes over', async () => {
  const first = listen();
  await expect.poll(isHeard).toBe(true);
  const holder = async () => (await app.services.database.one<{ holder: string | null }>(sql`SELECT push_server AS holder FROM mailbox`)).holder;
  const before = await holder();
  listen();
  await work();
  expect(await holder()).toBe(before);
  await first.stop();
  await expect.poll(async () => { const held = await holder(); return held !== null && held !== before; }).toBe(true);
});

it('a server without push is looked into each minute', async () => {
  const plain = await openImap({ hasIdle: false });
  await app.services.database.run(sql`UPDATE mailbox SET imap_port = ${plain.port}, version = version + 1`);
  listen();
  await expect.poll(() => plain.signIns()).toBeGreaterThan(2);
  expect(await isHeard()).toBe(false);
  await work();
  await sweepMailboxes(app.services);
  expect(await jobs()).toBe(1);
  await app.services.database.run(sql`UPDATE mailbox SET imap_port = ${imap.port}, version = version + 1`);
  await plain.close();
});

it('administrators are told of an outage once, after a while, and once that it is over', async () => {
  const told = async () => (await app.admin.get<{ data: { kind: string; title: string }[] }>('/notifications')).body.data.filter(({ kind }) => kind.startsWith('mail.')).map(({ kind, title }) => [kind, title]);
  const pass = async (ms: number, state: 'failed' | 'done') => {
    now = new Date(now.getTime() + ms);
    expect(await readMailbox(app.services, box, signal)).toBe(state);
  };
  await app.services.database.run(sql`UPDATE mailbox SET imap_username = 'nobody'`);
  await pass(0, 'failed');
  await pass(PATIENCE_MS - 60_000, 'failed');
  expect(await told()).toEqual([]);
  await pass(60_000, 'failed');
  await pass(3_600_000, 'failed');
  expect(await told()).toEqual([['mail.failing', '邮箱 fuwu@house.example.cn 自 2026-03-02 09:00 起收不到信']]);
  expect((await app.admin.get<{ data: { toldFailingAt: string | null }[] }>('/admin/mailboxes')).body.data[0]?.toldFailingAt).not.toBeNull();
  await app.services.database.run(sql`UPDATE mailbox SET imap_username = 'plain'`);
  await pass(60_000, 'done');
  await pass(60_000, 'done');
  expect(new Set((await told()).map(([kind]) => kind))).toEqual(new Set(['mail.failing', 'mail.working']));
  expect(await told()).toHaveLength(2);
  await app.services.database.run(sql`UPDATE mailbox SET imap_username = 'nobody'`);
  await pass(60_000, 'failed');
  await pass(PATIENCE_MS, 'failed');
  expect((await told()).filter(([kind]) => kind === 'mail.failing')).toHaveLength(2);
  await app.services.database.run(sql`UPDATE mailbox SET imap_username = 'plain', error = NULL, failing_since = NULL, told_failing_at = NULL`);
});
