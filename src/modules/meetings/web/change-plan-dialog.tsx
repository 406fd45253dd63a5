import { Button, Input } from 'antd';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { topics } from '../rules/meeting-steps.ts';
import { type Room, useMeetingsTexts, useRefreshMeetings } from './use-meetings.ts';

/** An instant as the browser's clock shows it: `2026-03-02T10:00`. */
function localOf(moment: string): string {
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

interface Line {
  readonly key?: string;
  readonly topic: (typeof topics)[number];
  readonly title: string;
}

function AgendaLines({ lines, onChange }: { readonly lines: readonly Line[]; onChange(lines: readonly Line[]): void }) {
  const t = useMeetingsTexts();
  const set = (place: number, change: Partial<Line>) => onChange(lines.map((line, at) => (at === place ? { ...line, ...change } : line)));
  return (
    <fieldset className="meeting-preparation">
      <legend>{t('room.editAgenda')}</legend>
      {lines.map((line, place) => (
        <div key={line.key ?? place} className="meeting-line">
          <PlainSelect label={t('room.addLine')} value={line.topic} options={topics.map((value) => ({ value, label: t(`topics.${value}`) }))} onChange={(value) => set(place, { topic: topics.find((each) => each === value) ?? 'other' })} />
          <Input aria-label={t('room.subjectOf', { place: place + 1 })} value={line.title} maxLength={200} placeholder={t(`topics.${line.topic}`)} onChange={(event) => set(place, { title: event.target.value })} />
          <button type="button" className="plain-button" aria-label={t('room.remove', { item: line.title === '' ? t(`topics.${line.topic}`) : line.title })} onClick={() => onChange(lines.filter((_, at) => at !== place))}><X size={16} aria-hidden /></button>
        </div>
      ))}
      <Button onClick={() => onChange([...lines, { topic: 'other', title: '' }])}>{t('room.addTopic')}</Button>
    </fieldset>
  );
}

interface PlanProps {
  readonly id: string;
  readonly room: Room;
  onClose(): void;
}

/** Another time, place, agenda or line of preparation: those who take part are told (SF-21, SF-22). */
export function PlanDialog({ id, room, onClose }: PlanProps) {
  const t = useMeetingsTexts();
  const refresh = useRefreshMeetings();
  const ids = { at: useId(), until: useId(), place: useId(), goal: useId(), own: useId() };
  const [text, setText] = useState({ at: localOf(room.startsAt), until: localOf(room.endsAt), place: room.place ?? '', goal: room.goal ?? '', own: '' });
  const [lines, setLines] = useState<readonly Line[]>(room.agenda.map(({ key, topic, title }) => ({ key, topic, title })));
  const { isBusy, error, issues, run } = useSubmit();
  const set = (key: keyof typeof text) => (event: { readonly target: { readonly value: string } }) => setText({ ...text, [key]: event.target.value });
  const save = async () => {
    const isMoved = text.at !== localOf(room.startsAt) || text.until !== localOf(room.endsAt);
    const own = text.own.trim();
    const body = {
      place: text.place.trim() === '' ? null : text.place, goal: text.goal.trim() === '' ? null : text.goal, agenda: lines.map((line) => ({ ...line })),
      ...(isMoved && { at: new Date(text.at).toISOString(), until: new Date(text.until).toISOString() }),
      ...(own !== '' && { preparation: [...room.preparation.map((item) => ({ ...item })), { key: `own-${Math.round(performance.now())}-${room.preparation.length}`, words: own, isDone: false }] }),
    };
    if (!(await run(() => call('PUT /meetings/{id}/plan', { params: { id }, body })))) return;
    showToast(t('step.planned'));
    refresh();
    onClose();
  };
  return (
    <Dialog title={t('step.plan')} width={560} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={text.at === '' || text.until === ''} onClick={() => void save()}>{t('save')}</Button></>}>
      <div className="stack">
        <p className="small muted">{t('step.planHint')}</p>
        <div className="admin-two">
          <div className="admin-field"><label htmlFor={ids.at}>{t('create.at')}</label><Input id={ids.at} type="datetime-local" value={text.at} onChange={set('at')} /></div>
          <div className="admin-field"><label htmlFor={ids.until}>{t('create.until')}</label><Input id={ids.until} type="datetime-local" value={text.until} onChange={set('until')} /></div>
        </div>
        <div className="admin-field"><label htmlFor={ids.place}>{t('create.place')}</label><Input id={ids.place} value={text.place} maxLength={120} onChange={set('place')} /></div>
        <div className="admin-field"><label htmlFor={ids.goal}>{t('create.goal')}</label><Input.TextArea id={ids.goal} value={text.goal} maxLength={5_000} autoSize={{ minRows: 2 }} onChange={set('goal')} /></div>
        <AgendaLines lines={lines} onChange={setLines} />
        {room.preparation.length > 0 && <div className="admin-field"><label htmlFor={ids.own}>{t('room.ownPreparation')}</label><Input id={ids.own} value={text.own} maxLength={200} onChange={set('own')} /></div>}
        {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
