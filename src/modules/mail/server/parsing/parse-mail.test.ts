import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { cleanMailHtml, shownMailHtml } from './clean-html.ts';
import { decodeHeader } from './encoded-words.ts';
import { parseMail } from './parse-mail.ts';
import { splitHistory } from '../../rules/quoted-history.ts';
import { readTnef } from './tnef.ts';

const raw = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1');
const inCharset = (label: string, charset: string, text: string) => Buffer.concat([raw('From: a@b.example.cn', `Content-Type: text/plain; charset=${label}`, 'Content-Transfer-Encoding: 8bit', '', ''), iconv.encode(text, charset)]);

describe('charsets', () => {
  it.each([
    ['gb2312', 'gb18030', '王喆先生：门锁坏了，请派人来。㐂'], ['gbk', 'gbk', '鎔基路 12 号漏水'], ['big5', 'big5', '請問何時可以維修'], ['utf-8', 'utf-8', '电梯停了'],
    ['gb2312', 'utf-8', '其实是 UTF-8 的邮件，电梯停了'], ['utf-8', 'gb18030', '其实是国标码的邮件，电梯停了'],
  ])('%s over %s', async (label, charset, text) => {
    expect((await parseMail(inCharset(label, charset, text))).text).toBe(text);
  });
  it('ISO-2022-JP under the name of gb2312', async () => {
    const japanese = Buffer.from('\x1b$B$*@$OC\x1b(B', 'latin1');
    const mail = await parseMail(Buffer.concat([raw('Content-Type: text/plain; charset=gb2312', '', ''), japanese]));
    expect(mail.text).toBe('お世話');
  });
  it('a subject whose words are cut in the middle of a character', () => {
    const bytes = Buffer.from('门锁坏了请尽快处理');
    const cut = `=?UTF-8?B?${bytes.subarray(0, 7).toString('base64')}?=\r\n =?UTF-8?B?${bytes.subarray(7).toString('base64')}?=`;
    expect(decodeHeader(cut.replace('\r\n', ''))).toBe('门锁坏了请尽快处理');
    const gb = iconv.encode('收费问题', 'gb18030');
    expect(decodeHeader(`=?gb2312?Q?${[...gb.subarray(0, 3)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')}?= =?gb2312?Q?${[...gb.subarray(3)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')}?=`)).toBe('收费问题');
    expect(decodeHeader(iconv.encode('裸的国标主题', 'gb18030').toString('latin1'))).toBe('裸的国标主题');
  });
});

