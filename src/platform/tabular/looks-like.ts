export type ValueKind = 'phone' | 'email' | 'uscc' | 'date' | 'number' | 'boolean' | 'url' | 'text';

const tests: readonly [ValueKind, RegExp][] = [
  ['email', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ['url', /^(https?:\/\/|www\.)\S+$/i],
  ['uscc', /^[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/i],
  ['phone', /^(\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$/],
  ['phone', /^((\+?86[- ]?)?\(?0\d{2,3}\)?[- ]?\d{7,8}([-转]\d{1,6})?|400[- ]?\d{3}[- ]?\d{4})$/],
  ['date', /^(19|20)\d{2}([-/.年])(0?[1-9]|1[0-2])[-/.月](0?[1-9]|[12]\d|3[01])日?([T ]\d{1,2}:\d{2}(:\d{2})?)?$/],
  ['boolean', /^(是|否|有|无|true|false|yes|no|y|n|√|×)$/i],
  ['number', /^[-+]?[¥￥$]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?$/],
];

const sampled = 200;

/**
 * What a column's values look like, and what share of the filled ones agrees (0 to 1). Spaces around and full-width
 * characters do not matter. `text` with share 0 when nothing is filled.
 */
export function looksLike(values: readonly unknown[]): { kind: ValueKind; share: number } {
  const counts = new Map<ValueKind, number>();
  let filled = 0;
  for (const value of values.slice(0, sampled)) {
    const kind = kindOf(value);
    if (kind === undefined) continue;
    filled += 1;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  let best: { kind: ValueKind; share: number } = { kind: 'text', share: 0 };
  for (const [kind, count] of counts) {
    if (count / filled > best.share) best = { kind, share: count / filled };
  }
  return best;
}

function kindOf(value: unknown): ValueKind | undefined {
  if (typeof value === 'boolean') return 'boolean';
  if (value instanceof Date) return 'date';
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (typeof value === 'string' && value.length > 200) return 'text';
  const text = String(value).normalize('NFKC').trim();
  if (text === '') return undefined;
  const found = tests.find(([, pattern]) => pattern.test(text))?.[0];
  return found ?? 'text';
}
