import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { holidayName } from '#kernel/working-time/holiday-names.ts';
import { formatHours } from '#kernel/working-time/working-hours.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { sayDay } from '#kit/working-time/trace-lines.ts';
import { useCalendarTexts } from './use-calendars.ts';
import { dateByKey, type YearDay, type YearMonth, yearOf } from './year-model.ts';

const kinds = ['workday', 'rest', 'holiday', 'makeUp', 'special'] as const;

interface YearViewProps {
  readonly calendar: WorkingCalendar;
  readonly year: number;
  readonly today: string;
  onYear(year: number): void;
  onDay(date: string): void;
}

/** Twelve months of working days, holidays and make-up days; one tab stop, arrow keys inside. */
export function YearView({ calendar, year, today, onYear, onDay }: YearViewProps) {
  const t = useCalendarTexts();
  const months = yearOf(calendar, year);
  const grid = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<string>();
  const inYear = (date: string | undefined) => (date?.startsWith(`${year}-`) ? date : undefined);
  const stop = inYear(held) ?? inYear(today) ?? `${year}-01-01`;
  // On a phone the months lie in one row: the one that matters is shown first.
  useEffect(() => {
    const row = grid.current;
    const month = row?.querySelector<HTMLElement>('[tabindex="0"]')?.closest('section');
    if (row && month) row.scrollLeft = month.offsetLeft - row.offsetLeft;
  }, [year]);
  const move = (event: KeyboardEvent) => {
    const next = dateByKey(stop, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setHeld(next);
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <>
      <div className="cal-year-head">
        <button type="button" className="plain-button" aria-label={t('year.previous')} onClick={() => onYear(year - 1)}><ChevronLeft size={16} aria-hidden /></button>
        <strong aria-live="polite">{t('year.title', { year })}</strong>
        <button type="button" className="plain-button" aria-label={t('year.next')} onClick={() => onYear(year + 1)}><ChevronRight size={16} aria-hidden /></button>
        <span className="small muted">{t('year.yearDays', { n: months.reduce((sum, { workdays }) => sum + workdays, 0) })}</span>
        <ul className="cal-legend small" aria-label={t('year.legend')}>
          {kinds.map((kind) => <li key={kind}><span className={`cal-dot is-${kind}`} aria-hidden />{t(`kinds.${kind}`)}</li>)}
        </ul>
      </div>
      <div ref={grid} className="cal-months">
        {months.map((month) => <Month key={month.month} year={year} month={month} today={today} stop={stop} onMove={move} onDay={(date) => { setHeld(date); onDay(date); }} />)}
      </div>
      <p className="small muted cal-foot no-print">{t('year.hint')}</p>
    </>
  );
}

interface MonthProps {
  readonly year: number;
  readonly month: YearMonth;
  readonly today: string;
  readonly stop: string;
  onMove(event: KeyboardEvent): void;
  onDay(date: string): void;
}

function Month({ year, month, today, stop, onMove, onDay }: MonthProps) {
  const t = useCalendarTexts();
  const { locale } = useLocale();
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month.month - 1, 1)));
  return (
    <section className="cal-month" aria-label={name}>
      <h3><span>{name}</span><span className="small muted">{t('year.days', { n: month.workdays })}</span></h3>
      <div className="cal-days">
        {[...t('year.weekdays')].map((letter, at) => ({ letter, at })).map(({ letter, at }) => <span key={at} className="cal-weekday" aria-hidden>{letter}</span>)}
        {month.days.map((day, at) => (
          <Day key={day.date} day={day} column={at === 0 ? month.blanks + 1 : undefined} isToday={day.date === today} isStop={day.date === stop} onMove={onMove} onDay={onDay} />
        ))}
      </div>
    </section>
  );
}

interface DayProps {
  readonly day: YearDay;
  /** Where the first day of a month stands. */
  readonly column: number | undefined;
  readonly isToday: boolean;
  readonly isStop: boolean;
  onMove(event: KeyboardEvent): void;
  onDay(date: string): void;
}

function Day({ day: { date, number, plan }, column, isToday, isStop, onMove, onDay }: DayProps) {
  const t = useCalendarTexts();
  const { locale } = useLocale();
  const words = [sayDay(locale, date), t(`kinds.${plan.kind}`), holidayName(plan.name, locale), formatHours(plan.hours)].filter(Boolean).join(' · ');
  const mark = plan.kind === 'workday' || plan.kind === 'rest' ? undefined : t(`marks.${plan.kind}`);
  return (
    <button
      type="button" data-date={date} data-mark={mark} tabIndex={isStop ? 0 : -1} aria-label={words} title={words} aria-current={isToday ? 'date' : undefined}
      className={`cal-day is-${plan.kind}`} style={column === undefined ? undefined : { gridColumnStart: column }} onClick={() => onDay(date)} onKeyDown={onMove}
    >
      {number}
    </button>
  );
}
