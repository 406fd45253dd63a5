import fc from 'fast-check';
import { unaryTest } from 'feelin';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from './calendar-date.ts';
import { compileCell, readCell } from './cell-test.ts';
import type { FeelValue } from './feel-value.ts';
import { toReference } from './reference-engine.ts';

interface Sample {
  readonly cell: string;
  readonly value: FeelValue;
}

const word = fc.constantFrom('a', 'b', '甲方', 'say "yes"', '');
const quoted = word.map((text) => JSON.stringify(text));
const amount = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(0.5, 1.25, -2.5));
const day = fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-31', '2026-02-28', '2028-02-29');
const dayText = fc.tuple(day, fc.boolean()).map(([iso, isCall]) => (isCall ? `date("${iso}")` : `@"${iso}"`));

const operator = fc.constantFrom('', '=', '!=', '<', '<=', '>', '>=', '> ', ' <=');
const bounds = fc.constantFrom(['[', ']'], ['(', ')'], ['[', ')'], [']', '['], ['(', ']']);

function ranges<T>(ends: fc.Arbitrary<T>, write: (end: T) => string, isOrdered: (a: T, b: T) => boolean): fc.Arbitrary<string> {
  return fc.tuple(ends, ends, bounds).filter(([a, b]) => isOrdered(a, b))
    .map(([a, b, [open, close]]) => `${open}${write(a)}..${write(b)}${close}`);
}

const numberPart = fc.oneof(fc.tuple(operator, amount).map(([sign, n]) => `${sign}${n}`), ranges(amount, String, (a, b) => a <= b), fc.constant('null'));
const textPart = fc.oneof(fc.tuple(operator, quoted).map(([sign, text]) => `${sign}${text}`), fc.constant('null'));
const datePart = fc.oneof(fc.tuple(operator, dayText).map(([sign, text]) => `${sign}${text}`), ranges(day, (iso) => `date("${iso}")`, (a, b) => a <= b));
const truthPart = fc.constantFrom('true', 'false', '= true', '!= false', 'null', '!= null');

const cellOf = (part: fc.Arbitrary<string>) => fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('-', ' - ') },
  { weight: 8, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(', ')) },
  { weight: 4, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `not(${parts.join(',')})`) },
);

const sampleOf = (part: fc.Arbitrary<string>, value: fc.Arbitrary<FeelValue>): fc.Arbitrary<Sample> =>
  fc.record({ cell: cellOf(part), value: fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }) });

// A column holds values of one kind: the model check refuses others, and the reference is not regular there.
const sample = fc.oneof(
  sampleOf(numberPart, amount),
  sampleOf(textPart, word),
  sampleOf(datePart, day.map((iso) => new CalendarDate(iso))),
  sampleOf(truthPart, fc.boolean()),
);

describe('cells against the reference of their meaning (PL-40)', () => {
  test('100 000 random cells and facts agree with feelin', { timeout: 240_000 }, () => {
    let compiled = 0;
    fc.assert(fc.property(sample, ({ cell, value }) => {
      if (readCell(cell).kind !== 'opaque') compiled += 1;
      expect(compileCell(cell)(value, {})).toBe(unaryTest(cell, { '?': toReference(value) }).value === true);
    }), { numRuns: 100_000, seed: 20261122 });
    expect(compiled).toBe(100_000);
  });

  test.each(['> x', 'list contains(?, "a")', '[5..1]', '? > 3', '>= date and time("2026-01-01T00:00:00")'])('%s is left to the reference engine', (cell) => {
    expect(readCell(cell).kind).toBe('opaque');
  });

  test('opaque cells see the other facts', () => {
    expect(compileCell('> x')(5, { x: 4 })).toBe(true);
    expect(compileCell('list contains(?, "a")')(['a', 'b'], {})).toBe(true);
    expect(compileCell('> x')(new CalendarDate('2026-02-28'), { x: new CalendarDate('2026-01-31') })).toBe(true);
  });
});
