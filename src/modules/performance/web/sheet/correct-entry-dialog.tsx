import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { usePerformanceTexts, useRefresh } from '../use-performance.ts';

const isDecimal = (text: string): boolean => /^-?\d{1,9}(\.\d{1,2})?$/.test(text);

/** Proposes the difference to an entry; the entry itself stays (SE-40). */
export function CorrectDialog({ entry, name, month, onClose }: { readonly entry: string; readonly name: string; readonly month: string; onClose(): void }) {
  const t = usePerformanceTexts();
  const id = useId();
  const refresh = useRefresh();
  const [points, setPoints] = useState('0');
  const [amount, setAmount] = useState('0');
  const [reason, setReason] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const isReady = isDecimal(points) && isDecimal(amount) && reason.trim() !== '' && (Number(points) !== 0 || Number(amount) !== 0);
  const send = async () => {
    if (!(await run(() => call('POST /performance/entries/{id}/correct', { params: { id: entry }, body: { points, amount, reason } })))) return;
    showToast(t('entries.sent'));
    await refresh('incentiveRun');
    onClose();
  };
  return (
    <Dialog title={t('entries.correctTitle', { name, month })} width={420} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void send()}>{t('entries.send')}</Button></>}>
      <div className="stack">
        <p className="muted small">{t('entries.correctHint')} {t('entries.signed')}</p>
        <div className="admin-field"><label htmlFor={`${id}p`}>{t('entries.pointsBy')}</label><Input id={`${id}p`} value={points} inputMode="decimal" onChange={(event) => setPoints(event.target.value.trim())} /></div>
        <div className="admin-field"><label htmlFor={`${id}a`}>{t('entries.amountBy')}</label><Input id={`${id}a`} value={amount} inputMode="decimal" onChange={(event) => setAmount(event.target.value.trim())} /></div>
        <div className="admin-field"><label htmlFor={`${id}r`}>{t('entries.reason')}</label><Input.TextArea id={`${id}r`} value={reason} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setReason(event.target.value)} /></div>
        {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
