import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';

/** All checklists, each with its version; one press to its editor (SE-11). */
export default function ChecklistsPage() {
  const t = useFieldworkTexts();
  const pick = usePick();
  const navigate = useNavigate();
  const mayCreate = useFindObject()('orderChecklist')?.grants.create !== undefined;
  const found = useQuery({ queryKey: ['records', 'orderChecklist', 'page'], queryFn: ({ signal }) => call('GET /order-checklists', { signal, query: { limit: 200, sort: 'name' } }) });
  const rows = found.data?.data;
  return (
    <AdminPage title={t('lists.title')} hint={t('lists.hint')} actions={mayCreate && <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => void navigate({ to: '/fieldwork/checklists/new' })}>{t('lists.add')}</Button>}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={5} /></div>}
      {rows && (
        <AdminCard title={t('lists.all')} note={rows.length} isFlush>
          {rows.length === 0 ? <EmptyState title={t('lists.none')} hint={t('lists.noneHint')} /> : (
            <ul className="admin-lines">
              {rows.map((row) => (
                <li key={row.id}>
                  <p className="grow">
                    <PageLink to={`/fieldwork/checklists/${row.id}`}>{pick({ 'zh-CN': String(row.name), en: String(row.nameEn) })}</PageLink>
                    <span className="small muted"> · {t('lists.count', { count: Number(row.itemCount) })} · {t('lists.revision', { revision: Number(row.revision) })}</span>
                  </p>
                  <span className={`tag ${row.state === 'active' ? 'tag-green' : ''}`}>{t(row.state === 'active' ? 'lists.active' : 'lists.retired')}</span>
                </li>
              ))}
            </ul>
          )}
        </AdminCard>
      )}
    </AdminPage>
  );
}
