import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { useSince } from '../policy-frame.tsx';
import { type PolicyView, useRefreshPolicies, type VersionView } from '../use-policies.ts';

/** Approve and return, for whoever may; others see that it waits. */
export function SettleButtons({ policy, version }: { policy: PolicyView; version: VersionView }) {
  const t = useTexts(policiesTexts);
  const since = useSince();
  const refresh = useRefreshPolicies();
  const mayApprove = useHasRight('policies.approve');
  const [open, setOpen] = useState<'approve' | 'return'>();
  const [reason, setReason] = useState('');
  if (!mayApprove) return <span className="muted small">{t('settle.waiting')}</span>;
  const approve = async () => {
    await call('POST /policies/{key}/approve', { params: { key: policy.key }, body: {} });
    await refresh();
    showToast(t('settle.approved', { number: version.number }));
  };
  const giveBack = async () => {
    await call('POST /policies/{key}/return', { params: { key: policy.key }, body: { reason } });
    await refresh();
    showToast(t('settle.returned', { number: version.number }));
  };
  return (
    <>
      <Button onClick={() => setOpen('return')}>{t('settle.return')}</Button>
      <Button type="primary" onClick={() => setOpen('approve')}>{t('settle.approve')}</Button>
      {open === 'approve' && (
        <ConfirmDialog title={t('settle.approveTitle', { number: version.number })} ok={t('settle.approve')} onClose={() => setOpen(undefined)} onConfirm={approve}>
          <p>{t('settle.approveHint', { since: since(version.activeFrom) })}</p>
          {version.note !== '' && <p className="muted">{t('settle.note', { who: version.submittedBy ?? '', note: version.note })}</p>}
        </ConfirmDialog>
      )}
      {open === 'return' && (
        <ConfirmDialog title={t('settle.returnTitle', { number: version.number })} ok={t('settle.return')} onClose={() => setOpen(undefined)} onConfirm={giveBack}>
          <label className="policy-field"><span>{t('settle.reason')}</span><Input.TextArea rows={3} maxLength={2_000} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
        </ConfirmDialog>
      )}
    </>
  );
}
