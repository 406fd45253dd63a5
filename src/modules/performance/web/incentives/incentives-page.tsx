import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useHasRight } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { sayBonus, sayPoints } from '../parts/say-figure.ts';
import { type Runs, usePerformanceTexts, useRefresh, useRuns } from '../use-performance.ts';
import { NewRun } from './new-run.tsx';
import '../performance.css';

export const stateTags = { draft: 'tag', submitted: 'tag tag-ju', posted: 'tag tag-green', dropped: 'tag' } as const;

function Scheme() {
  const t = usePerformanceTexts();
  const may = useHasRight('service.manage');
  const refresh = useRefresh();
  const { isBusy, error, run } = useSubmit();
  const use = async () => {
    if (!(await run(() => call('POST /performance/incentives/scheme')))) return;
    showToast(t('runs.schemeUsed'));
    await refresh('incentiveRun');
  };
  return <div className="card"><EmptyState title={t('runs.noScheme')} hint={error === '' ? t('runs.noSchemeHint') : error} actions={may && <Button type="primary" loading={isBusy} onClick={() => void use()}>{t('runs.useScheme')}</Button>} /></div>;
}

function RunTable({ runs }: { readonly runs: Runs }) {
  const t = usePerformanceTexts();
  return (
    <div className="card admin-scroll pf-scroll">
      <table className="admin-table pf-runs">
        <caption className="visually-hidden">{t('runs.title')}</caption>
        <thead><tr><th scope="col">{t('runs.month')}</th><th scope="col">{t('runs.unit')}</th><th scope="col">{t('runs.state')}</th><th scope="col" className="number">{t('runs.people')}</th><th scope="col" className="number">{t('runs.points')}</th><th scope="col" className="number">{t('runs.amount')}</th></tr></thead>
        <tbody>
          {runs.data.map((run) => (
            <tr key={run.id}>
              <th scope="row"><PageLink to={`/performance/incentives/${run.id}`}>{run.month}</PageLink>{run.kind === 'correction' && <> <span className="tag tag-ju">{t('runs.correction')}</span></>}</th>
              <td data-label={t('runs.unit')}>{run.unit ?? '–'}{run.owner !== null && <div className="small muted">{t('runs.by', { who: run.owner })}</div>}</td>
              <td data-label={t('runs.state')}><span className={stateTags[run.state]}>{t(`runs.states.${run.state}`)}</span></td>
              <td className="number" data-label={t('runs.people')}>{run.people}</td><td className="number" data-label={t('runs.points')}>{sayPoints(run.points)}</td><td className="number" data-label={t('runs.amount')}>{sayBonus(run.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 激励: the months that were run, and the scheme behind them (SE-40). */
export default function IncentivesPage() {
  const t = usePerformanceTexts();
  const found = useRuns();
  const mayMake = useFindObject()('incentiveRun')?.grants.create !== undefined;
  const maySeePolicy = useHasRight('policies.read');
  const [isMaking, setMaking] = useState(false);
  const { data } = found;
  const scheme = data?.schemes[0];
  return (
    <AdminPage
      title={t('runs.title')} hint={t('runs.hint')}
      actions={scheme && <>{maySeePolicy && <PageLink to={`/policies/${scheme.policy}`}>{t('runs.policy')}</PageLink>}{mayMake && <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>{t('runs.new')}</Button>}</>}
    >
      {found.error && !data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {data && scheme === undefined && <Scheme />}
      {data && scheme !== undefined && data.data.length === 0 && <div className="card"><EmptyState title={t('runs.empty')} hint={t('runs.emptyHint')} /></div>}
      {data && data.data.length > 0 && <RunTable runs={data} />}
      {isMaking && data && <NewRun schemes={data.schemes} onClose={() => setMaking(false)} />}
    </AdminPage>
  );
}
