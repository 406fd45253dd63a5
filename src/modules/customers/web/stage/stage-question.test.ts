import { expect, test } from 'vitest';
import { barStages, isAskedFirst, stageQuestion } from './stage-question.ts';

test('a forward step that can be taken back is made on one click', () => {
  expect(isAskedFirst('potential', 'target')).toBe(false);
  expect(isAskedFirst('dormant', 'active')).toBe(false);
});

test('losing asks for the lost reason, winning back for words, a step without return is asked first', () => {
  expect(stageQuestion('active', 'lost')).toEqual({ asksLostReason: true, needsWords: false, isOneWay: false });
  expect(stageQuestion('lost', 'active')).toEqual({ asksLostReason: false, needsWords: true, isOneWay: false });
  expect(stageQuestion('potential', 'active')).toEqual({ asksLostReason: false, needsWords: false, isOneWay: true });
});

test('disqualified stands in the bar only for a disqualified customer', () => {
  expect(barStages('active')).not.toContain('disqualified');
  expect(barStages('disqualified')).toContain('disqualified');
});
