import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { call } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useQualityTexts } from '../quality/use-quality-texts.ts';
import { HandoverCounts } from './handover-counts.tsx';

/** Hand-overs that concern the reader: made, to be accepted, or all of them (CU-52). */
export default function HandoversPage() {
  const t = useQualityTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const canManage = useHasRight('handover.manage');
  const found = useQuery({ queryKey: ['handovers'], queryFn: ({ signal }) => call('GET /handovers', { signal }) });
  const list = found.data?.data ?? [];
  const start = canManage && <Button type="primary" onClick={() => void navigate({ to: '/handovers/new' })}>{t('handover.start')}</Button>;
  return (
    <AdminPage title={t('handover.title')} hint={t('handover.hint')} actions={start}>
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={5} /></div>}
      {found.data && list.length === 0 && <div className="card"><EmptyState title={t('handover.empty')} /></div>}
      {list.length > 0 && (
        <ul className="card admin-lines">
          {list.map((one) => (
            <li key={one.id}>
              <div className="grow">
                <div className="row wrap"><PageLink to={`/handovers/${one.id}`}>{t('handover.line', { from: one.from.name })}</PageLink><span className="small muted">{t(`handover.rules.${one.rule}`)}</span></div>
                <p className="small muted">{t('handover.by', { name: one.manager.name, at: format.moment(one.createdAt) })}</p>
              </div>
              <HandoverCounts handover={one} />
            </li>
          ))}
        </ul>
      )}
    </AdminPage>
  );
}
