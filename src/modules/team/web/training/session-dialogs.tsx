import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { instantOfWall } from '#kernel/working-time/wall-time.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Attendance, attendances } from '../../rules/team-choices.ts';
import { Labelled, Refusal } from '../team-frame.tsx';
import { type Session, useRefreshTeam, useTeamTexts } from '../use-team.ts';

/** A day and `HH:MM` in the person's zone as an instant. */
const instant = (zone: string, date: string, time: string): string => instantOfWall(zone, { date, seconds: Number(time.slice(0, 2)) * 3_600 + Number(time.slice(3)) * 60 }).toISOString();

/** Plans a session of a course, or moves one. */
export function SessionDialog({ course, session, onClose }: { readonly course: string; readonly session?: Session | undefined; onClose(): void }) {
  const t = useTeamTexts();
  const { zone, today } = useFormat();
  const refresh = useRefreshTeam();
  const [start, end] = [session ? dayIn(session.startsAt, zone) : { day: today(), time: '09:00' }, session ? dayIn(session.endsAt, zone) : { day: today(), time: '11:00' }];
  const [draft, setDraft] = useState({ day: start.day, from: start.time, to: end.time, place: session?.place ?? '', seats: session?.seats == null ? '' : String(session.seats) });
  const [trainer, setTrainer] = useState<NamedRef | undefined>(session?.trainer ?? undefined);
  const { isBusy, error, issues, run } = useSubmit();
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const save = async () => {
    const body = { ...(session && { id: session.id }), course, startsAt: instant(zone, draft.day, draft.from), endsAt: instant(zone, draft.day, draft.to), place: draft.place, trainer: trainer?.id ?? null, seats: draft.seats === '' ? null : Number(draft.seats) };
    if (await run(() => call('POST /team/sessions', { body }))) { showToast(t('training.saved')); refresh(); onClose(); }
  };
  return (
    <Dialog title={t(session ? 'training.move' : 'training.plan')} onClose={onClose}>
      <form className="stack team-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Labelled label={t('training.day')}><Input type="date" value={draft.day} required onChange={(event) => set({ day: event.target.value })} /></Labelled>
        <div className="admin-two"><Labelled label={t('training.start')}><Input type="time" value={draft.from} required onChange={(event) => set({ from: event.target.value })} /></Labelled><Labelled label={t('training.end')}><Input type="time" value={draft.to} required onChange={(event) => set({ to: event.target.value })} /></Labelled></div>
        <Labelled label={t('training.place')}><Input value={draft.place} maxLength={120} onChange={(event) => set({ place: event.target.value })} /></Labelled>
        <div className="admin-field"><span className="small muted">{t('training.trainer')}</span><RecordPicker target="user" label={t('training.trainer')} value={trainer} onChange={setTrainer} /></div>
        <Labelled label={t('training.seats')}><Input type="number" min={1} max={200} value={draft.seats} onChange={(event) => set({ seats: event.target.value })} /></Labelled>
        <Refusal error={error} issues={issues} />
        <div className="row"><Button type="primary" htmlType="submit" loading={isBusy}>{t('save')}</Button><Button onClick={onClose}>{t('cancel')}</Button></div>
      </form>
    </Dialog>
  );
}

/** Calls people to a session, one after the other. */
export function InviteDialog({ session, onClose }: { readonly session: Session; onClose(): void }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const [people, setPeople] = useState<readonly NamedRef[]>([]);
  const { isBusy, error, issues, run } = useSubmit();
  const save = async () => { if (await run(() => call('POST /team/sessions/{id}/people', { params: { id: session.id }, body: { people: people.map(({ id }) => id) } }))) { showToast(t('training.invited')); refresh(); onClose(); } };
  return (
    <Dialog title={t('training.invite')} onClose={onClose}>
      <div className="stack team-form">
        <RecordPicker target="user" label={t('training.people')} value={undefined} without={[...people.map(({ id }) => id), ...session.people.map(({ id }) => id)]} onChange={(person) => { if (person) setPeople([...people, person]); }} />
        {people.length > 0 && <ul className="row wrap">{people.map(({ id, name }) => <li key={id}><button type="button" className="tag team-chip" aria-label={t('remove', { name })} onClick={() => setPeople(people.filter((each) => each.id !== id))}>{name} ×</button></li>)}</ul>}
        <Refusal error={error} issues={issues} />
        <div className="row"><Button type="primary" loading={isBusy} disabled={people.length === 0} onClick={() => void save()}>{t('training.invite')}</Button><Button onClick={onClose}>{t('cancel')}</Button></div>
      </div>
    </Dialog>
  );
}

/** Who came to a session. */
export function AttendanceDialog({ session, onClose }: { readonly session: Session; onClose(): void }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const [given, setGiven] = useState<Readonly<Record<string, Attendance>>>(() => Object.fromEntries(session.people.map(({ place, attendance }) => [place, attendance === 'invited' ? 'attended' : attendance])));
  const { isBusy, error, run } = useSubmit();
  const rows = session.people.map(({ place, note, attendance }) => ({ place, attendance: given[place] ?? attendance, note }));
  const save = async () => { if (await run(() => call('PUT /team/sessions/{id}/attendance', { params: { id: session.id }, body: { rows } }))) { showToast(t('training.attendanceSaved')); refresh(); onClose(); } };
  return (
    <Dialog title={t('training.attendance')} onClose={onClose}>
      <div className="stack team-form">
        <ul className="stack">{session.people.map(({ place, name }) => <li key={place} className="row"><span className="grow">{name}</span><PlainSelect label={t('training.attendanceOf', { name })} value={given[place] ?? 'invited'} options={attendances.map((value) => ({ value, label: t(`training.attendances.${value}`) }))} onChange={(value) => setGiven({ ...given, [place]: attendances.find((each) => each === value) ?? 'invited' })} /></li>)}</ul>
        <Refusal error={error} />
        <div className="row"><Button type="primary" loading={isBusy} onClick={() => void save()}>{t('save')}</Button><Button onClick={onClose}>{t('cancel')}</Button></div>
      </div>
    </Dialog>
  );
}
