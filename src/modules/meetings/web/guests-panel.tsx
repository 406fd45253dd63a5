import { Button, Input } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Room, useMeetingsTexts, useRefreshMeetings, useRoom } from './use-meetings.ts';
import './meetings.css';

const answers = ['none', 'accepted', 'declined'] as const;
const tones = { none: '', accepted: ' tag-green', declined: ' tag-zhu' } as const;
type Run = (act: () => Promise<unknown>) => Promise<void>;

function GuestLine({ id, room, guest, run }: { readonly id: string; readonly room: Room; readonly guest: Room['guests'][number]; readonly run: Run }) {
  const t = useMeetingsTexts();
  const params = { id, guest: guest.id };
  const isOpen = room.state === 'planned' || room.state === 'held';
  const note = (answer: string) => {
    const known = answers.find((each) => each === answer);
    if (known !== undefined) void run(() => call('PUT /meetings/{id}/guests/{guest}', { params, body: { answer: known } }));
  };
  return (
    <li>
      <div className="row wrap">
        <span className="grow">{guest.name}</span>
        {room.canChange && isOpen && guest.userId === null
          ? <PlainSelect label={t('guests.answerOf', { name: guest.name })} value={guest.answer} options={answers.map((value) => ({ value, label: t(`answers.${value}`) }))} onChange={note} />
          : <span className={`tag${tones[guest.answer]}`}>{t(`answers.${guest.answer}`)}</span>}
        {room.canChange && room.state === 'planned' && <button type="button" className="plain-button" aria-label={t('guests.remove', { name: guest.name })} onClick={() => void run(() => call('DELETE /meetings/{id}/guests/{guest}', { params }))}><X size={14} aria-hidden /></button>}
      </div>
      <p className="small muted">
        {guest.sentBy === 'notice' ? t('guests.got') : guest.sentBy === 'hand' ? t('guests.byHand') : guest.invitedAt === null ? t('guests.notInvited') : t('guests.invited')}
      </p>
      {room.canChange && room.sentAt !== null && guest.sentAt === null && <Button size="small" onClick={() => void run(() => call('POST /meetings/{id}/guests/{guest}/handed', { params }))}>{t('guests.hand')}</Button>}
    </li>
  );
}

function Invite({ id, run }: { readonly id: string; readonly run: Run }) {
  const t = useMeetingsTexts();
  const [name, setName] = useState('');
  const invite = (body: { users?: string[]; contacts?: string[]; names?: string[] }) => run(() => call('POST /meetings/{id}/guests', { params: { id }, body }));
  return (
    <div className="stack meeting-invite">
      <RecordPicker target="user" label={t('guests.user')} placeholder={t('guests.user')} value={undefined} onChange={(person) => { if (person) void invite({ users: [person.id] }); }} />
      <RecordPicker target="contact" label={t('guests.contact')} placeholder={t('guests.contact')} value={undefined} onChange={(person) => { if (person) void invite({ contacts: [person.id] }); }} />
      <div className="row">
        <Input aria-label={t('guests.name')} placeholder={t('guests.name')} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        <Button disabled={name.trim() === ''} onClick={() => { void invite({ names: [name] }); setName(''); }}>{t('guests.add')}</Button>
      </div>
    </div>
  );
}

/** Who takes part, what they answered, and who has the minutes. */
export default function GuestsPanel({ record }: RecordSlotProps) {
  const found = useRoom(record.id);
  const refresh = useRefreshMeetings();
  const { error, run } = useSubmit();
  if (!found.data) return <SkeletonLines count={4} />;
  const room = found.data;
  const act: Run = async (doIt) => {
    if (await run(doIt)) refresh();
  };
  return (
    <div className="card-body">
      <ul className="meeting-lines">{room.guests.map((guest) => <GuestLine key={guest.id} id={record.id} room={room} guest={guest} run={act} />)}</ul>
      {error !== '' && <p className="danger" role="alert">{error}</p>}
      {room.canChange && (room.state === 'planned' || room.state === 'held') && <Invite id={record.id} run={act} />}
    </div>
  );
}
