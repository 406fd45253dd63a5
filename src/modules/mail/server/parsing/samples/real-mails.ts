import type { MailNature } from '../../mail-types.ts';

/** A mail made after the shape that a real system gives its own; no real person is in it. */
export interface SampleMail {
  readonly name: string;
  readonly nature: MailNature;
  readonly raw: string;
  /** Who it was for, of a bounce. */
  readonly recipient?: string;
}

const OURS = '0192aaaa-0000-7000-8000-000000000001@house.example.cn';
const lines = (...all: string[]): string => all.join('\r\n');
const b64 = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

const person = (name: string, headers: readonly string[], body = '您好，请问什么时候上门？'): SampleMail => ({
  name, nature: 'normal', raw: lines('From: lin.xiao@kunde.example.cn', 'To: fuwu@house.example.cn', 'Subject: question', ...headers, '', body),
});
const auto = (name: string, subject: string, headers: readonly string[]): SampleMail => ({
  name, nature: 'autoReply', raw: lines('From: chen@kunde.example.cn', 'To: fuwu@house.example.cn', `Subject: ${subject}`, ...headers, '', '我在休假，11 月 30 日回来。'),
});
const list = (name: string, headers: readonly string[]): SampleMail => ({
  name, nature: 'list', raw: lines('From: news@haendler.example.com', 'To: fuwu@house.example.cn', 'Subject: Offers of the week', ...headers, '', 'Read on'),
});
const loop = (name: string, headers: readonly string[]): SampleMail => ({ name, nature: 'loop', raw: lines('To: fuwu@house.example.cn', 'Subject: Re: hello', ...headers, '', 'again') });

/** multipart/report as postfix, Exchange, Gmail and the like make it. */
const report = (name: string, from: string, subject: string, recipient: string, words: string, more: readonly string[] = []): SampleMail => ({
  name, nature: 'bounce', recipient,
  raw: lines(`From: ${from}`, 'To: fuwu@house.example.cn', `Subject: ${subject}`, 'Auto-Submitted: auto-replied', ...more, 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="rb"', '',
    '--rb', 'Content-Type: text/plain; charset=utf-8', '', words, '', '--rb', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.com', '', `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed', 'Status: 5.1.1', `Diagnostic-Code: smtp; 550 5.1.1 ${words.slice(0, 40)}`, '', '--rb', 'Content-Type: message/rfc822', '', 'From: fuwu@house.example.cn', `Message-ID: <${OURS}>`, 'Subject: ours', '', 'text', '', '--rb--', ''),
});
/** In words only. */
const told = (name: string, from: string, subject: string, recipient: string, headers: readonly string[], ...body: string[]): SampleMail => ({
  name, nature: 'bounce', recipient, raw: lines(`From: ${from}`, 'To: fuwu@house.example.cn', `Subject: ${subject}`, ...headers, 'Content-Type: text/plain; charset=utf-8', '', ...body),
});

export const ourMessageId = OURS;

export const bounceSamples: readonly SampleMail[] = [
  report('postfix', 'MAILER-DAEMON@mx.example.com (Mail Delivery System)', 'Undelivered Mail Returned to Sender', 'wang@kunde.example.cn', 'host mx said: user unknown', ['Return-Path: <>']),
  report('Exchange Online', 'postmaster@kunde.onmicrosoft.example.com', 'Undeliverable: ours', 'li@kunde.example.cn', 'Your message could not be delivered', ['X-MS-Exchange-Message-Is-Ndr:']),
  report('Exchange in Chinese', 'postmaster@kunde.example.cn', b64('未送达: 答复'), 'zhao@kunde.example.cn', '找不到收件人'),
  report('Gmail', 'mailer-daemon@googlemail.example.com', 'Delivery Status Notification (Failure)', 'gao@gmail.example.com', 'Address not found', ['X-Failed-Recipients: gao@gmail.example.com']),
  report('sendmail', 'Mail Delivery Subsystem <MAILER-DAEMON@relay.example.com>', 'Returned mail: see transcript for details', 'he@kunde.example.cn', 'User unknown'),
  report('SES', 'MAILER-DAEMON@amazonses.example.com', 'Delivery Status Notification (Failure)', 'lu@kunde.example.cn', 'An error occurred while trying to deliver'),
  report('Coremail', 'postmaster@corp.example.cn', b64('系统退信/Systems bounce'), 'sun@corp.example.cn', '用户不存在'),
  told('qmail', 'MAILER-DAEMON@mx.example.com', 'failure notice', 'qian@kunde.example.cn', ['Return-Path: <>'], 'Hi. This is the qmail-send program at mx.example.com.', "I'm afraid I wasn't able to deliver your message to the following addresses.", '', '<qian@kunde.example.cn>:', 'Sorry, no mailbox here by that name. (#5.1.1)', '', '--- Below this line is a copy of the message.', '', `Message-ID: <${OURS}>`),
  told('exim', 'Mail Delivery System <Mailer-Daemon@exim.example.com>', 'Mail delivery failed: returning message to sender', 'shen@kunde.example.cn', ['X-Failed-Recipients: shen@kunde.example.cn'], 'A message that you sent could not be delivered to all of its recipients.', '', '  shen@kunde.example.cn', '    550 5.7.1 unrouteable address', '', `Message-ID: <${OURS}>`),
  told('QQ', 'PostMaster@qq.example.com', b64('来自qq.example.com的退信'), '10001@qq.example.com', ['Return-Path: <>'], '很抱歉您发送的邮件被退回，以下是该邮件的相关信息：', '收件人：10001@qq.example.com', '退信原因：收件人不存在', `Message-ID: <${OURS}>`),
  told('163', 'Postmaster@163.example.com', b64('系统退信'), 'mei@163.example.com', [], '抱歉，您的邮件被退回来了……', '收件人：<mei@163.example.com>', '退信原因：邮箱空间不足', `Message-ID: <${OURS}>`),
  told('126, empty return path', 'Postmaster@126.example.com', b64('退信通知'), 'fang@126.example.com', ['Return-Path: <>'], '收件人 fang@126.example.com', '出错信息：550 用户不存在', `Message-ID: <${OURS}>`),
  told('sina', 'MAILER-DAEMON@sina.example.com', b64('邮件投递失败'), 'ming@sina.example.com', [], '收件人: ming@sina.example.com', '原因: 对方服务器拒绝', `Message-ID: <${OURS}>`),
  told('domino', 'Postmaster@notes.example.com', 'DELIVERY FAILURE: User not listed in Directory', 'jiang@notes.example.com', [], 'Your message', 'was not delivered to: jiang@notes.example.com', 'because: no such user', `Message-ID: <${OURS}>`),
];

