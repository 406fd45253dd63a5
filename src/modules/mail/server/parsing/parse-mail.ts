import PostalMime, { type Attachment, type Email, addressParser } from 'postal-mime';
import type { MailAddress } from '../mail-types.ts';
import { faultsIn, otherCharsets } from './charset.ts';
import { cleanMailHtml, wordsOfHtml } from './clean-html.ts';
import { decodeHeader } from './encoded-words.ts';
import { type RawHeader, headerOf, idsIn, readHeaders } from './header-block.ts';
import { splitHistory } from '../../rules/quoted-history.ts';
import { readTnef } from './tnef.ts';

export interface ParsedAttachment {
  readonly name: string;
  readonly mime: string;
  readonly content: Buffer;
  /** Without angle brackets. */
  readonly contentId: string | null;
  readonly isInline: boolean;
}

export interface ParsedMail {
  readonly headers: readonly RawHeader[];
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: MailAddress | null;
  readonly replyTo: string | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly sentAt: Date | null;
  readonly text: string;
  readonly quoted: string;
  readonly html: string | null;
  readonly attachments: readonly ParsedAttachment[];
  /** Parts of a report of delivery, undefined when it is none. */
  readonly deliveryStatus: string | undefined;
  readonly returned: string | undefined;
}

const MAX_NESTING = 40;
const MAX_ATTACHMENTS = 100;
const MAX_TEXT = 500_000;
/** Bytes; larger mails are not parsed a second time for a wrong charset. */
const MAX_SECOND_LOOK = 8 * 1024 * 1024;

const clean = (text: string): string => text.replace(/\0/g, '').toWellFormed();

function addresses(headers: readonly RawHeader[], key: string): MailAddress[] {
  const values = headers.filter((header) => header.key === key).map((header) => header.value.slice(0, 20_000));
  return values.flatMap((value) => addressParser(value, { flatten: true })).slice(0, 200).flatMap((one) => {
    const address = clean(one.address ?? '').trim().toLowerCase();
    return address === '' || address.length > 320 ? [] : [{ name: clean(decodeHeader(one.name)).slice(0, 200), address }];
  });
}

const look = (raw: Uint8Array): Promise<Email> => PostalMime.parse(raw, { maxNestingDepth: MAX_NESTING, maxRfc822NestingDepth: 3, rfc822Attachments: false });
const bodyFaults = (email: Email): number => faultsIn(`${email.text ?? ''}${email.html ?? ''}`);

/** Many senders name a charset that their text is not in: then the one that fits best is taken for all parts. */
async function parseBest(raw: Uint8Array): Promise<Email> {
  const first = await look(raw);
  let best = { email: first, faults: bodyFaults(first) };
  if (best.faults === 0 || raw.byteLength > MAX_SECOND_LOOK) return first;
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  for (const charset of otherCharsets) {
    const named = text.replace(/(charset\s*=\s*)("[^"\r\n]{1,40}"|[^\s;"\r\n]{1,40})/gi, `$1"${charset}"`)
      .replace(/^(content-type:\s*text\/(?:plain|html))\s*$/gim, `$1; charset="${charset}"`);
    const email = await look(Buffer.from(named, 'latin1'));
    const faults = bodyFaults(email);
    if (faults < best.faults) best = { email, faults };
  }
  return best.email;
}

const bytesOf = (content: Attachment['content']): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength);

function shown(attachment: Attachment, position: number): ParsedAttachment {
  const contentId = clean(attachment.contentId ?? '').replace(/[<>]/g, '').trim().slice(0, 300) || null;
  const name = clean(attachment.filename ?? '').slice(0, 255) || (attachment.mimeType === 'message/rfc822' ? `mail-${position + 1}.eml` : `attachment-${position + 1}`);
  return {
    name, mime: clean(attachment.mimeType).slice(0, 200), content: bytesOf(attachment.content), contentId,
    isInline: attachment.related === true || (attachment.disposition === 'inline' && contentId !== null),
  };
}

/** Attachments as people know them: what lies in a winmail.dat comes out of it. */
function unpack(all: readonly ParsedAttachment[]): { attachments: ParsedAttachment[]; text: string | null } {
  let text: string | null = null;
  const attachments = all.flatMap((one): ParsedAttachment[] => {
    const isTnef = one.mime === 'application/ms-tnef' || one.mime === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(one.name);
    const tnef = isTnef ? readTnef(one.content) : undefined;
    if (!tnef) return [one];
    text ??= tnef.text;
    return tnef.attachments.map(({ name, content }) => ({ name: clean(name).slice(0, 255), mime: 'application/octet-stream', content, contentId: null, isInline: false }));
  });
  return { attachments: attachments.slice(0, MAX_ATTACHMENTS), text };
}

/**
 * Reads a mail of any kind (SE-30). Throws only for what exceeds a limit (parts nested over 40 deep, headers over 2 MB);
 * broken boundaries, missing headers, wrong charsets, null bytes are read as far as they go.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const headers = readHeaders(raw);
  const email = await parseBest(raw);
  const { attachments, text: tnefText } = unpack(email.attachments.map(shown));
  const html = email.html === undefined ? null : clean(cleanMailHtml(email.html));
  const whole = clean(email.text?.trim() || (html === null ? '' : wordsOfHtml(html)) || tnefText || '').slice(0, MAX_TEXT);
  const sent = new Date(headerOf(headers, 'date') ?? '');
  const status = email.attachments.find((one) => one.mimeType === 'message/delivery-status');
  const returned = email.attachments.find((one) => one.mimeType === 'message/rfc822' || one.mimeType === 'text/rfc822-headers');
  const inReplyTo = idsIn(headerOf(headers, 'in-reply-to')).at(0) ?? null;
  return {
    headers, messageId: clean(idsIn(headerOf(headers, 'message-id')).at(0) ?? '') || null, inReplyTo, references: idsIn(headerOf(headers, 'references')),
    from: addresses(headers, 'from')[0] ?? addresses(headers, 'sender')[0] ?? null, replyTo: addresses(headers, 'reply-to')[0]?.address ?? null,
    to: addresses(headers, 'to'), cc: addresses(headers, 'cc'), subject: clean(decodeHeader(headerOf(headers, 'subject') ?? '')).slice(0, 500),
    sentAt: Number.isNaN(sent.getTime()) ? null : sent, ...splitHistory(whole), html, attachments,
    deliveryStatus: status && bytesOf(status.content).toString('utf8'), returned: returned && bytesOf(returned.content).subarray(0, 200_000).toString('latin1'),
  };
}
