import { expect, test } from 'vitest';
import { hoursOf, loadLevel, placeWindows, shownHours } from './day-track.ts';

test('the shown hours reach as far as the windows, within the day', () => {
  expect(shownHours([])).toEqual({ first: 7, last: 21 });
  expect(shownHours([{ from: 5.5, to: 22.25 }])).toEqual({ first: 5, last: 23 });
  expect(shownHours([{ from: -3, to: 30 }])).toEqual({ first: 0, last: 24 });
});

test('windows that overlap take lanes, one that begins where another ends takes its place', () => {
  const placed = placeWindows([{ from: 8, to: 10 }, { from: 9, to: 11 }, { from: 10, to: 12 }], 8, 16);
  expect(placed.map(({ lane, left, width }) => [lane, left, width])).toEqual([[0, 0, 25], [1, 12.5, 25], [0, 25, 25]]);
});

test('what begins the day before begins at the edge', () => {
  expect(placeWindows([{ from: -2, to: 2 }], 0, 8)[0]).toMatchObject({ left: 0, width: 25 });
});

test('a day is free, fair, full or too full against the hours of its person', () => {
  expect([loadLevel(0, 480), loadLevel(240, 480), loadLevel(420, 480), loadLevel(481, 480), loadLevel(0, 0), loadLevel(30, 0)]).toEqual(['free', 'fair', 'full', 'over', 'off', 'over']);
});

test('what has no window has no place on the track', () => {
  const start = Date.parse('2026-03-02T16:00:00Z');
  expect(hoursOf([{ from: null, to: null }, { from: '2026-03-03T01:30:00Z', to: '2026-03-03T03:00:00Z' }], start).map(({ from, to }) => [from, to])).toEqual([[9.5, 11]]);
});
