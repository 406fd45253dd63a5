import { useMemo, useState } from 'react';
import { Chart } from '#kit/charts/chart.tsx';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { type Leaks, type RateKind, percent, rateKinds, useServiceBoardTexts } from './use-service-board.ts';

/** What a rate divides by what. */
const parts: Readonly<Record<RateKind, (of: Leaks['total']) => readonly [number, number]>> = {
  complaintRate: (of) => [of.complaints, of.customers], omissionRate: (of) => [of.leaking, of.problems], dissatisfactionRate: (of) => [of.dissatisfied, of.rated],
};

function Trend({ rate, months }: { rate: RateKind; months: Leaks['months'] }) {
  const t = useServiceBoardTexts();
  const name = t(`rate.${rate}.name`);
  const option = useMemo(() => ({
    grid: { left: 48, right: 16, top: 16, bottom: 28 }, tooltip: { trigger: 'axis' }, xAxis: { type: 'category', data: months.map(({ month }) => month) },
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: '{value}%' } },
    series: [{ name, type: 'line', symbolSize: 7, connectNulls: true, data: months.map((row) => { const value = row[rate]; return value === null ? null : Math.round(value * 1_000) / 10; }) }],
  }), [months, name, rate]);
  const table = { head: [t('month'), name], rows: months.map((row) => { const value = row[rate]; return [row.month, value === null ? '–' : percent(value)] as const; }) };
  if (months.length < 2) return <p className="small muted rate-empty">{t('noMonths')}</p>;
  return <Chart label={t('trend', { name })} option={option} table={table} height={190} />;
}

/** The three control rates, each with its definition and what was divided, and one of them month by month (SE-6). */
export function RateCards({ leaks }: { readonly leaks: Leaks }) {
  const t = useServiceBoardTexts();
  const [shown, setShown] = useState<RateKind>('omissionRate');
  return (
    <AdminCard title={t('rates')} isFlush>
      <div className="rate-figures">
        {rateKinds.map((rate) => {
          const value = leaks.total[rate];
          const [a, b] = parts[rate](leaks.total);
          return (
            <section key={rate}>
              <h3>{t(`rate.${rate}.name`)}</h3>
              <p className="rate-value">{value === null ? <span className="faint">{t('noRate')}</span> : percent(value)}</p>
              <p className="small muted">{t(`rate.${rate}.text`)}</p>
              <p className="small">{t(`rate.${rate}.of`, { a: formatNumber(a), b: formatNumber(b) })}</p>
            </section>
          );
        })}
      </div>
      <div className="card-body rate-trend">
        <span className="no-print"><ChoiceBar label={t('rates')} value={shown} options={rateKinds.map((value) => ({ value, label: t(`rate.${value}.name`) }))} onChange={(value) => setShown(value)} /></span>
        <Trend rate={shown} months={leaks.months} />
      </div>
    </AdminCard>
  );
}
