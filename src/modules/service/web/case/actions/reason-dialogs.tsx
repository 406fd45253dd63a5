import { Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { type NamedRef, type RecordData, refId } from '#kit/records/record-types.ts';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { useCaseTexts } from '../use-case.ts';
import { ActionDialog } from './case-action-dialog.tsx';

interface DialogProps {
  readonly record: RecordData;
  onClose(): void;
}

/** A labelled text of several lines. */
export function LongField({ label, value, max = 500, onChange }: { label: string; value: string; max?: number; onChange: (value: string) => void }) {
  const id = useId();
  return <div className="admin-field"><label htmlFor={id}>{label}</label><Input.TextArea id={id} value={value} maxLength={max} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => onChange(event.target.value)} /></div>;
}

export type ReasonKind = 'wait' | 'withdraw' | 'reopen';

/** Waiting for the customer, taking back, taking up again: each says why. */
export function ReasonDialog({ record, kind, onClose }: DialogProps & { readonly kind: ReasonKind }) {
  const t = useCaseTexts();
  const [reason, setReason] = useState('');
  const run = async (idempotencyKey: string) => {
    await call(`POST /service/cases/{id}/${kind}`, { params: { id: record.id }, body: { reason: reason.trim() }, idempotencyKey });
    return t(`act.done.${kind}`);
  };
  return (
    <ActionDialog caseId={record.id} title={t(`act.${kind}`)} label={t(`act.${kind}`)} isReady={reason.trim() !== ''} run={run} onClose={onClose}>
      <p className="muted">{t(`act.about.${kind}`)}</p>
      <LongField label={t(`act.reasons.${kind}`)} value={reason} onChange={setReason} />
    </ActionDialog>
  );
}

/** To a colleague, with a note for them; the first receiver keeps seeing the case (SE-2). */
export function HandOnDialog({ record, without, onClose }: DialogProps & { readonly without: readonly string[] }) {
  const t = useCaseTexts();
  const id = useId();
  const [to, setTo] = useState<NamedRef>();
  const [note, setNote] = useState('');
  const run = async (idempotencyKey: string) => {
    await call('POST /service/cases/{id}/hand-on', { params: { id: record.id }, body: { to: to?.id ?? '', seenOwner: refId(record['owner']) ?? null, ...(note.trim() !== '' && { note: note.trim() }) }, idempotencyKey });
    return t('act.done.handOn', { name: to?.name ?? '' });
  };
  return (
    <ActionDialog caseId={record.id} title={t('act.handOn')} label={t('act.handOn')} isReady={to !== undefined} run={run} onClose={onClose}>
      <div className="admin-field"><label htmlFor={id}>{t('act.to')}</label><RecordPicker id={id} target="user" value={to} without={without} onChange={setTo} /></div>
      <LongField label={t('act.noteFor')} value={note} max={2_000} onChange={setNote} />
    </ActionDialog>
  );
}

/** More working days, within what the policy still leaves (SE-4). */
export function ExtensionDialog({ record, left, most, onClose }: DialogProps & { readonly left: number; readonly most: number }) {
  const t = useCaseTexts();
  const id = useId();
  const [days, setDays] = useState<number | null>(1);
  const [reason, setReason] = useState('');
  const run = async (idempotencyKey: string) => {
    await call('POST /service/cases/{id}/extension', { params: { id: record.id }, body: { days: days ?? 1, reason: reason.trim() }, idempotencyKey });
    return t('act.done.extend');
  };
  return (
    <ActionDialog caseId={record.id} title={t('act.extend')} label={t('extend.ask')} isReady={days !== null && days >= 1 && reason.trim() !== ''} run={run} onClose={onClose}>
      <p className="muted">{t('extend.left', { left, most })}</p>
      <div className="admin-field"><label htmlFor={id}>{t('extend.days')}</label><InputNumber id={id} min={1} max={left} precision={0} value={days} onChange={setDays} /></div>
      <LongField label={t('extend.reason')} value={reason} onChange={setReason} />
    </ActionDialog>
  );
}

/** Whoever looks at a case takes it. */
export function useTake(record: RecordData): (idempotencyKey: string) => Promise<string> {
  const t = useCaseTexts();
  const me = useSession().user.id;
  return async (idempotencyKey) => {
    await call('POST /service/cases/{id}/hand-on', { params: { id: record.id }, body: { to: me, seenOwner: refId(record['owner']) ?? null }, idempotencyKey });
    return t('act.done.take');
  };
}
