import { formatNumber } from './numbers.ts';

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** Bytes as people read them: `1.4 MB`. */
export function sayBytes(bytes: number): string {
  const at = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log(bytes) / Math.log(1024)) : 0);
  return `${formatNumber(bytes / 1024 ** at, at === 0 ? 0 : 1)}\u00a0${units[at] ?? 'B'}`;
}
