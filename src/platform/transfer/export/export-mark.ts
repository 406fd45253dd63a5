import type { Locale } from '#kernel/texts.ts';
import type { TableCell } from '../../tabular/table-types.ts';

const words = { 'zh-CN': '导出编号：', en: 'Export id: ' } as const;

/** The last line of an export: by its number the audit trail names who took the data out, and when (SEC-29). */
export const exportMark = (locale: Locale, id: string, person: string): string =>
  locale === 'zh-CN' ? `${words[locale]}${id}　导出人：${person}` : `${words[locale]}${id}, by ${person}`;

/** Such a line in a file that is imported again; it is no record. */
export function isExportMark(cells: readonly TableCell[]): boolean {
  const [first, ...others] = cells;
  return typeof first === 'string' && Object.values(words).some((word) => first.startsWith(word)) && others.every((cell) => cell === null);
}
