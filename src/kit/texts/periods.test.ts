import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, monthWeeks, periodEnd, sayPeriod } from './periods.ts';

const months = fc.tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);

describe('a month as weeks', () => {
  it('begins on Monday and covers every day once', () => {
    expect(monthWeeks('2026-11')[0]).toEqual(['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30', '2026-10-31', '2026-11-01']);
    expect(monthWeeks('2026-11')).toHaveLength(6);
    expect(monthWeeks('2027-02')).toHaveLength(4);
    fc.assert(fc.property(months, (month) => {
      const days = monthWeeks(month).flat();
      expect(days.filter((d) => d.startsWith(month))).toHaveLength(new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate());
      expect(new Date(days[0] ?? '').getUTCDay()).toBe(1);
      expect(days).toEqual(days.map((_, i) => addDays(days[0] ?? '', i)));
    }));
  });
  it('counts months over years', () => {
    expect(addMonths('2026-11', 2)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    fc.assert(fc.property(months, fc.integer({ min: -500, max: 500 }), (month, n) => { expect(addMonths(addMonths(month, n), -n)).toBe(month); }));
  });
});

describe('periods of groups', () => {
  it('end where the next begins', () => {
    expect(periodEnd('2026-12-01', 'month')).toBe('2027-01-01');
    expect(periodEnd('2026-12-28', 'week')).toBe('2027-01-04');
  });
  it('are said in words', () => {
    expect(sayPeriod('2026-11-01', 'month', 'zh-CN')).toBe('2026 年 11 月');
    expect(sayPeriod('2026-11-01', 'month', 'en')).toBe('Nov 2026');
    expect(sayPeriod('2026-11-16', 'week', 'zh-CN')).toBe('2026 年 11 月 16 日 – 11 月 22 日');
    expect(sayPeriod('2026-12-28', 'week', 'en')).toBe('28 Dec 2026 – 3 Jan 2027');
  });
});
