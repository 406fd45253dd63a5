import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisSteps, nameEvery } from './axis-steps.ts';

describe('marks of an axis', () => {
  it('are round', () => {
    expect(axisSteps(0)).toEqual([0, 1]);
    expect(axisSteps(3)).toEqual([0, 1, 2, 3]);
    expect(axisSteps(17)).toEqual([0, 5, 10, 15, 20]);
    expect(axisSteps(400)).toEqual([0, 100, 200, 300, 400]);
  });
  it('reach the greatest value with few steps', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), (max) => {
      const steps = axisSteps(max);
      expect(steps.at(-1)).toBeGreaterThanOrEqual(max);
      expect(steps.at(-2)).toBeLessThan(max);
      expect(steps.length).toBeLessThanOrEqual(5);
    }));
  });
});

describe('names below an axis', () => {
  it('are as many as there is room for', () => {
    expect(nameEvery(78, 8)).toBe(10);
    expect(nameEvery(5, 8)).toBe(1);
  });
});
