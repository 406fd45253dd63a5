import { useQuery } from '@tanstack/react-query';
import { startOfWeek } from '#kernel/period.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { loadLevel } from './day-track.ts';
import { LoadBar, inHours } from './worker-row.tsx';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The load of everybody over a week against the hours that they work; a day opens the board of that day. */
export function WeekLoad({ day, onDay }: { readonly day: string; onDay(day: string): void }) {
  const t = useFieldworkTexts();
  const format = useFormat();
  const from = startOfWeek(day);
  const found = useQuery({ queryKey: ['records', 'serviceOrder', 'load', from], queryFn: ({ signal }) => call('GET /fieldwork/load', { signal, query: { from, days: 7 } }), placeholderData: (old) => old });
  const rows = found.data?.data;
  if (found.error && !rows) return <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!rows) return <div className="card card-body"><SkeletonLines count={6} /></div>;
  if (rows.length === 0) return <div className="card"><EmptyState title={t('board.nobody')} hint={t('board.nobodyHint')} /></div>;
  const today = format.today();
  return (
    <div className="card dispatch-scroll" role="group" aria-label={t('board.week')}>
      <table className="week-table">
        <thead><tr><th scope="col"><span className="visually-hidden">{t('board.worker')}</span></th>{rows[0]?.days.map(({ day: date }, at) => <th key={date} scope="col" className={date === today ? 'is-today' : ''}>{t(`weekdays.${days[at] ?? 'mon'}`)}<span className="small muted">{date.slice(5)}</span></th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}{row.unit !== null && <span className="small muted">{row.unit}</span>}</th>
              {row.days.map(({ day: date, minutes, capacity, count }) => {
                const level = loadLevel(minutes, capacity);
                return (
                  <td key={date} className={date === today ? 'is-today' : ''}>
                    <button type="button" className={`week-cell is-${level}`} onClick={() => onDay(date)}><span className="visually-hidden">{row.name} {date} </span>
                      {level === 'off' ? <span className="muted">{t('board.off')}</span> : <><b>{inHours(minutes)}</b><span className="small muted"> / {inHours(capacity)} h · {t('board.count', { count })}</span><LoadBar minutes={minutes} capacity={capacity} /></>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
