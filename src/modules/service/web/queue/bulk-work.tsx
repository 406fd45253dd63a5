import { Button, Progress } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { type EachResult, type QueueRow, useEach, useQueueTexts } from './use-queue.ts';

interface BulkProps {
  readonly title: string;
  readonly label: string;
  readonly rows: readonly QueueRow[];
  readonly isReady: boolean;
  readonly children: ReactNode;
  act(row: QueueRow): Promise<unknown>;
  /** Null when nothing was done. */
  onClose(results: readonly EachResult[] | null): void;
}

/** Does one thing to several cases, seen as it goes; stopped, the rest is left as it is (SE-10). */
export function BulkDialog({ title, label, rows, isReady, children, act, onClose }: BulkProps) {
  const t = useQueueTexts();
  const each = useEach();
  const [done, setDone] = useState<number>();
  const isStopped = useRef(false);
  const isBusy = done !== undefined;
  const send = async () => {
    if (!isReady || isBusy) return;
    setDone(0);
    onClose(await each(rows, act, { onStep: setDone, isStopped: () => isStopped.current }));
  };
  const close = () => {
    if (isBusy) isStopped.current = true;
    else onClose(null);
  };
  return (
    <Dialog
      title={title} onClose={close}
      footer={<><Button onClick={close}>{t(isBusy ? 'bulk.stop' : 'cancel')}</Button><Button type="primary" disabled={!isReady} loading={isBusy} onClick={() => void send()}>{label}</Button></>}
    >
      <form className="admin-form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        {children}
        {isBusy && <div role="status"><Progress percent={Math.round((done / rows.length) * 100)} showInfo={false} aria-label={t('bulk.progress', { done, n: rows.length })} /><p className="small muted">{t('bulk.progress', { done, n: rows.length })}</p></div>}
      </form>
    </Dialog>
  );
}
