import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { useSessionIfAny } from '#kit/api/session.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { daysBetween, todayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { DueTag } from '../tasks/task-line.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';
import './figures.css';

function CustomerFigure({ label, value, note }: { label: string; value: ReactNode; note: ReactNode }) {
  return <div className="figure"><div className="small faint">{label}</div><div className="figure-value">{value}</div><div className="small muted figure-note">{note}</div></div>;
}

const wait = <span className="skeleton figure-wait" />;

function LastContact({ at }: { at: string | null }) {
  const t = useCustomersTexts();
  const format = useFormat();
  const zone = useSessionIfAny()?.user.timeZone ?? 'Asia/Shanghai';
  if (at === null) return <CustomerFigure label={t('figures.lastContact')} value={<span className="faint">{t('figures.never')}</span>} note="" />;
  const days = daysBetween(todayIn(new Date(at), zone), format.today());
  return <CustomerFigure label={t('figures.lastContact')} value={days === 0 ? t('figures.todayWord') : t('figures.days', { count: days })} note={<time dateTime={at}>{format.fullMoment(at)}</time>} />;
}

function NextContact({ at }: { at: string | null }) {
  const t = useCustomersTexts();
  const format = useFormat();
  const zone = useSessionIfAny()?.user.timeZone ?? 'Asia/Shanghai';
  if (at === null) return <CustomerFigure label={t('figures.nextContact')} value={<span className="faint">{t('figures.unset')}</span>} note="" />;
  return <CustomerFigure label={t('figures.nextContact')} value={format.date(todayIn(new Date(at), zone))} note={<DueTag at={at} />} />;
}

/** When they were last reached and when they are due, what is open, how complete the record is (UX-6). */
export default function CustomerFigures({ record }: RecordSlotProps) {
  const t = useCustomersTexts();
  const overview = useQuery({
    // Below the key of activities, whose changes move most of these figures.
    queryKey: ['records', 'activity', 'overview', record.id, record.version],
    queryFn: ({ signal }) => call('GET /customers/{id}/overview', { params: { id: record.id }, signal }),
    placeholderData: keepPreviousData,
  }).data;
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  const completeness = overview ? overview.completeness : typeof record['completeness'] === 'number' ? record['completeness'] : null;
  const count = (value: number | null | undefined) => (overview ? (value ?? '–') : wait);
  return (
    <div className="card record-figures customer-figures">
      <LastContact at={overview ? overview.lastContactAt : textOf(record['lastContactAt'])} />
      <NextContact at={overview ? overview.nextContactAt : textOf(record['nextContactAt'])} />
      <CustomerFigure
        label={t('figures.tasks')} value={count(overview?.openTasks)}
        note={overview && ((overview.overdueTasks ?? 0) > 0 ? <span className="danger">{t('figures.overdue', { count: overview.overdueTasks ?? 0 })}</span> : t('figures.noneOverdue'))}
      />
      <CustomerFigure label={t('figures.needs')} value={count(overview?.openNeeds)} note="" />
      <CustomerFigure label={t('figures.contacts')} value={count(overview?.contacts)} note="" />
      <CustomerFigure label={t('figures.completeness')} value={completeness === null ? '–' : `${completeness}%`} note={completeness === null ? '' : t(completeness >= 100 ? 'figures.complete' : 'figures.toFill')} />
    </div>
  );
}
