import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminCard, AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { isOrderOver } from '../../rules/order-states.ts';
import { type KeptOrder, isTouched, newKeptOrder } from '../kept/kept-order.ts';
import { sendFieldwork } from '../kept/order-queue.ts';
import { dropOrder, keepOrder, keptOrders } from '../kept/order-store.ts';
import { useKeptFieldwork } from '../kept/use-kept-fieldwork.ts';
import { type ShownOrder, stateColour, useFieldworkTexts, useMyOrders, useRefreshOrders, useSayWindow } from '../use-fieldwork.ts';
import './phone.css';

/** So many orders are put on the device before they are opened. */
const AHEAD = 20;

/** Puts the orders of the day on the device, so that they open without network; forgets untouched ones that are gone. */
function useKeepAhead(orders: readonly ShownOrder[] | undefined, userId: string): void {
  useEffect(() => {
    if (!orders) return;
    const open = orders.filter(({ state }) => !isOrderOver(state));
    void (async () => {
      const kept = await keptOrders(userId);
      for (const each of kept) if (each.state === 'draft' && !isTouched(each) && !open.some(({ id }) => id === each.order)) await dropOrder(each.id);
      for (const { id } of open.slice(0, AHEAD)) {
        if (kept.some(({ order }) => order === id)) continue;
        const sheet = await call('GET /fieldwork/orders/{id}/sheet', { params: { id } });
        if (sheet.isMine) await keepOrder(newKeptOrder(userId, sheet, newId(), Date.now()));
      }
    })().catch(() => undefined);
  }, [orders, userId]);
}

/** What this device still has to send: nothing gets lost without a person saying so. */
function OnDevice({ orders }: { readonly orders: readonly KeptOrder[] }) {
  const t = useFieldworkTexts();
  const { user } = useSession();
  const refresh = useRefreshOrders();
  const [gone, setGone] = useState<KeptOrder>();
  const waiting = orders.filter(({ state }) => state !== 'draft');
  if (waiting.length === 0) return null;
  const send = () => void sendFieldwork(user.id).then(refresh, () => undefined);
  const again = (order: KeptOrder) => void keepOrder({ ...order, state: 'waiting', problem: null }).then(send, () => undefined);
  return (
    <AdminCard title={t('mine.onDevice')} isFlush>
      <ul className="admin-lines order-lines">
        {waiting.map((order) => (
          <li key={order.id}>
            <div className="grow">
              <div className="row wrap"><b>{order.title}</b><span className={`tag ${order.state === 'refused' ? 'tag-zhu' : 'tag-hu'}`}>{t(order.state === 'refused' ? 'mine.refused' : 'mine.waiting')}</span></div>
              {order.problem !== null && <p className="small danger">{order.problem}</p>}
            </div>
            {order.state === 'waiting' && <Button onClick={send}>{t('sendNow')}</Button>}
            {order.state === 'refused' && <><PageLink className="order-go" to={`/fieldwork/order/${order.order}`}>{t('mine.goOn')}</PageLink><Button onClick={() => again(order)}>{t('mine.again')}</Button><Button danger onClick={() => setGone(order)}>{t('mine.drop')}</Button></>}
          </li>
        ))}
      </ul>
      {gone && <ConfirmDialog title={t('mine.dropTitle')} ok={t('mine.drop')} isDanger onConfirm={() => dropOrder(gone.id)} onClose={() => setGone(undefined)}><p>{t('mine.dropHint', { title: gone.title })}</p></ConfirmDialog>}
    </AdminCard>
  );
}

function OrderLine({ order }: { readonly order: ShownOrder }) {
  const t = useFieldworkTexts();
  const say = useSayWindow();
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><b>{order.subject}</b><span className={`tag ${stateColour[order.state]}`}>{t(`states.${order.state}`)}</span></div>
        <p>{say(order)}{order.place !== null && ` · ${order.place}`}</p>
        <p className="small muted">{[order.number, order.customer ?? order.contactName, t(`kinds.${order.kind}`)].filter(Boolean).join(' · ')}</p>
      </div>
      <PageLink to={`/fieldwork/order/${order.id}`} className="order-go" aria-label={`${t('mine.open')} ${order.number}`}>{t('mine.open')}</PageLink>
    </li>
  );
}

/** The field worker's day on the telephone (SE-11, UX-16). */
export default function MyOrdersPage() {
  const t = useFieldworkTexts();
  const { user } = useSession();
  const found = useMyOrders();
  const kept = useKeptFieldwork()?.orders ?? [];
  useKeepAhead(found.data?.data, user.id);
  const isOffline = !found.data && isProblem(found.error) && found.error.status === 0;
  const onWay = new Set(kept.filter(({ state }) => state !== 'draft').map(({ order }) => order));
  const all: readonly ShownOrder[] = found.data?.data ?? (isOffline ? kept.map(({ sheet }) => sheet) : []);
  const todo = all.filter(({ id, state }) => !isOrderOver(state) && !onWay.has(id));
  const done = all.filter(({ state }) => isOrderOver(state));
  return (
    <AdminPage title={t('mine.title')} hint={t('mine.hint')}>
      <OnDevice orders={kept} />
      {isOffline && <p className="small muted" role="status">{t('mine.offline')}</p>}
      {found.error && !found.data && !isOffline && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={5} /></div>}
      {(found.data !== undefined || isOffline) && (
        <AdminCard title={t('mine.todo')} note={todo.length} isFlush>
          {todo.length === 0 ? <EmptyState title={t('mine.nothing')} hint={t('mine.nothingHint')} /> : <ul className="admin-lines order-lines">{todo.map((order) => <OrderLine key={order.id} order={order} />)}</ul>}
        </AdminCard>
      )}
      {done.length > 0 && <AdminCard title={t('mine.done')} isFlush><ul className="admin-lines order-lines">{done.map((order) => <OrderLine key={order.id} order={order} />)}</ul></AdminCard>}
    </AdminPage>
  );
}
