import { expect, test } from 'vitest';
import { figureKeys, figureNature, isActive, mediansOf, sheetOf } from './figures.ts';

const answered = (value: number) => sheetOf({ answered: { count: value, value, p90: null, clock: null, clockP90: null, of: null } });

test('a median is of three people at least, and of an even number lies between the middle two', () => {
  expect(mediansOf([answered(4), answered(9)]).answered).toBe(null);
  expect(mediansOf([answered(9), answered(4), answered(5)]).answered).toBe(5);
  expect(mediansOf([answered(9), answered(4), answered(5), answered(8)]).answered).toBe(6.5);
  expect(mediansOf([answered(9), answered(4), answered(5)]).satisfaction).toBe(null);
});

test('what was not found counts nothing: a count is 0, a time or share is not known', () => {
  const sheet = sheetOf({});
  for (const key of figureKeys) expect(sheet[key].value).toBe(figureNature[key].measure === 'count' ? 0 : null);
  expect(isActive(sheet)).toBe(false);
  expect(isActive(answered(1))).toBe(true);
});
