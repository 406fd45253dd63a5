import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { useRegistrationTexts } from './use-desk.ts';

const ways = ['accompanied', 'phoned', 'none'] as const;

interface ConfirmProps {
  readonly id: string;
  /** The team leader confirms only while the manager is not there, and says so. */
  readonly as: 'manager' | 'deputy';
  onClose(): void;
}

/** On the visit it is said whether the introducer came or phoned ahead (RE-13). */
export function ConfirmReferralDialog({ id, as, onClose }: ConfirmProps) {
  const t = useRegistrationTexts();
  const client = useQueryClient();
  const [way, setWay] = useState<(typeof ways)[number]>('accompanied');
  const [isAbsent, setAbsent] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const send = async () => {
    await call('POST /staff-referrals/{id}/confirm', { params: { id }, body: { confirmation: way, ...(as === 'deputy' && { isManagerAbsent: isAbsent }) } });
    await Promise.all([client.invalidateQueries({ queryKey: ['record', 'staffReferral', id] }), client.invalidateQueries({ queryKey: ['records', 'staffReferral'] })]);
  };
  const guarded = async () => {
    setMissing(as === 'deputy' && !isAbsent);
    await send();
  };
  return (
    <ConfirmDialog title={t('referral.confirm')} ok={t('visits.save')} onConfirm={guarded} onClose={onClose}>
      <Radio.Group className="stack" aria-label={t('referral.confirm')} value={way} onChange={(event) => setWay(ways.find((each) => each === event.target.value) ?? 'accompanied')}>
        {ways.map((each) => <Radio key={each} value={each}>{t(`referral.${each}`)}</Radio>)}
      </Radio.Group>
      {as === 'deputy' && <Checkbox checked={isAbsent} onChange={(event) => setAbsent(event.target.checked)}>{t('referral.asDeputy')}</Checkbox>}
      {isMissing && <p className="small muted">{t('referral.deputyNeeded')}</p>}
      <p className="small muted">{t('referral.hint')}</p>
    </ConfirmDialog>
  );
}
