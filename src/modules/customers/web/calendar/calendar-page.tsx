import { Button, Segmented } from 'antd';
import { ChevronLeft, ChevronRight, List } from 'lucide-react';
import { useMemo, useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import { useSession } from '#kit/api/session.ts';
import { useCalendarDays } from '#kit/calendar/calendar-data.ts';
import { dayRange } from '#kit/list/day-range.ts';
import { ErrorState } from '#kit/overlay/empty-state.tsx';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useIsPhone } from '#kit/tokens/media-query.ts';
import { addDays } from '#kernel/period.ts';
import type { Filter } from '#meta/filter.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { listHref } from '../home/list-href.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { EntryIcon } from '../timeline/entry-icon.tsx';
import { type CalendarMode, calendarDays, turnPage } from './calendar-days.ts';
import './calendar.css';

/** Lines of a day before "more", which opens the day as a list. */
const linesOf = (mode: CalendarMode, isPhone: boolean): number => (mode === 'month' ? 4 : isPhone ? 8 : 30);

interface Day {
  readonly records: readonly RecordData[];
  readonly count: number;
}

/** What is due and what was done on each day, with exact counts however many there are; open ones first. */
function useActivitiesOf(activities: ObjectMeta, days: readonly string[], isMine: boolean, shown: number) {
  const { user } = useSession();
  const zone = user.timeZone ?? 'Asia/Shanghai';
  const range = { from: days[0] ?? '', to: addDays(days.at(-1) ?? '', 1), zone, shown };
  const queries = useMemo(() => dayQueries(isMine ? user.id : undefined), [isMine, user.id]);
  const open = useCalendarDays(activities, dateOf(activities, 'dueAt'), queries.open, range);
  const done = useCalendarDays(activities, dateOf(activities, 'happenedAt'), queries.done, range);
  const dayAt = (day: string): Day => {
    const [due, past] = [open.dayAt(day), done.dayAt(day)];
    return { records: [...due.records, ...past.records], count: due.count + past.count };
  };
  const refetch = () => Promise.all([open.refetch(), done.refetch()]);
  return { dayAt, error: open.error ?? done.error, isEmpty: open.records.length + done.records.length === 0, isPending: open.isPending || done.isPending, refetch };
}

const withStatus = (status: string, owner: string | undefined): { readonly filter: Filter } => {
  const only = { field: 'status', op: 'eq', value: status } as const;
  return { filter: owner === undefined ? only : { and: [{ field: 'owner', op: 'eq', value: owner }, only] } };
};
const dayQueries = (owner: string | undefined) => ({ open: withStatus('open', owner), done: withStatus('done', owner) });

/** A person who may not see the date gets an empty calendar of it. */
const dateOf = (activities: ObjectMeta, key: string): FieldMeta => fieldOf(activities, key) ?? {
  key, type: 'dateTime', label: { 'zh-CN': key, en: key }, access: { view: 'full', edit: false }, operators: [], isSortable: false, isGroupable: false,
};

/** The list of all that lies on one day. */
function dayHref(activities: ObjectMeta, day: string, zone: string, owner: string | undefined): string {
  const on = (key: string) => dayRange(dateOf(activities, key), day, addDays(day, 1), zone);
  const { open, done } = dayQueries(owner);
  return listHref('/activities', { or: [{ and: [open.filter, on('dueAt')] }, { and: [done.filter, on('happenedAt')] }] });
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
  readonly found: Day;
  readonly isOutside: boolean;
  readonly lines: number;
  readonly href: string;
  onOpen(): void;
}

function CalendarDay({ activities, day, found, isOutside, lines, href, onOpen }: DayProps) {
  const { records, count } = found;
  const t = useCustomersTexts();
  const format = useFormat();
  const today = format.today();
  const shown = records.slice(0, count === lines + 1 ? lines + 1 : lines);
  const hidden = count - shown.length;
  return (
    <section className={`calendar-day${isOutside ? ' is-outside' : ''}${day === today ? ' is-today' : ''}`} aria-label={t('calendar.day', { date: format.date(day), count })}>
      <button type="button" className="calendar-date" aria-label={t('calendar.openDay', { date: format.date(day) })} onClick={onOpen}>{Number(day.slice(8))}</button>
      <ul>{shown.map((activity) => <DayLine key={activity.id} activities={activities} activity={activity} today={today} day={day} />)}</ul>
      {hidden > 0 && <PageLink to={href} className="link-button small">{t('calendar.more', { count: hidden })}</PageLink>}
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
  const { user } = useSession();
  const zone = user.timeZone ?? 'Asia/Shanghai';
  const lines = linesOf(mode, isPhone);
  const found = useActivitiesOf(activities, days, isMine, lines + 1);
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
      {found.error && found.isEmpty ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : (
        <div className={`card calendar calendar-${mode}`} aria-busy={found.isPending}>
          <Weekdays days={days} />
          <div className="calendar-days">
            {days.map((day) => (
              <CalendarDay
                key={day} activities={activities} day={day} found={found.dayAt(day)} lines={lines} href={dayHref(activities, day, zone, isMine ? user.id : undefined)}
                isOutside={mode === 'month' && day.slice(0, 7) !== date.slice(0, 7)} onOpen={() => { setDate(day); setMode('week'); }}
              />
            ))}
          </div>
        </div>
      )}
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
