import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { ActionDialog } from '../actions/case-action-dialog.tsx';
import { CaseTypePicker } from '../actions/case-type-picker.tsx';
import { LongField } from '../actions/reason-dialogs.tsx';
import { useCaseTexts } from '../use-case.ts';

const channels = ['phone', 'inPerson', 'entrusted', 'letter', 'mail', 'message'] as const;

/** Takes in a case of a customer whose page is open: what, how it came, and in which words (SE-1). */
export default function NewCaseDialog({ customer, onClose }: { readonly customer: NamedRef; onClose(): void }) {
  const t = useCaseTexts();
  const navigate = useNavigate();
  const [typeId, channelId, subjectId] = [useId(), useId(), useId()];
  const [type, setType] = useState('');
  const [channel, setChannel] = useState<(typeof channels)[number]>('phone');
  const [subject, setSubject] = useState('');
  const [description, setDescription] = useState('');
  const run = async (idempotencyKey: string) => {
    const made = await call('POST /service/cases', { body: { caseType: type, channel, subject: subject.trim(), description: description.trim() || null, customer: customer.id }, idempotencyKey });
    void navigate({ to: `/cases/${made.id}` });
    return t('customer.taken', { number: made.number });
  };
  return (
    <ActionDialog caseId="" title={t('customer.newFor', { name: customer.name })} label={t('customer.take')} isReady={type !== '' && subject.trim() !== ''} run={run} onClose={onClose}>
      <div className="admin-two">
        <div className="admin-field"><label htmlFor={typeId}>{t('split.type')}</label><CaseTypePicker id={typeId} value={type} onChange={setType} /></div>
        <div className="admin-field"><label htmlFor={channelId}>{t('customer.channel')}</label>
          <select id={channelId} className="case-select" value={channel} onChange={(event) => setChannel(channels.find((each) => each === event.target.value) ?? channel)}>{channels.map((each) => <option key={each} value={each}>{t(`message.channels.${each}`)}</option>)}</select>
        </div>
      </div>
      <div className="admin-field"><label htmlFor={subjectId}>{t('split.subject')}</label><Input id={subjectId} maxLength={200} value={subject} onChange={(event) => setSubject(event.target.value)} /></div>
      <LongField label={t('customer.words')} value={description} max={20_000} onChange={setDescription} />
    </ActionDialog>
  );
}
