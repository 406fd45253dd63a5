import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type ShownOrder, useFieldworkTexts, useRefreshOrders } from '../use-fieldwork.ts';
import { FitList } from './fit-list.tsx';
import { WindowFields, readWindow, useWindow } from './window-fields.tsx';

export interface DispatchProps {
  readonly order: ShownOrder;
  readonly workers: readonly { readonly id: string; readonly name: string }[];
  /** Chosen by dragging. */
  readonly worker?: string;
  /** The day of the board. */
  readonly day: string;
  /** What the server said against a drop. */
  readonly problem?: string;
  onClose(): void;
}

/** Who goes when: by keyboard what dragging does by hand, and where a drop needs a time or a second look (SE-11). */
export function DispatchDialog({ order, workers, worker: given, day, problem, onClose }: DispatchProps) {
  const t = useFieldworkTexts();
  const { zone } = useFormat();
  const refresh = useRefreshOrders();
  const reasonId = useId();
  const [worker, setWorker] = useState(given ?? order.worker?.id ?? '');
  const window = useWindow(order, day);
  const [isWarned, setWarned] = useState(problem !== undefined);
  const [reason, setReason] = useState<string>();
  const { isBusy, error, issues, run } = useSubmit();
  const span = readWindow(window.value, zone);
  const ended = (words: string) => {
    showToast(words);
    refresh();
    onClose();
  };
  const send = async (isAccepted: boolean) => {
    if (!span || worker === '') return;
    const answer = await run(() => call('POST /fieldwork/orders/{id}/dispatch', { params: { id: order.id }, body: { worker, ...span, isOverlapAccepted: isAccepted, isUnfitAccepted: isAccepted } }).catch((refusal: unknown) => {
      setWarned(isProblem(refusal) && (refusal.code === 'fieldwork.overlap' || refusal.code === 'fieldwork.unfit'));
      throw refusal;
    }));
    if (answer) ended(t('board.done', { worker: workers.find(({ id }) => id === worker)?.name ?? '' }));
  };
  const cancel = async () => {
    const words = reason?.trim() ?? '';
    if (words !== '' && await run(() => call('POST /fieldwork/orders/{id}/cancel', { params: { id: order.id }, body: { reason: words } }))) ended(t('board.cancelled'));
  };
  const words = error === '' ? problem : [error, ...Object.values(issues)].join(' ');
  return (
    <Dialog title={t('board.dispatchOf', { order: order.number })} width={520} onClose={onClose}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); void send(false); }}>
        <p>{order.subject}{order.place !== null && <span className="muted"> · {order.place}</span>}</p>
        <WindowFields value={window.value} onChange={(next) => { setWarned(false); window.set(next); }} />
        {!span && <p className="small danger" role="alert">{t('board.wrongTimes')}</p>}
        <FitList order={order.id} area={order.areaId} skills={order.skills} span={span} worker={worker} onWorker={(next) => { setWarned(false); setWorker(next); }} />
        {words !== undefined && words !== '' && <p className="danger" role="alert">{words}</p>}
        <div className="row wrap">
          {isWarned ? <Button type="primary" loading={isBusy} disabled={!span || worker === ''} onClick={() => void send(true)}>{t('board.accept')}</Button> : <Button type="primary" htmlType="submit" loading={isBusy} disabled={!span || worker === ''}>{t('board.dispatch')}</Button>}
          <Button onClick={onClose}>{t('cancel')}</Button>
          {reason === undefined && <Button danger onClick={() => setReason('')}>{t('board.cancelOrder')}</Button>}
        </div>
        {reason !== undefined && <div className="row wrap"><label htmlFor={reasonId}>{t('board.reason')}</label><Input id={reasonId} className="grow" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /><Button danger loading={isBusy} disabled={reason.trim() === ''} onClick={() => void cancel()}>{t('board.cancelOrder')}</Button></div>}
      </form>
    </Dialog>
  );
}
