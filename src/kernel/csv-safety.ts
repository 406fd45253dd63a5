// What a spreadsheet may run as a formula: = + - @ in any width, behind white space, control or invisible characters;
// a tab, CR or LF at the start alone. Leading apostrophes count too, or a text that is really `'=1` would not survive.
const ignorable = '[\\s\\p{Cc}\\p{Cf}\\p{Z}]';
const risky = new RegExp(`^'*(?:[\\t\\r\\n]|${ignorable}*[=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋\\u2212])`, 'u');

/**
 * Makes a text cell of an export harmless by an apostrophe in front (CU-12, SEC-23). A number passes through: write
 * numeric columns as numbers, so that −5 stays −5; only text can carry a formula.
 */
export function neutraliseCell(cell: string): string;
export function neutraliseCell(cell: number): number;
export function neutraliseCell(cell: string | number): string | number {
  return typeof cell === 'string' && risky.test(cell) ? `'${cell}` : cell;
}

/** Takes back what `neutraliseCell` added, and nothing else: `restoreCell(neutraliseCell(x)) === x` for every text. */
export function restoreCell(text: string): string {
  return text.startsWith("'") && risky.test(text.slice(1)) ? text.slice(1) : text;
}
