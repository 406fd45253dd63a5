import { pinyinKeys } from '#kernel/pinyin-keys.ts';

/** The first free key of `base`, `base2`, `base3` …. */
export function freeKey(base: string, isTaken: (key: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}${n}`;
    if (!isTaken(key)) return key;
  }
}

/** A key from what people read: 合同等级 → `hetongdengji`, Contract level → `contractLevel`. */
export function keyFromLabel(label: string, fallback: string, max = 24): string {
  const words = label.match(/[A-Za-z0-9]+|[^A-Za-z0-9\s]+/g) ?? [];
  const parts = words.map((word) => (/^[A-Za-z0-9]+$/.test(word) ? word.toLowerCase() : pinyinKeys(word).full));
  const isLatin = words.every((word) => /^[A-Za-z0-9]+$/.test(word));
  const joined = parts.filter(Boolean).map((part, i) => (isLatin && i > 0 ? `${part.charAt(0).toUpperCase()}${part.slice(1)}` : part)).join('');
  const key = joined.replace(/^[^a-z]+/, '').replace(/[^A-Za-z0-9]/g, '').slice(0, max);
  return key === '' ? fallback : key;
}
