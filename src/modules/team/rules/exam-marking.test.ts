import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExamQuestion, type MarkedAnswer, faultsOf, pointsFor, scoreOf } from './exam-marking.ts';

const options = ['a', 'b', 'c', 'd'].map((key) => ({ key, text: key }));
const question = (more: Partial<ExamQuestion>): ExamQuestion => ({ key: 'q', kind: 'single', text: '?', options, correct: ['a'], points: 2, guide: '', ...more });
const given = (value: readonly string[], points: number | null = null): MarkedAnswer => ({ value, points });

test('single, true or false, multiple: all right or nothing', () => {
  expect([['a'], ['b'], [], ['a', 'b']].map((answer) => pointsFor(question({}), answer))).toEqual([2, 0, 0, 0]);
  expect([['yes'], ['no']].map((answer) => pointsFor(question({ kind: 'boolean', options: [], correct: ['no'] }), answer))).toEqual([0, 2]);
  const several = question({ kind: 'multiple', correct: ['a', 'c'] });
  expect([['c', 'a'], ['a'], ['a', 'b', 'c'], ['a', 'a', 'c'], undefined].map((answer) => pointsFor(several, answer))).toEqual([2, 0, 0, 2, 0]);
});

test('a text waits for the trainer, a blank one does not', () => {
  const text = question({ kind: 'text', options: [], correct: [], points: 4 });
  expect([pointsFor(text, ['先道歉']), pointsFor(text, ['  ']), pointsFor(text, undefined)]).toEqual([null, 0, 0]);
  expect(scoreOf([text], new Map([['q', given(['先道歉'])]]), 60)).toEqual({ points: 0, most: 4, percent: 0, isPassed: false, open: ['q'] });
  expect(scoreOf([text], new Map([['q', given(['先道歉'], 3)]]), 75)).toEqual({ points: 3, most: 4, percent: 75, isPassed: true, open: [] });
  expect(scoreOf([text], new Map([['q', given(['先道歉'], 99)]]), 75).points).toBe(4);
});

test('the pass mark is met exactly, not by rounding', () => {
  const six = Array.from({ length: 6 }, (_, at) => question({ key: `q${at}`, points: 1 }));
  const right = (count: number) => new Map(six.slice(0, count).map(({ key }) => [key, given(['a'])]));
  expect(scoreOf(six, right(4), 67)).toMatchObject({ percent: 66.7, isPassed: false });
  expect(scoreOf(six, right(3), 50)).toMatchObject({ percent: 50, isPassed: true });
  expect(scoreOf([], new Map(), 1)).toMatchObject({ percent: 0, isPassed: false });
});

test('more right answers never make a score worse', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), fc.nat(), (points, seed) => {
    const paper = points.map((worth, at) => question({ key: `q${at}`, points: worth }));
    const some = new Map(paper.filter((_, at) => (seed >> at) % 2 === 1).map(({ key }) => [key, given(['a'])]));
    const more = new Map([...some, ['q0', given(['a'])] as const]);
    expect(scoreOf(paper, more, 60).points).toBeGreaterThanOrEqual(scoreOf(paper, some, 60).points);
  }));
});

test('a question without a right answer, with one that cannot be chosen, or twice the same key, is told', () => {
  expect(faultsOf([question({ correct: [] }), question({ key: 'r', correct: ['x'] }), question({ key: 's', correct: ['a', 'b'] }), question({ key: 't', options: [] })])).toEqual([
    { path: 'questions.0.correct', code: 'required' }, { path: 'questions.1.correct', code: 'invalid' }, { path: 'questions.2.correct', code: 'invalid' }, { path: 'questions.3.options', code: 'invalid' },
  ]);
  expect(faultsOf([question({}), question({})])).toEqual([{ path: 'questions', code: 'invalid' }]);
  expect(faultsOf([question({ kind: 'boolean', options: [], correct: ['yes'] }), question({ key: 'r', kind: 'text', options: [], correct: [] })])).toEqual([]);
});
