import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customersModule } from '#modules/customers/server/customers.public.ts';
import { identityModule } from '#modules/identity/server/identity.module.ts';
import { type Browser, type TestServer, setUp, startTestServer, strongPassword } from '#modules/identity/server/test-server.ts';
import { organisationModule } from '#modules/organisation/server/organisation.module.ts';
import type { NotificationKind } from '#platform/modules/notification-kind.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { makeNotificationsModule } from '../notifications.module.ts';
import { notify } from '../notify.ts';
import { deliverMails } from './deliver-mails.ts';
import { openMailSession } from '#platform/mail/smtp-session.ts';
import { sweepMails } from './sweep-mails.ts';

const news: NotificationKind = {
  key: 'test.news', label: { 'zh-CN': '动态', en: 'News' }, channels: { isInApp: true, mail: 'now' },
  title: { 'zh-CN': '{name}<b>签约</b>', en: '{name} signed' }, body: { 'zh-CN': '金额 & 日期', en: 'amount & date' }, withheld: { 'zh-CN': '有一条动态', en: 'There is news' },
};
const kinds = () => [news];

interface Mail { readonly to: string; readonly text: string }
type Behaviour = 'fine' | 'busy' | 'unknown-user' | 'silent' | 'hang-up';

/** A real mail server whose behaviour can be chosen. */
class PostOffice {
  readonly mails: Mail[] = [];
  behaviour: Behaviour = 'fine';
  #server: SMTPServer | undefined;

  open(): Promise<number> {
    const server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 200,
      onRcptTo: (_address, _session, done) => done(this.behaviour === 'unknown-user' ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => this.#take(Buffer.concat(parts).toString('utf8'), String(session.envelope.rcptTo[0]?.address), done, () => server.connections.forEach((line) => line.close())));
      },
    });
    server.on('error', () => undefined);
    this.#server = server;
    return new Promise((resolve) => {
      const listening = server.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  }

  #take(text: string, to: string, done: (error?: Error | null) => void, hangUp: () => void): void {
    if (this.behaviour === 'busy') return done(Object.assign(new Error('try later'), { responseCode: 451 }));
    this.mails.push({ to, text });
    if (this.behaviour === 'hang-up') return hangUp();
    return this.behaviour === 'silent' ? undefined : done();
  }

  close(): Promise<void> {
    return new Promise((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()));
  }
}

let app: TestServer;
let admin: Browser;
let office: PostOffice;
let lin: string;
let lins: Browser;

beforeAll(async () => {
  app = await startTestServer([identityModule, organisationModule, makeNotificationsModule({ kinds }), customersModule]);
  admin = await setUp(app);
  const made = await admin.call('POST', '/users', { username: 'lin', name: '林晓', email: 'lin@example.cn', roles: ['salesperson'], password: strongPassword, mustChangePassword: false });
  lin = String(made.body['id']);
  lins = app.browser();
  await lins.call('POST', '/auth/login', { username: 'lin', password: strongPassword });
  await lins.call('PUT', '/notifications/preferences', { quiet: null });
  await app.services.database.run(sql`UPDATE app_user SET email = 'admin@example.cn' WHERE username = 'admin'`);
});
afterAll(() => app.stop());

beforeEach(async () => {
  await office?.close();
  office = new PostOffice();
  await setServer(await office.open());
  await app.services.database.run(sql`DELETE FROM notification`);
  await app.services.database.run(sql`DELETE FROM notification_preference`);
});
afterAll(() => office.close());

async function setServer(port: number): Promise<void> {
  // Tests move the clock: signing in anew keeps the session alive and fresh.
  await admin.call('POST', '/auth/login', { username: 'admin', password: strongPassword });
  await lins.call('POST', '/auth/login', { username: 'lin', password: strongPassword });
  const put = await admin.call('PUT', '/admin/mail', { host: '127.0.0.1', port, security: 'none', username: null, password: null, from: '知客 <crm@example.cn>', siteUrl: 'https://crm.example.cn/' });
  expect(put.body).toMatchObject({ source: 'settings', siteUrl: 'https://crm.example.cn' });
}

const tell = (options: { about?: { object: string; id: string }; isUrgent?: boolean } = {}) =>
  runAction(app.services, { actor: systemActor(app.services) }, (ctx) => notify(ctx, { to: [lin], kind: news, params: { name: '海岳精密' }, ...options }));