describe('mails that are not as they should be', () => {
  it('nothing, null bytes, no headers, a boundary that never comes, an empty body', async () => {
    expect((await parseMail(Buffer.alloc(0))).text).toBe('');
    const nulls = await parseMail(raw('Subject: a\0b', 'From: a@b.example.cn', '', 'x\0y'));
    expect([nulls.subject, nulls.text]).toEqual(['ab', 'xy']);
    expect((await parseMail(raw('', 'only a body'))).text).toBe('only a body');
    expect((await parseMail(raw('Content-Type: multipart/mixed; boundary=zz', '', '--zz', '', 'first', '--zz', 'Content-Type: text/plain', '', 'no end'))).text).toMatch(/first[\s\S]*no end/);
    expect((await parseMail(raw('From: a@b.example.cn', 'Subject: empty', '', ''))).subject).toBe('empty');
  });
  it('ten thousand headers are read, forty-one levels are refused', async () => {
    const many = await parseMail(raw('Subject: many', ...Array.from({ length: 10_000 }, (_, n) => `X-H${n}: ${n}`), '', 'body'));
    expect([many.subject, many.text, many.headers.length]).toEqual(['many', 'body', 10_001]);
    const deep = Array.from({ length: 60 }, (_, n) => [`Content-Type: multipart/mixed; boundary=b${n}`, '', `--b${n}`]).flat();
    await expect(parseMail(raw(...deep, '', 'x'))).rejects.toThrow('nesting');
  });
  it('an attachment of 25 MB comes out whole', async () => {
    const big = Buffer.alloc(25 * 1024 * 1024, 7);
    const mail = await parseMail(Buffer.concat([raw('Content-Type: multipart/mixed; boundary=q', '', '--q', '', 'see', '--q', 'Content-Type: application/octet-stream; name=big.bin', 'Content-Transfer-Encoding: base64', '', ''), Buffer.from((big.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')), raw('', '--q--')]));
    expect([mail.text, mail.attachments[0]?.content.equals(big)]).toEqual(['see', true]);
  });
  it('S/MIME, calendars and mails within mails keep their parts; format=flowed is joined', async () => {
    const signed = await parseMail(raw('Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=s', '', '--s', 'Content-Type: text/plain', '', 'signed words', '--s', 'Content-Type: application/pkcs7-signature; name=smime.p7s', 'Content-Transfer-Encoding: base64', '', 'AAAA', '--s--'));
    expect([signed.text, signed.attachments.map((one) => one.name)]).toEqual(['signed words', ['smime.p7s']]);
    const invite = await parseMail(raw('Content-Type: multipart/alternative; boundary=c', '', '--c', 'Content-Type: text/plain', '', 'come', '--c', 'Content-Type: text/calendar; method=REQUEST', '', 'BEGIN:VCALENDAR', '--c--'));
    expect([invite.text, invite.attachments[0]?.mime]).toEqual(['come', 'text/calendar']);
    const flowed = await parseMail(raw('Content-Type: text/plain; format=flowed', '', 'one ', 'line', 'two'));
    expect(flowed.text).toBe('one line\ntwo');
    const within = await parseMail(raw('Content-Type: multipart/mixed; boundary=m', '', '--m', '', 'see below', '--m', 'Content-Type: message/rfc822', '', 'Subject: inner', '', 'inner words', '--m--'));
    expect(`${within.text}${within.quoted}`).toMatch(/see below[\s\S]*inner words/);
  });
});

/** One attribute of a TNEF stream. */
function attribute(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt8(id === 0x0002800c ? 1 : 2, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  return Buffer.concat([head, data, Buffer.alloc(2)]);
}

describe('winmail.dat', () => {
  const file = Buffer.concat([
    Buffer.from('789f3e22', 'hex'), Buffer.alloc(2), attribute(0x0002800c, Buffer.from('正文在这里\0')), attribute(0x00069002, Buffer.alloc(14)),
    attribute(0x00018010, iconv.encode('合同.txt\0', 'gb18030')), attribute(0x0006800f, Buffer.from('内容')),
  ]);
  it('gives its attachments and its body', async () => {
    const mail = await parseMail(raw('Content-Type: multipart/mixed; boundary=w', '', '--w', 'Content-Type: application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64', '', file.toString('base64'), '--w--'));
    expect([mail.text, mail.attachments.map((one) => [one.name, one.content.toString()])]).toEqual(['正文在这里', [['合同.txt', '内容']]]);
  });
  it('cut anywhere neither fails nor loses what came before', () => {
    for (let length = 0; length < file.length; length += 1) expect(() => readTnef(file.subarray(0, length))).not.toThrow();
    expect(readTnef(Buffer.from('no tnef at all'))).toBeUndefined();
  });
});

describe('history and signature', () => {
  it.each([
    ['好的，谢谢\n\n在 2026年11月1日，客服中心 <a@b.example.cn> 写道：\n> 师傅明天上门', '好的，谢谢'],
    ['收到。\n\n发件人：客服中心\n发送时间：2026年11月1日 10:00\n收件人：王慧\n主题：答复\n\n正文', '收到。'],
    ['Thanks\n\nOn Sun, Nov 1, 2026 at 10:00 AM Service <a@b.example.cn> wrote:\n> tomorrow', 'Thanks'],
    ['Fine.\n\nOn Sun, Nov 1, 2026 at 10:00 AM Service Centre of the House\n<a@b.example.cn> wrote:\n\nold', 'Fine.'],
    ['Yes\n\n________________________________\nFrom: Service <a@b.example.cn>\nSent: Sunday\nTo: Wang\nSubject: answer\n\nold', 'Yes'],
    ['不行。\n\n------------------ 原始邮件 ------------------\n发件人: "客服"\n旧的', '不行。'],
    ['请回电。\n-- \n王慧\n13800000000', '请回电。'], ['Ok\n\nSent from my iPhone', 'Ok'], ['好\n\n发自我的iPhone', '好'],
    ['From: the corner shop I bought it, and it broke.', 'From: the corner shop I bought it, and it broke.'],
    ['> 您问的\n我在下面回答\n> 另一个\n也回答', '> 您问的\n我在下面回答\n> 另一个\n也回答'],
  ])('%#', (whole, text) => {
    const split = splitHistory(whole);
    expect(split.text).toBe(text);
    expect(`${split.text}${split.quoted}`.replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
  });
});

describe('HTML', () => {
  it('can do nothing and loads nothing', () => {
    const hostile = '<script>alert(1)</script><form action="https://x.example.com"><input></form><img src="https://track.example.com/p.gif" onerror=alert(1)><img src="cid:a"><img src="data:text/html,x">'
      + '<a href="javascript:alert(1)">a</a><iframe src="x"></iframe><style>@import "x"</style><svg onload=alert(1)></svg><p style="background:url(https://x)" onclick="x()">字</p><base href="https://x">';
    const html = cleanMailHtml(hostile);
    expect(html).not.toMatch(/script|onerror|onload|onclick|style|iframe|form|input|svg|javascript|data:|base|<img[^>]+\ssrc="http/i);
    expect(html).toContain('<p>字</p>');
    expect(html).toContain('cid:a');
    expect(html).toContain('track.example.com');
    expect(cleanMailHtml(html)).toBe(html);
    const shown = (hasRemote: boolean) => shownMailHtml(html, { files: new Map([['a', '/api/v1/files/1']]), hasRemote });
    expect(shown(false)).toContain('<img src="/api/v1/files/1" alt="" />');
    expect(shown(false)).not.toMatch(/src="http/);
    expect(shown(true)).toContain('src="https://track.example.com/p.gif"');
  });
});