export const otherSamples: readonly SampleMail[] = [
  person('Outlook', ['X-Mailer: Microsoft Outlook 16.0', 'X-MS-Has-Attach: ', 'Thread-Topic: question', 'Accept-Language: zh-CN, en-US']),
  person('Exchange, not automatic', ['X-MS-Exchange-Organization-SCL: -1', 'Auto-Submitted: no']),
  person('Gmail', ['MIME-Version: 1.0', 'DKIM-Signature: v=1; a=rsa-sha256; d=gmail.example.com']),
  person('QQ', ['X-QQ-SSF: 00000000000000', 'X-Mailer: QQMail 2.x', 'X-QQ-MIME: TCMime 1.0 by Tencent']),
  person('163', ['X-Mailer: Coremail Webmail Server Version XT5.0', 'X-CM-TRANSID: x']),
  person('Foxmail', ['X-Mailer: Foxmail 7.2.25.331[cn]', 'X-Priority: 3']),
  person('iPhone', ['X-Mailer: iPhone Mail (22B83)', 'Mime-Version: 1.0 (1.0)']),
  person('Thunderbird', ['User-Agent: Mozilla Thunderbird']),
  person('a word about bounces', ['Return-Path: <lin.xiao@kunde.example.cn>', `Subject: ${b64('请问退信是怎么回事')}`]),
  person('nothing but a body', []),
  auto('RFC 3834', 'Re: hello', ['Auto-Submitted: auto-replied']),
  auto('generated', 'Ticket received', ['Auto-Submitted: auto-generated (ticket)']),
  auto('Exchange out of office', 'Automatic reply: hello', ['Auto-Submitted: auto-generated', 'X-MS-Exchange-Inbox-Rules-Loop: chen@kunde.example.cn', 'X-Auto-Response-Suppress: All']),
  auto('Exchange in Chinese', b64('自动答复: 您好'), ['X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent']),
  auto('old Outlook, subject alone', 'Out of Office: hello', []),
  auto('vacation(1)', 'away from my mail', ['Precedence: bulk', 'Auto-Submitted: auto-replied']),
  auto('Gmail vacation', 'Re: hello', ['Precedence: bulk', 'X-Autoreply: yes', 'Auto-Submitted: auto-replied']),
  auto('cPanel', 'I am out', ['X-Autorespond: hello', 'Precedence: auto_reply']),
  auto('QQ', b64('自动回复：您好'), ['X-QQ-Auto-Reply: 1']),
  auto('163, subject alone', b64('自动回复:Re: 您好'), ['X-Mailer: Coremail Webmail Server']),
  auto('in brackets', b64('【自动回复】我在出差'), []),
  auto('Foxmail away', b64('外出通知：您好'), []),
  auto('traditional characters', b64('自動回覆: 您好'), []),
  list('Mailman', ['List-Id: <all.example.com>', 'Precedence: list']),
  list('newsletter', ['List-Unsubscribe: <mailto:off@haendler.example.com>', 'Feedback-ID: 1:2:haendler']),
  list('bulk', ['Precedence: bulk']),
  list('junk', ['Precedence: junk']),
  loop('our own mark', ['From: relay@elsewhere.example.com', 'X-Zhike-Loop: 0192aaaa-0000-7000-8000-00000000000b']),
  loop('X-Loop with our address', ['From: relay@elsewhere.example.com', 'X-Loop: fuwu@house.example.cn']),
  loop('from ourselves', ['From: fuwu@house.example.cn']),
];
