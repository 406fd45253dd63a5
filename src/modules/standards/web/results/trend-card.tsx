import { useMemo, useState } from 'react';
import { Chart } from '#kit/charts/chart.tsx';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { faces, isServiceArea, serviceAreas } from '../../rules/service-areas.ts';
import { type AuditResults, useAreaName, useStandardsTexts } from '../use-standards.ts';

interface Line { readonly name: string; readonly values: readonly (number | null)[] }

/** Lines are told apart by their dashes and marks as well as by colour. */
const looks = [{ symbol: 'circle', type: 'solid' }, { symbol: 'rect', type: 'dashed' }] as const;

const optionOf = (months: readonly string[], lines: readonly Line[]) => ({
  grid: { left: 36, right: 16, top: 36, bottom: 28 }, tooltip: { trigger: 'axis' }, legend: { top: 0, left: 0 },
  xAxis: { type: 'category', data: months }, yAxis: { type: 'value', min: 0, max: 100 },
  series: lines.map(({ name, values }, at) => ({ name, type: 'line', data: values, symbol: looks[at]?.symbol ?? 'circle', symbolSize: 7, lineStyle: { type: looks[at]?.type ?? 'solid', width: 2 }, connectNulls: true })),
});

/** Month by month: both faces, or one area of them. */
export function TrendCard({ results }: { readonly results: AuditResults }) {
  const t = useStandardsTexts();
  const areaName = useAreaName();
  const [area, setArea] = useState('');
  const lines = useMemo((): readonly Line[] => (area === ''
    ? faces.map((face) => ({ name: t(`faces.${face}`), values: results.months.map((row) => row[face]) }))
    : [{ name: isServiceArea(area) ? t(`areas.${area}`) : area, values: results.months.map(({ month }) => results.areas.find((row) => row.month === month && row.area === area)?.score ?? null) }]), [area, results, t]);
  const option = useMemo(() => optionOf(results.months.map(({ month }) => month), lines), [results, lines]);
  const table = { head: [t('results.month'), ...lines.map(({ name }) => name), t('results.audits')], rows: results.months.map(({ month, audits }, at) => [month, ...lines.map(({ values }) => { const value = values[at]; return value === null || value === undefined ? '–' : `${value}%`; }), audits]) };
  return (
    <AdminCard title={t('results.trend')} note={<PlainSelect label={t('results.rows')} value={area} options={[{ value: '', label: t('results.bothFaces') }, ...serviceAreas.map((each) => ({ value: each, label: areaName(each) }))]} onChange={setArea} />}>
      <Chart label={t('results.trendLabel')} option={option} table={table} height={250} />
    </AdminCard>
  );
}
