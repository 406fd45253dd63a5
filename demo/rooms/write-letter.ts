import { crc32, deflateSync } from 'node:zlib';
import type { LetterText } from './mail-stories.ts';

const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
const base64 = (content: Buffer): string => content.toString('base64').replace(/(.{76})/g, '$1\r\n');

export interface LetterPlace {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly at: Date;
  /** Message-IDs of the mails before it in its thread, the oldest first. */
  readonly references: readonly string[];
}

/** The bytes of a mail (RFC 5322), with a picture within its HTML where it has one. */
export function writeLetter(letter: LetterText, { from, to, at, references }: LetterPlace): Buffer {
  const head = [
    `Message-ID: <${letter.id}@kunde.example.com>`, `Date: ${at.toUTCString().replace('GMT', '+0000')}`, `From: ${word(from.name)} <${from.address}>`, `To: <${to}>`, `Subject: ${word(letter.subject)}`,
    ...(references.length === 0 ? [] : [`In-Reply-To: <${references.at(-1)}>`, `References: ${references.map((id) => `<${id}>`).join(' ')}`]), ...(letter.headers ?? []), 'MIME-Version: 1.0',
  ];
  const part = (type: string, content: Buffer, ...more: string[]): string => [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...more, '', base64(content)].join('\r\n');
  const text = part('text/plain; charset=utf-8', Buffer.from(letter.text));
  if (letter.html === undefined) return Buffer.from([...head, text].join('\r\n'));
  const joined = (kind: string, mark: string, parts: readonly string[]): string => [`Content-Type: multipart/${kind}; boundary=${mark}`, '', ...parts.flatMap((each) => [`--${mark}`, each]), `--${mark}--`, ''].join('\r\n');
  const both = joined('alternative', 'demo-text', [text, part('text/html; charset=utf-8', Buffer.from(letter.html))]);
  const picture = part('image/png; name="lock.png"', lockPicture(), 'Content-ID: <lock@demo>', 'Content-Disposition: inline; filename="lock.png"');
  return Buffer.from([...head, letter.hasPicture === true ? joined('related', 'demo-whole', [both, picture]) : both].join('\r\n'));
}

/** A report that a mail did not arrive (RFC 3464). */
export const writeBounce = ({ messageId, recipient, to, at }: { readonly messageId: string; readonly recipient: string; readonly to: string; readonly at: Date }): Buffer => Buffer.from([
  'Message-ID: <bounce@mx.example.com>', `Date: ${at.toUTCString().replace('GMT', '+0000')}`, 'From: MAILER-DAEMON@mx.example.com', `To: <${to}>`, 'Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=demo-report', '', '--demo-report', 'Content-Type: text/plain', '', 'The mailbox is full.', '--demo-report', 'Content-Type: message/delivery-status', '',
  'Reporting-MTA: dns; mx.example.com', '', `Final-Recipient: rfc822; ${recipient}`, 'Action: failed', 'Status: 5.2.2', 'Diagnostic-Code: smtp; 552 mailbox full', '',
  '--demo-report', 'Content-Type: text/rfc822-headers', '', `Message-ID: <${messageId}>`, '', '--demo-report--', '',
].join('\r\n'));

const WIDTH = 320;
const HEIGHT = 200;

/** A door and its lock, drawn point by point: no picture of somebody else's. */
function lockPicture(): Buffer {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) rows.set(colourAt(x, y), y * (WIDTH * 3 + 1) + 1 + x * 3);
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDTH, 0);
  size.writeUInt32BE(HEIGHT, 4);
  size.set([8, 2], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function colourAt(x: number, y: number): readonly [number, number, number] {
  if (x < 96 || x > 226) return [196, 205, 201];
  if (x < 102 || x > 220) return [120, 134, 128];
  const [dx, dy] = [x - 196, y - 104];
  if (dx * dx + dy * dy < 90) return [60, 66, 64];
  if (x > 182 && x < 210 && y > 70 && y < 140) return [176, 138, 74];
  return y % 40 === 0 ? [160, 186, 190] : [178 + (y >> 4), 206, 212];
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
