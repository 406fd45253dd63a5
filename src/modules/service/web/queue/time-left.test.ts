import { expect, test } from 'vitest';
import { dueState, spanParts, spanTo } from './time-left.ts';

const now = Date.parse('2026-03-02T09:00:00Z');

test('a span is told by its two largest parts', () => {
  expect(spanParts(spanTo('2026-03-03T12:05:00Z', now))).toEqual([{ unit: 'days', n: 1 }, { unit: 'hours', n: 3 }]);
  expect(spanParts(spanTo('2026-03-02T10:20:59Z', now))).toEqual([{ unit: 'hours', n: 1 }, { unit: 'minutes', n: 20 }]);
  expect(spanParts(spanTo('2026-03-03T09:05:00Z', now))).toEqual([{ unit: 'days', n: 1 }]);
  expect(spanParts(spanTo('2026-03-02T08:15:00Z', now))).toEqual([{ unit: 'minutes', n: 45 }]);
  expect(spanParts(spanTo('2026-03-02T09:00:30Z', now))).toEqual([]);
});

test('a deadline that has passed is breached whatever the server knew; a case that waits has none', () => {
  const row = { state: 'open', dueAt: '2026-03-02T09:00:00Z', urgency: 'near' } as const;
  expect(dueState(row, now)).toBe('breached');
  expect(dueState(row, now - 1)).toBe('near');
  expect(dueState({ ...row, state: 'waiting' }, now)).toBe('waiting');
  expect(dueState({ ...row, dueAt: null }, now)).toBe('none');
});
