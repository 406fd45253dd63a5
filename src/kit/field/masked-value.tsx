import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { api } from '../api/api-client.ts';
import { isProblem } from '../api/api-problem.ts';
import { Dialog } from '../overlay/dialog.tsx';
import type { RecordData } from '../records/record-types.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';

/** Seconds a revealed value stays on the screen (SEC-27). */
const SHOWN_S = 30;

interface RevealProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly record: RecordData;
}

function RevealDialog({ object, field, record, onClose, onValue }: RevealProps & { onClose: () => void; onValue: (value: string) => void }) {
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

function useCountdown(isOn: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(SHOWN_S);
  useEffect(() => {
    if (!isOn) return;
    setLeft(SHOWN_S);
    const timer = setInterval(() => setLeft((s) => s - 1), 1_000);
    return () => clearInterval(timer);
  }, [isOn]);
  useEffect(() => {
    if (isOn && left <= 0) onEnd();
  }, [isOn, left, onEnd]);
  return left;
}

/** A shortened personal value with "show" → reason → the value for half a minute; every look is recorded. */
export function MaskedValue({ value, isCell, ...reveal }: RevealProps & { readonly value: string; readonly isCell: boolean }) {
  const t = useKitTexts();
  const pick = usePick();
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<string>();
  const left = useCountdown(shown !== undefined, () => setShown(undefined));
  const may = reveal.object.grants.reveal !== undefined && value.includes('*');
  if (shown !== undefined) {
    return <span className="row">{shown} <button type="button" className="link-button small" onClick={() => setShown(undefined)}>{t('action.hide')}</button><span className="small faint">{t('field.revealed', { seconds: left })}</span></span>;
  }
  return (
    <span className="masked">
      <span>{value}</span>
      {may && !isCell && (
        <button type="button" className="link-button small" aria-label={t('field.revealTitle', { field: pick(reveal.field.label) })} onClick={() => setAsking(true)}>
          {t('field.reveal')}
        </button>
      )}
      {isAsking && <RevealDialog {...reveal} onClose={() => setAsking(false)} onValue={setShown} />}
    </span>
  );
}
