import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useHasRight } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { useCommissionTexts } from '../parts/commission-words.ts';
import { PlanCard } from './plan-card.tsx';
import { firstTerms } from './plan-types.ts';
import '../parts/commission.css';

function NewPlan({ onClose }: { onClose: () => void }) {
  const t = useCommissionTexts();
  const client = useQueryClient();
  const mayForAll = useHasRight('commission.approve');
  const sites = useQuery({ queryKey: ['commission', 'sites'], queryFn: ({ signal }) => call('GET /commission/sites', { signal }) });
  const [name, setName] = useState('');
  const [site, setSite] = useState<string>();
  const list = sites.data?.data ?? [];
  const chosen = site ?? (mayForAll ? '' : (list[0]?.siteId ?? ''));
  const create = async () => {
    await call('POST /commission/plans', { body: { name, siteId: chosen === '' ? null : chosen, terms: firstTerms } });
    await client.invalidateQueries({ queryKey: ['commission'] });
    showToast(t('plan.created'));
  };
  return (
    <ConfirmDialog title={t('plan.new')} ok={t('plan.create')} onConfirm={create} onClose={onClose}>
      <label className="cm-field"><span>{t('plan.name')}</span><Input value={name} maxLength={80} onChange={(e) => setName(e.target.value)} /></label>
      <label className="cm-field"><span>{t('plan.forSite')}</span>
        <select className="cm-input" value={chosen} onChange={(e) => setSite(e.target.value)}>
          {mayForAll && <option value="">{t('plan.company')}</option>}{list.map((each) => <option key={each.siteId} value={each.siteId}>{each.siteName}</option>)}
        </select>
      </label>
    </ConfirmDialog>
  );
}

/** Commission plans by version (RE-31). */
export default function PlansPage() {
  const t = useCommissionTexts();
  const mayEdit = useHasRight('commission.manage');
  const may = useHasRight('commission.approve') || mayEdit;
  const [isAdding, setAdding] = useState(false);
  const plans = useQuery({ queryKey: ['commission', 'plans'], queryFn: ({ signal }) => call('GET /commission/plans', { signal }), enabled: may });
  const add = mayEdit && <Button type="primary" onClick={() => setAdding(true)}>{t('plan.new')}</Button>;
  if (!may) return <AdminPage title={t('page.plans')}><EmptyState title={t('plan.denied')} hint={t('plan.deniedHint')} /></AdminPage>;
  return (
    <AdminPage title={t('page.plans')} hint={t('page.plansHint')} actions={add}>
      {plans.error ? <ErrorState error={plans.error} onRetry={() => void plans.refetch()} /> : !plans.data ? <div className="card card-body"><SkeletonLines count={8} /></div> : (
        <>
          {plans.data.data.map((plan) => <PlanCard key={plan.id} plan={plan} />)}
          {plans.data.data.length === 0 && <div className="card"><EmptyState title={t('plan.none')} hint={t('plan.noneHint')} /></div>}
        </>
      )}
      {isAdding && <NewPlan onClose={() => setAdding(false)} />}
    </AdminPage>
  );
}
