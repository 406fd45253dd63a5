import type { Filter } from '#meta/filter.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothFilters, groupFilter, quickValues, readFilter, toGroup, withQuickValues } from './filter-model.ts';

const condition = fc.record({
  field: fc.constantFrom('name', 'grade', 'owner'),
  op: fc.constantFrom('eq' as const, 'contains' as const),
  value: fc.string({ minLength: 1 }),
});
const several = <T>(inner: fc.Arbitrary<T>) => fc.array(inner, { minLength: 2, maxLength: 3 });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  condition,
  several(condition).map((and): Filter => ({ and })),
  several(condition).map((or): Filter => ({ and: [{ or }, { not: or[0] ?? { or } }] })),
);

describe('filter model', () => {
  it('opens and closes a filter without changing it', () => {
    fc.assert(fc.property(filter, (given) => { expect(groupFilter(toGroup(given))).toEqual(given); }));
  });
  it('survives the address', () => {
    fc.assert(fc.property(filter, (given) => { expect(readFilter(JSON.parse(JSON.stringify(given)))).toEqual(given); }));
  });
  it('drops conditions that have no value yet', () => {
    expect(groupFilter(toGroup({ and: [{ field: 'a', op: 'eq', value: '' }, { field: 'b', op: 'isNull', value: true }] }))).toEqual({
      field: 'b', op: 'isNull', value: true,
    });
    expect(groupFilter(toGroup({ field: 'a', op: 'between', value: [1, null] }))).toBeUndefined();
  });
  it('sets and drops quick filters beside others', () => {
    const name: Filter = { field: 'name', op: 'contains', value: 'x' };
    const both = withQuickValues(name, 'grade', ['star1']);
    expect(both).toEqual({ and: [name, { field: 'grade', op: 'in', value: ['star1'] }] });
    expect(quickValues(both, 'grade')).toEqual(['star1']);
    expect(withQuickValues(both, 'grade', [])).toEqual(name);
    expect(bothFilters(both, name)).toEqual({ and: [name, { field: 'grade', op: 'in', value: ['star1'] }, name] });
  });
  it('refuses what is no filter', () => {
    expect(readFilter('x')).toBeUndefined();
    expect(readFilter({ foo: 1 })).toBeUndefined();
  });
});
