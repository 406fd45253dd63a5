import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueMinutesStages, minutesDue, minutesStages, symposiumAgenda } from './meeting-steps.ts';

const end = new Date('2026-03-02T08:00:00.000Z');

test('minutes are due 48 hours after the end, with warnings at half and at four fifths (SF-22)', () => {
  expect(minutesDue(end).toISOString()).toBe('2026-03-04T08:00:00.000Z');
  expect(minutesStages(end).map(({ key, at }) => [key, at.toISOString()])).toEqual([
    ['half', '2026-03-03T08:00:00.000Z'], ['near', '2026-03-03T22:24:00.000Z'], ['breached', '2026-03-04T08:00:00.000Z'],
  ]);
});

test('however the clock jumps, each stage comes once and in order', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -5, max: 100 }), { maxLength: 12 }), (hours) => {
    const done = new Set<string>();
    const fired: string[] = [];
    for (const hour of [...hours, 200]) {
      const { due } = dueMinutesStages(end, done, new Date(end.getTime() + hour * 3_600_000));
      for (const { key } of due) {
        fired.push(key);
        done.add(key);
      }
    }
    expect(fired).toEqual(['half', 'near', 'breached']);
  }));
});

test('a symposium begins with its seven topics', () => {
  expect(symposiumAgenda().map(({ topic }) => topic)).toEqual(['market', 'quality', 'process', 'service', 'productMix', 'satisfaction', 'needs']);
});
