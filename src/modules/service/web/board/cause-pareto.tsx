import { useMemo } from 'react';
import { Chart } from '#kit/charts/chart.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { formatMoney } from '#kit/texts/numbers.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { pareto, sumAmounts, vitalFew } from './pareto.ts';
import { type BoardAsked, type Cause, percent, useCauses, useServiceBoardTexts } from './use-service-board.ts';

/** Bars that can be told apart on a screen; the table holds all. */
const BARS = 14;

const yuan = (amount: string) => formatMoney({ amount, currency: 'CNY' });

function ParetoChart({ causes }: { causes: readonly Cause[] }) {
  const t = useServiceBoardTexts();
  const rows = useMemo(() => pareto(causes), [causes]);
  const nameOf = (cause: Cause) => cause.name ?? t('unnamed');
  const first = rows.slice(0, BARS);
  const option = {
    grid: { left: 40, right: 48, top: 32, bottom: 76 }, tooltip: { trigger: 'axis' }, legend: { top: 0, left: 0 },
    xAxis: { type: 'category', data: first.map(({ row }) => nameOf(row)), axisLabel: { rotate: 38, width: 90, overflow: 'truncate' } },
    yAxis: [{ type: 'value', minInterval: 1 }, { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' }, splitLine: { show: false } }],
    series: [
      { name: t('cases'), type: 'bar', barMaxWidth: 44, data: first.map(({ row }) => row.cases) },
      { name: t('share'), type: 'line', yAxisIndex: 1, symbolSize: 6, data: first.map(({ cumulative }) => Math.round(cumulative * 1_000) / 10) },
    ],
  };
  const table = {
    head: [t('cause'), t('cases'), t('share'), t('cost'), t('actions')],
    rows: rows.map(({ row, cumulative }) => [row.parent === null ? nameOf(row) : `${row.parent} / ${nameOf(row)}`, row.cases, percent(cumulative), yuan(row.cost), row.openActions] as const),
  };
  const few = vitalFew(rows);
  return (
    <div className="card-body">
      <p className="row wrap pareto-words"><b>{t('vital', { n: few, share: percent(rows[few - 1]?.cumulative ?? 0) })}</b><span className="muted">{t('costTotal', { amount: yuan(sumAmounts(causes.map((cause) => cause.cost))) })}</span></p>
      <Chart label={t('causesLabel')} option={option} table={table} height={300} />
    </div>
  );
}

/** Where problems come from: a Pareto chart with its table, and what redress cost (SE-7, SE-8). */
export function CausePareto({ asked }: { readonly asked: BoardAsked }) {
  const t = useServiceBoardTexts();
  const found = useCauses(asked);
  const causes = found.data?.data;
  return (
    <AdminCard title={t('causes')} note={t('causesNote')} isFlush>
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card-body"><SkeletonLines count={6} /></div>}
      {causes?.length === 0 && <EmptyState title={t('causesNone')} hint={t('causesNoneHint')} />}
      {causes && causes.length > 0 && <ParetoChart causes={causes} />}
    </AdminCard>
  );
}
