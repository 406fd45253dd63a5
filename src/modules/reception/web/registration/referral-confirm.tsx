import { useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { useRegistrationTexts } from './use-desk.ts';

const ways = ['accompanied', 'phoned', 'none'] as const;

/** On the visit the manager says whether the introducer came or phoned ahead (RE-13). */
export default function ReferralConfirm({ object, record }: RecordSlotProps) {
  const t = useRegistrationTexts();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [way, setWay] = useState<(typeof ways)[number]>('accompanied');
  if (object.grants.update === undefined) return null;
  const send = async () => {
    await call('POST /staff-referrals/{id}/confirm', { params: { id: record.id }, body: { confirmation: way } });
    await client.invalidateQueries({ queryKey: ['record', 'staffReferral', record.id] });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('referral.confirm')}</Button>
      {isOpen && (
        <ConfirmDialog title={t('referral.confirm')} ok={t('visits.save')} onConfirm={send} onClose={() => setOpen(false)}>
          <Radio.Group className="stack" aria-label={t('referral.confirm')} value={way} onChange={(event) => setWay(ways.find((each) => each === event.target.value) ?? 'accompanied')}>
            {ways.map((each) => <Radio key={each} value={each}>{t(`referral.${each}`)}</Radio>)}
          </Radio.Group>
          <p className="small muted">{t('referral.hint')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
