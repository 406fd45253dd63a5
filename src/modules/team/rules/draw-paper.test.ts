import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawPaper } from './draw-paper.ts';
import type { ExamQuestion } from './exam-marking.ts';

const bank = Array.from({ length: 12 }, (_, at): ExamQuestion => ({
  key: `q${at}`, kind: at % 3 === 0 ? 'boolean' : 'single', text: '?', options: at % 3 === 0 ? [] : ['a', 'b', 'c'].map((key) => ({ key, text: key })), correct: ['a'], points: 1, guide: '',
}));

test('a paper has the number that was asked for, no question twice, every option once', () => {
  fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (seed, count) => {
    const paper = drawPaper(bank, count, seed);
    expect(new Set(paper.map(({ key }) => key)).size).toBe(count);
    for (const { key, options } of paper) expect(options.toSorted()).toEqual(bank.find((each) => each.key === key)?.kind === 'boolean' ? ['no', 'yes'] : ['a', 'b', 'c']);
  }));
});

test('the same attempt has the same paper, others have others; without a number all are asked', () => {
  expect(drawPaper(bank, 5, 'attempt-1')).toEqual(drawPaper(bank, 5, 'attempt-1'));
  expect(new Set(['1', '2', '3', '4', '5'].map((seed) => drawPaper(bank, 5, seed).map(({ key }) => key).join(' '))).size).toBeGreaterThan(1);
  expect(drawPaper(bank, null, 'x')).toHaveLength(12);
  expect(drawPaper(bank, 99, 'x')).toHaveLength(12);
});
