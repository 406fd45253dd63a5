import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { api } from '../api/api-client.ts';
import { isProblem } from '../api/api-problem.ts';
import { Dialog } from '../overlay/dialog.tsx';
import type { RecordData } from '../records/record-types.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';

export interface RevealProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly record: RecordData;
}

/** Asks why somebody needs to see the value; the answer is recorded with it. */
export default function RevealDialog({ object, field, record, onClose, onValue }: RevealProps & { onClose: () => void; onValue: (value: string) => void }) {
  const t = useKitTexts();
  const pick = usePick();
  const [reason, setReason] = useState('');
  const [error, setError] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setError(t('field.reasonRequired'));
    try {
      const answer = await api.post<{ value: unknown }>(`/${object.plural}/${record.id}/reveal`, { field: field.key, reason: reason.trim() });
      onValue(typeof answer.value === 'string' ? answer.value : JSON.stringify(answer.value));
      onClose();
    } catch (problem) {
      setError(isProblem(problem) ? problem.detail : String(problem));
    }
  };
  return (
    <Dialog title={t('field.revealTitle', { field: pick(field.label) })} width={420} onClose={onClose}>
      <form className="stack" onSubmit={(e) => void submit(e)}>
        <label htmlFor="reveal-reason">{t('field.reason')}</label>
        <Input id="reveal-reason" autoFocus value={reason} maxLength={200} onChange={(e) => setReason(e.target.value)} aria-describedby="reveal-hint" />
        <p id="reveal-hint" className="small muted">{t('field.reasonHint')}</p>
        {error && <p className="danger" role="alert">{error}</p>}
        <Button type="primary" htmlType="submit">{t('field.reveal')}</Button>
      </form>
    </Dialog>
  );
}
