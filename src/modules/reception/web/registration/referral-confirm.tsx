import { Button } from 'antd';
import { useState } from 'react';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { ConfirmReferralDialog } from './confirm-referral-dialog.tsx';
import { useRegistrationTexts } from './use-desk.ts';

/** The confirmation of a visit, on the referral's own page (RE-13). */
export default function ReferralConfirm({ object, record }: RecordSlotProps) {
  const t = useRegistrationTexts();
  const [isOpen, setOpen] = useState(false);
  if (object.grants.update === undefined) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('referral.confirm')}</Button>
      {isOpen && <ConfirmReferralDialog id={record.id} as="manager" onClose={() => setOpen(false)} />}
    </>
  );
}
