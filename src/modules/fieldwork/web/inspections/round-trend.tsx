import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import type { RoundBoard } from '../use-rounds.ts';

const parts = ['done', 'late', 'missed'] as const;

/** Six months: rounds walked in time, late and missed as one bar, findings beside it; the figures are a table. */
export function RoundTrend({ months }: Pick<RoundBoard, 'months'>) {
  const t = useFieldworkTexts();
  const most = Math.max(1, ...months.map(({ done, late, missed }) => done + late + missed));
  return (
    <AdminCard title={t('inspections.trend')} isFlush>
      <table className="inspect-trend">
        <thead><tr><th scope="col">{t('inspections.month')}</th><th scope="col" className="inspect-bar-head">{t('inspections.rounds')}</th>{parts.map((part) => <th key={part} scope="col"><span className={`inspect-dot is-${part}`} aria-hidden />{t(`rounds.states.${part}`)}</th>)}<th scope="col">{t('inspections.counts.found')}</th></tr></thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row" className="mono">{month.month}</th>
              <td className="inspect-bar"><span aria-hidden>{parts.map((part) => <i key={part} className={`is-${part}`} style={{ width: `${(month[part] / most) * 100}%` }} />)}</span></td>
              {parts.map((part) => <td key={part} className={`mono${part === 'missed' && month.missed > 0 ? ' danger' : ''}`}>{month[part]}</td>)}
              <td className="mono">{month.findings}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </AdminCard>
  );
}
