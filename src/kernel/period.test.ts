import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, localDate, resolveRelative, startOfDay, startOfWeek } from '#kernel/period.ts';

const shanghai = 'Asia/Shanghai';
// Saturday 21 November 2026, 00:30 in Shanghai, still Friday in UTC.
const now = new Date('2026-11-20T16:30:00Z');
const days = (spec: string, at = now, zone = shanghai): string[] => {
  const period = resolveRelative(spec, at, zone);
  return period ? [period.fromDate, period.toDate] : [];
};

describe('resolveRelative', () => {
  it.each([
    ['today', '2026-11-21', '2026-11-21'],
    ['yesterday', '2026-11-20', '2026-11-20'],
    ['tomorrow', '2026-11-22', '2026-11-22'],
    ['last:7d', '2026-11-15', '2026-11-21'],
    ['next:30d', '2026-11-21', '2026-12-20'],
    ['next:1d', '2026-11-21', '2026-11-21'],
    ['last:2w', '2026-11-08', '2026-11-21'],
    ['last:1m', '2026-10-22', '2026-11-21'],
    ['next:1q', '2026-11-21', '2027-02-20'],
    ['last:1y', '2025-11-22', '2026-11-21'],
    ['thisWeek', '2026-11-16', '2026-11-22'],
    ['lastWeek', '2026-11-09', '2026-11-15'],
    ['nextWeek', '2026-11-23', '2026-11-29'],
    ['thisMonth', '2026-11-01', '2026-11-30'],
    ['lastMonth', '2026-10-01', '2026-10-31'],
    ['thisQuarter', '2026-10-01', '2026-12-31'],
    ['lastQuarter', '2026-07-01', '2026-09-30'],
    ['nextQuarter', '2027-01-01', '2027-03-31'],
    ['thisYear', '2026-01-01', '2026-12-31'],
    ['lastYear', '2025-01-01', '2025-12-31'],
  ])('%s', (spec, from, to) => {
    expect(days(spec)).toEqual([from, to]);
  });

  it('gives instants of the zone, the end exclusive', () => {
    expect(resolveRelative('today', now, shanghai)).toMatchObject({
      from: '2026-11-20T16:00:00.000Z', to: '2026-11-21T16:00:00.000Z',
    });
  });

  it('counts hours from now', () => {
    expect(resolveRelative('last:24h', now, shanghai)).toEqual({
      from: '2026-11-19T16:30:00.000Z', to: now.toISOString(), fromDate: '2026-11-20', toDate: '2026-11-21',
    });
  });

  it('ends at the end of February', () => {
    const january31 = new Date('2027-01-31T04:00:00Z');
    expect(days('nextMonth', january31)).toEqual(['2027-02-01', '2027-02-28']);
    expect(days('next:1m', january31)).toEqual(['2027-01-31', '2027-02-27']);
    expect(days('last:1y', new Date('2028-02-29T04:00:00Z'))).toEqual(['2027-03-01', '2028-02-29']);
  });

  it('keeps 23 and 25 hour days whole', () => {
    const spring = resolveRelative('today', new Date('2026-03-08T12:00:00Z'), 'America/New_York');
    expect(spring).toMatchObject({ from: '2026-03-08T05:00:00.000Z', to: '2026-03-09T04:00:00.000Z' });
    const autumn = resolveRelative('today', new Date('2026-11-01T12:00:00Z'), 'America/New_York');
    expect(autumn).toMatchObject({ from: '2026-11-01T04:00:00.000Z', to: '2026-11-02T05:00:00.000Z' });
  });

  it.each(['', 'last:0d', 'last:7', 'thisDay', 'soon', 'last:-1d', 'last:99999d', 'thismonth'])(
    'refuses %j',
    (spec) => {
      expect(resolveRelative(spec, now, shanghai)).toBeNull();
    },
  );
});

describe('calendar arithmetic', () => {
  it('clamps months to their end', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(startOfWeek('2026-11-22')).toBe('2026-11-16');
  });

  it('finds the first instant of a day whose midnight the clock skips or repeats', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(startOfDay('2026-03-29', 'Asia/Beirut').toISOString()).toBe('2026-03-28T22:00:00.000Z');
    expect(startOfDay('2026-11-01', 'America/Havana').toISOString()).toBe('2026-11-01T04:00:00.000Z');
  });

  it('starts each day right after the day before, in every zone tried', () => {
    const zone = fc.constantFrom(
      'Asia/Shanghai', 'America/New_York', 'America/Sao_Paulo', 'Asia/Beirut', 'Australia/Lord_Howe', 'Europe/London',
      'Asia/Kathmandu', 'Africa/Cairo', 'America/Havana', 'Pacific/Chatham', 'UTC',
    );
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 20_000 }), (timeZone, offset) => {
        const date = addDays('1975-01-01', offset);
        const start = startOfDay(date, timeZone);
        expect(localDate(start, timeZone)).toBe(date);
        expect(localDate(new Date(start.getTime() - 1), timeZone) < date).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
