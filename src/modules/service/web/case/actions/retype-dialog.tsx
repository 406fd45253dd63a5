import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { type RecordData, isNamedRef, refId } from '#kit/records/record-types.ts';
import { useCaseTexts } from '../use-case.ts';
import { ActionDialog } from './case-action-dialog.tsx';
import { CaseTypePicker } from './case-type-picker.tsx';
import { LongField } from './reason-dialogs.tsx';

/** It is something else than it was taken in as: process and deadlines are decided anew, with a reason (SE-3, SE-4). */
export default function RetypeDialog({ record, onClose }: { readonly record: RecordData; onClose(): void }) {
  const t = useCaseTexts();
  const id = useId();
  const now = record['caseType'];
  const [type, setType] = useState('');
  const [reason, setReason] = useState('');
  const run = async (idempotencyKey: string) => {
    await call('POST /service/cases/{id}/type', { params: { id: record.id }, body: { caseType: type, reason: reason.trim() }, idempotencyKey });
    return t('retype.done');
  };
  return (
    <ActionDialog caseId={record.id} title={t('act.retype')} label={t('retype.change')} isReady={type !== '' && type !== refId(now) && reason.trim() !== ''} run={run} onClose={onClose}>
      <p className="muted">{t('retype.about')}</p>
      {isNamedRef(now) && <p className="small">{t('retype.now', { type: now.name })}</p>}
      <div className="admin-field" data-first><label htmlFor={id}>{t('retype.to')}</label><CaseTypePicker id={id} value={type} without={refId(now)} onChange={setType} /></div>
      <LongField label={t('retype.reason')} value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
