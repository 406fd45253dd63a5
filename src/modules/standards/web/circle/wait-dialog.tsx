import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type CircleStep, useRefreshStandards, useStandardsTexts } from '../use-standards.ts';

/** Writes down a wait that somebody timed at a step. */
export function WaitDialog({ circle, step, onClose }: { readonly circle: string; readonly step: CircleStep; onClose(): void }) {
  const t = useStandardsTexts();
  const today = useFormat().today();
  const refresh = useRefreshStandards();
  const ids = { seconds: useId(), day: useId() };
  const [seconds, setSeconds] = useState('');
  const [day, setDay] = useState(today);
  const { isBusy, error, run } = useSubmit();
  const save = async () => {
    if (!(await run(() => call('POST /audits/blueprints/{id}/waits', { params: { id: circle }, body: { step: step.id, seconds: Number(seconds), measuredOn: day } })))) return;
    showToast(t('circle.measuredDone'));
    refresh();
    onClose();
  };
  return (
    <Dialog title={`${t('circle.measure')} · ${step.name}`} width={380} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={seconds === '' || day === ''} onClick={() => void save()}>{t('save')}</Button></>}>
      <div className="stack">
        <div className="admin-field"><label htmlFor={ids.seconds}>{t('circle.seconds')}</label><Input id={ids.seconds} inputMode="numeric" value={seconds} onChange={(event) => /^\d{0,7}$/.test(event.target.value) && setSeconds(event.target.value)} /></div>
        <div className="admin-field"><label htmlFor={ids.day}>{t('circle.measuredOn')}</label><Input id={ids.day} type="date" value={day} max={today} onChange={(event) => setDay(event.target.value)} /></div>
        {error !== '' && <p className="danger" role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}
