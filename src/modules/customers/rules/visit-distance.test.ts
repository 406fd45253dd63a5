import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metresBetween, toPoint } from './visit-distance.ts';

const point = fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lng: fc.double({ min: -180, max: 180, noNaN: true }) });

test('known distances: one degree of latitude, Qingdao to Beijing', () => {
  expect(metresBetween({ lat: 36, lng: 120 }, { lat: 37, lng: 120 })).toBe(111_195);
  expect(metresBetween({ lat: 36.067, lng: 120.383 }, { lat: 39.904, lng: 116.407 })).toBeGreaterThan(550_000);
  expect(metresBetween({ lat: 36.067, lng: 120.383 }, { lat: 39.904, lng: 116.407 })).toBeLessThan(556_000);
});

test('the same both ways, none to itself, never more than half around the earth', () => {
  fc.assert(fc.property(point, point, (a, b) => {
    const metres = metresBetween(a, b);
    expect(metresBetween(b, a)).toBe(metres);
    expect(metres).toBeGreaterThanOrEqual(0);
    expect(metres).toBeLessThanOrEqual(20_015_200);
    expect(metresBetween(a, a)).toBe(0);
  }));
});

test('only points are points', () => {
  expect(toPoint({ lat: 36, lng: 120, accuracy: 8 })).toEqual({ lat: 36, lng: 120 });
  expect([null, undefined, '36,120', {}, { lat: '36', lng: 120 }].map(toPoint)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
