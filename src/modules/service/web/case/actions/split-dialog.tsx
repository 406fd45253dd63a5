import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useCaseTexts, useMessages } from '../use-case.ts';
import { ActionDialog } from './case-action-dialog.tsx';
import { CaseTypePicker } from './case-type-picker.tsx';

/** Messages that speak of something else become a case of their own (SE-10). */
export default function SplitDialog({ record, onClose }: { readonly record: RecordData; onClose(): void }) {
  const t = useCaseTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const [typeId, subjectId] = [useId(), useId()];
  const messages = useMessages(record.id).data?.data ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [type, setType] = useState('');
  const [subject, setSubject] = useState('');
  const run = async (idempotencyKey: string) => {
    const made = await call('POST /service/cases/{id}/split', { params: { id: record.id }, body: { caseType: type, subject: subject.trim(), messages: [...chosen] }, idempotencyKey });
    void navigate({ to: `/cases/${made.id}` });
    return t('split.done', { number: made.number });
  };
  const turn = (id: string) => setChosen((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  return (
    <ActionDialog caseId={record.id} title={t('act.split')} label={t('act.split')} isReady={chosen.length > 0 && type !== '' && subject.trim() !== ''} run={run} onClose={onClose}>
      <div className="admin-field"><label htmlFor={subjectId}>{t('split.subject')}</label><Input id={subjectId} maxLength={200} value={subject} onChange={(event) => setSubject(event.target.value)} /></div>
      <div className="admin-field"><label htmlFor={typeId}>{t('split.type')}</label><CaseTypePicker id={typeId} value={type} onChange={setType} /></div>
      <fieldset className="case-fieldset">
        <legend className="small muted">{t('split.messages')}</legend>
        <div className="pick-list case-pick">
          {messages.map((message) => (
            <label key={message.id} className="pick-line" htmlFor={`split-${message.id}`}><input id={`split-${message.id}`} type="checkbox" checked={chosen.includes(message.id)} onChange={() => turn(message.id)} />
              <span className="grow case-pick-text">{message.body.slice(0, 160)}<span className="small muted">{t(`message.kinds.${message.kind}`)} · {format.moment(message.at)}</span></span>
            </label>
          ))}
        </div>
      </fieldset>
    </ActionDialog>
  );
}
