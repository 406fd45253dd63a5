import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '#kit/api/api-client.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { useHasRight } from '#kit/api/session.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { useListState } from '#kit/list/list-state.ts';
import type { BulkDialogProps } from '#kit/module/web-module.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { ExportFields, exportable } from './export-fields.tsx';
import { ExportWaiting } from './export-waiting.tsx';
import '../import/transfer.css';

const MIN_REASON = 2;

function useDraft({ object, ids, filter, q }: BulkDialogProps) {
  const { settings } = useListState(object);
  const fields = exportable(object, settings.columns);
  const listed = fields.map((field) => field.key).filter((key) => settings.columns.includes(key));
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [encoding, setEncoding] = useState<'utf-8' | 'gb18030'>('utf-8');
  const [columns, setColumns] = useState<readonly string[]>(listed);
  const [reason, setReason] = useState<string>();
  const [id, setId] = useState<string>();
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const hasMasked = fields.some((field) => field.access.view === 'masked' && columns.includes(field.key));
  const isFull = hasMasked && reason !== undefined;
  const start = () => {
    setBusy(true);
    setError('');
    const selection = ids === 'all' ? { ...(filter && { filter }), ...(q && { q }) } : { ids };
    const body = {
      object: object.key, format, columns, sort: settings.sort, ...selection, background: true,
      ...(format === 'csv' && { encoding }), ...(isFull && { full: true, reason: reason.trim() }),
    };
    api.post<{ id: string }>('/exports', body).then((made) => setId(made.id), (problem: unknown) => {
      setError(isProblem(problem) ? (problem.errors[0]?.message ?? problem.detail) : String(problem));
    }).finally(() => setBusy(false));
  };
  const isReady = columns.length > 0 && (!isFull || reason.trim().length >= MIN_REASON);
  return { fields, listed, format, setFormat, encoding, setEncoding, columns, setColumns, reason, setReason, id, error, isBusy, hasMasked, isReady, start };
}

type Draft = ReturnType<typeof useDraft>;

/** Asks what leaves and how, makes the file in the background, offers it as soon as it is there (CU-12). */
export default function ExportDialog(props: BulkDialogProps) {
  const t = useTexts(transferTexts);
  const pick = usePick();
  const { object, count, onClose } = props;
  const draft = useDraft(props);
  const { id, error, isBusy, isReady, start } = draft;
  const close = () => onClose(false);
  const title = t('export.title', { object: pick(object.label.many) });
  if (id !== undefined) return <Dialog title={title} width={560} onClose={close} footer={<Button onClick={close}>{t('export.close')}</Button>}><ExportWaiting id={id} /></Dialog>;
  const footer = <><Button onClick={close}>{t('newField.cancel')}</Button><Button type="primary" disabled={!isReady} loading={isBusy} onClick={start}>{t('export.start')}</Button></>;
  return (
    <Dialog title={title} width={560} onClose={close} footer={footer}>
      <div className="stack">
        <p>{t('export.hint', { n: formatNumber(count) })}</p>
        <div className="export-options">
          <div><span className="small muted">{t('export.format')}</span>
            <ChoiceBar<'xlsx' | 'csv'> label={t('export.format')} value={draft.format} onChange={draft.setFormat} options={[{ value: 'xlsx', label: t('export.excel') }, { value: 'csv', label: t('export.csv') }]} /></div>
          {draft.format === 'csv' && (
            <div><span className="small muted">{t('export.encoding')}</span>
              <ChoiceBar<'utf-8' | 'gb18030'> label={t('export.encoding')} value={draft.encoding} onChange={draft.setEncoding} options={[{ value: 'utf-8', label: 'UTF-8' }, { value: 'gb18030', label: 'GB18030' }]} /></div>
          )}
        </div>
        <ExportFields fields={draft.fields} listed={draft.listed} chosen={draft.columns} onChange={draft.setColumns} />
        {draft.hasMasked && <FullValues object={object} draft={draft} />}
        {error && <p className="danger" role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}

/** Masked columns in full: only with both rights, a reason, and the password that the server asks for (CU-50). */
function FullValues({ object, draft }: { object: ObjectMeta; draft: Draft }) {
  const t = useTexts(transferTexts);
  const mayApprove = useHasRight('export.approve');
  const { reason, setReason } = draft;
  if (!mayApprove || object.grants.reveal === undefined) return <p className="small muted">{t('export.maskedHint')}</p>;
  return (
    <div className="export-full">
      <label><input type="checkbox" checked={reason !== undefined} onChange={(event) => setReason(event.target.checked ? '' : undefined)} />
        <span>{t('export.full')}<br /><span className="small muted">{t('export.fullHint')}</span></span></label>
      {reason !== undefined && <label className="export-reason"><span className="small">{t('export.reason')}</span><Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} /></label>}
    </div>
  );
}
