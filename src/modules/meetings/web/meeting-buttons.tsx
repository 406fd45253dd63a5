import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { apiUrl } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { type Resolution, resolutions } from '../rules/meeting-steps.ts';
import { PlanDialog } from './change-plan-dialog.tsx';
import { type Room, useMeetingsTexts, useRefreshMeetings, useRoom } from './use-meetings.ts';
import './meetings.css';

type Asked = 'send' | 'resolve' | 'cancel' | 'plan';
interface AskProps { readonly id: string; readonly room: Room; onClose(): void }

function SendDialog({ id, room, onClose }: AskProps) {
  const t = useMeetingsTexts();
  const refresh = useRefreshMeetings();
  const others = room.guests.filter(({ userId }) => userId === null);
  const [given, setGiven] = useState<readonly string[]>([]);
  const send = async () => {
    const { sent, left } = await call('POST /meetings/{id}/send', { params: { id }, body: { byHand: [...given] } });
    showToast(t('step.sentDone', { sent, left }));
    refresh();
  };
  return (
    <ConfirmDialog title={t('step.send')} ok={t('step.send')} onClose={onClose} onConfirm={send}>
      <p>{t('step.sendHint')}</p>
      {others.map((guest) => <label key={guest.id} className="meeting-tick"><input type="checkbox" checked={given.includes(guest.id)} onChange={(event) => setGiven(event.target.checked ? [...given, guest.id] : given.filter((each) => each !== guest.id))} />{guest.name}</label>)}
    </ConfirmDialog>
  );
}

function ResolveDialog({ id, onClose }: AskProps) {
  const t = useMeetingsTexts();
  const refresh = useRefreshMeetings();
  const field = useId();
  const [outcome, setOutcome] = useState<Resolution>('agreed');
  const [text, setText] = useState('');
  const save = async () => {
    await call('POST /meetings/{id}/resolution', { params: { id }, body: { resolution: outcome, text } });
    showToast(t('step.resolvedDone'));
    refresh();
  };
  return (
    <ConfirmDialog title={t('step.resolve')} ok={t('step.resolve')} width={480} onClose={onClose} onConfirm={save}>
      <p>{t('step.resolveHint')}</p>
      <ChoiceBar label={t('step.outcome')} value={outcome} options={resolutions.map((value) => ({ value, label: t(`resolutions.${value}`) }))} onChange={(value: Resolution) => setOutcome(value)} />
      <div className="admin-field"><label htmlFor={field}>{t('step.text')}</label><Input.TextArea id={field} value={text} maxLength={20_000} autoSize={{ minRows: 3 }} onChange={(event) => setText(event.target.value)} /></div>
    </ConfirmDialog>
  );
}

function CancelDialog({ id, onClose }: AskProps) {
  const t = useMeetingsTexts();
  const refresh = useRefreshMeetings();
  const field = useId();
  const [reason, setReason] = useState('');
  const cancel = async () => {
    await call('POST /meetings/{id}/cancel', { params: { id }, body: { reason } });
    showToast(t('step.cancelled'));
    refresh();
  };
  return (
    <ConfirmDialog title={t('step.cancel')} ok={t('step.cancel')} isDanger onClose={onClose} onConfirm={cancel}>
      <div className="admin-field"><label htmlFor={field}>{t('step.reason')}</label><Input id={field} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} /></div>
    </ConfirmDialog>
  );
}

const dialogs = { send: SendDialog, resolve: ResolveDialog, cancel: CancelDialog, plan: PlanDialog } as const;

function AnswerButtons({ answer, onAnswer }: { readonly answer: Room['guests'][number]['answer']; onAnswer(answer: 'accepted' | 'declined'): void }) {
  const t = useMeetingsTexts();
  return (
    <>
      {answer !== 'accepted' && <Button onClick={() => onAnswer('accepted')}>{t('guests.come')}</Button>}
      {answer !== 'declined' && <Button onClick={() => onAnswer('declined')}>{t('guests.stay')}</Button>}
    </>
  );
}

function PlanButtons({ onAsk }: { onAsk(asked: Asked): void }) {
  const t = useMeetingsTexts();
  return (
    <>
      <Button onClick={() => onAsk('plan')}>{t('step.plan')}</Button>
      <Button onClick={() => onAsk('cancel')}>{t('step.cancel')}</Button>
    </>
  );
}

/** What can be done with the meeting now: answer, record it as held, resolve, send the minutes, close. */
export default function MeetingButtons({ record }: RecordSlotProps) {
  const t = useMeetingsTexts();
  const refresh = useRefreshMeetings();
  const found = useRoom(record.id);
  const [asked, setAsked] = useState<Asked>();
  if (!found.data) return null;
  const room = found.data;
  const params = { id: record.id };
  const act = (doIt: () => Promise<unknown>, words: string) => void doIt().then(() => { showToast(words); refresh(); }, (problem: unknown) => showToast(problem instanceof Error ? problem.message : String(problem)));
  const me = room.guests.find(({ isMe }) => isMe);
  const { canChange: may, state } = room;
  const Ask = asked && dialogs[asked];
  return (
    <>
      {me && state === 'planned' && <AnswerButtons answer={me.answer} onAnswer={(answer) => act(() => call('POST /meetings/{id}/answer', { params, body: { answer } }), t('guests.answered'))} />}
      {may && state === 'planned' && room.hasBegun && <Button type="primary" onClick={() => act(() => call('POST /meetings/{id}/hold', { params, body: {} }), t('step.held'))}>{t('step.hold')}</Button>}
      {may && (state === 'held' || state === 'minuted') && room.resolution === 'none' && <Button onClick={() => setAsked('resolve')}>{t('step.resolve')}</Button>}
      {may && state === 'held' && <Button type="primary" onClick={() => setAsked('send')}>{t('step.send')}</Button>}
      {may && state === 'minuted' && <Button onClick={() => act(() => call('POST /meetings/{id}/close', { params }), t('step.closed'))}>{t('step.close')}</Button>}
      {state !== 'closed' && <Button href={apiUrl(`/meetings/${record.id}/calendar`)} download="meeting.ics">{t('step.calendar')}</Button>}
      {may && state === 'planned' && <PlanButtons onAsk={setAsked} />}
      {Ask && <Ask id={record.id} room={room} onClose={() => setAsked(undefined)} />}
    </>
  );
}
