import { Button } from 'antd';
import { apiUrl } from '#kit/api/api-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { Definitions } from '../parts/definitions.tsx';
import { PeriodTools } from '../parts/period-tools.tsx';
import { usePeriod } from '../parts/use-period.ts';
import { periodQuery, usePerformanceTexts, useTeam } from '../use-performance.ts';
import PersonPage from './person-sheet-page.tsx';
import { TeamTable } from './team-table.tsx';
import '../performance.css';

/** 绩效表: the people whose sheets one may see; who may see the own one alone gets that (SE-40). */
export default function TeamSheetPage() {
  const scope = useFindObject()('incentiveEntry')?.grants.read;
  return scope === 'own' ? <PersonPage /> : <Team />;
}

function Team() {
  const t = usePerformanceTexts();
  const { asked, change, today } = usePeriod('/performance');
  const mayExport = useFindObject()('incentiveEntry')?.grants.export !== undefined;
  const found = useTeam(asked);
  const query = periodQuery(asked);
  return (
    <AdminPage
      title={t('team.title')} hint={<><span className="pf-print">{asked.from} – {asked.to} </span>{t('team.hint')}</>}
      actions={<><Button onClick={() => window.print()}>{t('print')}</Button>{mayExport && <><Button href={apiUrl('/performance/team/file', { ...query, format: 'csv' })} download>{t('csv')}</Button><Button href={apiUrl('/performance/team/file', { ...query, format: 'xlsx' })} download>{t('xlsx')}</Button></>}</>}
    >
      <PeriodTools asked={asked} today={today} hasUnits onChange={change} />
      {found.error && !found.data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {found.data?.data.length === 0 && <div className="card"><EmptyState title={t('team.empty')} hint={t('team.emptyHint')} /></div>}
      {found.data && found.data.data.length > 0 && <TeamTable team={found.data} asked={asked} isStale={found.isPlaceholderData} />}
      <Definitions />
    </AdminPage>
  );
}
