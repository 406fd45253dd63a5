/**
 * One form for the same character: full-width letters, digits and punctuation become half-width, half-width kana full,
 * circled and other compatibility forms plain (NFKC), and invisible format characters go. Line breaks stay.
 */
export function foldWidth(text: string): string {
  return text.replace(/\p{Cf}/gu, '').normalize('NFKC');
}

/**
 * The form in which texts are compared: width folded, lower case, white space collapsed to one blank and trimmed
 * (CU-10). Light enough for the browser; `foldChinese` in `traditional.ts` also unifies traditional characters.
 */
export function foldText(text: string): string {
  return foldWidth(text).toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The folded text without white space and punctuation, so that `新 希 望` and `新希望` or `AT&T` and `ATT` are one. */
export function lettersAndDigits(foldedText: string): string {
  return foldedText.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}
