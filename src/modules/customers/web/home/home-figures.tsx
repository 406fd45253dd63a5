import { useQuery } from '@tanstack/react-query';
import { useCount, summaryQuery } from '#kit/records/use-records.ts';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useMemo } from 'react';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { listHref } from './list-href.ts';

interface FigureProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly note: string | undefined;
  readonly href: string;
}

function HomeFigure({ label, value, note, href }: FigureProps) {
  return (
    <PageLink className="home-figure" to={href}>
      <span className="small faint">{label}</span>
      <span className="figure-value">{value ?? <span className="skeleton home-figure-wait" />}</span>
      <span className="small muted">{note ?? ' '}</span>
    </PageLink>
  );
}

const within = (field: string, value: string): Filter => ({ field, op: 'within', value });

function useFigures(customers: ObjectMeta) {
  const t = useCustomersTexts();
  const all = useQuery(summaryQuery(customers, '', ['count', 'avg:completeness'], {}));
  const stages = useQuery(summaryQuery(customers, 'stage', ['count'], {}));
  const thisWeek = useCount(customers, useMemo(() => ({ filter: within('createdAt', 'thisWeek') }), []));
  const lastWeek = useCount(customers, useMemo(() => ({ filter: within('createdAt', 'lastWeek') }), []));
  const reached = useCount(customers, useMemo(() => ({ filter: within('lastContactAt', 'last:30d') }), []));
  const row = all.data?.[0];
  const total = row?.count;
  const active = stages.data && (stages.data.find((s) => s.key === 'active')?.count ?? 0);
  const score = row && (Number.isFinite(Number(row['avg:completeness'])) ? Math.round(Number(row['avg:completeness'])) : undefined);
  const share = (part: number | undefined) => (part === undefined || !total ? undefined : t('home.share', { share: Math.round((part / total) * 100) }));
  return { total, active, score, thisWeek: thisWeek.data, lastWeek: lastWeek.data, reached: reached.data, share };
}

/** The few numbers of the day, over all that the person may see: one's own customers, a team's, or the company's. */
export function HomeFigures({ customers, activities }: { customers: ObjectMeta; activities: ObjectMeta | undefined }) {
  const t = useCustomersTexts();
  const { total, active, score, thisWeek, lastWeek, reached, share } = useFigures(customers);
  const isOwn = customers.grants.read === 'own';
  const say = (value: number | undefined) => (value === undefined ? undefined : formatNumber(value));
  return (
    <div className="card home-figures">
      <HomeFigure label={t(isOwn ? 'home.myCustomers' : 'home.teamCustomers')} value={say(total)} note={t(isOwn ? 'home.scopeOwn' : customers.grants.read === 'all' ? 'home.scopeAll' : 'home.scopeUnit')} href="/customers" />
      <HomeFigure label={t('home.activeCustomers')} value={say(active)} note={share(active)} href={listHref('/customers', { field: 'stage', op: 'in', value: ['active'] })} />
      <HomeFigure label={t('home.newThisWeek')} value={say(thisWeek)} note={lastWeek === undefined ? undefined : t('home.lastWeek', { count: lastWeek })} href={listHref('/customers', within('createdAt', 'thisWeek'))} />
      <HomeFigure label={t('home.reached30')} value={say(reached)} note={share(reached)} href={listHref('/customers', within('lastContactAt', 'last:30d'))} />
      {activities && <OverdueFigure activities={activities} />}
      <HomeFigure label={t('home.completeness')} value={score === undefined ? undefined : `${score}%`} note={t('home.completenessNote')} href={listHref('/customers', undefined, 'completeness')} />
    </div>
  );
}

function OverdueFigure({ activities }: { activities: ObjectMeta }) {
  const t = useCustomersTexts();
  const format = useFormat();
  const today = format.today();
  const filter = useMemo((): Filter => ({ and: [{ field: 'status', op: 'in', value: ['open'] }, { field: 'dueAt', op: 'lt', value: new Date(`${today}T00:00:00`).toISOString() }] }), [today]);
  const count = useCount(activities, useMemo(() => ({ filter }), [filter]));
  return <HomeFigure label={t('home.overdueTasks')} value={count.data === undefined ? undefined : formatNumber(count.data)} note={t('home.overdueNote')} href={listHref('/activities', filter, 'dueAt')} />;
}
