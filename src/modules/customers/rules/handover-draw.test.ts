import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealOut, handoverRules } from './handover-draw.ts';

const items = fc.uniqueArray(fc.uuid(), { maxLength: 60 });
const people = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 7 });

describe('dealing out customers (CU-52)', () => {
  it('gives each item to exactly one receiver, evenly unless all go to one', () => {
    fc.assert(fc.property(fc.constantFrom(...handoverRules), items, people, fc.string(), (rule, list, to, seed) => {
      const dealt = dealOut(rule, list, to, seed);
      expect(new Set(dealt.keys())).toEqual(new Set(list));
      const counts = to.map((person) => [...dealt.values()].filter((receiver) => receiver === person).length);
      if (rule === 'one') expect(counts[0]).toBe(list.length);
      else expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }));
  });

  it('draws the same with the same seed, otherwise with another', () => {
    const list = Array.from({ length: 40 }, (_, n) => `c${n}`);
    const draw = (seed: string) => [...dealOut('random', list, ['x', 'y', 'z'], seed)].map(([item, to]) => `${item} ${to}`).toSorted((a, b) => (a < b ? -1 : 1));
    expect(draw('one')).toEqual(draw('one'));
    expect(draw('one')).not.toEqual(draw('two'));
  });

  it('is fair: over many seeds each receiver has each place about equally often', () => {
    const counts = [0, 0, 0];
    for (let seed = 0; seed < 3_000; seed += 1) {
      const receiver = dealOut('random', ['a', 'b', 'c'], ['0', '1', '2'], `s${seed}`).get('a');
      counts[Number(receiver)] = (counts[Number(receiver)] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });

  it('gives in turn by rotation, and nothing without receivers', () => {
    expect([...dealOut('rotation', ['a', 'b', 'c'], ['x', 'y'])]).toEqual([['a', 'x'], ['b', 'y'], ['c', 'x']]);
    expect(dealOut('random', ['a'], [])).toEqual(new Map());
  });
});
