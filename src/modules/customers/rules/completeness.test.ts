import { describe, expect, it } from 'vitest';
import { completeness, isEmpty } from './completeness.ts';

describe('completeness (CU-13)', () => {
  it('counts what is filled', () => {
    const required = [{ field: 'name' }, { field: 'phone' }, { field: 'uscc', weight: 2 }];
    expect(completeness(required, { name: '青岛啤酒', phone: ' ', uscc: null }, {}, '2026-11-21')).toEqual({
      score: 25, missing: ['phone', 'uscc'], stale: [],
    });
    expect(completeness([], {}, {}, '2026-11-21')).toEqual({ score: 100, missing: [], stale: [] });
  });

  it('gives half for what is no longer verified', () => {
    const required = [{ field: 'phone', verifiedWithinMonths: 6 }, { field: 'name' }];
    const values = { phone: '+8613812345678', name: '甲' };
    expect(completeness(required, values, {}, '2026-11-21')).toEqual({ score: 75, missing: [], stale: ['phone'] });
    const checked = completeness(required, values, { phone: '2026-05-21T10:00:00Z' }, '2026-11-21');
    expect(checked).toEqual({ score: 100, missing: [], stale: [] });
    expect(completeness(required, values, { phone: '2026-05-20' }, '2026-11-21').stale).toEqual(['phone']);
  });

  it('ends a month at the end of February', () => {
    const required = [{ field: 'phone', verifiedWithinMonths: 1 }];
    const on = (verified: string, today: string): string[] =>
      completeness(required, { phone: '1' }, { phone: verified }, today).stale;
    expect(on('2026-01-31', '2026-02-28')).toEqual([]);
    expect(on('2026-01-31', '2026-03-01')).toEqual(['phone']);
    expect(on('2028-01-31', '2028-02-29')).toEqual([]);
    expect(on('2026-02-28', '2026-03-28')).toEqual([]);
    expect(on('2026-02-28', '2026-03-29')).toEqual(['phone']);
  });

  it('never says 100 while something is open', () => {
    const required = [{ field: 'name', weight: 1000 }, { field: 'notes', weight: 1 }];
    expect(completeness(required, { name: '甲' }, {}, '2026-11-21').score).toBe(99);
  });

  it('knows what is empty', () => {
    expect([null, undefined, '', ' ', [], [''], {}, { city: null, street: '' }].every(isEmpty)).toBe(true);
    expect([0, false, 'a', ['a'], { city: '370200' }].some(isEmpty)).toBe(false);
  });
});
