import { Button, Input } from 'antd';
import { useState } from 'react';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Approval, type ApprovalAction, useApprovalTexts } from '../use-approvals.ts';
import { type ActionInput, sendAction } from './send-action.ts';

interface ActionDialogProps {
  readonly approval: Approval;
  readonly action: Exclude<ApprovalAction, 'remind'>;
  onDone(next: Approval): void;
  onClose(): void;
}

const needsPerson = (action: ApprovalAction): boolean => action === 'delegate' || action === 'addSigner' || action === 'assign';
const needsOpinion = (action: ApprovalAction): boolean => action === 'reject' || action === 'return';

/** Asks for what an action needs: an opinion, a person, an order. */
export function ActionDialog({ approval, action, onDone, onClose }: ActionDialogProps) {
  const t = useApprovalTexts();
  const kit = useKitTexts();
  const { isBusy, error, issues, run } = useSubmit();
  const [opinion, setOpinion] = useState('');
  const [person, setPerson] = useState<NamedRef>();
  const [place, setPlace] = useState<'before' | 'after'>('before');
  const isReady = (!needsOpinion(action) || opinion.trim() !== '') && (!needsPerson(action) || person !== undefined);
  const send = async () => {
    const input: ActionInput = { opinion: opinion.trim(), place, ...(person && { person: person.id }) };
    const result = await run(() => sendAction(approval.id, action, input));
    if (result) onDone(result.done);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{kit('action.cancel')}</Button>
      <Button type="primary" danger={action === 'reject'} loading={isBusy} disabled={!isReady} onClick={() => void send()}>{t(`action.${action}`)}</Button>
    </>
  );
  return (
    <Dialog title={t(`dialog.${action}`)} onClose={onClose} footer={foot}>
      <div className="stack">
        {action === 'withdraw' && <p className="muted">{t('dialog.withdrawHint')}</p>}
        {action === 'resubmit' && <p className="muted">{t('dialog.resubmitHint')}</p>}
        {needsPerson(action) && (
          <div className="admin-field">
            <label htmlFor="approval-person">{t(action === 'addSigner' ? 'dialog.signer' : 'dialog.person')}</label>
            <RecordPicker id="approval-person" target="user" value={person} without={[approval.requester.id]} onChange={setPerson} />
          </div>
        )}
        {action === 'addSigner' && (
          <ChoiceBar label={t('dialog.place')} value={place} onChange={(next: 'before' | 'after') => setPlace(next)} options={[{ value: 'before', label: t('dialog.before') }, { value: 'after', label: t('dialog.after') }]} />
        )}
        <div className="admin-field">
          <label htmlFor="approval-opinion">{t(needsOpinion(action) ? 'dialog.needed' : 'dialog.opinion')}</label>
          <Input.TextArea id="approval-opinion" value={opinion} maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} onChange={(event) => setOpinion(event.target.value)} />
        </div>
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
