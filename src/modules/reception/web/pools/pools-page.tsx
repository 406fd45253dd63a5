import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useFollowUpTexts, useRefresh } from '../follow-up/use-follow-up.ts';
import { Refusals } from './refusals.tsx';
import '../follow-up/follow-up.css';

const PoolSettings = lazy(() => import('./pool-settings.tsx'));
const GiveDialog = lazy(() => import('./give-dialog.tsx'));

type Pool = RowOf<'GET /pools'>;
type Waiting = RowOf<'GET /pools/{id}/customers'>;

function WaitingLine({ waiting, onGive }: { waiting: Waiting; onGive: (() => void) | undefined }) {
  const t = useFollowUpTexts();
  const format = useFormat();
  const refresh = useRefresh();
  const claim = () => void call('POST /pool-stays/{id}/claim', { params: { id: waiting.id }, body: {} }).then(() => showToast(t('pool.claimed')), reportProblem).finally(refresh);
  return (
    <li className="pool-line">
      <div className="grow">
        <div className="row wrap">
          <b>{waiting.name}</b>
          <span className="tag">{waiting.class ?? t('pool.unclassed')}</span>
          {waiting.region !== null && <span className="muted">{waiting.region}</span>}
        </div>
        <p className="small muted pool-why"><span className="why-mark is-plain" title={waiting.clauseText}><ClauseMark clause={waiting.clause} /></span> {waiting.note ?? waiting.clauseText} · {format.moment(waiting.releasedAt)}</p>
        {waiting.lockedUntil !== null && <p className="small">{t('pool.lockedUntil', { day: format.date(waiting.lockedUntil) })}</p>}
      </div>
      {onGive && <Button onClick={onGive}>{t('pool.give')}</Button>}
      <Button type="primary" ghost onClick={claim}>{t('pool.claim')}</Button>
    </li>
  );
}

function PoolList({ pool }: { pool: Pool }) {
  const t = useFollowUpTexts();
  const [giving, setGiving] = useState<Waiting>();
  const found = useInfiniteQuery({
    queryKey: ['pool-customers', pool.id], initialPageParam: '',
    queryFn: ({ signal, pageParam }) => call('GET /pools/{id}/customers', { signal, params: { id: pool.id }, query: pageParam === '' ? {} : { before: pageParam } }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const list = found.data?.pages.flatMap((page) => page.data) ?? [];
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <div className="card card-body"><SkeletonLines count={5} /></div>;
  return (
    <>
      {list.length === 0 && <div className="card"><EmptyState title={t('pool.empty')} hint={t('pool.emptyHint')} /></div>}
      {list.length > 0 && <ul className="card admin-lines">{list.map((each) => <WaitingLine key={each.id} waiting={each} onGive={pool.mayManage ? () => setGiving(each) : undefined} />)}</ul>}
      {found.hasNextPage && <div className="admin-foot"><Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('pool.more')}</Button></div>}
      {pool.mayManage && <Refusals pool={pool.id} />}
      {giving && <Suspense fallback={null}><GiveDialog stay={giving.id} name={giving.name} onClose={() => setGiving(undefined)} /></Suspense>}
    </>
  );
}

/** Customers whom nobody looks after, free to be claimed (UX-18). */
export default function PoolsPage() {
  const t = useFollowUpTexts();
  const mayManage = useHasRight('pools.manage');
  const [chosen, setChosen] = useState('');
  const [isSetting, setSetting] = useState(false);
  const found = useQuery({ queryKey: ['pools'], queryFn: ({ signal }) => call('GET /pools', { signal }) });
  const pools = (found.data?.data ?? []).filter((pool) => pool.isActive || pool.count > 0);
  const pool = pools.find((each) => each.id === chosen) ?? pools[0];
  return (
    <AdminPage
      title={t('pool.title')} hint={t('pool.hint')}
      badge={found.data && <span className="small muted">{t('pool.mine', { claims: found.data.mine.claimsToday, holdings: found.data.mine.holdings })}</span>}
      actions={mayManage && <Button onClick={() => setSetting(true)}>{t('pool.settings')}</Button>}
    >
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={5} /></div>}
      {found.data && !pool && <div className="card"><EmptyState title={t('pool.none')} hint={t(mayManage ? 'pool.noneHint' : 'pool.noneHintUser')} /></div>}
      {pool && pools.length > 1 && (
        <div className="row follow-switch"><PlainSelect label={t('pool.title')} value={pool.id} options={pools.map((each) => ({ value: each.id, label: `${each.name} · ${t('pool.waiting', { count: each.count })}` }))} onChange={setChosen} /></div>
      )}
      {pool && <PoolList key={pool.id} pool={pool} />}
      {isSetting && found.data && <Suspense fallback={null}><PoolSettings pools={found.data.data} onClose={() => setSetting(false)} /></Suspense>}
    </AdminPage>
  );
}
