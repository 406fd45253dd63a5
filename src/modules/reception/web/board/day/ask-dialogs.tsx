import { Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { type Board, type BoardPerson, siteKey, useBoardTexts } from '../use-board.ts';
import type { Asked } from './use-person-acts.ts';

interface AskProps {
  readonly board: Board;
  readonly person: BoardPerson;
  onClose(): void;
}

const reasonOf = (reason: string) => (reason.trim() === '' ? {} : { reason: reason.trim() });

function ReasonBox({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label className="stack board-field">{label}
      <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

function AwayDialog({ board, person, onClose }: AskProps) {
  const t = useBoardTexts();
  const client = useQueryClient();
  const { isManager, isDesk } = board.rights;
  const states = (['lunch', 'sentBySuperior', 'onBusiness', 'absent', 'notReady'] as const).filter((each) => (each === 'absent' ? isDesk : each === 'notReady' ? isManager : true));
  const [state, setState] = useState<(typeof states)[number]>('lunch');
  const [reason, setReason] = useState('');
  const [isForced, setForced] = useState(false);
  const send = async () => {
    const body = { state, ...reasonOf(reason), ...(isForced && state === 'lunch' && { isForced }) };
    await call('POST /sites/{id}/people/{user}/away', { params: { id: board.site.id, user: person.userId }, body });
    await client.invalidateQueries({ queryKey: siteKey(board.site.id) });
  };
  return (
    <ConfirmDialog title={t('awayTitle', { name: person.name })} ok={t('do.away')} onConfirm={send} onClose={onClose}>
      <Radio.Group className="board-radios" aria-label={t('why')} value={state} onChange={(event) => setState(states.find((each) => each === event.target.value) ?? 'lunch')}>
        {states.map((each) => <Radio key={each} value={each}>{t(`away.${each}`)}<span className="small muted board-hint">{t(`awayHint.${each}`)}</span></Radio>)}
      </Radio.Group>
      {state === 'lunch' && isManager && <Checkbox checked={isForced} onChange={(event) => setForced(event.target.checked)}>{t('forced')}</Checkbox>}
      <ReasonBox label={t('reasonOptional')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

function LeaveDialog({ board, person, onClose }: AskProps) {
  const t = useBoardTexts();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const send = async () => {
    await call('POST /sites/{id}/people/{user}/leave', { params: { id: board.site.id, user: person.userId }, body: reasonOf(reason) });
    await client.invalidateQueries({ queryKey: siteKey(board.site.id) });
  };
  return (
    <ConfirmDialog title={t('leaveTitle', { name: person.name })} ok={t('do.leave')} onConfirm={send} onClose={onClose}>
      <p className="muted">{t('leaveHint')}</p>
      <ReasonBox label={t('reasonOptional')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

function PassDialog({ board, person, onClose }: AskProps) {
  const t = useBoardTexts();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [turn] = person.turns;
  const send = async () => {
    if (turn) await call('POST /turns/{id}/pass', { params: { id: turn.id }, body: { reason: reason.trim() } });
    await client.invalidateQueries({ queryKey: siteKey(board.site.id) });
  };
  return (
    <ConfirmDialog title={t('passTitle', { name: person.name })} ok={t('do.pass')} isDanger onConfirm={send} onClose={onClose}>
      <p>{t('passHint', { name: person.name })}</p>
      <ReasonBox label={t('reason')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

function RefuseDialog({ board, person, onClose }: AskProps) {
  const t = useBoardTexts();
  const client = useQueryClient();
  const faults = ['none', 'minor', 'serious'] as const;
  const [fault, setFault] = useState<(typeof faults)[number]>('none');
  const [isInsisting, setInsisting] = useState(false);
  const [reason, setReason] = useState('');
  const [turn] = person.turns;
  const send = async () => {
    if (!turn) return;
    const after = await call('POST /turns/{id}/refuse', { params: { id: turn.id }, body: { fault, isInsisting, reason: reason.trim() } });
    showToast(after.turnId === turn.id ? t('refuseStays', { name: person.name }) : t('refuseMoved'));
    await client.invalidateQueries({ queryKey: siteKey(board.site.id) });
  };
  return (
    <ConfirmDialog title={t('refuseTitle', { name: person.name })} ok={t('do.refuse')} onConfirm={send} onClose={onClose}>
      <Radio.Group className="board-radios" aria-label={t('faultLabel')} value={fault} onChange={(event) => setFault(faults.find((each) => each === event.target.value) ?? 'none')}>
        {faults.map((each) => <Radio key={each} value={each}>{t(`fault.${each}`)}</Radio>)}
      </Radio.Group>
      <Checkbox checked={isInsisting} onChange={(event) => setInsisting(event.target.checked)}>{t('insisting')}</Checkbox>
      <ReasonBox label={t('reason')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** What an act asks before it is done. */
export function AskDialog({ what, ...props }: AskProps & { readonly what: Asked }) {
  if (what === 'away') return <AwayDialog {...props} />;
  if (what === 'leave') return <LeaveDialog {...props} />;
  return what === 'pass' ? <PassDialog {...props} /> : <RefuseDialog {...props} />;
}
