import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findProof, isProof, sha256Words } from './proof-of-work.ts';

const hex = (text: string): string => [...sha256Words(text)].map((word) => word.toString(16).padStart(8, '0')).join('');

test('hashes as the standard does, whatever the length', () => {
  for (const length of [0, 1, 3, 54, 55, 56, 63, 64, 65, 119, 120, 300]) {
    const text = 'abc:0123456789.XYZ-'.repeat(20).slice(0, length);
    expect(hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

test('finds an answer that holds for its challenge and not for another', () => {
  const counter = findProof('challenge-1', 10, 0, 100_000) ?? -1;
  expect(isProof('challenge-1', counter, 10)).toBe(true);
  expect([1, 2, 3, 4].every((other) => isProof(`other-${other}`, counter, 10))).toBe(false);
  expect(findProof('challenge-1', 10, 0, counter)).toBeUndefined();
});
