import { expect, test } from 'vitest';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { parseHours } from '#kernel/working-time/working-hours.ts';
import { traceWorkingDays, traceWorkingTime, type WorkingTrace } from '#kernel/working-time/working-time.ts';
import type { Locale } from '#kernel/texts.ts';
import { sayCount, sayDays, sayDuration, sayMomentIn, sayQuestion, sayReason, traceLines } from './trace-lines.ts';

const open = parseHours('09:00-12:00, 13:30-18:00') ?? [];
const holiday = { kind: 'holiday', name: '春节' } as const;
const calendar: WorkingCalendar = {
  timeZone: 'Asia/Shanghai', week: [open, open, open, open, open, [], []],
  days: {
    ...Object.fromEntries(['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'].map((date) => [date, holiday])),
    '2025-02-08': { kind: 'makeUp', name: '春节' },
    '2025-02-12': { kind: 'special', name: '盘点', hours: [] },
  },
};
const said = (locale: Locale, trace: WorkingTrace) =>
  traceLines(trace).map((line) => [sayDays(locale, line), sayReason(locale, line.first), sayCount(locale, trace, line)].join(' | '));

test('days in a row that are skipped for one reason are one line, make-up days stand alone', () => {
  const trace = traceWorkingDays(calendar, new Date('2025-01-27T16:00:00+08:00'), 7);
  expect(said('zh-CN', trace)).toEqual([
    '1月27日 周一 | 工作日 | 起算日',
    '1月28日～2月4日 | 春节 | 不计',
    '2月5日～2月7日 | 工作日 | 第 1～3 个工作日',
    '2月8日 周六 | 春节调休上班 | 第 4 个工作日',
    '2月9日 周日 | 周末 | 不计',
    '2月10日～2月11日 | 工作日 | 第 5～6 个工作日',
    '2月12日 周三 | 盘点 · 停业 | 不计',
    '2月13日 周四 | 工作日 | 第 7 个工作日',
  ]);
  expect(sayQuestion('zh-CN', trace)).toBe('从 2025年1月27日 周一 16:00 起，7 个工作日');
  expect(sayMomentIn('zh-CN', trace.timeZone, trace.end)).toBe('2025年2月13日 周四 16:00');
});

test('hours are said as they were counted, also in English', () => {
  const trace = traceWorkingTime(calendar, new Date('2025-01-24T18:30:00+08:00'), 20 * 3600 + 61);
  expect(said('en', trace)).toEqual([
    'Fri 24 Jan | Workday | Outside working hours',
    '25 Jan–26 Jan | Weekend | Not counted',
    'Mon 27 Jan | Workday | 7 h 30 min counted',
    '28 Jan–4 Feb | Spring Festival | Not counted',
    'Wed 5 Feb | Workday | 7 h 30 min counted',
    'Thu 6 Feb | Workday | 5 h 1 min 1 s counted',
  ]);
  expect(sayQuestion('en', trace)).toBe('20 h 1 min 1 s of working time from Fri 24 Jan 2025, 18:30');
  expect(sayDuration('zh-CN', 0)).toBe('0 分');
});
