import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isEditable } from '../field/is-editable.ts';
import { bothFilters } from '../filter/filter-model.ts';
import { useCellSave } from '../list/grid/use-cell-save.ts';
import { dayOf, dayRange, onDay } from '../list/day-range.ts';
import { FieldChoice } from '../list/field-choice.tsx';
import { dateField, dateFields } from '../list/list-modes.ts';
import { rememberedMonth, rememberMonth } from '../list/list-memory.ts';
import type { ListOpening } from '../list/list-opening.ts';
import type { ListState } from '../list/list-state.ts';
import { ListError } from '../list/list-states.tsx';
import { useCreateWith } from '../list/use-create-with.tsx';
import { reportProblem } from '../overlay/use-undo.ts';
import type { RecordData } from '../records/record-types.ts';
import { useLocale } from '../texts/locale-provider.tsx';
import { addDays, addMonths, monthWeeks, sayMonth } from '../texts/periods.ts';
import { useFormat } from '../texts/use-format.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { useIsPhone } from '../tokens/media-query.ts';
import { AgendaList } from './agenda-list.tsx';
import { AGENDA_SHOWN, MONTH_SHOWN, useCalendarDays } from './calendar-data.ts';
import { MonthGrid } from './month-grid.tsx';
import './month-calendar.css';

interface CalendarProps {
  readonly object: ObjectMeta;
  readonly state: ListState;
  readonly opening: ListOpening;
}

function MonthBar({ month, onMonth }: { month: string; onMonth: (month: string) => void }) {
  const t = useKitTexts();
  const { locale } = useLocale();
  const thisMonth = useFormat().today().slice(0, 7);
  return (
    <>
      <button type="button" className="plain-button" aria-label={t('calendar.previous')} onClick={() => onMonth(addMonths(month, -1))}><ChevronLeft size={16} aria-hidden /></button>
      <h2 className="monthly-month" role="status">{sayMonth(month, locale)}</h2>
      <button type="button" className="plain-button" aria-label={t('calendar.next')} onClick={() => onMonth(addMonths(month, 1))}><ChevronRight size={16} aria-hidden /></button>
      <button type="button" className="link-button" disabled={month === thisMonth} onClick={() => onMonth(thisMonth)}>{t('calendar.today')}</button>
    </>
  );
}

/** `move(record, day)`: changes the date with undo, keeps the time of day; nothing on the same day. */
function useMoveDay(object: ObjectMeta, field: FieldMeta, zone: string) {
  const save = useCellSave(object);
  return (record: RecordData, to: string) => {
    if (dayOf(field, record[field.key], zone) === to) return;
    void save(record, field, onDay(field, record[field.key], to, zone)).catch(reportProblem);
  };
}

function Calendar({ object, state, opening, field }: CalendarProps & { field: FieldMeta }) {
  const t = useKitTexts();
  const isPhone = useIsPhone();
  const { zone, today } = useFormat();
  const [month, setMonth] = useState(() => rememberedMonth(object.key) ?? today().slice(0, 7));
  const weeks = useMemo(() => monthWeeks(month), [month]);
  const from = weeks[0]?.[0] ?? `${month}-01`;
  const { filter } = state.settings;
  const query = useMemo(() => ({ filter, q: state.q }), [filter, state.q]);
  const found = useCalendarDays(object, field, query, { from, to: addDays(from, weeks.length * 7), zone, shown: isPhone ? AGENDA_SHOWN : MONTH_SHOWN });
  const { open, dialog } = useCreateWith(object, field.key);
  const move = useMoveDay(object, field, zone);
  const mayMove = object.writes === 'records' && object.grants.update !== undefined && isEditable(field);
  const show = (next: string) => {
    rememberMonth(object.key, next);
    setMonth(next);
  };
  const Body = isPhone ? AgendaList : MonthGrid;
  return (
    <>
      <div className="row wrap">
        <MonthBar month={month} onMonth={show} />
        <span className="grow" />
        <FieldChoice label={t('calendar.by')} fields={dateFields(object)} field={field} onChange={(key) => state.change({ dateField: key })} />
      </div>
      {found.error && found.records.length === 0 ? <ListError error={found.error} onRetry={() => void found.refetch()} /> : (
        <Body
          object={object} field={field} month={month} weeks={weeks} opening={opening} mayMove={mayMove} records={found.records} dayAt={found.dayAt} onMove={move}
          onShowDay={(day) => state.change({ filter: bothFilters(filter, dayRange(field, day, addDays(day, 1), zone)), mode: 'table' })}
          onCreate={open && ((day) => open({ [field.key]: onDay(field, null, day, zone) }))} onMonth={(step) => show(addMonths(month, step))}
        />
      )}
      {dialog}
    </>
  );
}

/** Any list as a calendar by one of its dates (UX-3). */
export default function CalendarView(props: CalendarProps) {
  const field = dateField(props.object, props.state.settings);
  return field ? <Calendar {...props} field={field} /> : null;
}
