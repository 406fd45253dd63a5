import { expect, it } from 'vitest';
import type { Filter } from '#meta/filter.ts';
import { placeOf, withoutPlace, withPlace } from './place-filter.ts';

const stage: Filter = { field: 'stage', op: 'in', value: ['active'] };

it('sets, reads and drops a province beside other conditions', () => {
  const shandong = withPlace(stage, 'address', '370000');
  expect(shandong).toEqual({ and: [stage, { field: 'address', op: 'startsWith', value: '37' }] });
  expect(placeOf(shandong, 'address')).toBe('370000');
  expect(withPlace(shandong, 'address', '440000')).toEqual({ and: [stage, { field: 'address', op: 'startsWith', value: '44' }] });
  expect(withoutPlace(shandong, 'address')).toEqual(stage);
  expect(placeOf(stage, 'address')).toBeUndefined();
});

it('knows records without an address', () => {
  const none = withPlace(undefined, 'address', '');
  expect(none).toEqual({ field: 'address', op: 'isNull', value: true });
  expect(placeOf(none, 'address')).toBe('');
  expect(withPlace(none, 'address', undefined)).toBeUndefined();
});
