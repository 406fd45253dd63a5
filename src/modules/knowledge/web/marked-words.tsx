import { splitByHits } from '../rules/find-hits.ts';

/** A text with what was looked for marked in it. */
export function MarkedWords({ text, hits }: { readonly text: string; readonly hits: readonly string[] }) {
  const parts = splitByHits(text, hits).map((part, at) => ({ ...part, id: `${at}` }));
  return <>{parts.map(({ id, text: words, isHit }) => (isHit ? <mark key={id}>{words}</mark> : <span key={id}>{words}</span>))}</>;
}
