import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { summaryQuery } from '#kit/records/use-records.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { HomeCard } from './home-card.tsx';
import { listHref } from './list-href.ts';

const SHOWN = 6;

/** For whoever sees more than their own: whose tasks are over, most of them first. */
export function TeamOverdueCard({ activities }: { activities: ObjectMeta }) {
  const t = useCustomersTexts();
  const format = useFormat();
  const today = format.today();
  const filter = useMemo((): Filter => ({ and: [{ field: 'status', op: 'in', value: ['open'] }, { field: 'dueAt', op: 'lt', value: new Date(`${today}T00:00:00`).toISOString() }] }), [today]);
  const query = useQuery(summaryQuery(activities, 'owner', ['count'], useMemo(() => ({ filter }), [filter])));
  const rows = (query.data ?? []).flatMap((row) => (row.key !== null && typeof row['label'] === 'string' ? [{ id: String(row.key), name: row['label'], count: row.count }] : [])).slice(0, SHOWN);
  const hrefOf = (owner: { id: string; name: string }) => listHref('/activities', { and: [{ field: 'owner', op: 'eq', value: owner }, filter] }, 'dueAt');
  return (
    <HomeCard title={t('home.teamOverdue')} query={query} height={150} side={<PageLink className="small" to={listHref('/activities', filter, 'dueAt')}>{t('panel.all')}</PageLink>}>
      {rows.length === 0 && <p className="panel-empty muted">{t('figures.noneOverdue')}</p>}
      <ul className="owners">
        {rows.map(({ id, name, count }) => <li key={id}><PageLink to={hrefOf({ id, name })}><span className="grow truncate">{name}</span><b className="danger">{t('home.teamCount', { count })}</b></PageLink></li>)}
      </ul>
    </HomeCard>
  );
}
