import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Plus } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { ListOpening } from '../list/list-opening.ts';
import type { RecordData } from '../records/record-types.ts';
import { useLocale } from '../texts/locale-provider.tsx';
import { longDate } from '../texts/dates.ts';
import { addDays } from '../texts/periods.ts';
import { useFormat } from '../texts/use-format.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { type CalendarDay, MONTH_SHOWN } from './calendar-data.ts';
import { CalendarEntry } from './calendar-entry.tsx';

export interface MonthGridProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly month: string;
  readonly weeks: readonly (readonly string[])[];
  readonly opening: ListOpening;
  readonly mayMove: boolean;
  readonly records: readonly RecordData[];
  dayAt(day: string): CalendarDay;
  onMove(record: RecordData, to: string): void;
  onShowDay(day: string): void;
  readonly onCreate: ((day: string) => void) | undefined;
  onMonth(step: number): void;
}

/** Records shown in a day; the rest is a count that leads to them. */
const SHOWN = MONTH_SHOWN - 1;
const dayName = (day: string, locale: string): string => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(day));

interface DayProps extends MonthGridProps {
  readonly day: string;
  readonly isActive: boolean;
  readonly isToday: boolean;
  readonly moved: string | undefined;
  onMoveTo(record: RecordData, to: string, isByKey: boolean): void;
  onActivate(): void;
}

function Day(props: DayProps) {
  const t = useKitTexts();
  const { locale } = useLocale();
  const { object, field, month, day, isActive, isToday, opening, records } = props;
  const [isOver, setOver] = useState(false);
  const found = props.dayAt(day);
  const shown = found.records.slice(0, found.count === MONTH_SHOWN ? MONTH_SHOWN : SHOWN);
  const rest = found.count - shown.length;
  const words = longDate(day, locale);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const record = records.find((r) => r.id === event.dataTransfer.getData('text/x-record'));
    if (record) props.onMoveTo(record, day, false);
  };
  const over = (event: DragEvent) => {
    if (!props.mayMove) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      role="gridcell" data-day={day} tabIndex={isActive ? 0 : -1} {...(isToday ? { 'aria-current': 'date' as const } : {})}
      className={`monthly-day${day.startsWith(month) ? '' : ' is-outside'}${isOver ? ' is-over' : ''}`} onFocus={props.onActivate} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}
    >
      <div className="monthly-day-head">
        <span className="visually-hidden">{words}{t('app.comma')}{t('list.count', { count: found.count })}</span>
        <span className={`monthly-number${isToday ? ' is-today' : ''}`} aria-hidden>{Number(day.slice(8))}</span>
        {props.onCreate && <button type="button" tabIndex={-1} className="monthly-add" aria-label={`${t('calendar.add')}${t('app.colon')}${words}`} onClick={() => props.onCreate?.(day)}><Plus size={14} aria-hidden /></button>}
      </div>
      {shown.map((record) => (
        <CalendarEntry
          key={record.id} object={object} field={field} record={record} day={day} href={opening.hrefOf(record.id)} mayMove={props.mayMove} isFocused={props.moved === record.id}
          onOpen={() => opening.remember(found.records.map((r) => r.id))} onMove={(to, isByKey) => props.onMoveTo(record, to, isByKey)}
        />
      ))}
      {rest > 0 && <button type="button" className="link-button small monthly-more" onClick={() => props.onShowDay(day)}>{t('calendar.more', { count: rest })}</button>}
    </div>
  );
}

/** The day to which a key leads from the focused day; undefined for other keys. */
const keySteps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month as weeks: arrows go from day to day, Page keys from month to month, Enter creates, Alt+arrows move a record (UX-3). */
export function MonthGrid(props: MonthGridProps) {
  const t = useKitTexts();
  const { locale } = useLocale();
  const today = useFormat().today();
  const { weeks, month, onMove } = props;
  const grid = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(today);
  const [moved, setMoved] = useState<string>();
  const days = weeks.flat();
  const active = days.includes(held) ? held : `${month}-01`;
  const go = (day: string) => {
    setHeld(day);
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = keySteps[event.key];
    const onDay = event.target instanceof HTMLElement && event.target.dataset['day'] !== undefined;
    if (event.key === 'PageDown' || event.key === 'PageUp') props.onMonth(event.key === 'PageDown' ? 1 : -1);
    else if (step !== undefined && onDay) {
      const to = addDays(active, step);
      if (days.includes(to)) go(to);
      else props.onMonth(step > 0 ? 1 : -1);
    } else if (event.key === 'Enter' && onDay && props.onCreate) props.onCreate(active);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={grid} className="monthly" role="grid" tabIndex={-1} aria-label={t('list.calendar')} aria-describedby="calendar-keys" onKeyDown={onKeyDown}>
      <p id="calendar-keys" className="visually-hidden">{t('calendar.keys')}</p>
      <div role="row" className="monthly-week monthly-names">
        {(weeks[0] ?? []).map((day) => <div key={day} role="columnheader" className="small muted">{dayName(day, locale)}</div>)}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} role="row" className="monthly-week">
          {week.map((day) => (
            <Day
              key={day} {...props} day={day} isActive={day === active} isToday={day === today} moved={moved} onActivate={() => setHeld(day)}
              onMoveTo={(record, to, isByKey) => { setMoved(isByKey ? record.id : undefined); onMove(record, to); }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
