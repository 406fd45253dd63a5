import type { ObjectMeta } from '#meta/view-model.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { isNamedRef } from '#kit/records/record-types.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { useServiceBoardTexts } from './use-service-board.ts';

/** Corrective actions that should have been done by now (SE-8). */
export function LateActions({ object, today }: { readonly object: ObjectMeta; readonly today: string }) {
  const t = useServiceBoardTexts();
  const format = useFormat();
  const found = useRecords(object, { filter: { and: [{ field: 'state', op: 'eq', value: 'open' }, { field: 'dueOn', op: 'lt', value: today }] }, sort: 'dueOn' }, 20);
  return (
    <AdminCard title={t('late')} note={<PageLink to="/o/corrective-actions">{t('all')}</PageLink>} isFlush>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card-body"><SkeletonLines count={3} /></div>}
      {found.data && found.records.length === 0 && <p className="card-body muted">{t('lateNone')}</p>}
      <ul className="admin-lines">
        {found.records.map((record) => {
          const owner = record['owner'];
          const due = String(record['dueOn']);
          return (
            <li key={record.id}>
              <PageLink to={`/o/corrective-actions/${record.id}`} className="grow">{String(record['subject'])}</PageLink>
              <span className="small danger">{format.due(due, 9_999) ?? t('due', { day: format.date(due) })}</span><span className="small muted">{isNamedRef(owner) ? owner.name : t('nobody')}</span>
            </li>
          );
        })}
      </ul>
    </AdminCard>
  );
}
