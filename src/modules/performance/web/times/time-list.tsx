import { Button } from 'antd';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import type { MeasuredTime } from '../../rules/service-times.ts';
import type { Period } from '../parts/period-model.ts';
import { useDuration } from '../parts/say-figure.ts';
import { usePerformanceTexts, useTimeList } from '../use-performance.ts';

/** The cases behind a time, the longest first. */
export function TimeList({ of, asked, onClose }: { readonly of: MeasuredTime; readonly asked: Period; onClose(): void }) {
  const t = usePerformanceTexts();
  const format = useFormat();
  const duration = useDuration();
  const found = useTimeList(of, asked);
  const pages = found.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.data);
  const count = pages[0]?.count;
  return (
    <Dialog title={t('times.list', { name: t(`times.name.${of}`), n: count ?? '…' })} place="side" width={560} onClose={onClose} footer={<Button type="primary" onClick={onClose}>{t('close')}</Button>}>
      <p className="muted small">{t(`times.how.${of}`)} {t('times.listHint')}</p>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonLines count={5} />}
      <ul className="pf-list">
        {rows.map((row) => <li key={`${row.id} ${row.at}`}><PageLink to={`/cases/${row.id}`}>{row.number} {row.subject}</PageLink><span className="small muted">{duration(row.seconds)} · {t('times.ended', { at: format.moment(row.at) })}</span></li>)}
      </ul>
      {found.hasNextPage && <Button block loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('more', { n: Math.min(200, (count ?? 0) - rows.length) })}</Button>}
    </Dialog>
  );
}
