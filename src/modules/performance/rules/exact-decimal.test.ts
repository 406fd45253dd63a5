import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactDecimal, sumDecimals } from './exact-decimal.ts';

test('two places, half away from zero, by the text of the number', () => {
  expect([1.005, -1.005, 0.125, 2, -0.004, 12.3, 1e-7, 1_234_567.899].map(exactDecimal)).toEqual(['1.01', '-1.01', '0.13', '2.00', '0.00', '12.30', '0.00', '1234567.90']);
  expect(() => exactDecimal(Number.NaN)).toThrow(RangeError);
});

test('what has two places stays as it is, and sums are exact', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 30 }), (cents) => {
    const texts = cents.map((each) => exactDecimal(each / 100));
    expect(texts.map((text) => Math.round(Number(text) * 100) + 0)).toEqual(cents.map((each) => each + 0));
    expect(sumDecimals(texts).replace('.', '')).toBe(sumDecimals(texts).startsWith('-') ? `-${String(Math.abs(cents.reduce((a, b) => a + b, 0))).padStart(3, '0')}` : String(cents.reduce((a, b) => a + b, 0)).padStart(3, '0'));
  }));
});
