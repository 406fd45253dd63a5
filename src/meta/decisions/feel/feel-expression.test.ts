import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from './calendar-date.ts';
import { compileSubset } from './feel-expression.ts';
import { BeyondSubset } from './feel-tokens.ts';
import { referenceValue } from './reference-engine.ts';

const scope = { x: 5, y: -2, s: 'a', t: true, f: false, n: null, d: new CalendarDate('2026-01-31'), e: new CalendarDate('2026-02-28'), months: 1, o: { a: 1 } };

const choose = (...texts: string[]) => fc.constantFrom(...texts);
const binary = (left: fc.Arbitrary<string>, signs: readonly string[], right: fc.Arbitrary<string>) =>
  fc.tuple(left, fc.constantFrom(...signs), right).map(([a, sign, b]) => `(${a}) ${sign} (${b})`);
const branch = (truth: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc.tuple(truth, value, value).map(([a, b, c]) => `if (${a}) = true then ${b} else ${c}`);

const compare = ['=', '!=', '<', '<=', '>', '>='];
// One kind on both sides, as the model check demands; null may stand anywhere.
const { truth } = fc.letrec<Record<'truth' | 'number' | 'day' | 'span', string>>((tie) => ({
  number: fc.oneof({ depthSize: 'small' }, choose('x', 'y', 'o.a', '3', '0', '0.5', '- x', 'n'),
    binary(tie('number'), ['+', '-', '*', '/'], tie('number')), branch(tie('truth'), tie('number'))),
  span: choose('@"P1M"', '@"P3D"', 'duration("P" + string(months) + "M")', '@"P1Y"'),
  day: fc.oneof({ depthSize: 'small' }, choose('d', 'e', 'date("2028-02-29")', 'n'), binary(tie('day'), ['+', '-'], tie('span'))),
  truth: fc.oneof({ depthSize: 'small' }, choose('t', 'f', 'true'), binary(tie('number'), compare, tie('number')),
    binary(choose('s', '"b"', 'n', '"甲"'), compare, choose('s', '"a"', '"甲"')), binary(tie('day'), compare, tie('day')),
    binary(tie('truth'), ['and', 'or', '=', '!='], tie('truth')), tie('truth').map((inner) => `not(${inner})`)),
}));

describe('compiled FEEL expressions', () => {
  test('agree with the reference engine', { timeout: 120_000 }, () => {
    fc.assert(fc.property(truth, (text) => {
      expect(compileSubset(text)(scope)).toEqual(referenceValue(text, scope));
    }), { numRuns: 4_000, seed: 20261122 });
  });

  test.each([
    ['1 + 2 * 3', 7], ['- x + 3', -2], ['x between 1 and 5', true], ['d + @"P1M" >= e', true], ['d + @"P1M" = e', true],
    ['if n then 1 else 2', 2], ['n and false', false], ['n and true', null], ['x = "5"', null], ['1 / 0', null],
  ])('%s', (text, value) => {
    expect(compileSubset(text)(scope)).toEqual(value);
    expect(referenceValue(text, scope)).toEqual(value);
  });

  test.each(['some a in [1] satisfies a > 0', 'x in [1..5]', 'days and time duration(d, e)', '[1, 2]', 'sum(1, 2)', '2 ** 3'])('%s is beyond the subset', (text) => {
    expect(() => compileSubset(text)).toThrow(BeyondSubset);
  });
});
