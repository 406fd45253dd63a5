import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { api } from '#kit/api/api-client.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFollowUpTexts, useRefresh } from './use-follow-up.ts';

const hows = ['call', 'visit', 'meeting'] as const;
type How = (typeof hows)[number];
type Outcome = 'reached' | 'attempted';

/** One follow-up: how, reached or not, a few words. What was typed outlives a lost network. */
export function LogDialog({ customer, onClose }: { customer: { readonly id: string; readonly name: string }; onClose: () => void }) {
  const t = useFollowUpTexts();
  const refresh = useRefresh();
  const noteId = useId();
  const name = `follow-up.${customer.id}`;
  const key = useRef(newId());
  const [how, setHow] = useState<How>('call');
  const [outcome, setOutcome] = useState<Outcome>('reached');
  const [note, setNote] = useState(() => { const kept = readDraft(name)?.['note']; return typeof kept === 'string' ? kept : ''; });
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const write = (words: string) => { setNote(words); writeDraft(name, { note: words }); };
  const save = async () => {
    setBusy(true);
    setError('');
    try {
      const body = note.trim();
      await api.post('/activities', {
        kind: how, customer: customer.id, outcome, status: 'done', subject: t('subject', { how: t(how) }), ...(how === 'call' && { direction: 'outbound' }), ...(body !== '' && { body }),
      }, { idempotencyKey: key.current });
      dropDraft(name);
      showToast(t('logged'));
      refresh();
      onClose();
    } catch (problem) {
      if (!isProblem(problem) || problem.status !== 0) key.current = newId();
      setError(isProblem(problem) ? problem.detail : String(problem));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('logTitle', { name: customer.name })} width={420} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} onClick={() => void save()}>{t('save')}</Button></>}>
      <div className="stack">
        <ChoiceBar<How> label={t('how')} isWide value={how} options={hows.map((value) => ({ value, label: t(value) }))} onChange={setHow} />
        <ChoiceBar<Outcome> label={t('result')} isWide value={outcome} options={(['reached', 'attempted'] as const).map((value) => ({ value, label: t(value) }))} onChange={setOutcome} />
        <div className="admin-field">
          <label htmlFor={noteId}>{t('note')}</label>
          <Input.TextArea id={noteId} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={10_000} value={note} onChange={(event) => write(event.target.value)} />
        </div>
        {error && <p className="danger" role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}
