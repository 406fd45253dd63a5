import { Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { ConfirmDialog, RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { useMeetingsTexts, useRefreshMeetings } from './use-meetings.ts';

const kinds = ['suggestion', 'complaint', 'repair', 'service', 'enquiry', 'praise'] as const;

/** What a customer said becomes a case; the meeting keeps an action that ends with it (SF-21). */
export function OpenCase({ id, onClose }: { readonly id: string; onClose(): void }) {
  const t = useMeetingsTexts();
  const refresh = useRefreshMeetings();
  const ids = { opinion: useId(), subject: useId(), customer: useId() };
  const [kind, setKind] = useState<(typeof kinds)[number]>('suggestion');
  const [subject, setSubject] = useState('');
  const [opinion, setOpinion] = useState('');
  const [customer, setCustomer] = useState<NamedRef>();
  const save = async () => {
    const body = { kind, subject, ...(opinion.trim() !== '' && { opinion }), ...(customer && { customer: customer.id }) };
    const { number } = await call('POST /service/meetings/{id}/cases', { params: { id }, body });
    showToast(t('room.opened', { number }));
    refresh();
  };
  return (
    <ConfirmDialog title={t('room.openCase')} ok={t('room.openCase')} width={480} onClose={onClose} onConfirm={save}>
      <div className="stack">
        <div className="admin-field"><span className="small muted">{t('room.caseKind')}</span><PlainSelect label={t('room.caseKind')} value={kind} options={kinds.map((value) => ({ value, label: t(`caseKinds.${value}`) }))} onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'suggestion')} /></div>
        <div className="admin-field"><label htmlFor={ids.opinion}>{t('room.opinion')}</label><Input.TextArea id={ids.opinion} value={opinion} maxLength={5_000} autoSize={{ minRows: 2 }} onChange={(event) => setOpinion(event.target.value)} /></div>
        <div className="admin-field"><label htmlFor={ids.subject}>{t('room.caseSubject')}</label><Input id={ids.subject} value={subject} maxLength={200} onChange={(event) => setSubject(event.target.value)} /></div>
        <div className="admin-field"><label htmlFor={ids.customer}>{t('create.customer')}</label><RecordPicker id={ids.customer} target="customer" value={customer} onChange={setCustomer} /></div>
      </div>
    </ConfirmDialog>
  );
}
