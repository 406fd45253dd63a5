import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import type { NamedRef } from '#kit/records/record-types.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { type EachResult, type QueueRow, useEach, useQueueTexts } from './use-queue.ts';

interface HandOnProps {
  readonly rows: readonly QueueRow[];
  /** Null when nothing was done. */
  onClose(results: readonly EachResult[] | null): void;
}

/** Hands cases on to a colleague, with a note for them. */
export function HandOnDialog({ rows, onClose }: HandOnProps) {
  const t = useQueueTexts();
  const each = useEach();
  const [to, setTo] = useState<NamedRef>();
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (!to || isBusy) return;
    setBusy(true);
    onClose(await each(rows, (row) => call('POST /service/cases/{id}/hand-on', { params: { id: row.id }, body: { to: to.id, note: note.trim() || null } })));
  };
  return (
    <Dialog
      title={t('handOnTitle', { n: rows.length })} onClose={() => onClose(null)}
      footer={<><Button onClick={() => onClose(null)}>{t('cancel')}</Button><Button type="primary" disabled={!to} loading={isBusy} onClick={() => void send()}>{t('handOn')}</Button></>}
    >
      <div className="admin-form">
        <label htmlFor="hand-on-to">{t('to')}</label>
        <RecordPicker id="hand-on-to" target="user" value={to} onChange={setTo} />
        <label htmlFor="hand-on-note">{t('note')}</label>
        <Input.TextArea id="hand-on-note" rows={3} maxLength={2_000} placeholder={t('noteHint')} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
    </Dialog>
  );
}

/** What became of each case, the refused ones first with their reason. */
export function ResultDialog({ results, onClose }: { results: readonly EachResult[]; onClose: () => void }) {
  const t = useQueueTexts();
  const failed = results.filter((result) => result.reason !== undefined);
  const done = results.filter((result) => result.reason === undefined);
  return (
    <Dialog title={t('result.title')} onClose={onClose} footer={<Button type="primary" onClick={onClose}>{t('close')}</Button>}>
      <p role="status"><b>{t('result.failed', { n: failed.length })}</b> {done.length > 0 && t('result.done', { n: done.length })}</p>
      <ul className="queue-results">
        {[...failed, ...done].map(({ row, reason }) => (
          <li key={row.id}><PageLink to={`/cases/${row.id}`}>{row.number}</PageLink><span className="grow truncate">{row.subject}</span><span className={reason === undefined ? 'small muted' : 'small danger queue-reason'}>{reason ?? t('result.ok')}</span></li>
        ))}
      </ul>
    </Dialog>
  );
}
