import type { Locale } from '../texts.ts';

/** Public holidays of China: as the published list abbreviates them, in full, in English. */
const names: readonly (readonly [short: string, full: string, english: string])[] = [
  ['元旦', '元旦', 'New Year’s Day'],
  ['春节', '春节', 'Spring Festival'],
  ['清明', '清明节', 'Qingming Festival'],
  ['劳动节', '劳动节', 'Labour Day'],
  ['端午', '端午节', 'Dragon Boat Festival'],
  ['中秋', '中秋节', 'Mid-Autumn Festival'],
  ['国庆节', '国庆节', 'National Day'],
];

/** The name that is kept: 清明 becomes 清明节; other names stay. */
export const fullHolidayName = (name: string): string => names.find(([short]) => short === name)?.[1] ?? name;

/** A kept name in the reader's language; names that a company gave itself stay as they are. */
export const holidayName = (name: string, locale: Locale): string =>
  locale === 'en' ? (names.find(([, full]) => full === name)?.[2] ?? name) : name;
