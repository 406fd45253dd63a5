import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LastStanding, rollOn } from './rolling-order.ts';

const standing = (consumed: readonly number[], off: readonly number[] = []): LastStanding[] =>
  consumed.map((each, rank) => ({ userId: `p${rank}`, rank, consumed: each, isOff: off.includes(rank) }));

test('whoever would have been next yesterday is first today, with all counts at nought', () => {
  expect(rollOn(standing([3, 3, 2, 2]))).toEqual([
    { userId: 'p2', position: 0, carried: 0 }, { userId: 'p3', position: 1, carried: 0 }, { userId: 'p0', position: 2, carried: 0 }, { userId: 'p1', position: 3, carried: 0 },
  ]);
  expect(rollOn([])).toEqual([]);
});

test('a turn that is still owed goes over to the next day, unless the person had left', () => {
  expect(rollOn(standing([3, 3, 1, 3])).map((each) => [each.userId, each.carried])).toEqual([['p0', 0], ['p1', 0], ['p2', -2], ['p3', 0]]);
  expect(rollOn(standing([3, 3, 1, 3], [2])).every((each) => each.carried === 0)).toBe(true);
});

test('the sequence goes on over the night exactly as it would have within the day', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -2, max: 6 }), { minLength: 1, maxLength: 9 }), (consumed) => {
    const before = standing(consumed).toSorted((a, b) => a.consumed - b.consumed || a.rank - b.rank).map((each) => each.userId);
    const after = rollOn(standing(consumed)).toSorted((a, b) => a.carried - b.carried || a.position - b.position).map((each) => each.userId);
    expect(after).toEqual(before);
    expect(new Set(rollOn(standing(consumed)).map((each) => each.position)).size).toBe(consumed.length);
  }));
});
