import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useQualityTexts } from '../quality/use-quality-texts.ts';

type Merge = RowOf<'GET /merges'>;

/** What was merged, newest first, with the way back (CU-11). */
export default function MergesPage() {
  const t = useQualityTexts();
  const format = useFormat();
  const client = useQueryClient();
  const found = useQuery({ queryKey: ['merges'], queryFn: ({ signal }) => call('GET /merges', { signal, query: { limit: 100 } }) });
  const undo = (merge: Merge) => {
    call('POST /merges/{id}/undo', { params: { id: merge.id } }).then(({ kept }) => {
      showToast(kept.length > 0 ? t('merge.undoneKept', { count: kept.length }) : t('merge.undone'));
      for (const key of ['merges', 'records', 'record', 'counts']) void client.invalidateQueries({ queryKey: [key] });
    }, reportProblem);
  };
  const list = found.data?.data ?? [];
  return (
    <AdminPage title={t('merge.log')} hint={t('merge.logHint')} back={{ to: '/quality', label: t('worklist.back') }}>
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {found.data && list.length === 0 && <div className="card"><EmptyState title={t('merge.logEmpty')} /></div>}
      {list.length > 0 && (
        <ul className="card admin-lines">
          {list.map((merge) => (
            <li key={merge.id}>
              <div className="grow">
                <div className="row wrap">{t('merge.logLine', { loser: merge.loser.name })} <PageLink to={`/${merge.object === 'contact' ? 'contacts' : 'customers'}/${merge.survivor.id}`}>{merge.survivor.name}</PageLink></div>
                <p className="small muted">{t('merge.by', { name: merge.actor ?? '', at: format.moment(merge.at) })}{merge.reason ? ` · ${merge.reason}` : ''}</p>
              </div>
              {merge.undoneAt !== null && <span className="tag">{t('merge.isUndone')}</span>}
              {merge.canUndo && <Button onClick={() => undo(merge)}>{t('merge.undo')}</Button>}
            </li>
          ))}
        </ul>
      )}
    </AdminPage>
  );
}
