import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useRefreshStandards, useStandardsTexts } from '../use-standards.ts';

/** Sends an audit back, with what is to be corrected. */
export function ReturnDialog({ id, onClose }: { readonly id: string; onClose(): void }) {
  const t = useStandardsTexts();
  const refresh = useRefreshStandards();
  const field = useId();
  const [reason, setReason] = useState('');
  const { isBusy, error, run } = useSubmit();
  const send = async () => {
    if (!(await run(() => call('POST /audits/{id}/return', { params: { id }, body: { reason } })))) return;
    showToast(t('report.returned'));
    refresh();
    onClose();
  };
  return (
    <Dialog title={t('report.return')} width={440} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={reason.trim() === ''} onClick={() => void send()}>{t('report.return')}</Button></>}>
      <div className="admin-field"><label htmlFor={field}>{t('report.returnReason')}</label><Input.TextArea id={field} value={reason} maxLength={500} autoSize={{ minRows: 2 }} onChange={(event) => setReason(event.target.value)} /></div>
      {error !== '' && <p className="danger" role="alert">{error}</p>}
    </Dialog>
  );
}
