import { describe, expect, it } from 'vitest';
import { moveColumn, nextSort, readSort, writeSort } from './list-columns.ts';

describe('sorting by clicks', () => {
  it('goes up, down, off', () => {
    expect(nextSort('-createdAt', 'name', false)).toBe('name');
    expect(nextSort('name', 'name', false)).toBe('-name');
    expect(nextSort('-name', 'name', false)).toBe('');
  });
  it('adds a second key in its place', () => {
    expect(nextSort('grade', 'name', true)).toBe('grade,name');
    expect(nextSort('grade,name', 'grade', true)).toBe('-grade,name');
    expect(nextSort('-grade,name', 'grade', true)).toBe('name');
  });
  it('reads what it writes', () => {
    expect(writeSort(readSort('-a,b'))).toBe('-a,b');
    expect(readSort('')).toEqual([]);
  });
});

describe('moving columns', () => {
  it('keeps the title first', () => {
    expect(moveColumn(['name', 'a', 'b', 'c'], 'c', 1)).toEqual(['name', 'c', 'a', 'b']);
    expect(moveColumn(['name', 'a', 'b'], 'b', 0)).toEqual(['name', 'b', 'a']);
    expect(moveColumn(['name', 'a', 'b'], 'a', 9)).toEqual(['name', 'b', 'a']);
  });
});
