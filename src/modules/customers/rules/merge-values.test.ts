import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty } from './completeness.ts';
import { mergeValues, type MergeSide } from './merge-values.ts';

const side = (values: Record<string, unknown>, more: Partial<MergeSide> = {}): MergeSide => ({
  values, verifiedAt: {}, updatedAt: '2026-01-01T00:00:00Z', ...more,
});
const one = (survivor: MergeSide, loser: MergeSide): unknown[] =>
  mergeValues(['f'], survivor, loser).map(({ from, value, why, conflict }) => [from, value, why, conflict])[0] ?? [];

describe('mergeValues (CU-11)', () => {
  it('keeps what is the same or the only one', () => {
    expect(one(side({ f: '甲' }), side({ f: ' 甲 ' }))).toEqual(['survivor', '甲', 'same', false]);
    expect(one(side({ f: { a: 1, b: 2 } }), side({ f: { b: 2, a: 1 } }))).toEqual([
      'survivor', { a: 1, b: 2 }, 'same', false,
    ]);
    expect(one(side({ f: '甲' }), side({ f: ' ' }))).toEqual(['survivor', '甲', 'only-one', false]);
    expect(one(side({}), side({ f: 0 }))).toEqual(['loser', 0, 'only-one', false]);
    expect(one(side({}), side({ f: null }))).toEqual(['survivor', null, 'same', false]);
  });

  it('prefers the verified, then the later verified value', () => {
    const verified = { verifiedAt: { f: '2026-03-01' } };
    expect(one(side({ f: '甲' }), side({ f: '乙' }, verified))).toEqual(['loser', '乙', 'verified', true]);
    const later = { verifiedAt: { f: '2026-04-01' } };
    expect(one(side({ f: '甲' }, later), side({ f: '乙' }, verified))).toEqual(['survivor', '甲', 'verified', true]);
  });

  it('then prefers the newer record, the survivor on a tie', () => {
    const newer = { updatedAt: '2026-02-01T00:00:00Z' };
    expect(one(side({ f: '甲' }), side({ f: '乙' }, newer))).toEqual(['loser', '乙', 'newer', true]);
    expect(one(side({ f: '甲' }), side({ f: '乙' }))).toEqual(['survivor', '甲', 'newer', true]);
  });

  it('unites lists', () => {
    expect(one(side({ f: ['a', 'b'] }), side({ f: ['b', 'c', ''] }))).toEqual([
      'union', ['a', 'b', 'c'], 'united', false,
    ]);
  });

  it('loses no filled field and no entry of a list', () => {
    const value = fc.oneof(fc.constant(null), fc.constantFrom('甲', '乙'), fc.array(fc.constantFrom('a', 'b', 'c')));
    fc.assert(
      fc.property(value, value, (kept, other) => {
        const [choice] = mergeValues(['f'], side({ f: kept }), side({ f: other }));
        const filled = [kept, other].filter((item) => item !== null && item.length > 0);
        expect(isEmpty(choice?.value)).toBe(filled.length === 0);
        if (Array.isArray(kept) && Array.isArray(other)) {
          expect(choice?.value).toEqual(expect.arrayContaining([...kept, ...other]));
        }
      }),
    );
  });
});
