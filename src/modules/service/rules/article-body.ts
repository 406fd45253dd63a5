import type { Locale } from '#kernel/texts.ts';

const heads = { 'zh-CN': { problem: '问题', solution: '处理办法', empty: '请写处理办法' }, en: { problem: 'Problem', solution: 'What to do', empty: 'Write what to do' } } as const;

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br />');

/** The first text of an article out of a case; nothing in it is read as a mark. */
export const articleBody = (locale: Locale, subject: string, solution: string | null): string => {
  const words = heads[locale];
  return `<h3>${words.problem}</h3><p>${safe(subject)}</p><h3>${words.solution}</h3><p>${safe(solution ?? words.empty)}</p>`;
};
