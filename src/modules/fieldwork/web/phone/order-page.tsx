import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { asksSignature } from '../../rules/order-report.ts';
import { isOrderOver } from '../../rules/order-states.ts';
import { sendFieldwork } from '../kept/order-queue.ts';
import { useKeptFieldwork } from '../kept/use-kept-fieldwork.ts';
import { type OrderSheet, useFieldworkTexts, useRefreshOrders } from '../use-fieldwork.ts';
import { ChecklistPart, PartsPart, ResultPart, SignaturePart, openPlaces } from './order-form.tsx';
import { OrderHead, OrderWay, stateOf } from './order-head.tsx';
import { OrderReportView } from './order-report-view.tsx';
import { useOrderDraft } from './use-order-draft.ts';
import './phone.css';

// Without network the way leads to the list of orders: it is loaded while there is one.
void import('./my-orders-page.tsx').catch(() => undefined);

/** After so long the report goes on its way without the page. */
const PATIENCE_MS = 5_000;
const later = (ms: number): Promise<undefined> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Sends what was kept, says what became of it, and goes on to the list. */
function useHandIn(userId: string, order: string) {
  const t = useFieldworkTexts();
  const refresh = useRefreshOrders();
  const navigate = useNavigate();
  return async () => {
    const results = await Promise.race([sendFieldwork(userId).catch(() => undefined), later(PATIENCE_MS)]);
    const state = results?.find((result) => result.order === order && result.what === 'report')?.state;
    if (state === 'sent') showToast(t('order.sent'));
    else if (state !== 'refused') showToast(t('order.queued'));
    refresh();
    return navigate({ to: '/fieldwork/mine', replace: true });
  };
}

function WorkForm({ sheet, order }: { readonly sheet: OrderSheet | undefined; readonly order: string }) {
  const t = useFieldworkTexts();
  const { user } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const steps = useKeptFieldwork()?.steps ?? [];
  const { draft, isLooked, isKept, change, submit } = useOrderDraft(user.id, order, sheet);
  const handIn = useHandIn(user.id, order);
  if (!draft) return isLooked && !sheet ? <EmptyState title={t('order.notHere')} hint={t('order.notHereHint')} /> : <div className="skeleton" style={{ height: 420 }} />;
  if (draft.state === 'waiting') return <EmptyState title={t('order.waiting')} hint={t('order.waitingHint')} />;
  const open = openPlaces(draft);
  const total = draft.outcome === 'done' ? draft.sheet.items.length + (asksSignature(draft.sheet.items) ? 1 : 2) : 1;
  const marked = new Set(isTried ? open : []);
  const state = stateOf(draft.sheet, steps);
  const send = async () => {
    setTried(true);
    const [first] = open;
    if (first !== undefined) return document.getElementById(`order-${first}`)?.focus();
    setBusy(true);
    const isStored = await submit().catch(() => false);
    if (isStored) await handIn();
    else showToast(t('order.unkept'), { tone: 'bad' });
    return setBusy(false);
  };
  return (
    <>
      <OrderHead sheet={draft.sheet} state={state} />
      <OrderWay sheet={draft.sheet} state={state} />
      <form className="order-form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        {draft.problem !== null && <p className="order-problem" role="alert">{draft.problem}</p>}
        {draft.outcome === 'done' && <ChecklistPart draft={draft} marked={marked} change={change} />}
        {draft.outcome === 'done' && <PartsPart draft={draft} change={change} />}
        <ResultPart draft={draft} marked={marked} change={change} />
        {draft.outcome === 'done' && <SignaturePart draft={draft} marked={marked} change={change} />}
        <div className="order-foot">
          <span className="small" role="status">{t('order.progress', { done: total - open.length, total })}<progress max={total} value={total - open.length} aria-hidden /></span>
          <Button type="primary" size="large" htmlType="submit" loading={isBusy}>{t(open.length === 0 ? 'order.finish' : 'order.next')}</Button>
        </div>
        <p className={`small ${isKept ? 'muted' : 'danger'}`}>{t(isKept ? 'order.kept' : 'order.unkept')}</p>
      </form>
    </>
  );
}

/** An order as its worker carries it; what is filled in is on the device before it is anywhere else (SE-11, UX-16). */
export default function OrderPage() {
  const t = useFieldworkTexts();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const query = useQuery({ queryKey: ['order-sheet', id], queryFn: ({ signal }) => call('GET /fieldwork/orders/{id}/sheet', { signal, params: { id } }), retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false });
  const sheet = query.data;
  const { viewing } = useSession();
  const mayWork = sheet === undefined || (sheet.isMine && !isOrderOver(sheet.state) && sheet.state !== 'planned' && !viewing);
  usePageTitle(t('order.title'));
  const isRefused = isProblem(query.error) && (query.error.status === 404 || query.error.status === 403);
  return (
    <div className="page order-page">
      {isRefused && <ErrorState error={query.error} />}
      {sheet && !mayWork && <><OrderHead sheet={sheet} state={sheet.state} /><OrderReportView sheet={sheet} /></>}
      {mayWork && !isRefused && !query.isPending && <WorkForm key={id} sheet={sheet} order={id} />}
      {query.isPending && <div className="skeleton" style={{ height: 420 }} />}
    </div>
  );
}
