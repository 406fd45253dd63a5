import { describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { checkFilter, parseFilter } from './filter-sql.ts';

const name = { field: 'name', op: 'contains', value: '石化' };

describe('reading a filter', () => {
  it('takes conditions, and, or and not, nested', () => {
    for (const filter of [name, { and: [name, { or: [name, { not: name }] }] }, { and: [] }, { or: [] }, { field: 'grade', op: 'isNull' }]) {
      expect(checkFilter(filter)).toEqual(filter);
    }
    expect(parseFilter(JSON.stringify(name))).toEqual(name);
    expect(parseFilter('')).toBeUndefined();
  });

  it.each([
    [null], [[]], ['name'], [{}], [{ field: 'name' }], [{ field: 'name', op: 'like', value: 'x' }], [{ ...name, extra: 1 }], [{ field: 1, op: 'eq' }],
    [{ and: name }], [{ and: [name, 1] }], [{ and: [name], or: [name] }], [{ xor: [name] }], [{ field: 'x'.repeat(101), op: 'eq' }],
    [{ or: Array.from({ length: 51 }, () => name) }],
    [{ not: { not: { not: { not: { not: { not: { not: { not: name } } } } } } } }],
  ])('refuses %j as a whole', (filter) => {
    expect(() => checkFilter(filter)).toThrow(Failure);
  });
});
