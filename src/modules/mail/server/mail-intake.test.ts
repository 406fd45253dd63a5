import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { type TestApp, startTestApp } from '../../../app/test-app.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { addInboundMailListener } from './mail-listeners.ts';
import type { InboundMail } from './mail-types.ts';
import { loadMailbox } from './queries/mailbox-rows.ts';
import { readMailbox } from './reading/read-mailbox.ts';
import { retryMail } from './reading/retry-mails.ts';
import { openImap, openSmtp } from './test-post.ts';
import { deliverOutbox } from './sending/deliver-outbox.ts';
import { type MailDraft, sendMail } from './sending/send-mail.ts';
import { takeMail } from './taking/take-mail.ts';

let app: TestApp;
let imap: Awaited<ReturnType<typeof openImap>>;
let smtp: Awaited<ReturnType<typeof openSmtp>>;
let box: Id;
let customer: Id;
const heard: InboundMail[] = [];
let takes = true;
let fails = 0;

const signal = new AbortController().signal;
const raw = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const letter = (id: string, more: readonly string[] = [], text = '你好，门锁坏了。') =>
  raw(`Message-ID: <${id}@kunde.example.cn>`, 'From: =?UTF-8?B?546L5oWn?= <wang@kunde.example.cn>', 'To: fuwu@house.example.cn', 'Subject: =?UTF-8?B?6Zeo6ZSB5Z2P5LqG?=', 'Date: Sun, 01 Nov 2026 10:00:00 +0800', ...more, 'Content-Type: text/plain; charset=utf-8', '', text);
const count = async (query = sql`SELECT count(*)::int AS n FROM mail_message WHERE direction = 'in'`) => (await app.services.database.one<{ n: number }>(query)).n;
const mails = () => app.services.database.rows<{ id: Id; nature: string; state: string; subject: string; about_id: string | null; thread_id: string; bounce_of: string | null; error: string | null; raw_file_id: string; customer_id: string | null }>(sql`
  SELECT id, nature, state, subject, about_id, thread_id, bounce_of, error, raw_file_id, customer_id FROM mail_message WHERE direction = 'in' ORDER BY created_at, id`);
const boxRow = async () => {
  const row = await loadMailbox(app.services.database, box);
  if (!row) throw new Error('no mailbox');
  return row;
};
const take = async (content: Buffer) => takeMail(app.services, await boxRow(), { raw: content, receivedAt: new Date('2026-11-01T02:00:05Z') });
const send = (draft: Partial<MailDraft> = {}) => runAction(app.services, { actor: systemActor(app.services) }, (ctx) =>
  sendMail(ctx, { mailboxId: box, to: [{ address: 'wang@kunde.example.cn', name: '王慧' }], subject: '答复', text: '师傅明天上门。', ...draft }));

beforeAll(async () => {
  app = await startTestApp();
  // The workers would send and read beside the tests.
  await app.services.jobs.stop();
  imap = await openImap();
  smtp = await openSmtp();
  const made = await app.admin.post('/admin/mailboxes', {
    address: 'Fuwu@house.example.cn', name: '客服中心', imap: { host: '127.0.0.1', port: imap.port, security: 'none', username: 'plain', password: 'open-sesame' },
    smtp: { host: '127.0.0.1', port: smtp.port, security: 'none', username: null }, unit: null, feeds: 'probe', signatureZh: '客服中心', signatureEn: 'Service', takesHistory: true, isActive: true, folder: 'INBOX',
  });
  expect(made.status, made.text).toBe(201);
  expect(made.text).not.toContain('open-sesame');
  box = String(made.body.id);
  const known = await app.admin.post('/customers', { kind: 'person', name: '王慧', email: 'wang@kunde.example.cn' });
  customer = String(known.body.id);
  addInboundMailListener({
    key: 'probe',
    onMail: (_ctx, mail) => {
      if (fails > 0) {
        fails -= 1;
        throw new Error('the listener stumbled');
      }
      heard.push(mail);
      return Promise.resolve(takes ? { object: 'customer', id: mail.about?.id ?? customer } : undefined);
    },
  });
});
afterAll(async () => {
  addInboundMailListener({ key: 'probe', onMail: () => Promise.resolve(undefined) })();
  await imap.close();
  await smtp.close();
  await app.close();
});
beforeEach(async () => {
  heard.length = 0;
  takes = true;
  fails = 0;
  smtp.mails.length = 0;
  smtp.behaviour.after = 'fine';
  await app.services.database.run(sql`DELETE FROM mail_attachment`);
  await app.services.database.run(sql`UPDATE mail_message SET bounce_of = NULL`);
  await app.services.database.run(sql`DELETE FROM mail_message`);
  await app.services.database.run(sql`DELETE FROM mail_thread`);
});

