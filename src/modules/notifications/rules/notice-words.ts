import { type Bilingual, type Locale, fillText } from '#kernel/texts.ts';

/** What a kind says; the server's manifest type carries more. */
export interface NoticeTexts {
  readonly title: Bilingual;
  readonly body?: Bilingual;
  readonly withheld: Bilingual;
}

type Params = Readonly<Record<string, string | number | Bilingual>>;

export interface NoticeWords {
  readonly title: string;
  readonly body: string | null;
}

/** A notification in the receiver's language; without anything of the record when they may not see it (SEC-12, SEC-27). */
export function noticeWords(texts: NoticeTexts, params: Params, locale: Locale, isVisible: boolean): NoticeWords {
  if (!isVisible) return { title: texts.withheld[locale], body: null };
  const filled = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, typeof value === 'object' ? value[locale] : value]));
  const body = texts.body && fillText(texts.body[locale], filled).trim();
  return { title: fillText(texts.title[locale], filled), body: body === undefined || body === '' ? null : body };
}
