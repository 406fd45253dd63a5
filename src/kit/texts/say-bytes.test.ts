import { expect, test } from 'vitest';
import { sayBytes } from './say-bytes.ts';

test('bytes are said in the unit that fits', () => {
  expect([0, 1023, 1024, 1_500_000, 5 * 1024 ** 3].map((n) => sayBytes(n).replaceAll('\u00a0', ' '))).toEqual(['0 B', '1 023 B', '1 KB', '1.4 MB', '5 GB']);
});
