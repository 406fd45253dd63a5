import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { AdminPage, ConfirmDialog, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { periodAround } from '../parts/period-model.ts';
import { sayBonus, sayPoints } from '../parts/say-figure.ts';
import { addressOf } from '../parts/use-period.ts';
import { type Run, usePerformanceTexts, useRefresh, useRun } from '../use-performance.ts';
import { stateTags } from './incentives-page.tsx';
import '../performance.css';

function Lines({ run }: { readonly run: Run }) {
  const t = usePerformanceTexts();
  if (run.lines.length === 0) return <div className="card"><EmptyState title={t('run.empty')} /></div>;
  const period = addressOf(periodAround('month', `${run.month}-01`));
  return (
    <div className="card admin-scroll pf-scroll">
      <table className="admin-table pf-runs">
        <caption className="visually-hidden">{run.month}</caption>
        <thead><tr><th scope="col">{t('run.person')}</th><th scope="col" className="number">{t('runs.points')}</th><th scope="col" className="number">{t('runs.amount')}</th><th scope="col">{t('run.why')}</th></tr></thead>
        <tbody>
          {run.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row"><PageLink to={`/performance/people/${line.personId}?${period}`}>{line.person}</PageLink></th>
              <td className="number" data-label={t('runs.points')}>{sayPoints(line.points)}</td><td className="number" data-label={t('runs.amount')}>{sayBonus(line.amount)}</td>
              <td data-label={t('run.why')}>{line.decision === null ? run.reason : <Why decision={line.decision} clause={line.clause} about={line.person} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t('run.total')}</th><td className="number" data-label={t('runs.points')}>{sayPoints(run.points)}</td><td className="number" data-label={t('runs.amount')}>{sayBonus(run.amount)}</td><td aria-hidden /></tr></tfoot>
      </table>
    </div>
  );
}

function Actions({ run }: { readonly run: Run }) {
  const t = usePerformanceTexts();
  const refresh = useRefresh();
  const { isBusy, error, run: submit } = useSubmit();
  const [asking, setAsking] = useState<'submit' | 'drop'>();
  const params = { id: run.id };
  const done = async (words: string) => {
    showToast(words);
    await refresh('incentiveRun', 'incentiveEntry');
  };
  const compute = async () => {
    if (await submit(() => call('POST /performance/incentives/{id}/compute', { params }))) await done(t('run.computed'));
  };
  return (
    <>
      {error !== '' && <span className="danger small" role="alert">{error}</span>}
      <Button danger onClick={() => setAsking('drop')}>{t('run.drop')}</Button>
      <Button loading={isBusy} onClick={() => void compute()}>{t('run.compute')}</Button>
      {run.lines.length > 0 && <Button type="primary" onClick={() => setAsking('submit')}>{t('run.submit')}</Button>}
      {asking === 'submit' && <ConfirmDialog title={t('run.submitTitle', { month: run.month })} ok={t('run.submit')} onClose={() => setAsking(undefined)} onConfirm={async () => { await call('POST /performance/incentives/{id}/submit', { params }); await done(t('run.submitted')); }}><p>{t('run.submitHint')}</p></ConfirmDialog>}
      {asking === 'drop' && <ConfirmDialog title={t('run.dropTitle')} ok={t('run.drop')} isDanger onClose={() => setAsking(undefined)} onConfirm={async () => { await call('POST /performance/incentives/{id}/drop', { params }); await done(t('run.dropped')); }}><p>{t('run.dropHint')}</p></ConfirmDialog>}
    </>
  );
}

const titleOf = (t: ReturnType<typeof usePerformanceTexts>, run: Run | undefined): string => {
  if (run === undefined) return t('runs.title');
  return run.kind === 'correction' ? t('run.correction', { month: run.month }) : t('run.title', { unit: run.unit ?? '', month: run.month });
};

/** Who ran it, when it was computed and posted, and why. */
function Told({ run }: { readonly run: Run }) {
  const t = usePerformanceTexts();
  const format = useFormat();
  const { owner, computedAt, postedAt, reason } = run;
  return [
    owner === null ? '' : t('runs.by', { who: owner }), computedAt === null ? '' : t('run.at', { at: format.moment(computedAt) }),
    postedAt === null ? '' : t('run.posted', { at: format.moment(postedAt) }), reason === null ? '' : t('run.reason', { reason }),
  ].filter((part) => part !== '').join(' · ');
}

/** One month's incentive, person by person, each with its Why (SE-40). */
export default function RunPage() {
  const t = usePerformanceTexts();
  const { run: id = '' }: { run?: string } = useParams({ strict: false });
  const found = useRun(id);
  const mayChange = useFindObject()('incentiveRun')?.grants.update !== undefined;
  const run = found.data;
  return (
    <AdminPage
      title={titleOf(t, run)} hint={<>{run && <><Told run={run} /><br /></>}{t('run.hint')}</>} back={{ to: '/performance/incentives', label: t('run.back') }}
      badge={run && <span className={stateTags[run.state]}>{t(`runs.states.${run.state}`)}</span>}
      actions={run && <>{run.approvalId !== null && run.state !== 'draft' && <PageLink to={`/approvals/${run.approvalId}`}>{t('run.approval')}</PageLink>}{mayChange && run.state === 'draft' && <Actions run={run} />}</>}
    >
      {found.error && !run && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {run && <Lines run={run} />}
    </AdminPage>
  );
}
