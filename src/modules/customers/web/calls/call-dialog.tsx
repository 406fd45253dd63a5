import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import type { Dialled } from '#kit/field/dialled.ts';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { refId } from '#kit/records/record-types.ts';
import { useSave } from '#kit/records/use-save.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { splitText } from '../timeline/composer-model.ts';
import { useVisitsTexts } from '../visits/use-visits-texts.ts';
import '../visits/visits.css';

interface CallDialogProps {
  readonly call: Dialled;
  readonly activities: ObjectMeta;
  onClose(): void;
}

/** A call of a customer is with nobody in particular; one of a contact is with that person. */
const withWhom = ({ object, id, record }: Dialled) => (object === 'contact' ? { customer: refId(record['customer']) ?? null, contact: id } : { customer: id });

/** Attempted or reached, and a few words: an activity of its own. What was typed outlives a lost network. */
export default function CallDialog({ call, activities, onClose }: CallDialogProps) {
  const t = useVisitsTexts();
  const { create } = useSave(activities);
  const noteId = useId();
  const name = `call.${call.id}`;
  const [note, setNote] = useState(() => { const kept = readDraft(name)?.['note']; return typeof kept === 'string' ? kept : ''; });
  const [outcome, setOutcome] = useState<'reached' | 'attempted'>('reached');
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const key = useRef(newId());
  const write = (words: string) => { setNote(words); writeDraft(name, { note: words }); };
  const save = async () => {
    setBusy(true);
    setError('');
    const { subject, body } = splitText(note);
    try {
      await create({ kind: 'call', direction: 'outbound', status: 'done', outcome, subject: subject || t('call.subject'), ...(body ? { body } : {}), ...withWhom(call) }, key.current);
      dropDraft(name);
      showToast(t('call.saved'));
      onClose();
    } catch (problem) {
      if (!isProblem(problem) || problem.status !== 0) key.current = newId();
      setError(isProblem(problem) ? problem.detail : String(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('call.title')} width={420} onClose={onClose} footer={<><Button onClick={onClose}>{t('call.skip')}</Button><Button type="primary" loading={isBusy} onClick={() => void save()}>{t('call.save')}</Button></>}>
      <div className="stack">
        <p className="muted">{t('call.with', { name: call.name })}</p>
        <div className="check-in-choices is-halves" role="group" aria-label={t('call.outcome')}>
          {(['reached', 'attempted'] as const).map((each) => <button key={each} type="button" aria-pressed={outcome === each} onClick={() => setOutcome(each)}>{t(`call.${each}`)}</button>)}
        </div>
        <label htmlFor={noteId}>{t('call.note')}</label>
        <Input.TextArea id={noteId} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10_000} value={note} onChange={(event) => write(event.target.value)} />
        {error && <p className="danger" role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}
