import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { clockOf } from '../../rules/inspection.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { useRoutes } from '../use-rounds.ts';
import { useSayFrequency } from './say-frequency.ts';

/** All routes: how often, by whom, how many points (SE-11). */
export default function RoutesPage() {
  const t = useFieldworkTexts();
  const pick = usePick();
  const say = useSayFrequency();
  const navigate = useNavigate();
  const mayCreate = useFindObject()('inspectionRoute')?.grants.create !== undefined;
  const found = useRoutes();
  const rows = found.data?.data;
  return (
    <AdminPage title={t('routes.title')} hint={t('routes.hint')} back={{ to: '/fieldwork/inspections', label: t('inspections.title') }} actions={mayCreate && <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => void navigate({ to: '/fieldwork/routes/new' })}>{t('routes.add')}</Button>}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={4} /></div>}
      {rows && (
        <AdminCard title={t('routes.all')} note={rows.length} isFlush>
          {rows.length === 0 ? <EmptyState title={t('routes.none')} hint={t('routes.noneHint')} /> : (
            <ul className="admin-lines">
              {rows.map((route) => (
                <li key={route.id}>
                  <p className="grow">
                    <PageLink to={`/fieldwork/routes/${route.id}`}>{pick({ 'zh-CN': route.name, en: route.nameEn })}</PageLink>
                    <span className="small muted"> · {[say(route), `${clockOf(route.fromMinute)}–${clockOf(route.toMinute)}`, t('rounds.points', { count: route.pointCount }), route.workerName ?? t('nobody')].join(' · ')}</span>
                  </p>
                  <span className={`tag ${route.state === 'active' ? 'tag-green' : ''}`}>{t(`lists.${route.state}`)}</span>
                </li>
              ))}
            </ul>
          )}
        </AdminCard>
      )}
    </AdminPage>
  );
}
