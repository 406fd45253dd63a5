import { useMemo, useState } from 'react';
import { Chart } from '#kit/charts/chart.tsx';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { type FigureKey, figureKeys, figureNature, isFigureKey } from '../../rules/figures.ts';
import { useSayFigure } from '../parts/say-figure.ts';
import { type PersonSheet, useFigureNames, usePerformanceTexts } from '../use-performance.ts';

/** What the axis shows: hours, per cent, or the number itself. */
const scaled = (key: FigureKey, value: number | null): number | null => {
  if (value === null) return null;
  const { measure } = figureNature[key];
  const by = measure === 'seconds' ? 1 / 3_600 : measure === 'share' ? 100 : 1;
  return Math.round(value * by * 100) / 100;
};

/** Twelve months of one figure: this person and the median of the unit, told apart by dashes and marks as well. */
export function PersonTrend({ person }: { readonly person: PersonSheet }) {
  const t = usePerformanceTexts();
  const names = useFigureNames();
  const say = useSayFigure();
  const [figure, setFigure] = useState<FigureKey>('answered');
  const { trend } = person;
  const unit = figureNature[figure].measure === 'seconds' ? t('units.hours', { n: '{value}' }) : figureNature[figure].measure === 'share' ? '{value}%' : '{value}';
  const option = useMemo(() => ({
    grid: { left: 58, right: 16, top: 36, bottom: 28 }, tooltip: { trigger: 'axis' }, legend: { top: 0, left: 0 },
    xAxis: { type: 'category', data: trend.map(({ month }) => month) }, yAxis: { type: 'value', min: 0, axisLabel: { formatter: unit } },
    series: [
      { name: t('person.self'), type: 'line', symbol: 'circle', symbolSize: 7, connectNulls: true, lineStyle: { width: 2 }, data: trend.map(({ sheet }) => scaled(figure, sheet[figure].value)) },
      { name: t('person.unitMedian'), type: 'line', symbol: 'rect', symbolSize: 6, connectNulls: true, lineStyle: { width: 2, type: 'dashed' }, data: trend.map(({ medians }) => scaled(figure, medians[figure])) },
    ],
  }), [trend, figure, unit, t]);
  const table = { head: [t('person.month'), t('person.self'), t('person.unitMedian')], rows: trend.map(({ month, sheet, medians }) => [month, say(figure, sheet[figure].value), say(figure, medians[figure])] as const) };
  const isEmpty = trend.every(({ sheet }) => figureKeys.every((key) => sheet[key].count === 0));
  return (
    <AdminCard title={t('person.trend')} note={<PlainSelect label={t('person.figure')} value={figure} options={figureKeys.map((value) => ({ value, label: names(value) }))} onChange={(value) => isFigureKey(value) && setFigure(value)} />}>
      {isEmpty ? <p className="muted">{t('person.noTrend')}</p> : <Chart label={t('person.trendLabel', { name: names(figure) })} option={option} table={table} height={240} />}
    </AdminCard>
  );
}