const deliver = () => deliverMails(app.services, kinds, new AbortController().signal);
const states = async () => (await app.services.database.rows<{ state: string }>(sql`SELECT state FROM notification_delivery ORDER BY notification_id`)).map((row) => row.state);
const decoded = (mail: Mail | undefined) => (mail?.text ?? '').replace(/=\r?\n/g, '').replace(/((?:=[0-9A-F]{2})+)/g, (codes) => Buffer.from(codes.replaceAll('=', ''), 'hex').toString('utf8'));
const subject = (mail: Mail | undefined) => (/^Subject: (.*(?:\r\n .*)*)/m.exec(mail?.text ?? '')?.[1] ?? '').replace(/\?=\s+=\?UTF-8\?B\?/g, '').replace(/=\?UTF-8\?B\?(.*?)\?=/g, (_all, code: string) => Buffer.from(code, 'base64').toString('utf8'));
const header = (mail: Mail | undefined, name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(mail?.text ?? '')?.[1];

describe('a mail', () => {
  it('says in the receiver’s language what happened, as text and as HTML, with one stable id', async () => {
    await tell();
    expect(await deliver()).toBe(1);
    const [mail] = office.mails;
    const id = (await app.services.database.one<{ id: string }>(sql`SELECT id FROM notification`)).id;
    expect(mail?.to).toBe('lin@example.cn');
    expect(header(mail, 'Message-ID')).toBe(`<${id}@example.cn>`);
    expect(header(mail, 'Auto-Submitted')).toBe('auto-generated');
    expect(decoded(mail)).toContain('海岳精密<b>签约</b>\r\n金额 & 日期\r\nhttps://crm.example.cn/notifications/');
    expect(decoded(mail)).toContain('海岳精密&lt;b&gt;签约&lt;/b&gt;');
    expect(await states()).toEqual(['sent']);
    expect(await deliver()).toBe(0);
    expect(office.mails).toHaveLength(1);
  });

  it('says nothing of a record that the receiver may not see when it is sent', async () => {
    const made = await admin.call('POST', '/customers', { kind: 'company', name: '海岳精密机械有限公司' });
    await tell({ about: { object: 'customer', id: String(made.body['id']) } });
    await deliver();
    expect(decoded(office.mails[0])).toContain('有一条动态');
    expect(office.mails[0]?.text + decoded(office.mails[0])).not.toMatch(/海岳|金额/);
  });

  it('is not sent to somebody who may not sign in any more', async () => {
    await tell();
    await admin.call('POST', `/users/${lin}/disable`);
    await deliver();
    expect([office.mails.length, await states()]).toEqual([0, ['dropped']]);
    await admin.call('POST', `/users/${lin}/enable`);
    await lins.call('POST', '/auth/login', { username: 'lin', password: strongPassword });
  });

  it('waits for the digest and comes as one; an urgent one does not wait', async () => {
    await lins.call('PUT', '/notifications/preferences', { kinds: { 'test.news': { isInApp: true, mail: 'digest' } }, digestHour: 8 });
    await tell();
    await tell();
    await tell({ isUrgent: true });
    expect(await deliver()).toBe(1);
    app.advance(26 * 3_600_000);
    await deliver();
    expect(office.mails).toHaveLength(2);
    expect(subject(office.mails[1])).toBe('2 条通知汇总 · 青岛示例有限公司');
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
    await lins.call('POST', '/auth/login', { username: 'lin', password: strongPassword });
    await tell();
    await lins.call('POST', '/notifications/read', { all: true });
    app.advance(26 * 3_600_000);
    await deliver();
    expect([office.mails.length, (await states()).at(-1)]).toEqual([2, 'dropped']);
  });
});

describe('a server that fails', () => {
  it('refuses a receiver for good: no second try', async () => {
    office.behaviour = 'unknown-user';
    await tell();
    await deliver();
    expect(await states()).toEqual(['failed']);
  });

  it('is busy: tried again later, with the same id, and delivered once', async () => {
    office.behaviour = 'busy';
    await tell();
    await deliver();
    expect([await states(), await deliver()]).toEqual([['waiting'], 0]);
    office.behaviour = 'fine';
    app.advance(31_000);
    expect(await deliver()).toBe(1);
    expect([office.mails.length, await states()]).toEqual([1, ['sent']]);
  });

  it('cannot be reached: nothing is marked, and everything is sent when it is back', async () => {
    const free = await office.close().then(() => office.open());
    await office.close();
    await setServer(free);
    await tell();
    await expect(deliver()).rejects.toThrow(/ECONNREFUSED/);
    expect(await states()).toEqual(['waiting']);
    office = new PostOffice();
    await setServer(await office.open());
    expect(await deliver()).toBe(1);
  });

  it('hangs up after it took the whole mail: the outcome is unknown, so it is not sent twice', async () => {
    office.behaviour = 'hang-up';
    await tell();
    await deliver();
    expect([office.mails.length, await states()]).toEqual([1, ['unsure']]);
    const shown = await admin.call('GET', '/admin/mail');
    expect(shown.body).toMatchObject({ unsure: 1, problems: [{ state: 'unsure', person: '林晓' }] });
  });

  it('greets nobody: given up in time, before anything was handed over', async () => {
    const mute = createServer(() => undefined);
    const port = await new Promise<number>((resolve) => {
      mute.listen(0, '127.0.0.1', () => resolve((mute.address() as { port: number }).port));
    });
    const server = { source: 'settings', host: '127.0.0.1', port, security: 'none', username: null, password: null, from: 'a@b.cn', siteUrl: null } as const;
    await expect(openMailSession(server, { greetingTimeout: 200 })).rejects.toThrow(/[Gg]reeting/);
    await new Promise((resolve) => mute.close(resolve));
  });

  it('is silent after the whole mail: unknown; silent before it: later', async () => {
    office.behaviour = 'silent';
    const server = { source: 'settings', host: '127.0.0.1', port: (await admin.call('GET', '/admin/mail')).body['port'] as number, security: 'none', username: null, password: null, from: 'a@b.cn', siteUrl: null } as const;
    const session = await openMailSession(server, { socketTimeout: 300 });
    expect(await session.send({ from: 'a@b.cn', to: 'c@d.cn' }, Buffer.from('Subject: x\r\n\r\nx'))).toMatchObject({ state: 'unsure' });
    session.close();
  });

  it('never upgrades a line to a certificate that nobody vouches for (SEC-33)', async () => {
    const selfSigned = new SMTPServer({ secure: true, authOptional: true });
    selfSigned.on('error', () => undefined);
    const port = await new Promise<number>((resolve) => {
      const listening = selfSigned.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
    });
    const server = { source: 'settings', host: '127.0.0.1', port, security: 'tls', username: null, password: null, from: 'a@b.cn', siteUrl: null } as const;
    await expect(openMailSession(server)).rejects.toThrow(/certificate|self.signed|expired|verify/i);
    await new Promise<void>((resolve) => selfSigned.close(() => resolve()));
  });
});

describe('a sender that dies', () => {
  it('between handing over and marking: the next one does not send the mail again', async () => {
    await tell();
    // The sender is gone the moment the server has the mail: what it would have written is never written.
    const { database } = app.services;
    const dying = { ...app.services, database: { ...database, run: (query: Parameters<typeof database.run>[0]) => (office.mails.length > 0 ? Promise.reject(new Error('killed')) : database.run(query)) } };
    await expect(deliverMails(dying, kinds, new AbortController().signal)).rejects.toThrow('killed');
    expect([office.mails.length, await states()]).toEqual([1, ['sending']]);
    await deliver();
    expect([office.mails.length, await states()]).toEqual([1, ['unsure']]);
  });

  it('is followed by the sweep, which starts one sender for what is due', async () => {
    await tell();
    await app.services.database.run(sql`DELETE FROM job`);
    await Promise.all([sweepMails(app.services), sweepMails(app.services)]);
    const jobs = await app.services.database.rows<{ name: string }>(sql`SELECT name FROM job WHERE state = 'waiting'`);
    expect(jobs.map((job) => job.name)).toEqual(['notifications.mail']);
    app.advance(4 * 86_400_000);
    await sweepMails(app.services);
    expect(await states()).toEqual(['failed']);
  });
});

describe('the mail server in the administration', () => {
  it('was not set up: what was told before does not pour out later', async () => {
    expect((await admin.call('DELETE', '/admin/mail')).status).toBe(204);
    await tell();
    await deliver();
    expect(await states()).toEqual(['waiting']);
    await sweepMails(app.services);
    expect(await states()).toEqual(['dropped']);
    expect((await admin.call('POST', '/admin/mail/test')).body).toMatchObject({ errors: [{ path: 'host' }] });
  });

  it('keeps the password to itself, and asks for it again when it would go elsewhere', async () => {
    const base = { host: 'smtp.example.cn', port: 465, security: 'tls', username: 'crm', from: 'crm@example.cn', siteUrl: null };
    const saved = await admin.call('PUT', '/admin/mail', { ...base, password: 'k4narie-geheim' });
    expect(saved.body).toMatchObject({ hasPassword: true });
    expect(JSON.stringify(saved.body)).not.toContain('k4narie');
    expect((await admin.call('PUT', '/admin/mail', { ...base, from: 'neu@example.cn' })).body).toMatchObject({ hasPassword: true, from: 'neu@example.cn' });
    expect((await admin.call('PUT', '/admin/mail', { ...base, host: 'evil.example.com' })).body).toMatchObject({ errors: [{ path: 'password', code: 'required' }] });
    expect((await admin.call('PUT', '/admin/mail', { ...base, security: 'none', password: 'x' })).body).toMatchObject({ errors: [{ path: 'security' }] });
    const rows = await app.services.database.rows<{ row: string }>(sql`SELECT to_jsonb(a)::text AS row FROM audit_entry a UNION ALL SELECT to_jsonb(m)::text FROM mail_server m`);
    expect(rows.filter(({ row }) => row.includes('k4narie'))).toEqual([]);
    expect((await lins.call('GET', '/admin/mail')).status).not.toBe(200);
  });

  it('sends a test mail to the administrator, and says what is wrong when it does not leave', async () => {
    expect((await admin.call('POST', '/admin/mail/test')).body).toMatchObject({ isSent: true, error: null });
    expect(office.mails.map((mail) => mail.to)).toEqual(['admin@example.cn']);
    await office.close();
    expect((await admin.call('POST', '/admin/mail/test')).body).toMatchObject({ isSent: false, hint: { 'zh-CN': expect.stringContaining('端口') } });
  });
});