describe('a mail that comes in', () => {
  it('fifty times at once, is one, with one effect and one file (REL-7)', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => take(letter('once'))));
    expect(all.filter((one) => one === 'taken')).toHaveLength(1);
    expect(all.filter((one) => one === 'known')).toHaveLength(49);
    expect([await count(), heard.length]).toEqual([1, 1]);
    const [row] = await mails();
    expect(await count(sql`SELECT count(*)::int AS n FROM file_object WHERE record_id = ${row?.id}`)).toBe(1);
  });

  it('without a Message-ID is known by its bytes; under one that is used again, by who sent it and when', async () => {
    const bare = raw('From: a@b.example.cn', 'Subject: x', '', 'y');
    expect([await take(bare), await take(bare), await take(raw('From: a@b.example.cn', 'Subject: x', '', 'z'))]).toEqual(['taken', 'known', 'taken']);
    const other = raw('Message-ID: <same@x.example.cn>', 'From: c@d.example.cn', 'Date: Sun, 01 Nov 2026 10:00:00 +0800', '', 'one');
    const again = raw('Message-ID: <same@x.example.cn>', 'From: c@d.example.cn', 'Date: Sun, 01 Nov 2026 11:00:00 +0800', '', 'two');
    expect([await take(other), await take(again), await take(again), await take(other)]).toEqual(['taken', 'taken', 'known', 'known']);
  });

  it('goes to the customer whose address it bears, and to the listener; its files to the record', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await take(raw('Message-ID: <pic@kunde.example.cn>', 'From: wang@kunde.example.cn', 'Subject: photo', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'see', '--b', 'Content-Type: application/octet-stream; name=lock.png', 'Content-Disposition: attachment; filename=lock.png', 'Content-Transfer-Encoding: base64', '', png,
      '--b', 'Content-Type: application/x-msdownload; name=a.exe', 'Content-Disposition: attachment; filename=a.exe', 'Content-Transfer-Encoding: base64', '', Buffer.from('MZ\0\0binary').toString('base64'), '--b--'));
    expect(heard[0]).toMatchObject({ customerId: customer, subject: 'photo', text: 'see', attachments: [{ name: 'lock.png', mime: 'image/png', withheld: null }, { name: 'a.exe', fileId: null, withheld: 'file-type' }] });
    const files = await app.services.database.rows(sql`SELECT object, record_id FROM file_object WHERE id = ${heard[0]?.attachments[0]?.fileId}`);
    expect(files).toEqual([{ object: 'customer', record_id: customer }]);
  });

  it('stands on the customer’s timeline, also where no listener took it', async () => {
    takes = false;
    await take(letter('line'));
    const timeline = await app.admin.get<{ data?: { kind: string; title: string; body: string }[] }>(`/customers/${customer}/timeline?kinds=mail`);
    expect(timeline.body.data).toMatchObject([{ kind: 'mail', title: '门锁坏了', body: '你好，门锁坏了。' }]);
    const [row] = await mails();
    const content = await app.admin.get(`/mail-messages/${row?.id}/content`);
    expect(content.body).toMatchObject({ subject: '门锁坏了', from: { name: '王慧' }, text: '你好，门锁坏了。' });
  });

  it('that cannot be parsed is kept and listed, and may be tried again', async () => {
    const deep = ['Message-ID: <deep@x.example.cn>', 'From: a@b.example.cn', 'Subject: nested', ...Array.from({ length: 60 }, (_, n) => [`Content-Type: multipart/mixed; boundary=b${n}`, '', `--b${n}`]).flat(), '', 'x'];
    expect(await take(raw(...deep))).toBe('kept');
    expect(await mails()).toMatchObject([{ state: 'unread', subject: 'nested' }]);
    const list = await app.admin.get<{ data?: { id: string }[] }>('/admin/mails/kept');
    expect(list.body.data).toMatchObject([{ subject: 'nested', state: 'unread', from: 'a@b.example.cn', hasRaw: true }]);
    const id = list.body.data?.[0]?.id;
    expect((await app.admin.get(`/admin/mails/${id}/raw`)).text).toContain('Subject: nested');
    expect((await app.admin.post(`/admin/mails/${id}/retry`)).body).toEqual({ isTaken: false });
    expect(await count()).toBe(1);
  });

  it('with null bytes wherever they can stand is taken like any other', async () => {
    const nulls = raw('Message-ID: <a\0b@x.example.cn>', 'From: "N\0N" <n\0@x.example.cn>', 'References: <r\0@x.example.cn> <ok@x.example.cn>', 'Subject: s\0s', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 't\0t',
      '--b', 'Content-Type: image/p\0ng; name="a\0.png"', 'Content-ID: <c\0>', 'Content-Disposition: attachment', '', 'x', '--b--');
    expect(await take(nulls)).toBe('taken');
    expect(await mails()).toMatchObject([{ state: 'taken', subject: 'ss' }]);
  });

  it('whose effect fails is kept and taken later, once', async () => {
    fails = 1;
    expect(await take(letter('stumble'))).toBe('kept');
    expect([await count(), heard.length]).toEqual([1, 0]);
    const [kept] = await mails();
    expect(kept).toMatchObject({ state: 'waiting', error: 'the listener stumbled', about_id: null });
    expect(await retryMail(app.services, String(kept?.id))).toBe('taken');
    expect((await mails()).map((row) => [row.state, row.about_id])).toEqual([['taken', customer]]);
    expect([heard.length, await retryMail(app.services, String(kept?.id))]).toEqual([1, undefined]);
  });
});

