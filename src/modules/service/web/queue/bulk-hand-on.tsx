import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { BulkDialog } from './bulk-work.tsx';
import { priorities } from './use-intake.ts';
import { type EachResult, type QueueRow, useCaseChoice, useQueueTexts } from './use-queue.ts';

interface RowsProps {
  readonly rows: readonly QueueRow[];
  /** Null when nothing was done. */
  onClose(results: readonly EachResult[] | null): void;
}

/** Hands cases on to a colleague, with a note for them; one that changed hands meanwhile is left and told. */
export function HandOnDialog({ rows, onClose }: RowsProps) {
  const t = useQueueTexts();
  const [to, setTo] = useState<NamedRef>();
  const [note, setNote] = useState('');
  const act = (row: QueueRow) => call('POST /service/cases/{id}/hand-on', { params: { id: row.id }, body: { to: to?.id ?? '', note: note.trim() || null, seenOwner: row.owner?.id ?? null } });
  return (
    <BulkDialog title={t('handOnTitle', { n: rows.length })} label={t('handOn')} rows={rows} isReady={to !== undefined} act={act} onClose={onClose}>
      <label htmlFor="hand-on-to">{t('to')}</label>
      <RecordPicker id="hand-on-to" target="user" value={to} onChange={setTo} />
      <label htmlFor="hand-on-note">{t('note')}</label>
      <Input.TextArea id="hand-on-note" rows={3} maxLength={2_000} placeholder={t('noteHint')} value={note} onChange={(event) => setNote(event.target.value)} />
    </BulkDialog>
  );
}

/** The same priority for all of them. */
export function PriorityDialog({ rows, onClose }: RowsProps) {
  const t = useQueueTexts();
  const choice = useCaseChoice();
  const [priority, setPriority] = useState<(typeof priorities)[number]>('high');
  const act = (row: QueueRow) => call('PATCH /service/cases/{id}', { params: { id: row.id }, body: { priority } });
  return (
    <BulkDialog title={t('bulk.priorityTitle', { n: rows.length })} label={t('bulk.set')} rows={rows} isReady act={act} onClose={onClose}>
      <PlainSelect label={t('intake.priority')} value={priority} options={priorities.map((value) => ({ value, label: choice('priority', value) }))} onChange={(next) => setPriority(priorities.find((each) => each === next) ?? priority)} />
    </BulkDialog>
  );
}

const active: Filter = { field: 'isActive', op: 'eq', value: true };

/** One macro for each of them, filled in for each; a case that refuses one act keeps all as it was. */
export function MacrosDialog({ macros, rows, onClose }: RowsProps & { readonly macros: ObjectMeta }) {
  const t = useQueueTexts();
  const { records, isPending } = useRecords(macros, { filter: active, sort: 'position' }, 100);
  const [chosen, setChosen] = useState('');
  const macro = chosen === '' ? records[0]?.id : chosen;
  const act = (row: QueueRow) => call('POST /service/cases/{id}/macros/{macro}', { params: { id: row.id, macro: macro ?? '' } });
  return (
    <BulkDialog title={t('bulk.macroTitle', { n: rows.length })} label={t('bulk.run')} rows={rows} isReady={macro !== undefined} act={act} onClose={onClose}>
      {!isPending && records.length === 0 && <p className="muted">{t('bulk.noMacros')}</p>}
      {records.length > 0 && <PlainSelect label={t('bulk.macro')} value={macro ?? ''} options={records.map((each) => ({ value: each.id, label: String(each['name']) }))} onChange={setChosen} />}
      <p className="small muted">{t('bulk.macroHint')}</p>
    </BulkDialog>
  );
}

/** What became of each case, the refused ones first with their reason. */
export function ResultDialog({ results, onClose, onAgain }: { results: readonly EachResult[]; onClose: () => void; onAgain: (rows: readonly QueueRow[]) => void }) {
  const t = useQueueTexts();
  const failed = results.filter((result) => result.reason !== undefined);
  const done = results.filter((result) => result.reason === undefined);
  return (
    <Dialog
      title={t('result.title')} width={620} onClose={onClose}
      footer={<>{failed.length > 0 && <Button onClick={() => onAgain(failed.map(({ row }) => row))}>{t('result.choose')}</Button>}<Button type="primary" onClick={onClose}>{t('close')}</Button></>}
    >
      <p role="status"><b>{t('result.failed', { n: failed.length })}</b> {done.length > 0 && t('result.done', { n: done.length })}</p>
      <ul className="queue-results">
        {[...failed, ...done].map(({ row, reason }) => (
          <li key={row.id}><PageLink to={`/cases/${row.id}`}>{row.number}</PageLink><span className="grow truncate">{row.subject}</span><span className={reason === undefined ? 'small muted' : 'small danger queue-reason'}>{reason ?? t('result.ok')}</span></li>
        ))}
      </ul>
    </Dialog>
  );
}
