import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CalendarDate } from '#meta/decisions/feel/calendar-date.ts';
import { compileCell, type Literal } from '#meta/decisions/feel/cell-test.ts';
import type { FactType, FactValue } from '#meta/decisions/decision-model.ts';
import { type CellForm, readForm, writeForm } from './cell-form.ts';
import { cellWords, formWords, resultWords } from './cell-words.ts';
import { readResult, writeResult } from './result-form.ts';

const number = fc.integer({ min: -1_000, max: 1_000 });
const date = fc.integer({ min: 0, max: 9_000 }).map((day) => new CalendarDate(new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10)));
const literal: fc.Arbitrary<Literal> = fc.oneof(fc.string(), number, fc.boolean(), fc.constant(null), date);
const ordered: fc.Arbitrary<Literal> = fc.oneof(number, date);
const range = fc.oneof(
  fc.tuple(number, number).map((pair) => pair.toSorted((a, b) => a - b)),
  fc.tuple(date, date).map((pair) => pair.toSorted((a, b) => a.iso.localeCompare(b.iso))),
).map(([low = null, high = null]) => ({ low: low as Literal, high: high as Literal }));

const form: fc.Arbitrary<CellForm> = fc.oneof(
  fc.constant<CellForm>({ kind: 'any' }),
  fc.record({ kind: fc.constant('oneOf' as const), isNegated: fc.boolean(), values: fc.array(literal, { minLength: 1, maxLength: 5 }) }),
  fc.record({ kind: fc.constant('compare' as const), operator: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const), value: ordered }),
  fc.tuple(range, fc.boolean(), fc.boolean()).map(([{ low, high }, isLowOpen, isHighOpen]): CellForm => ({ kind: 'range', low, high, isLowOpen, isHighOpen })),
);

test('what the editor writes, it reads back the same', () => {
  fc.assert(fc.property(form, (each) => { expect(readForm(writeForm(each))).toEqual(each); }), { numRuns: 500 });
});

const cells = ['-', '', 'true', 'not(false)', '<= 1', '> 1', '[1..3]', '(1..3)', ']1..3[', '"a"', '"a", "b"', 'not("a","b")', '!= "a"', '= 3', '1, 2, > 5', 'null', 'not(null)', 'date("2026-01-31")', '< date("2026-01-31")', '"引号 \\" 里"'];

test('reading and writing a cell changes nothing of what it accepts', () => {
  fc.assert(fc.property(fc.constantFrom(...cells), literal, (text, value) => {
    expect(compileCell(writeForm(readForm(text)))(value, {})).toBe(compileCell(text)(value, {}));
  }), { numRuns: 1_000 });
});

test('FEEL that no form can say stays as it was typed', () => {
  for (const text of ['? in (1, 2)', 'months * 2 > 3', 'date(', '<= limit', '> 1, < 0']) expect(writeForm(readForm(text))).toBe(text);
});

test('different forms read differently in both languages', () => {
  const whole = fc.oneof(number.map((value): CellForm => ({ kind: 'oneOf', isNegated: false, values: [value] })), form.filter((each) => each.kind === 'compare' || each.kind === 'range'));
  fc.assert(fc.property(whole, whole, fc.constantFrom('zh-CN' as const, 'en' as const), (a, b, locale) => {
    fc.pre(writeForm(a) !== writeForm(b));
    expect(formWords(a, null, locale)).not.toBe(formWords(b, null, locale));
  }));
});

const resultOf: Readonly<Record<FactType, fc.Arbitrary<FactValue>>> = {
  boolean: fc.boolean(), number, text: fc.string({ minLength: 1 }), choice: fc.string({ minLength: 1 }), choices: fc.array(fc.string(), { maxLength: 4 }),
  date: date.map((each) => each.iso), dateTime: fc.constant('2026-03-01T02:00:00.000Z'),
};

test('a result goes through the editor unchanged, and FEEL stays FEEL', () => {
  for (const [type, values] of Object.entries(resultOf) as [FactType, fc.Arbitrary<FactValue>][]) {
    fc.assert(fc.property(fc.option(values), (value) => { expect(readResult(writeResult({ kind: 'value', value }, type), type)).toEqual({ kind: 'value', value }); }));
  }
  expect(readResult('base * 0.5', 'number')).toEqual({ kind: 'feel', text: 'base * 0.5' });
  expect(readResult('"five"', 'number')).toEqual({ kind: 'feel', text: '"five"' });
});

const months = { type: 'number' as const, unit: { 'zh-CN': '个月', en: 'months' } };
const who = { type: 'choice' as const, choices: [{ value: 'first', label: { 'zh-CN': '原接待', en: 'First' } }, { value: 'next', label: { 'zh-CN': '新接待', en: 'Next' } }] };

test('cells read as a manager says them', () => {
  expect(['-', 'true', 'null', '<= 1', '[1..3]', '(1..3]', 'x + 1'].map((text) => cellWords(text, months, 'zh-CN'))).toEqual(['–', '是', '不清楚', '≤ 1 个月', '1 至 3 个月', '> 1 且 ≤ 3 个月', 'x + 1']);
  expect(['"first"', '"first","next"', 'not("next")'].map((text) => cellWords(text, who, 'zh-CN'))).toEqual(['原接待', '原接待、新接待', '不是 新接待']);
  expect(cellWords('not("first","next")', who, 'en')).toBe('not First or Next');
  expect(cellWords('>= date("2026-03-01")', { type: 'date' }, 'zh-CN')).toBe('不早于 2026-03-01');
  expect(resultWords('50', { type: 'number', unit: { 'zh-CN': '%', en: '%' } }, 'zh-CN')).toBe('50%');
  expect(resultWords('', who, 'en')).toBe('');
});
