// Import this file, and those that stand on it, on the server only: the dictionary adds 54 kB compressed to a page.
import { Converter } from 'opencc-js/t2cn';
import { foldText } from './full-width.ts';

// The package's types name each other without extensions and do not resolve; hence the type here.
const convert: (text: string) => string = Converter({ from: 't', to: 'cn' });

/** Traditional characters to simplified ones, by phrase where that matters: 乾燥 → 干燥, 乾隆 stays 乾隆 (CU-10). */
export function toSimplified(text: string): string {
  return /[^\p{ASCII}]/u.test(text) ? convert(text) : text;
}

/** `foldText` plus simplified characters: the form in which Chinese names are stored for search and duplicates. */
export function foldChinese(text: string): string {
  return toSimplified(foldText(text));
}
