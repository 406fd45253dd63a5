import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { toWorkingCalendar } from '../rules/calendar-content.ts';
import { DayDialog } from './day-dialog.tsx';
import { HolidaysDialog } from './holidays-dialog.tsx';
import { UnitsCard, VersionsCard, WeekCard } from './side-cards.tsx';
import { TryCard } from './try-card.tsx';
import { type Calendar, useCalendar, useCalendarList, useCalendarTexts, usePublishedYears, useUnitCalendars } from './use-calendars.ts';
import { WeekDialog } from './week-dialog.tsx';
import { YearView } from './year-view.tsx';
import './calendars.css';

type Open = { readonly kind: 'new' | 'week' | 'paste' | 'year' } | { readonly kind: 'day'; readonly date: string };

/** Working calendars: a year at a glance, hours, holidays, units, and a box to try them (SE-4). */
export default function CalendarsPage() {
  const t = useCalendarTexts();
  const list = useCalendarList();
  const units = useUnitCalendars();
  const [chosen, setChosen] = useState<string>();
  const [isNew, setNew] = useState(false);
  const names = list.data ?? [];
  const company = units.data?.data[0]?.calendar.id;
  const id = names.find((one) => one.id === chosen)?.id ?? company ?? names[0]?.id;
  const found = useCalendar(units.data ? id : undefined);
  const error = list.error ?? found.error;
  return (
    <AdminPage
      title={t('title')} hint={t('hint')}
      actions={<>
        {names.length > 1 && <PlainSelect label={t('choose')} value={id ?? ''} onChange={setChosen} options={names.map((one) => ({ value: one.id, label: one.name }))} />}
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => setNew(true)}>{t('newCalendar')}</Button>
      </>}
    >
      {error && <ErrorState error={error} onRetry={() => { void list.refetch(); void found.refetch(); }} />}
      {found.isPending && !error && <div className="card card-body"><SkeletonLines count={12} /></div>}
      {found.data && <CalendarParts key={found.data.id} calendar={found.data} others={names} onRemoved={() => setChosen(undefined)} />}
      {isNew && <WeekDialog others={names} onSaved={setChosen} onClose={() => setNew(false)} />}
    </AdminPage>
  );
}

interface PartsProps {
  readonly calendar: Calendar;
  readonly others: readonly { readonly id: string; readonly name: string }[];
  onRemoved(): void;
}

function CalendarParts({ calendar, others, onRemoved }: PartsProps) {
  const t = useCalendarTexts();
  const today = useFormat().today();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [open, setOpen] = useState<Open>();
  const published = usePublishedYears().data?.years;
  const working = useMemo(() => toWorkingCalendar(calendar), [calendar]);
  const close = () => setOpen(undefined);
  return (
    <div className="admin-grid">
      <section className="card cal-year" aria-label={calendar.name}>
        <h2 className="card-head">
          <span className="truncate">{calendar.name}</span>
          <span className="row wrap no-print">
            {published?.includes(year) && <Button type="primary" onClick={() => setOpen({ kind: 'year' })}>{t('year.load', { year })}</Button>}
            <Button onClick={() => setOpen({ kind: 'paste' })}>{t('year.paste')}</Button>
          </span>
        </h2>
        <div className="card-body">
          {published && !published.includes(year) && <p className="small muted">{t('list.unknown', { year })}</p>}
          <YearView calendar={working} year={year} today={today} onYear={setYear} onDay={(date) => setOpen({ kind: 'day', date })} />
        </div>
      </section>
      <div className="stack cal-side">
        <TryCard calendar={working} today={today} />
        <WeekCard calendar={calendar} onEdit={() => setOpen({ kind: 'week' })} />
        <UnitsCard calendar={calendar} onRemoved={onRemoved} />
        <VersionsCard calendar={calendar} />
      </div>
      {open?.kind === 'day' && <DayDialog key={open.date} calendar={calendar} date={open.date} onClose={close} />}
      {open?.kind === 'week' && <WeekDialog calendar={calendar} others={others} onSaved={() => undefined} onClose={close} />}
      {open?.kind === 'year' && <HolidaysDialog calendar={calendar} year={year} onClose={close} />}
      {open?.kind === 'paste' && <HolidaysDialog calendar={calendar} onClose={close} />}
    </div>
  );
}
