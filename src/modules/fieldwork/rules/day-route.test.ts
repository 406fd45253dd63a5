import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DayStop, overlapping, routeOrder, travelGaps, travelMinutes } from './day-route.ts';

const area = (id: string, east: number, north = 0) => ({ id, east, north });
const [near, mid, far] = [area('near', 1), area('mid', 4), area('far', 10)];
const H = 3_600_000;
const stop = (id: string, place: DayStop['area'], from: number, to: number): DayStop => ({ id, area: place, from: from * H, to: to * H });

test('the way takes time between areas, none within one or where one is unknown', () => {
  expect([travelMinutes(near, mid), travelMinutes(near, near), travelMinutes(near, null), travelMinutes(area('a', 0), area('b', 3, 4))]).toEqual([19, 0, 0, 25]);
});

test('a way that does not fit between two appointments is flagged; an overlap is an overlap, not a way', () => {
  expect(travelGaps([stop('b', far, 10.25, 11), stop('a', near, 9, 10), stop('c', far, 11, 12)])).toEqual([{ id: 'b', after: 'a', needed: 37, free: 15 }]);
  expect(travelGaps([stop('a', near, 9, 10), stop('b', far, 10.62, 11)])).toEqual([]);
  const doubled = [stop('a', near, 9, 10), stop('b', far, 9.5, 11), stop('c', near, 13, 14)];
  expect([travelGaps(doubled), [...overlapping(doubled)]]).toEqual([[], ['a', 'b']]);
});

test('the nearest area first among what the appointments leave open', () => {
  const open = [stop('far', far, 9, 18), stop('near', near, 9, 18), stop('mid', mid, 9, 18)];
  expect(routeOrder(open, area('depot', 0)).map(({ id }) => id)).toEqual(['near', 'mid', 'far']);
  expect(routeOrder(open, far).map(({ id }) => id)).toEqual(['far', 'mid', 'near']);
  expect(routeOrder([stop('early', far, 8, 9), ...open], near).map(({ id }) => id)).toEqual(['early', 'far', 'mid', 'near']);
});

test('every order comes once, and never before one that ends before it begins', () => {
  const stops = fc.array(fc.record({ place: fc.constantFrom(near, mid, far, null), from: fc.integer({ min: 6, max: 20 }), length: fc.integer({ min: 1, max: 6 }) }), { maxLength: 12 })
    .map((list) => list.map(({ place, from, length }, at) => stop(`s${at}`, place, from, from + length)));
  fc.assert(fc.property(stops, (list) => {
    const route = routeOrder(list, near);
    expect(route.map(({ id }) => id).toSorted()).toEqual(list.map(({ id }) => id).toSorted());
    for (const [at, one] of route.entries()) expect(route.slice(at + 1).every((later) => later.to > one.from)).toBe(true);
  }));
});
