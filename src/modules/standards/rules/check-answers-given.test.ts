import { expect, test } from 'vitest';
import { answerGaps } from './check-answers-given.ts';
import type { AuditItem } from './score-audit.ts';

const items: readonly AuditItem[] = [
  { key: 'a', area: 'appearance', standard: null, text: '着装', answer: 'yesNo', unit: null, target: null, direction: null, weight: 1, comment: 'failed', photo: 'failed' },
  { key: 'b', area: 'attitude', standard: null, text: '微笑', answer: 'scale', unit: null, target: null, direction: null, weight: 1, comment: 'never', photo: 'never' },
];
const answer = (key: string, value: number | null, comment = '', photos = 0) => ({ key, value, comment, photos });

test('a failed item asks for its comment and its photo; a met or an inapplicable one does not', () => {
  expect(answerGaps(items, [answer('a', 0), answer('b', 5)])).toEqual([{ key: 'a', part: 'comment', code: 'required' }, { key: 'a', part: 'photos', code: 'required' }]);
  expect(answerGaps(items, [answer('a', 0, '没戴工牌', 1), answer('b', 1)])).toEqual([]);
  expect(answerGaps(items, [answer('a', null), answer('b', 3)])).toEqual([]);
});

test('every item is answered, with a value of its kind', () => {
  expect(answerGaps(items, [answer('a', 1)])).toEqual([{ key: 'b', part: 'value', code: 'required' }]);
  expect(answerGaps(items, [answer('a', 2), answer('b', 6)]).map((gap) => gap.code)).toEqual(['invalid', 'invalid']);
  expect(answerGaps(items, [answer('a', 1), answer('b', 2.5)])).toEqual([{ key: 'b', part: 'value', code: 'invalid' }]);
});