describe('reading by IMAP', () => {
  it('takes what is there in order, once, and what comes later; a mailbox numbered anew doubles nothing', async () => {
    imap.put(letter('first'));
    imap.put(raw('From: b@c.example.cn', 'Content-Type: multipart/mixed; boundary=never', '', 'no part ever begins'));
    imap.put(letter('second'));
    expect(await readMailbox(app.services, box, signal)).toBe('done');
    expect((await boxRow()).error).toBeNull();
    expect(await count()).toBe(3);
    expect(await readMailbox(app.services, box, signal)).toBe('done');
    imap.put(letter('third'));
    await readMailbox(app.services, box, signal);
    expect(await count()).toBe(4);
    imap.setValidity(4711);
    await readMailbox(app.services, box, signal);
    expect([await count(), (await boxRow()).uid_validity, heard.length]).toEqual([4, 4711, 4]);
  });

  it('says in plain words what is wrong, and goes on when it is right again', async () => {
    await app.services.database.run(sql`UPDATE mailbox SET imap_username = 'nobody' WHERE id = ${box}`);
    expect(await readMailbox(app.services, box, signal)).toBe('failed');
    const shown = await app.admin.get<{ data?: { hint: unknown; failingSince: string | null }[] }>('/admin/mailboxes');
    expect(shown.body.data?.[0]).toMatchObject({ hint: { 'zh-CN': expect.stringContaining('密码') }, failingSince: expect.any(String) });
    await app.services.database.run(sql`UPDATE mailbox SET imap_username = 'plain' WHERE id = ${box}`);
    expect(await readMailbox(app.services, box, signal)).toBe('done');
    expect((await app.admin.post(`/admin/mailboxes/${box}/test`)).body).toMatchObject({ imap: { isOk: true }, smtp: { isOk: true } });
  });
});

