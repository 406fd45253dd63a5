export interface SplitText {
  readonly text: string;
  /** History and signature; empty when there is none. */
  readonly quoted: string;
}

// Each begins what was written before: a line, or a line with the next one.
const starts: readonly RegExp[] = [
  /^-{2,}\s*(原始邮件|原邮件|Original Message|Forwarded message|转发邮件|转发的邮件|回复的原邮件|Original|Original Appointment)\s*-{2,}/i,
  /^_{20,}\s*$/,
  /^\s*(在|于)\s*.{4,120}(写道|写到|寫道)[：:]\s*$/,
  /^\s*.{0,80}\d{1,4}[年\-/.]\d{1,2}.{0,100}(写道|写到|寫道)[：:]\s*$/,
  /^\s*(On|Am|Le)\s.{6,200}\s(wrote|schrieb|a écrit)\s*[：:]\s*$/i,
  /^\s*>?\s*(发件人|发送人|寄件者|From)\s*[：:]\s*\S.*$/i,
];
const headerWords = /^\s*>?\s*\*?(发送时间|发送日期|日期|时间|寄件日期|收件人|收件者|主题|主旨|抄送|Sent|Date|To|Cc|Subject)\s*\*?[：:]/i;
const signatureStarts = [/^--\s?$/, /^(发自我的|从我的|来自我的|Sent from my|Get Outlook for|获取\s*Outlook|发送自)\s*\S/i];

/** Whether what was written before begins at this line. `From:` alone may be said in a letter; followed by the other lines of a header it is a quotation. */
export function isHistoryStart(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const joined = `${line} ${lines[at + 1] ?? ''}`;
  if (/^\s*>?\s*\*?(发件人|发送人|寄件者|From)\s*\*?\s*[：:]/i.test(line)) {
    return lines.slice(at + 1, at + 5).filter((next) => headerWords.test(next)).length >= 2;
  }
  if (starts.slice(0, 5).some((pattern) => pattern.test(line))) return !/^_{20,}\s*$/.test(line) || isHistoryStart(lines, at + 1);
  return /^\s*(On|在|于)\s/.test(line) && line.length < 200 && starts.slice(2, 5).some((pattern) => pattern.test(joined));
}

const isQuoted = (line: string): boolean => /^\s*>/.test(line);

/** Where the rest of the mail is nothing but quoted lines. */
function tailOfQuotes(lines: readonly string[]): number {
  let at = lines.length;
  while (at > 0 && (isQuoted(lines[at - 1] ?? '') || (lines[at - 1] ?? '').trim() === '')) at -= 1;
  return lines.slice(at).some(isQuoted) ? at : lines.length;
}

/**
 * Parts a mail's text into what is new and what is history or signature, by the marks that mail programs leave, Chinese
 * and English. Nothing is lost: both together are the text. A mail that is nothing but history stays whole.
 */
export function splitHistory(whole: string): SplitText {
  const lines = whole.replace(/\r\n?/g, '\n').split('\n');
  const limit = Math.min(lines.length, 20_000);
  let cut = tailOfQuotes(lines);
  for (let at = 0; at < limit; at += 1) {
    if (at >= cut) break;
    if (isHistoryStart(lines, at) || signatureStarts.some((pattern) => pattern.test(lines[at] ?? ''))) cut = at;
  }
  const text = lines.slice(0, cut).join('\n').trim();
  const quoted = lines.slice(cut).join('\n').trim();
  return text === '' ? { text: quoted, quoted: '' } : { text, quoted };
}

export interface QuotedMail {
  /** Name and address, as the quotation names who wrote. */
  readonly who: string;
  /** In words of the reader's language and zone. */
  readonly when: string;
  readonly text: string;
}

/** More of it is in the thread itself; servers refuse mails that grow without end. */
const MOST = 30_000;

/** What is answered, as a quotation below the answer: in words that the other side's program folds, and ours when it comes back. */
export const quoteAsText = ({ who, when, text }: QuotedMail, locale: 'zh-CN' | 'en'): string =>
  [locale === 'en' ? `On ${when}, ${who} wrote:` : `在 ${when}，${who} 写道：`, ...text.slice(0, MOST).trimEnd().split('\n').map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))].join('\n');

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML: nothing in it is read as a mark. */
export const textAsHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign).replace(/\n/g, '<br>');

/** The same as HTML; `html` is clean already and comes without pictures, which the other side has. */
export const quoteAsHtml = (mail: QuotedMail & { readonly html: string | null }, locale: 'zh-CN' | 'en'): string => {
  const head = locale === 'en' ? `On ${mail.when}, ${mail.who} wrote:` : `在 ${mail.when}，${mail.who} 写道：`;
  const body = mail.html !== null && mail.html.length <= MOST ? mail.html.replace(/<img\b[^>]*>/gi, '') : textAsHtml(mail.text.slice(0, MOST));
  return `<div>${textAsHtml(head)}</div><blockquote type="cite">${body}</blockquote>`;
};
