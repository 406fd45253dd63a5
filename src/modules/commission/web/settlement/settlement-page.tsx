import { useQuery } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useCommissionTexts } from '../parts/commission-words.ts';
import { MonthSwitch } from '../parts/month-switch.tsx';
import { usePlace } from '../parts/use-place.ts';
import { SettlementRun } from './settlement-run.tsx';
import '../parts/commission.css';

/** The monthly run: choose a site and a month, see the statements, confirm, export (RE-32). */
export default function SettlementPage() {
  const t = useCommissionTexts();
  const { place, go } = usePlace();
  const sites = useQuery({ queryKey: ['commission', 'sites'], queryFn: ({ signal }) => call('GET /commission/sites', { signal }) });
  const list = sites.data?.data ?? [];
  const site = list.find((each) => each.siteId === place.site) ?? list[0];
  const actions = site && (
    <>
      <span className="cm-links"><PageLink to={`/commission/team?month=${place.month}`}>{t('page.team')}</PageLink><PageLink to="/commission/plans">{t('page.plans')}</PageLink></span>
      <select className="cm-input is-month" aria-label={t('page.site')} value={site.siteId} onChange={(e) => go({ site: e.target.value })}>{list.map((each) => <option key={each.siteId} value={each.siteId}>{each.siteName}</option>)}</select>
      <MonthSwitch month={place.month} onChange={(month) => go({ month })} />
    </>
  );
  return (
    <AdminPage title={t('page.settlement')} hint={t('page.settlementHint')} actions={actions}>
      {sites.error ? <ErrorState error={sites.error} onRetry={() => void sites.refetch()} /> : sites.isPending ? <div className="card card-body"><SkeletonLines count={8} /></div> : (
        site ? <SettlementRun siteId={site.siteId} openMonth={site.openMonth} month={place.month} onMonth={(month) => go({ month })} /> : <div className="card"><EmptyState title={t('settle.sites')} hint={t('settle.sitesHint')} /></div>
      )}
    </AdminPage>
  );
}
