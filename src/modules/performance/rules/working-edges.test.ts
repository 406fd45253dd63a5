import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { workingSecondsBetween } from '#kernel/working-time/working-time.ts';
import { workedUntil, workingEdges } from './working-edges.ts';

const office = [{ from: 32_400, to: 43_200 }, { from: 48_600, to: 64_800 }];
const calendar = (timeZone: string): WorkingCalendar => ({
  timeZone, week: [office, office, office, office, office, [], []],
  days: { '2026-03-09': { kind: 'holiday', name: '假日' }, '2026-03-14': { kind: 'makeUp', name: '补班' }, '2026-03-16': { kind: 'special', name: '通宵', hours: [{ from: 0, to: 86_400 }] }, '2026-03-17': { kind: 'special', name: '通宵', hours: [{ from: 0, to: 86_400 }] } },
});
const [first, last] = [Date.parse('2026-02-20T00:00:00Z'), Date.parse('2026-04-20T00:00:00Z')];

test.each(['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns'])('the difference of two places on the edges is the working time between them, in %s', (zone) => {
  const days = calendar(zone);
  const edges = workingEdges(days, new Date(first), new Date(last));
  fc.assert(fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last }), (one, other) => {
    const [a, b] = [new Date(Math.min(one, other)), new Date(Math.max(one, other))];
    expect(Math.floor(workedUntil(edges, b) - workedUntil(edges, a) + 1e-6)).toBe(workingSecondsBetween(days, a, b));
  }), { numRuns: 400 });
});
