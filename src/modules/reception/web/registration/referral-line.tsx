import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { ConfirmReferralDialog } from './confirm-referral-dialog.tsx';
import { requireFilled, useRegistrationTexts } from './use-desk.ts';

export type Referral = RowOf<'GET /referral-days'>;

function RejectDialog({ referral, task, onDone, onClose }: { referral: Referral; task: string; onDone: () => void; onClose: () => void }) {
  const t = useRegistrationTexts();
  const [opinion, setOpinion] = useState('');
  const send = async () => {
    requireFilled((names) => t('fill', { names }), [[t('referrals.opinion'), opinion]]);
    await call('POST /approvals/{id}/reject', { params: { id: task }, body: { opinion: opinion.trim() } });
    showToast(t('referrals.rejected'));
    onDone();
  };
  return (
    <ConfirmDialog title={t('referrals.rejectTitle', { name: referral.visitor })} ok={t('referrals.reject')} isDanger onConfirm={send} onClose={onClose}>
      <p className="muted">{t('referrals.rejectHint')}</p>
      <label className="desk-field"><span className="desk-label">{t('referrals.opinion')}</span><Input.TextArea data-first maxLength={2_000} autoSize={{ minRows: 2 }} value={opinion} onChange={(event) => setOpinion(event.target.value)} /></label>
    </ConfirmDialog>
  );
}

/** Whether the customer came, and who confirmed it how. */
function VisitState({ referral }: { referral: Referral }) {
  const t = useRegistrationTexts();
  const { status, voidReason, hasCome, confirmation, confirmedBy, confirmedAs } = referral;
  const colour = { registered: 'tag tag-hu', confirmed: 'tag tag-green', lapsed: 'tag', void: 'tag tag-zhu' }[status];
  const word = status === 'registered' ? (hasCome ? t('referrals.come') : t('referrals.states.registered')) : t(`referrals.states.${status}`);
  return (
    <>
      <span className={colour}>{word}</span>
      {voidReason && <p className="small muted">{t(`referrals.voids.${voidReason}`)}</p>}
      {confirmation && confirmedBy && <p className="small muted">{t(`referrals.by.${confirmedAs ?? 'manager'}`, { way: t(`referral.${confirmation}`), name: confirmedBy })}</p>}
    </>
  );
}

interface LineProps {
  readonly referral: Referral;
  readonly isChosen: boolean;
  /** Whether anybody's approval is asked for in this list: then every line has the column. */
  readonly hasTasks: boolean;
  onChoose(isChosen: boolean): void;
  onDone(): void;
}

const approvalTag = { waiting: 'tag tag-hu', approved: 'tag tag-green', rejected: 'tag tag-zhu' } as const;

/** One referral with what the reader may do about it (RE-13). */
export function ReferralLine({ referral, isChosen, hasTasks, onChoose, onDone }: LineProps) {
  const t = useRegistrationTexts();
  const format = useFormat();
  const [open, setOpen] = useState<'confirm' | 'reject'>();
  const { task, canConfirmAs } = referral;
  const shut = () => setOpen(undefined);
  return (
    <tr>
      {hasTasks && <td className="no-print visit-check">{task !== null && <Checkbox aria-label={t('referrals.choose', { name: referral.visitor })} checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />}</td>}
      <th scope="row">{referral.visitor} <span className="small muted">{referral.phone}</span></th>
      <td data-label={t('referrals.introducer')}>{referral.introducer.name}</td>
      <td data-label={t('referrals.agreedOn')}>{format.date(referral.agreedOn)} <span className="small muted">{referral.site.name}</span></td>
      <td data-label={t('referrals.status')}><VisitState referral={referral} /></td>
      <td data-label={t('referrals.approval')}><span className={approvalTag[referral.approval]}>{t(`referrals.approvals.${referral.approval}`)}</span></td>
      <td className="no-print">
        <div className="row wrap">
          {canConfirmAs !== null && <Button size="small" onClick={() => setOpen('confirm')}>{t('referral.confirm')}</Button>}
          {task !== null && <Button size="small" type="text" onClick={() => setOpen('reject')}>{t('referrals.reject')}</Button>}
        </div>
        {open === 'confirm' && canConfirmAs !== null && <ConfirmReferralDialog id={referral.id} as={canConfirmAs} onClose={() => { shut(); onDone(); }} />}
        {open === 'reject' && task !== null && <RejectDialog referral={referral} task={task} onDone={onDone} onClose={shut} />}
      </td>
    </tr>
  );
}
