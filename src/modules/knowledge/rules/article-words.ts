const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The words of cleaned rich text, without its marks. */
export const plainText = (html: string): string =>
  html.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => entities[name] ?? whole).replace(/\s+/g, ' ').trim();

/** Text as rich text: nothing in it is read as a mark; blank lines part paragraphs. */
export const asRichText = (text: string): string => {
  const safe = text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
  return safe.split(/\n{2,}/).filter((part) => part.trim() !== '').map((part) => `<p>${part.trim().replaceAll('\n', '<br />')}</p>`).join('');
};

const MAX_GRAMS = 80;

/** What of a folded text is looked for in articles: pairs of Chinese characters, Latin words of three letters or more. */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>();
  for (const run of folded.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []) {
    if (/^[a-z0-9]/.test(run)) {
      if (run.length >= 3) grams.add(run);
      continue;
    }
    const signs = [...run];
    for (let at = 1; at < signs.length; at += 1) grams.add(`${signs[at - 1] ?? ''}${signs[at] ?? ''}`);
  }
  return [...grams].slice(0, MAX_GRAMS);
}

/** An article that nobody looked at for so long may be wrong by now. Days. */
export const STALE_DAYS = 365;