describe('a mail that goes out', () => {
  it('leaves once with its own id, token and marks; the answer to it finds its thread', async () => {
    const sent = await send({ isAutomatic: true, about: { object: 'customer', id: customer } });
    if (sent.withheld) throw new Error('withheld');
    expect(await deliverOutbox(app.services, signal)).toBe(1);
    const text = smtp.mails[0]?.raw.toString() ?? '';
    expect(text).toContain(`Message-ID: <${sent.messageId}>`);
    expect(text).toMatch(/Auto-Submitted: auto-replied/);
    expect(text).toMatch(/X-Zhike-Loop: /);
    expect(smtp.mails[0]).toMatchObject({ from: 'fuwu@house.example.cn', to: ['wang@kunde.example.cn'] });
    await take(letter('reply', [`In-Reply-To: <${sent.messageId}>`]));
    expect(heard[0]).toMatchObject({ threadId: sent.threadId, about: { object: 'customer', id: customer } });
    const subject = (await app.services.database.one<{ subject: string }>(sql`SELECT subject FROM mail_message WHERE id = ${sent.id}`)).subject;
    await take(raw('Message-ID: <t@k.example.cn>', 'From: other@kunde.example.cn', `Subject: Re: ${subject.slice(subject.indexOf('['))}`, '', 'by token'));
    expect(heard[1]).toMatchObject({ threadId: sent.threadId, customerId: customer });
    await take(raw('Message-ID: <u@k.example.cn>', 'From: other@kunde.example.cn', 'Subject: Re: 答复', '', 'by subject alone'));
    expect(heard[2]?.threadId).not.toBe(sent.threadId);
  });

  it('is not sent twice when its outcome is unsure, and is tried again when the server says later', async () => {
    smtp.behaviour.after = 'hang-up';
    await send();
    await deliverOutbox(app.services, signal);
    expect(await app.services.database.rows(sql`SELECT state FROM mail_message`)).toEqual([{ state: 'unsure' }]);
    smtp.behaviour.after = 'fine';
    expect([await deliverOutbox(app.services, signal), smtp.mails.length]).toEqual([0, 1]);
    smtp.behaviour.after = 'busy';
    await send();
    await deliverOutbox(app.services, signal);
    expect(await count(sql`SELECT count(*)::int AS n FROM mail_message WHERE state = 'waiting' AND attempts = 1 AND due_at > now()`)).toBe(1);
  });

  it('that comes back is found by its id: no case, no answer', async () => {
    const sent = await send();
    if (sent.withheld) throw new Error('withheld');
    await deliverOutbox(app.services, signal);
    await take(raw('Message-ID: <b@mx.example.cn>', 'From: MAILER-DAEMON@mx.example.cn', 'Subject: Undelivered Mail Returned to Sender', 'Content-Type: multipart/report; report-type=delivery-status; boundary=r', '', '--r', '', 'could not be delivered', '--r', 'Content-Type: message/delivery-status', '',
      'Reporting-MTA: dns; mx.example.cn', '', 'Final-Recipient: rfc822; wang@kunde.example.cn', 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 no such user', '--r', 'Content-Type: text/rfc822-headers', '', `Message-ID: <${sent.messageId}>`, '--r--'));
    expect(heard).toHaveLength(0);
    expect(await mails()).toMatchObject([{ nature: 'bounce', bounce_of: sent.id, thread_id: sent.threadId, customer_id: customer }]);
    expect(await app.services.database.one(sql`SELECT state, error FROM mail_message WHERE id = ${sent.id}`)).toEqual({ state: 'failed', error: '550 no such user' });
  });

  it('is withheld when it would answer a machine, or one address too often', async () => {
    await take(letter('away', ['Auto-Submitted: auto-replied']));
    expect(heard[0]?.nature).toBe('autoReply');
    const [away] = await mails();
    expect(await send({ isAutomatic: true, inReplyTo: String(away?.id) })).toEqual({ withheld: 'automatic' });
    expect(await send({ isAutomatic: true, to: [{ address: 'no-reply@shop.example.cn' }] })).toEqual({ withheld: 'automatic' });
    for (let n = 0; n < 5; n += 1) expect((await send({ isAutomatic: true })).withheld).toBeUndefined();
    expect(await send({ isAutomatic: true })).toEqual({ withheld: 'rate' });
  });

  it('of ours that comes in again is a loop and goes nowhere', async () => {
    const sent = await send();
    if (sent.withheld) throw new Error('withheld');
    await deliverOutbox(app.services, signal);
    await take(smtp.mails[0]?.raw ?? Buffer.alloc(0));
    expect([(await mails())[0]?.nature, heard.length]).toEqual(['loop', 0]);
  });
});
