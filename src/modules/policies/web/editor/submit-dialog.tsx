import { Button, Input } from 'antd';
import { useState } from 'react';
import { addDays, addMonths } from '#kernel/period.ts';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { useRefreshPolicies } from '../use-policies.ts';

interface SubmitProps {
  readonly policyKey: string;
  readonly number: number;
  readonly note: string;
  readonly blocking: number;
  /** Saves what is still on the way. */
  flush(): Promise<boolean>;
  onClose(): void;
}

/** Hands the draft in: from which day, and why. */
export function SubmitDialog({ policyKey, number, note: former, blocking, flush, onClose }: SubmitProps) {
  const t = useTexts(policiesTexts);
  const kit = useKitTexts();
  const format = useFormat();
  const refresh = useRefreshPolicies();
  const today = format.today();
  const [day, setDay] = useState(`${addMonths(today, 1).slice(0, 8)}01`);
  const [note, setNote] = useState(former);
  const { isBusy, error, issues, run } = useSubmit();
  const submit = async () => {
    if (!(await flush())) return;
    if (!(await run(() => call('POST /policies/{key}/draft/submit', { params: { key: policyKey }, body: { activeFrom: day, note } })))) return;
    await refresh();
    showToast(t('submit.done', { number }));
    onClose();
  };
  const quick = [{ key: 'tomorrow', day: addDays(today, 1) }, { key: 'month', day: `${addMonths(today, 1).slice(0, 8)}01` }] as const;
  const foot = <><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" loading={isBusy} disabled={note.trim() === '' || day === '' || blocking > 0} onClick={() => void submit()}>{t('submit.do')}</Button></>;
  return (
    <Dialog title={t('submit.title', { number })} onClose={onClose} footer={foot}>
      <div className="stack">
        {blocking > 0 && <p className="danger" role="alert">{t('submit.blocked', { count: blocking })}</p>}
        <label className="policy-field"><span>{t('submit.day')}</span><input className="policy-input" type="date" min={today} value={day} onChange={(e) => setDay(e.target.value)} />{issues['activeFrom'] && <span className="small danger" role="alert">{issues['activeFrom']}</span>}</label>
        <div className="row wrap">{quick.map((each) => <button key={each.key} type="button" className="fact-option" aria-pressed={day === each.day} onClick={() => setDay(each.day)}>{t(`submit.${each.key}`)}</button>)}</div>
        <label className="policy-field"><span>{t('submit.note')}</span><Input.TextArea rows={3} maxLength={2_000} value={note} onChange={(e) => setNote(e.target.value)} /></label>
        <p className="small muted">{t('submit.hint')}</p>
        {error && !issues['activeFrom'] && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
