import { expect, test } from 'vitest';
import { placeWindows, shownHours } from './day-track.ts';

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
