import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { onPersonalEvent } from '#kit/api/live-updates.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import './jobs.css';

const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
type State = (typeof states)[number];

type Job = RowOf<'GET /jobs'>;

/** Often while something moves, seldom otherwise. */
const BUSY_MS = 1_500;
const CALM_MS = 15_000;
const isOpen = (job: Job): boolean => job.state === 'waiting' || job.state === 'running';
const tones: Readonly<Record<State, string>> = { waiting: '', running: ' tag-qing', done: ' tag-green', failed: ' tag-zhu', cancelled: '' };

function useJobs(state: State | undefined, limit: number) {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ['jobs', state, limit],
    queryFn: ({ signal }) => call('GET /jobs', { signal, query: { state, limit } }),
    refetchInterval: (query) => (query.state.data?.data.some(isOpen) ? BUSY_MS : CALM_MS),
  });
  useEffect(() => onPersonalEvent('import', () => void client.invalidateQueries({ queryKey: ['jobs'] })), [client]);
  return { ...found, refresh: () => client.invalidateQueries({ queryKey: ['jobs'] }) };
}

function Progress({ job }: { job: Job }) {
  const t = useTexts(administrationTexts);
  if (job.total === null || job.total === 0) return <span className="small muted">{job.done > 0 ? t('jobs.doneCount', { done: formatNumber(job.done) }) : ''}</span>;
  const share = Math.min(100, Math.round((job.done / job.total) * 100));
  return (
    <span className="job-progress">
      <progress max={job.total} value={job.done} aria-label={t('jobs.progress')} />
      <span className="small muted">{t('jobs.of', { done: formatNumber(job.done), total: formatNumber(job.total), share })}</span>
    </span>
  );
}

function JobRow({ job, onChanged }: { job: Job; onChanged: () => void }) {
  const t = useTexts(administrationTexts);
  const { locale } = useLocale();
  const format = useFormat();
  const act = (verb: 'retry' | 'cancel') => {
    api.post(`/jobs/${job.id}/${verb}`).then(() => { onChanged(); showToast(t(verb === 'retry' ? 'jobs.retried' : 'jobs.cancelled')); }, reportProblem);
  };
  const at = job.state === 'waiting' ? job.runAt : (job.finishedAt ?? job.startedAt ?? job.createdAt);
  // A repeated job of the system comes back by itself: cancelling it would only confuse.
  const mayCancel = isOpen(job) && (job.actor !== null || job.state === 'running');
  return (
    <li className="job-line">
      <span className={`tag job-state${tones[job.state]}`}>{t(`jobs.state.${job.state}`)}</span>
      <div className="grow">
        <div>{administrationTexts.find(locale, `jobs.name.${job.name}`) ?? job.name} <span className="small faint">{job.actor ?? t('jobs.system')}{job.attempts > 1 && ` · ${t('jobs.attempts', { count: job.attempts })}`}</span></div>
        {job.error !== null && job.state !== 'done' && <p className="small danger job-error">{job.error}</p>}
      </div>
      <Progress job={job} />
      <time className="small muted job-when" dateTime={at} title={format.fullMoment(at)}>{job.state === 'waiting' ? t('jobs.dueAt', { at: format.moment(at) }) : format.moment(at)}</time>
      <span className="job-action">
        {mayCancel && <button type="button" className="plain-button" onClick={() => act('cancel')}>{t('jobs.cancel')}</button>}
        {(job.state === 'failed' || job.state === 'cancelled') && <button type="button" className="plain-button" onClick={() => act('retry')}>{t('jobs.retry')}</button>}
      </span>
    </li>
  );
}

const STEP = 50;
const MOST = 200;

/** Background work: what runs, how far, what failed, and what can be done about it (PL-3). */
export default function JobsPage() {
  const t = useTexts(administrationTexts);
  const may = useHasRight('admin.jobs');
  const [state, setState] = useState<State | 'all'>('all');
  const [limit, setLimit] = useState(STEP);
  const jobs = useJobs(state === 'all' ? undefined : state, limit);
  if (!may) return <AdminPage title={t('jobs.title')}><EmptyState title={t('denied')} hint={t('jobs.deniedHint')} /></AdminPage>;
  const list = jobs.data?.data ?? [];
  return (
    <AdminPage title={t('jobs.title')} hint={t('jobs.hint')}>
      <div className="admin-scroll"><Segmented value={state} onChange={setState} options={[{ value: 'all' as const, label: t('jobs.all') }, ...states.map((value) => ({ value, label: t(`jobs.state.${value}`) }))]} /></div>
      {jobs.error ? <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} /> : jobs.isPending ? <div className="card card-body"><SkeletonLines count={6} /></div>
        : list.length === 0 ? <EmptyState title={t('jobs.none')} hint={t('jobs.noneHint')} />
          : <ul className="card">{list.map((job) => <JobRow key={job.id} job={job} onChanged={() => void jobs.refresh()} />)}</ul>}
      {list.length >= limit && limit < MOST && <div className="admin-foot"><Button onClick={() => setLimit(limit + STEP)}>{t('jobs.more')}</Button></div>}
    </AdminPage>
  );
}
