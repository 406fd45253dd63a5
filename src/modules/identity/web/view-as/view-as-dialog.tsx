import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { useSubmit } from '../parts/use-submit.ts';
import { changeSides } from './view-as-switch.ts';

/** Says what is about to happen, asks why, and begins. The password is asked where it was entered too long ago. */
export default function ViewAsDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useTexts(identityWebTexts);
  const kit = useKitTexts();
  const fieldId = useId();
  const [reason, setReason] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const start = async () => {
    if (await run(() => api.post('/view-as', { user: id, reason: reason.trim() }))) changeSides('/');
  };
  const foot = (
    <>
      <Button onClick={onClose}>{kit('action.cancel')}</Button>
      <Button type="primary" loading={isBusy} disabled={reason.trim().length < 2} onClick={() => void start()}>{t('viewAs.start')}</Button>
    </>
  );
  return (
    <Dialog title={t('viewAs.title', { name })} width={460} onClose={onClose} footer={foot}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); if (reason.trim().length >= 2) void start(); }}>
        <p>{t('viewAs.hint', { name })}</p>
        <p className="small muted">{t('viewAs.note', { name })}</p>
        <label htmlFor={fieldId}>{t('viewAs.reason')}</label>
        <Input id={fieldId} maxLength={200} value={reason} placeholder={t('viewAs.reasonHint')} onChange={(event) => setReason(event.target.value)} />
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </form>
    </Dialog>
  );
}
