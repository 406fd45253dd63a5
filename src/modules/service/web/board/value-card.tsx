import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import type { RowOf } from '#kit/api/typed-client.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { percent, useComplaintValue, useServiceBoardTexts } from './use-service-board.ts';

type Row = RowOf<'GET /service/complaint-value'>;

function Against({ row }: { row: Row }) {
  const t = useServiceBoardTexts();
  if (row.rate === null || row.benchmark === null) return null;
  const points = Math.round((row.rate - row.benchmark) * 100);
  return <span className={points < 0 ? 'tag tag-hu' : 'tag tag-green'}>{t(points < 0 ? 'worse' : 'better', { n: Math.abs(points) })}</span>;
}

function Bar({ share, isOwn }: { share: number | null; isOwn: boolean }) {
  return <span className={isOwn ? 'value-bar is-own' : 'value-bar'} aria-hidden><span style={{ width: `${Math.round((share ?? 0) * 100)}%` }} /></span>;
}

/** Who bought again after a complaint, against the figures of the training (SE-9). */
export function ValueCard() {
  const t = useServiceBoardTexts();
  const found = useComplaintValue();
  const rows = found.data?.data ?? [];
  return (
    <AdminCard title={t('value')} note={t('valueNote')}>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonLines count={4} />}
      {found.data && <p className="small muted">{t('valueHint')}</p>}
      {found.data && rows.every((row) => row.complaints === 0) && <p className="value-none">{t('valueNone')}</p>}
      <ul className="value-rows">
        {rows.map((row) => (
          <li key={row.outcome}>
            <div className="row wrap"><b>{t(`outcome.${row.outcome}`)}</b><Against row={row} /></div>
            <div className="value-line"><span className="small">{t('own')}</span><Bar share={row.rate} isOwn /><span className="number">{row.rate === null ? '–' : percent(row.rate)}</span></div>
            <div className="value-line"><span className="small muted">{t('benchmark')}</span><Bar share={row.benchmark} isOwn={false} /><span className="number muted">{row.benchmark === null ? t('noBenchmark') : percent(row.benchmark)}</span></div>
            {row.complaints > 0 && <p className="small muted">{t('returned', { a: row.returned, b: row.complaints })}</p>}
          </li>
        ))}
      </ul>
    </AdminCard>
  );
}
