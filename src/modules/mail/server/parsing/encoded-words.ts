import { decoderFor } from './charset.ts';

interface Word {
  readonly charset: string;
  readonly bytes: Buffer;
}

const WORD = /=\?([^?\s]+)\?([QqBb])\?([^?]*)\?=/g;

function bytesOf(encoding: string, text: string): Buffer {
  if (encoding.toUpperCase() === 'B') return Buffer.from(text, 'base64');
  return Buffer.from(text.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
}

const render = (words: readonly Word[]): string => (words[0] === undefined ? '' : decoderFor(words[0].charset, Buffer.concat(words.map((word) => word.bytes))));

/** Bytes that stand bare in a header: UTF-8 where that fits, else GB18030. */
function bareText(text: string): string {
  return /[\x80-\xff]/.test(text) ? decoderFor('utf-8', Buffer.from(text, 'latin1')) : text;
}

/**
 * RFC 2047, for a header value of one character per byte. Neighbouring words of one charset are joined as bytes before
 * they are decoded, whatever their padding says: many senders cut a Chinese character in two.
 */
export function decodeHeader(value: string): string {
  let out = '';
  let at = 0;
  let pending: Word[] = [];
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(at, match.index);
    const charset = (match[1] ?? '').replace(/\*.*$/, '').toLowerCase();
    const isNext = pending.length > 0 && /^\s*$/.test(between);
    if (!isNext || pending[0]?.charset !== charset) {
      out += render(pending);
      pending = [];
    }
    if (!isNext) out += bareText(between);
    pending.push({ charset, bytes: bytesOf(match[2] ?? 'B', match[3] ?? '') });
    at = match.index + match[0].length;
  }
  return `${out}${render(pending)}${bareText(value.slice(at))}`.replace(/\0/g, '').replace(/\s+/g, ' ').trim();
}
