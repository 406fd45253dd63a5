import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { type BoardAsked, type LeakKind, type Leaks, leakKinds, periodQuery, useServiceBoardTexts } from './use-service-board.ts';

function Offenders({ leak, asked, onClose }: { leak: LeakKind; asked: BoardAsked; onClose: () => void }) {
  const t = useServiceBoardTexts();
  const format = useFormat();
  const found = useQuery({ queryKey: ['counts', 'case', 'offenders', leak, asked], queryFn: ({ signal }) => call('GET /service/leaks/offenders', { signal, query: { ...periodQuery(asked), leak } }) });
  const list = found.data?.data ?? [];
  return (
    <Dialog title={t('offenders', { name: t(`leak.${leak}.name`), n: found.data ? list.length : '…' })} place="side" width={560} onClose={onClose} footer={<Button type="primary" onClick={onClose}>{t('close')}</Button>}>
      <p className="muted">{t(`leak.${leak}.text`)} {t('offendersHint')}</p>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonLines count={5} />}
      <ul className="leak-list">
        {list.map((row) => (
          <li key={row.id}><PageLink to={`/cases/${row.id}`}>{row.number} {row.subject}</PageLink><span className="small muted">{t('received', { at: format.moment(row.receivedAt) })} · {row.owner?.name ?? t('nobody')}</span></li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The four no-leaks as figures, each with what it means and the cases behind it (SE-6). */
export function LeakFigures({ leaks, asked }: { readonly leaks: Leaks; readonly asked: BoardAsked }) {
  const t = useServiceBoardTexts();
  const [shown, setShown] = useState<LeakKind>();
  return (
    <AdminCard title={t('leaks')} note={t('leaksNote', { n: formatNumber(leaks.total.problems) })} isFlush>
      <div className="leak-figures">
        {leakKinds.map((leak) => {
          const n = leaks.total[leak];
          return (
            <section key={leak} className={n > 0 ? 'leak-figure is-leaking' : 'leak-figure'}>
              <h3>{t(`leak.${leak}.name`)}</h3>
              <p className="leak-count">{n > 0 ? <TriangleAlert size={18} aria-hidden /> : <CircleCheck size={18} aria-hidden />}<b>{n > 0 ? t('leakSome', { n }) : t('leakNone')}</b></p>
              <p className="small muted">{t(`leak.${leak}.text`)}</p>
              {n > 0 && <button type="button" className="link-button no-print" aria-label={`${t(`leak.${leak}.name`)} ${t('show')}`} onClick={() => setShown(leak)}>{t('show')}</button>}
            </section>
          );
        })}
      </div>
      {shown && <Offenders leak={shown} asked={asked} onClose={() => setShown(undefined)} />}
    </AdminCard>
  );
}
