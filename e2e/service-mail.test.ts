import PostalMime from 'postal-mime';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliverOutbox } from '#modules/mail/server/sending/deliver-outbox.ts';
import { loadMailbox } from '#modules/mail/server/queries/mailbox-rows.ts';
import { readMailbox } from '#modules/mail/server/reading/read-mailbox.ts';
import { takeMail } from '#modules/mail/server/taking/take-mail.ts';
import { openImap, openSmtp } from '#modules/mail/server/test-post.ts';
import { type TestDesk, made, openTestDesk } from '#modules/service/server/test-desk.ts';

// From a mail in a real mailbox to a case, and from the agent's reply to a real mail server (SE-30).
let desk: TestDesk;
let imap: Awaited<ReturnType<typeof openImap>>;
let smtp: Awaited<ReturnType<typeof openSmtp>>;
let box: string;
const signal = new AbortController().signal;

const letter = (id: string, more: readonly string[] = [], text = '三单元的门锁坏了，请来看看。') => Buffer.from([
  `Message-ID: <${id}@kunde.example.cn>`, 'From: =?UTF-8?B?546L5oWn?= <wang@kunde.example.cn>', 'To: fuwu@house.example.cn', 'Subject: =?GB18030?B?w8XL+Lu1wcs=?=', 'Date: Mon, 02 Mar 2026 09:00:00 +0800',
  ...more, 'Content-Type: text/plain; charset=utf-8', '', text,
].join('\r\n'));

async function mailbox() {
  const row = await loadMailbox(desk.app.services.database, box);
  if (!row) throw new Error('no mailbox');
  return row;
}
const read = async () => readMailbox(desk.app.services, box, signal);
const cases = async () => (await desk.supervisor.get<{ data: { id: string; number: string; subject: string; state: string; channel: string; reporterEmail: string | null }[] }>('/cases?sort=receivedAt&limit=50')).body.data;
const told = async (id: string) => (await desk.supervisor.get<{ data: { kind: string; body: string; files: unknown[] }[] }>(`/service/cases/${id}/messages`)).body.data;
const deliver = () => deliverOutbox(desk.app.services, signal);

beforeAll(async () => {
  desk = await openTestDesk();
  await desk.app.services.jobs.stop();
  imap = await openImap();
  smtp = await openSmtp();
  box = String((await made(desk.app.admin.post('/admin/mailboxes', {
    address: 'fuwu@house.example.cn', name: '客服中心', imap: { host: '127.0.0.1', port: imap.port, security: 'none', username: 'plain', password: 'open-sesame' },
    smtp: { host: '127.0.0.1', port: smtp.port, security: 'none', username: null }, unit: null, feeds: 'service', signatureZh: '客服中心', signatureEn: 'Service', takesHistory: true, isActive: true, folder: 'INBOX',
  })))['id']);
});
afterAll(async () => {
  await imap.close();
  await smtp.close();
  await desk.close();
});

test('a mail becomes a case, acknowledged with its number; the answer goes out in its thread, and the customer’s next mail comes back to it', async () => {
  imap.put(letter('lock'));
  await read();
  const [row] = await cases();
  expect(row).toMatchObject({ subject: '门锁坏了', channel: 'mail', state: 'open' });
  const id = row?.id ?? '';
  expect(await told(id)).toMatchObject([{ kind: 'incoming', body: '三单元的门锁坏了，请来看看。' }]);
  await deliver();
  expect(smtp.mails.map((mail) => mail.to)).toEqual([['wang@kunde.example.cn']]);
  const handler = (await desk.supervisor.get(`/cases/${id}`)).body['owner'] === desk.agent.id ? desk.agent : desk.other;
  await made(handler.post(`/service/cases/${id}/messages`, { kind: 'reply', body: '师傅今天下午三点到。' }));
  await deliver();
  const sent = smtp.mails.at(-1)?.raw.toString('latin1') ?? '';
  expect(sent).toContain('In-Reply-To: <lock@kunde.example.cn>');
  // What is answered stands below the answer, as text and as HTML.
  const outgoing = await PostalMime.parse(smtp.mails.at(-1)?.raw ?? Buffer.alloc(0));
  expect(outgoing.text).toMatch(/师傅今天下午三点到。[\s\S]*在 2026年3月2日 09:00，王慧 <wang@kunde\.example\.cn> 写道：\n> 三单元的门锁坏了，请来看看。/);
  expect(outgoing.html).toMatch(/<blockquote type="cite">三单元的门锁坏了，请来看看。<\/blockquote>/);
  const answered = /^Message-ID: (<[^>]+>)/im.exec(sent)?.[1] ?? '';
  await made(handler.post(`/service/cases/${id}/wait`, { reason: '等客户在家' }));
  imap.put(letter('thanks', [`In-Reply-To: ${answered}`, `References: <lock@kunde.example.cn> ${answered}`], '好的，我在家。'));
  await read();
  expect(await cases()).toHaveLength(1);
  expect((await told(id)).map((message) => message.kind)).toEqual(['incoming', 'reply', 'incoming']);
  expect((await desk.supervisor.get(`/cases/${id}`)).body['state']).toBe('open');
});

