import { Button, Segmented } from 'antd';
import { ChevronLeft, ChevronRight, List } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import { useSession } from '#kit/api/session.ts';
import { ErrorState } from '#kit/overlay/empty-state.tsx';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { todayIn } from '#kit/texts/dates.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useIsPhone } from '#kit/tokens/media-query.ts';
import { addDays, startOfDay } from '#kernel/period.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { EntryIcon } from '../timeline/entry-icon.tsx';
import { type CalendarMode, calendarDays, turnPage } from './calendar-days.ts';
import './calendar.css';

/** Entries asked for at a time, and how many times: a busy person's month has some hundreds. */
const PORTION = 200;
const PORTIONS = 5;
const MOST = PORTION * PORTIONS;
/** Lines of a day before "more". */
const LINES = 4;

function useActivitiesOf(activities: ObjectMeta, days: readonly string[], isMine: boolean) {
  const { user } = useSession();
  const zone = user.timeZone ?? 'Asia/Shanghai';
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const query = useMemo(() => {
    const span = (field: string) => ({ field, op: 'between' as const, value: [startOfDay(first, zone).toISOString(), new Date(startOfDay(addDays(last, 1), zone).getTime() - 1).toISOString()] });
    const dated = { or: [{ and: [{ field: 'status', op: 'eq' as const, value: 'open' }, span('dueAt')] }, { and: [{ field: 'status', op: 'eq' as const, value: 'done' }, span('happenedAt')] }] };
    return { filter: isMine ? { and: [{ field: 'owner', op: 'eq' as const, value: user.id }, dated] } : dated, sort: 'happenedAt' };
  }, [first, last, zone, isMine, user.id]);
  const found = useRecords(activities, query, PORTION);
  const { records, hasNextPage, isFetching, fetchNextPage } = found;
  const isCut = hasNextPage && records.length >= MOST;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isCut) void fetchNextPage();
  }, [hasNextPage, isFetching, isCut, fetchNextPage]);
  // Open ones first: they are what the day still asks for.
  const sorted = [...records.filter((r) => r['status'] === 'open'), ...records.filter((r) => r['status'] !== 'open')];
  const byDay = Map.groupBy(sorted, (record) => {
    const at = record['status'] === 'open' ? record['dueAt'] : record['happenedAt'];
    return typeof at === 'string' ? todayIn(new Date(at), zone) : '';
  });
  return { ...found, byDay, isCut };
}

function DayLine({ activities, activity, today, day }: { activities: ObjectMeta; activity: RecordData; today: string; day: string }) {
  const isOpen = activity['status'] === 'open';
  return (
    <li className={`calendar-line${isOpen ? (day < today ? ' is-over' : ' is-open') : ''}`}>
      <PageLink to={`/activities/${activity.id}`}><EntryIcon kind={textOf(activity['kind'])} size={12} /><span className="truncate">{textOf(activity[activities.title])}</span></PageLink>
    </li>
  );
}

interface DayProps {
  readonly activities: ObjectMeta;
  readonly day: string;
  readonly records: readonly RecordData[];
  readonly isOutside: boolean;
  readonly lines: number;
  onOpen(): void;
}

function CalendarDay({ activities, day, records, isOutside, lines, onOpen }: DayProps) {
  const t = useCustomersTexts();
  const format = useFormat();
  const today = format.today();
  const hidden = records.length - lines;
  return (
    <section className={`calendar-day${isOutside ? ' is-outside' : ''}${day === today ? ' is-today' : ''}`} aria-label={t('calendar.day', { date: format.date(day), count: records.length })}>
      <button type="button" className="calendar-date" aria-label={t('calendar.openDay', { date: format.date(day) })} onClick={onOpen}>{Number(day.slice(8))}</button>
      <ul>{records.slice(0, lines).map((activity) => <DayLine key={activity.id} activities={activities} activity={activity} today={today} day={day} />)}</ul>
      {hidden > 0 && <button type="button" className="link-button small" onClick={onOpen}>{t('calendar.more', { count: hidden })}</button>}
    </section>
  );
}

function Weekdays({ days }: { days: readonly string[] }) {
  const { locale } = useLocale();
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return <div className="calendar-weekdays" aria-hidden>{days.slice(0, 7).map((day) => <span key={day}>{name.format(new Date(`${day}T00:00:00Z`))}</span>)}</div>;
}

function CalendarBody({ activities }: { activities: ObjectMeta }) {
  const t = useCustomersTexts();
  const { locale } = useLocale();
  const format = useFormat();
  const isPhone = useIsPhone();
  const today = format.today();
  const [date, setDate] = useState(today);
  const [mode, setMode] = useState<CalendarMode>(isPhone ? 'week' : 'month');
  const [isMine, setMine] = useState(true);
  const days = useMemo(() => calendarDays(date, mode), [date, mode]);
  const found = useActivitiesOf(activities, days, isMine);
  const turn = (by: 1 | -1) => setDate(turnPage(date, mode, by));
  usePageKeys({ arrowleft: () => turn(-1), arrowright: () => turn(1), t: () => setDate(today) });
  const title = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return (
    <>
      <header className="page-head calendar-head">
        <h1 aria-live="polite">{title}</h1>
        <span className="row">
          <Button aria-label={t('calendar.back')} icon={<ChevronLeft size={16} aria-hidden />} onClick={() => turn(-1)} />
          <Button onClick={() => setDate(today)}>{t('calendar.today')}</Button>
          <Button aria-label={t('calendar.forth')} icon={<ChevronRight size={16} aria-hidden />} onClick={() => turn(1)} />
        </span>
        <span className="grow" />
        {activities.grants.read !== 'own' && <Segmented aria-label={t('calendar.whose')} value={isMine ? 'mine' : 'all'} onChange={(v) => setMine(v === 'mine')} options={[{ value: 'mine', label: t('calendar.mine') }, { value: 'all', label: t('calendar.everyone') }]} />}
        <Segmented aria-label={t('calendar.mode')} value={mode} onChange={(v) => setMode(v === 'week' ? 'week' : 'month')} options={[{ value: 'month', label: t('calendar.month') }, { value: 'week', label: t('calendar.week') }]} />
        <PageLink to="/activities" className="plain-button"><List size={15} aria-hidden />{t('calendar.asList')}</PageLink>
      </header>
      {found.error && found.records.length === 0 ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : (
        <div className={`card calendar calendar-${mode}`} aria-busy={found.isFetching}>
          <Weekdays days={days} />
          <div className="calendar-days">
            {days.map((day) => (
              <CalendarDay
                key={day} activities={activities} day={day} records={found.byDay.get(day) ?? []} lines={mode === 'week' ? MOST : LINES}
                isOutside={mode === 'month' && day.slice(0, 7) !== date.slice(0, 7)} onOpen={() => { setDate(day); setMode('week'); }}
              />
            ))}
          </div>
        </div>
      )}
      {found.isCut && <p className="small muted">{t('calendar.cut', { count: MOST })}</p>}
    </>
  );
}

/** What was done and what is due, by day; month or week (UX-16). */
export default function CalendarPage() {
  const t = useCustomersTexts();
  const activities = useFindObject()('activity');
  usePageTitle(t('calendar.title'));
  return <div className="page calendar-page">{activities ? <CalendarBody activities={activities} /> : <p className="muted">{t('panel.denied')}</p>}</div>;
}
