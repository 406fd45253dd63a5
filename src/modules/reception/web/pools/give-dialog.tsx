import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { useFollowUpTexts, useRefresh } from '../follow-up/use-follow-up.ts';

/** A manager gives a pool customer to somebody; that person's quota and capacity count. */
export default function GiveDialog({ stay, name, onClose }: { stay: string; name: string; onClose: () => void }) {
  const t = useFollowUpTexts();
  const refresh = useRefresh();
  const [to, setTo] = useState<NamedRef>();
  const send = () => {
    if (!to) return;
    void call('POST /pool-stays/{id}/claim', { params: { id: stay }, body: { to: to.id } }).then(() => { showToast(t('pool.given')); onClose(); }, reportProblem).finally(refresh);
  };
  return (
    <Dialog title={name} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" disabled={!to} onClick={send}>{t('pool.give')}</Button></>}>
      <div className="admin-field"><label htmlFor="give-to">{t('pool.giveTitle')}</label><RecordPicker id="give-to" target="user" value={to} onChange={setTo} /></div>
    </Dialog>
  );
}
