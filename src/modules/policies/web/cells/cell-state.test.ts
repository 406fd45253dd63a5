import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CalendarDate } from '#meta/decisions/feel/calendar-date.ts';
import { compileCell, type Literal } from '#meta/decisions/feel/cell-test.ts';
import type { FactType } from '#meta/decisions/decision-model.ts';
import { beginEdit, endEdit, modesOf, togglePicked } from './cell-state.ts';

const types: readonly (FactType | null)[] = ['boolean', 'choice', 'choices', 'text', 'number', 'date', 'dateTime', null];
const cells = ['-', '', 'true', 'false, null', 'not(true)', '<= 1', '> -2.5', '[1..3]', '(1..3)', '1, 2, null', 'not(3)', '"a"', '"a", "b", null', 'not("a")', '"a\\nb"', '" a "', '!= "a"', '> 1, < 0', 'date("2026-01-31")', '[date("2026-01-01")..date("2026-03-01"))', '? > base', 'broken(', '""'];
const value: fc.Arbitrary<Literal> = fc.oneof(fc.constantFrom<Literal>('a', 'b', 'a\nb', ' a ', '', true, false, null, 1, 2, 3, -2.5, new CalendarDate('2026-01-31'), new CalendarDate('2026-03-01')), fc.integer({ min: -5, max: 5 }));

test('opening and closing a cell changes nothing of what it accepts, whatever the column', () => {
  fc.assert(fc.property(fc.constantFrom(...cells.filter((text) => text !== 'broken(' && !text.startsWith('?'))), fc.constantFrom(...types), value, (text, type, given) => {
    expect(compileCell(endEdit(beginEdit(text, type), type))(given, {})).toBe(compileCell(text)(given, {}));
  }), { numRuns: 3_000 });
});

test('closing a cell once more changes nothing at all', () => {
  fc.assert(fc.property(fc.constantFrom(...cells), fc.constantFrom(...types), (text, type) => {
    const once = endEdit(beginEdit(text, type), type);
    expect(endEdit(beginEdit(once, type), type)).toBe(once);
  }), { numRuns: 500 });
});

test('a cell opens in a mode that its column offers', () => {
  for (const text of cells) for (const type of types) expect(modesOf(type)).toContain(beginEdit(text, type).mode);
});

test('what is no value of the type stays as it was typed', () => {
  const state = beginEdit('-', 'number');
  expect(endEdit({ ...state, mode: 'compare', value: 'zwei' }, 'number')).toBe('<= zwei');
  expect(endEdit({ ...state, mode: 'oneOf', lines: '1\nzwei' }, 'number')).toBe('1, zwei');
  expect(endEdit({ ...state, mode: 'range', low: '1', high: 'x' }, 'number')).toBe('[1..x]');
  expect(endEdit({ ...beginEdit('-', 'date'), mode: 'compare', value: '2026-02-30' }, 'date')).toBe('<= 2026-02-30');
});

test('fields left empty mean any, one end of a range is a comparison', () => {
  const state = beginEdit('-', 'number');
  expect(endEdit({ ...state, mode: 'compare' }, 'number')).toBe('-');
  expect(endEdit({ ...state, mode: 'oneOf' }, 'number')).toBe('-');
  expect(endEdit({ ...state, mode: 'range', low: '3', isLowOpen: true }, 'number')).toBe('> 3');
  expect(endEdit({ ...state, mode: 'range', high: '3' }, 'number')).toBe('<= 3');
  expect(endEdit(togglePicked(togglePicked({ ...beginEdit('true', 'boolean') }, false), true), 'boolean')).toBe('false');
});
