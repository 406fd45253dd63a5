import { describe, expect, it } from 'vitest';
import { interpersonalStyle, type InterpersonalStyle } from './interpersonal-style.ts';
import { styleAdvice } from './style-advice.ts';

describe('interpersonalStyle (CU-4)', () => {
  it.each([
    [10, -10, 'driver'], [1, 1, 'expressive'], [-0.5, 3, 'amiable'], [-4, -1, 'analytical'], [0, 5, null], [5, 0, null],
  ] as [number, number, InterpersonalStyle | null][])('%s and %s → %s', (assertiveness, responsiveness, style) => {
    expect(interpersonalStyle({ assertiveness, responsiveness })).toBe(style);
  });

  it('refuses scores off the scale', () => {
    expect(() => interpersonalStyle({ assertiveness: 11, responsiveness: 1 })).toThrow(RangeError);
    expect(() => interpersonalStyle({ assertiveness: 1, responsiveness: Number.NaN })).toThrow(RangeError);
  });
});

describe('styleAdvice (CU-4)', () => {
  it.each(['zh-CN', 'en'] as const)('has three or four short lines each in %s', (locale) => {
    for (const { name, ...lists } of Object.values(styleAdvice[locale])) {
      expect(name).not.toBe('');
      for (const lines of Object.values(lists)) {
        expect(lines.length >= 3 && lines.length <= 4).toBe(true);
        for (const line of lines) expect(line).toMatch(/^[^!！.。]{4,60}$/);
      }
    }
  });
});
