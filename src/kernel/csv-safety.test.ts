import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutraliseCell, restoreCell } from '#kernel/csv-safety.ts';

describe('neutraliseCell (SEC-23)', () => {
  it.each([
    '=1+1', '+8613812345678', '-5', '@SUM(A1)', '\t=1', '\rtext', '\ntext', '  =1', '\u00a0=1', '\u3000=1', '\u200b=1',
    '\u0000=1', '\ufeff-1', '＝1', '＋1', '－1', '＠x', '\u22121', "'=1", "'' =1",
  ])('puts an apostrophe before %j', (text) => {
    expect(neutraliseCell(text)).toBe(`'${text}`);
    expect(restoreCell(`'${text}`)).toBe(text);
  });

  it.each(['', '青岛啤酒', 'a=b', "O'Brien", "'quoted'", '2026-11-21', '(0532) 8571', "'"])('leaves %j', (text) => {
    expect(neutraliseCell(text)).toBe(text);
    expect(restoreCell(text)).toBe(text);
  });

  it('leaves numbers numbers', () => {
    expect(neutraliseCell(-5)).toBe(-5);
  });

  it('round-trips every text', () => {
    const tricky = fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', ' ', '\t', '\r', '＝', 'a', '\u200b') });
    fc.assert(fc.property(fc.oneof(tricky, fc.string({ unit: 'binary' })), (text) => {
      expect(restoreCell(neutraliseCell(text))).toBe(text);
    }), { numRuns: 2000 });
  });
});
