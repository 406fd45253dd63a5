import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { type KeptRound, gapsOf } from '../kept/kept-round.ts';
import { sendRounds } from '../kept/round-queue.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { type RoundSheet, isRoundOver, useRefreshRounds } from '../use-rounds.ts';
import { PointCard } from './point-card.tsx';
import { PointSearch } from './point-search.tsx';
import { RoundHead } from './round-head.tsx';
import { RoundReportView } from './round-report-view.tsx';
import { useRoundDraft } from './use-round-draft.ts';
import '../phone/phone.css';
import './rounds.css';

// Without network the way leads to the list of rounds: it is loaded while there is one.
void import('./my-rounds-page.tsx').catch(() => undefined);

/** After so long the round goes on its way without the page. */
const PATIENCE_MS = 5_000;
const later = (ms: number): Promise<undefined> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Sends what was kept, says what became of it, and goes on to the list. */
function useHandInRound(userId: string, round: string) {
  const t = useFieldworkTexts();
  const refresh = useRefreshRounds();
  const navigate = useNavigate();
  return async () => {
    const results = await Promise.race([sendRounds(userId).catch(() => undefined), later(PATIENCE_MS)]);
    const state = results?.find(({ kept }) => kept.round === round)?.state;
    if (state === 'sent') showToast(t('order.sent'));
    else if (state !== 'refused') showToast(t('order.queued'));
    refresh();
    return navigate({ to: '/fieldwork/rounds', replace: true });
  };
}

const goTo = (point: string) => {
  const card = document.getElementById(`order-${point}`);
  card?.scrollIntoView({ block: 'center' });
  card?.focus({ preventScroll: true });
};

function WalkForm({ sheet, round }: { readonly sheet: RoundSheet | undefined; readonly round: string }) {
  const t = useFieldworkTexts();
  const { user } = useSession();
  const { draft, isLooked, isKept, change, submit } = useRoundDraft(user.id, round, sheet);
  const handIn = useHandInRound(user.id, round);
  if (!draft) return isLooked && !sheet ? <EmptyState title={t('rounds.notHere')} hint={t('order.notHereHint')} /> : <div className="skeleton" style={{ height: 420 }} />;
  if (draft.state === 'waiting') return <EmptyState title={t('order.waiting')} hint={t('order.waitingHint')} />;
  return <Walk draft={draft} isKept={isKept} change={change} onDone={async () => {
    if (await submit().catch(() => false)) await handIn();
    else showToast(t('order.unkept'), { tone: 'bad' });
  }} />;
}

interface WalkProps {
  readonly draft: KeptRound;
  readonly isKept: boolean;
  readonly change: ReturnType<typeof useRoundDraft>['change'];
  onDone(): Promise<void>;
}

function Walk({ draft, isKept, change, onDone }: WalkProps) {
  const t = useFieldworkTexts();
  const noteId = useId();
  const [isBusy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const gaps = new Map(gapsOf(draft).map(({ point, part }) => [point, part]));
  const { places } = draft.sheet;
  const onFound = (point: string) => {
    change((old) => ({ visits: { ...old.visits, [point]: { outcome: null, reason: '', ...old.visits[point], way: 'code' as const } } }));
    goTo(point);
  };
  const send = async () => {
    setTried(true);
    const open = places.find(({ id }) => gaps.has(id));
    if (open) return goTo(open.id);
    setBusy(true);
    await onDone();
    return setBusy(false);
  };
  return (
    <>
      <RoundHead sheet={draft.sheet} />
      <PointSearch places={places} onFound={onFound} />
      <form className="order-form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        {draft.problem !== null && <p className="order-problem" role="alert">{draft.problem}</p>}
        <section className="order-area">
          <h2>{t('rounds.pointList')}</h2>
          <ul>{places.map((place, at) => <PointCard key={place.id} place={place} at={at + 1} draft={draft} gap={gaps.get(place.id)} isMarked={isTried && gaps.has(place.id)} change={change} />)}</ul>
        </section>
        <section className="order-area">
          <h2><label htmlFor={noteId}>{t('rounds.note')}</label></h2>
          <div className="order-pad"><Input.TextArea id={noteId} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2_000} placeholder={t('order.optional')} value={draft.note} onChange={(event) => { const note = event.target.value; change(() => ({ note })); }} /></div>
        </section>
        <div className="order-foot">
          <span className="small" role="status">{t('order.progress', { done: places.length - gaps.size, total: places.length })}<progress max={places.length} value={places.length - gaps.size} aria-hidden /></span>
          <Button type="primary" size="large" htmlType="submit" loading={isBusy}>{t(gaps.size === 0 ? 'order.finish' : 'order.next')}</Button>
        </div>
        <p className={`small ${isKept ? 'muted' : 'danger'}`}>{t(isKept ? 'order.kept' : 'order.unkept')}</p>
      </form>
    </>
  );
}

/** A round as it is walked; what is filled in is on the device before it is anywhere else (SE-11, UX-16). */
export default function RoundPage() {
  const t = useFieldworkTexts();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const query = useQuery({ queryKey: ['round-sheet', id], queryFn: ({ signal }) => call('GET /fieldwork/rounds/{id}/sheet', { signal, params: { id } }), retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false });
  const sheet = query.data;
  const { viewing } = useSession();
  const mayWork = sheet === undefined || (sheet.isMine && !isRoundOver(sheet.state) && !viewing);
  usePageTitle(t('rounds.one'));
  const isRefused = isProblem(query.error) && (query.error.status === 404 || query.error.status === 403);
  return (
    <div className="page order-page">
      {isRefused && <ErrorState error={query.error} />}
      {sheet && !mayWork && <><RoundHead sheet={sheet} /><RoundReportView sheet={sheet} /></>}
      {mayWork && !isRefused && !query.isPending && <WalkForm key={id} sheet={sheet} round={id} />}
      {query.isPending && <div className="skeleton" style={{ height: 420 }} />}
    </div>
  );
}