test('the same mail fifty times at once is one case (REL-7)', async () => {
  const before = (await cases()).length;
  const row = await mailbox();
  await Promise.all(Array.from({ length: 50 }, () => takeMail(desk.app.services, row, { raw: letter('fifty', [], '电梯停了'), receivedAt: new Date('2026-03-02T01:00:05Z') })));
  expect((await cases()).length).toBe(before + 1);
  const { n } = await desk.app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM case_message WHERE body = '电梯停了'`);
  expect(n).toBe(1);
});

test('an out-of-office note makes no case, wakes none and is not answered; a reply without an address is refused', async () => {
  const before = (await cases()).length;
  const mails = smtp.mails.length;
  imap.put(letter('ooo', ['Auto-Submitted: auto-replied'], '我在休假。'));
  await read();
  await deliver();
  expect([(await cases()).length, smtp.mails.length]).toEqual([before, mails + 1]);
  const id = String((await made(desk.agent.post('/service/cases', { caseType: desk.types['咨询'], channel: 'phone', subject: '停车' })))['id']);
  expect((await desk.agent.post(`/service/cases/${id}/messages`, { kind: 'reply', channel: 'mail', body: '您好' })).body['code']).toBe('service.no-address');
  expect(await told(id)).toEqual([]);
});

test('a reply that comes back is noted on its case: the agent must know', async () => {
  imap.put(letter('comes-back', [], '车库的灯坏了。'));
  await read();
  await deliver();
  const id = (await cases()).find((row) => row.subject === '门锁坏了' && row.state === 'open')?.id ?? '';
  const handler = (await desk.supervisor.get(`/cases/${id}`)).body['owner'] === desk.agent.id ? desk.agent : desk.other;
  await made(handler.post(`/service/cases/${id}/messages`, { kind: 'reply', body: '今晚换灯。' }));
  await deliver();
  const answered = /^Message-ID: <([^>]+)>/im.exec(smtp.mails.at(-1)?.raw.toString('latin1') ?? '')?.[1] ?? '';
  imap.put(Buffer.from(['Message-ID: <bounce@mx.example.cn>', 'From: MAILER-DAEMON@mx.example.cn', 'Subject: Undelivered Mail Returned to Sender', 'Content-Type: multipart/report; report-type=delivery-status; boundary=r', '', '--r', '', 'full', '--r',
    'Content-Type: message/delivery-status', '', 'Final-Recipient: rfc822; wang@kunde.example.cn', 'Action: failed', 'Status: 5.2.2', '', '--r', 'Content-Type: text/rfc822-headers', '', `Message-ID: <${answered}>`, '--r--'].join('\r\n')));
  await read();
  expect((await told(id)).at(-1)).toMatchObject({ kind: 'note', body: expect.stringContaining('wang@kunde.example.cn · 5.2.2') });
});

test('an HTML mail is shown without anything that acts; its own pictures inline, those from elsewhere only when asked for (SEC-18)', async () => {
  const html = '<p>看<b>图</b><script>alert(1)</script><img src="cid:door@x" onerror="alert(2)"><img src="https://track.example.com/p.gif" alt="头像"></p><form action="https://x.example.com"><input></form>';
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  imap.put(Buffer.from([
    'Message-ID: <html@kunde.example.cn>', 'From: wang@kunde.example.cn', 'To: fuwu@house.example.cn', 'Subject: picture', 'Date: Mon, 02 Mar 2026 09:30:00 +0800', 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=b', '',
    '--b', 'Content-Type: text/html; charset=utf-8', '', html, '--b', 'Content-Type: image/png; name=door.png', 'Content-Transfer-Encoding: base64', 'Content-ID: <door@x>', 'Content-Disposition: inline; filename=door.png', '', pixel, '--b--', '',
  ].join('\r\n')));
  await read();
  const row = (await cases()).find((each) => each.subject === 'picture');
  const [message] = (await desk.supervisor.get<{ data: { id: string; hasHtml: boolean; held: number; files: unknown[] }[] }>(`/service/cases/${row?.id ?? ''}/messages`)).body.data;
  expect(message).toMatchObject({ hasHtml: true, held: 1, files: [] });
  const path = `/service/cases/${row?.id ?? ''}/messages/${message?.id ?? ''}/page`;
  const get = async (query: string, cookie = desk.supervisor.cookie()) => fetch(`${desk.app.url}/api/v1${path}${query}`, { headers: { cookie } });
  const [plain, asked] = [await get(''), await get('?pictures=all')];
  const [held, all] = [await plain.text(), await asked.text()];
  expect(held).not.toMatch(/<script|onerror|<form|<input|src="http/);
  expect(held).toMatch(/<b>图<\/b>/);
  const file = /src="(\/api\/v1\/files\/[^"]+)"/.exec(held)?.[1] ?? '';
  expect((await fetch(`${desk.app.url}${file}`, { headers: { cookie: desk.supervisor.cookie() } })).headers.get('content-type')).toBe('image/png');
  expect(all).toContain('src="https://track.example.com/p.gif"');
  const policies = [plain, asked].map((answer) => answer.headers.get('content-security-policy') ?? '');
  for (const policy of policies) expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'self'.*sandbox allow-same-origin/);
  expect(policies.map((policy) => policy.includes('https:'))).toEqual([false, true]);
  const unit = await desk.unitOf('别处');
  const stranger = await desk.app.person({ username: 'stranger', roles: ['serviceAgent'], unit });
  expect((await get('', stranger.cookie())).status).toBe(404);
});
