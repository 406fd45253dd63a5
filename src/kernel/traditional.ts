// Import this file, and those that stand on it, on the server only: its dictionaries weigh more than a web page may.
import { Converter } from 'opencc-js/t2cn';
import { foldText } from './full-width.ts';

const convert = Converter({ from: 't', to: 'cn' });

/** Traditional characters to simplified ones, by phrase where that matters: 乾燥 → 干燥, 乾隆 stays 乾隆 (CU-10). */
export function toSimplified(text: string): string {
  return /[^\p{ASCII}]/u.test(text) ? convert(text) : text;
}

/** `foldText` plus simplified characters: the form in which Chinese names are stored for search and duplicates. */
export function foldChinese(text: string): string {
  return toSimplified(foldText(text));
}
