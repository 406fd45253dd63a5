import type { Locale } from '#kernel/texts.ts';
import { notificationsTexts } from '../../notifications.texts.ts';
import type { NoticeWords } from '../../rules/notice-words.ts';

export interface LetterItem extends NoticeWords {
  /** Where it leads, absolute; null without an address of the product. */
  readonly url: string | null;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** A subject stays on one line. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 180);

/** One notification or the day's digest as text and simple HTML (PL-44), in the receiver's language. */
export function writeLetter(locale: Locale, company: string, items: readonly LetterItem[], settingsUrl: string | null): Letter {
  const t = (key: Parameters<typeof notificationsTexts.t>[1], params = {}) => notificationsTexts.t(locale, key, params);
  const [first] = items;
  const subject = items.length === 1 && first ? oneLine(first.title) : t('mail.digest', { count: items.length });
  const why = settingsUrl === null ? t('mail.why', { company }) : t('mail.whyAt', { company, url: settingsUrl });
  const lines = items.flatMap((item) => [
    item.title, ...(item.body === null ? [] : [item.body]), ...(item.url === null ? [] : [item.url]), '',
  ]);
  return { subject: `${subject} · ${oneLine(company)}`, text: [...lines, '--', why].join('\n'), html: htmlOf(locale, items, why, t('mail.open')) };
}

function htmlOf(locale: Locale, items: readonly LetterItem[], why: string, open: string): string {
  const blocks = items.map((item) => [
    '<div style="padding:14px 0;border-bottom:1px solid #e5e4de">',
    `<p style="margin:0;font-weight:600">${escapeHtml(item.title)}</p>`,
    item.body === null ? '' : `<p style="margin:6px 0 0;color:#545d66;white-space:pre-line">${escapeHtml(item.body)}</p>`,
    item.url === null ? '' : `<p style="margin:8px 0 0"><a href="${escapeHtml(item.url)}" style="color:#0e6b76">${escapeHtml(open)}</a></p>`,
    '</div>',
  ].join(''));
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head>`
    + '<body style="margin:0;background:#f6f6f3;font:15px/1.6 -apple-system,\'PingFang SC\',\'Microsoft YaHei\',sans-serif;color:#1d2327">'
    + '<div style="max-width:560px;margin:0 auto;padding:20px;background:#fff">'
    + `${blocks.join('')}<p style="margin:16px 0 0;font-size:12px;color:#656d75">${escapeHtml(why)}</p></div></body></html>`;
}
