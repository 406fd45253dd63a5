import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { provinceTiles } from '#kernel/province.ts';
import { BarSeries } from '#kit/charts/bar-series.tsx';
import { TileMap } from '#kit/charts/tile-map.tsx';
import { fieldOf } from '#kit/records/use-meta.ts';
import { summaryQuery } from '#kit/records/use-records.ts';
import { useLocale, usePick } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { customerStages } from '../../rules/stage-change.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { HomeCard } from './home-card.tsx';
import { weeklyCounts } from './home-figures-data.ts';
import { listHref, useGo } from './list-href.ts';

interface ChartCardProps {
  readonly customers: ObjectMeta;
}

const TOP = 6;

/** Where the customers are; a province leads to its customers. */
export function RegionCard({ customers }: ChartCardProps) {
  const t = useCustomersTexts();
  const { locale } = useLocale();
  const go = useGo();
  const query = useQuery(summaryQuery(customers, 'address', ['count'], {}));
  const rows = query.data ?? [];
  const values = Object.fromEntries(rows.flatMap((row): [string, number][] => (row.key === null ? [] : [[String(row.key), row.count]])));
  const hrefOf = (code: string) => listHref('/customers', { field: 'address', op: 'startsWith', value: code.slice(0, 2) });
  const top = provinceTiles.filter((p) => (values[p.code] ?? 0) > 0).toSorted((a, b) => (values[b.code] ?? 0) - (values[a.code] ?? 0)).slice(0, TOP);
  return (
    <HomeCard title={t('home.regions')} className="home-regions" query={query} height={320}>
      <div className="card-body region-body">
        <TileMap values={values} label={t('home.regionsLabel')} onPick={(code) => go(hrefOf(code))} />
        <ol className="region-top">
          {top.map((p) => <li key={p.code}><PageLink to={hrefOf(p.code)}><span>{locale === 'en' ? p.en : p.name}</span><b>{formatNumber(values[p.code] ?? 0)}</b></PageLink></li>)}
        </ol>
      </div>
    </HomeCard>
  );
}

/** The stages as bars of their share, each a way to its customers. */
export function FunnelCard({ customers }: ChartCardProps) {
  const t = useCustomersTexts();
  const pick = usePick();
  const query = useQuery(summaryQuery(customers, 'stage', ['count'], {}));
  const choices = fieldOf(customers, 'stage')?.choices ?? [];
  const rows = customerStages.map((stage) => ({ stage, count: query.data?.find((r) => r.key === stage)?.count ?? 0 })).filter((r) => r.count > 0 || r.stage !== 'disqualified');
  const max = Math.max(1, ...rows.map((r) => r.count));
  const total = rows.reduce((sum, r) => sum + r.count, 0);
  return (
    <HomeCard title={t('home.funnel')} query={query} height={210}>
      <ul className="funnel">
        {rows.map(({ stage, count }) => {
          const choice = choices.find((c) => c.value === stage);
          return (
            <li key={stage}>
              <PageLink to={listHref('/customers', { field: 'stage', op: 'in', value: [stage] })}>
                <span className="funnel-name">{choice ? pick(choice.label) : stage}</span>
                <span className="funnel-track"><span className={`funnel-bar funnel-${stage}`} style={{ width: `${(count / max) * 100}%` }} /></span>
                <b className="number">{formatNumber(count)}</b><span className="small faint number">{total > 0 ? `${Math.round((count / total) * 100)}%` : ''}</span>
              </PageLink>
            </li>
          );
        })}
      </ul>
    </HomeCard>
  );
}

/** Eighteen months. */
const WEEKS = 78;

/** New customers a week over eighteen months, with the same numbers as a table. */
export function WeeklyCard({ customers }: ChartCardProps) {
  const t = useCustomersTexts();
  const format = useFormat();
  const filter = useMemo(() => ({ field: 'createdAt', op: 'within' as const, value: `last:${WEEKS}w` }), []);
  const query = useQuery(summaryQuery(customers, 'createdAt:week', ['count'], useMemo(() => ({ filter }), [filter])));
  const today = format.today();
  const bars = useMemo(
    () => weeklyCounts(query.data ?? [], today, WEEKS).map(({ week, count }) => ({ name: week, short: week.slice(2, 7), value: count })),
    [query.data, today],
  );
  return (
    <HomeCard title={t('home.weekly')} className="home-weekly" query={query} height={252}>
      <div className="card-body"><BarSeries label={t('home.weeklyLabel')} bars={bars} head={[t('home.weekColumn'), t('home.newCustomers')]} isNewestFirst /></div>
    </HomeCard>
  );
}
