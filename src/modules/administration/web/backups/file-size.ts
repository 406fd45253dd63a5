import { formatNumber } from '#kit/texts/numbers.ts';

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** Bytes in the largest unit that leaves a number of at least one: 1536 is 1.5 KB. */
export function fileSize(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${formatNumber(bytes / 1024 ** step, step < 2 ? 0 : 1)} ${units[step] ?? 'B'}`;
}
