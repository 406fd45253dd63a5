import { expect, test } from 'vitest';
import { type Sitting, attemptsLeft } from './exam-attempts.ts';

const sat = (...states: Sitting['state'][]): Sitting[] => states.map((state, at) => ({ state, number: at + 1 }));

test('attempts are used up by every sitting, the running one too', () => {
  expect([sat(), sat('failed'), sat('failed', 'running'), sat('failed', 'marking', 'failed')].map((all) => attemptsLeft(2, all, false))).toEqual([2, 1, 0, 0]);
});

test('who has passed need not sit again until what it granted is about to end; then all attempts are there again', () => {
  expect(attemptsLeft(3, sat('failed', 'passed'), false)).toBe(0);
  expect(attemptsLeft(3, sat('failed', 'passed'), true)).toBe(3);
  expect(attemptsLeft(3, sat('failed', 'passed', 'failed'), true)).toBe(2);
});
