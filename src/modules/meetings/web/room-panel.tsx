import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { MINUTES_HOURS, minutesStages, preparationKeys } from '../rules/meeting-steps.ts';
import { RoomActions } from './room-actions.tsx';
import { type Room, useItemWords, useMeetingsTexts, useRefreshMeetings, useRoom } from './use-meetings.ts';
import './meetings.css';

const stageTones = { half: 'tag-qing', near: 'tag-ju', breached: 'tag-zhu' } as const;

/** Until when the minutes are to be sent and how that was reckoned, or when they were sent (SF-22). */
function MinutesClock({ room }: { readonly room: Room }) {
  const t = useMeetingsTexts();
  const { fullMoment } = useFormat();
  if (room.state === 'cancelled') return null;
  if (room.sentAt !== null) return <p className="small"><span className="tag tag-green">{t('room.sent', { time: fullMoment(room.sentAt) })}</span></p>;
  if (room.dueAt === null) return null;
  return (
    <details className="meeting-clock small">
      <summary><span className={room.stage === 'breached' ? 'tag tag-zhu' : 'tag'}>{t('room.due', { time: fullMoment(room.dueAt) })}</span>{room.stage !== null && <span className={`tag ${stageTones[room.stage]}`}>{t(`room.${room.stage}`)}</span>}<span className="muted">{t('room.how')}</span></summary>
      <p>{t('room.reckoned', { end: fullMoment(room.endsAt), hours: MINUTES_HOURS, due: fullMoment(room.dueAt) })}</p>
      <ul className="meeting-lines">{minutesStages(new Date(room.endsAt)).map(({ key, at }) => <li key={key}>{t(`room.stages.${key}`, { time: fullMoment(at.toISOString()) })}</li>)}</ul>
    </details>
  );
}

function Preparation({ id, room }: { readonly id: string; readonly room: Room }) {
  const t = useMeetingsTexts();
  const refresh = useRefreshMeetings();
  const { isBusy, error, run } = useSubmit();
  if (room.preparation.length === 0) return null;
  const words = (item: Room['preparation'][number]) => {
    const key = preparationKeys.find((known) => known === item.key);
    return item.words === '' && key !== undefined ? t(`preparation.${key}`) : item.words;
  };
  const tick = async (key: string, isDone: boolean) => {
    const preparation = room.preparation.map((item) => (item.key === key ? { ...item, isDone } : { ...item }));
    if (await run(() => call('PUT /meetings/{id}/plan', { params: { id }, body: { preparation } }))) refresh();
  };
  return (
    <fieldset className="meeting-preparation">
      <legend>{t('room.preparation')}</legend>
      {room.preparation.map((item) => (
        <label key={item.key}><input type="checkbox" checked={item.isDone} disabled={!room.canChange || room.state !== 'planned' || isBusy} onChange={(event) => void tick(item.key, event.target.checked)} />{words(item)}</label>
      ))}
      {error !== '' && <p className="danger" role="alert">{error}</p>}
    </fieldset>
  );
}

function MinutesEditor({ id, room }: { readonly id: string; readonly room: Room }) {
  const t = useMeetingsTexts();
  const itemWords = useItemWords();
  const refresh = useRefreshMeetings();
  const { isBusy, error, run } = useSubmit();
  const [written, setWritten] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(room.agenda.map(({ key, minutes }) => [key, minutes])));
  const [summary, setSummary] = useState(room.summary ?? '');
  const save = async () => {
    const items = room.agenda.map(({ key }) => ({ key, minutes: written[key] ?? '' }));
    if (!(await run(() => call('PUT /meetings/{id}/minutes', { params: { id }, body: { items, summary } })))) return;
    showToast(t('room.saved'));
    refresh();
  };
  return (
    <div className="stack">
      {room.agenda.map((item) => (
        <div key={item.key}>
          <b>{itemWords(item)}</b>
          <Input.TextArea aria-label={t('room.minutes', { item: itemWords(item) })} value={written[item.key] ?? ''} maxLength={10_000} autoSize={{ minRows: 2 }} onChange={(event) => setWritten({ ...written, [item.key]: event.target.value })} />
        </div>
      ))}
      <div><b>{t('room.summary')}</b><Input.TextArea aria-label={t('room.summary')} value={summary} maxLength={20_000} autoSize={{ minRows: 2 }} onChange={(event) => setSummary(event.target.value)} /></div>
      {error !== '' && <p className="danger" role="alert">{error}</p>}
      <div><Button type="primary" loading={isBusy} onClick={() => void save()}>{t('save')}</Button></div>
    </div>
  );
}

function MinutesText({ room }: { readonly room: Room }) {
  const t = useMeetingsTexts();
  const itemWords = useItemWords();
  return (
    <>
      {room.agenda.length === 0 && <p className="muted">{t('room.none')}</p>}
      <ol className="meeting-agenda">
        {room.agenda.map((item) => <li key={item.key}><b>{itemWords(item)}</b>{item.title !== '' && <span className="tag">{t(`topics.${item.topic}`)}</span>}{item.minutes !== '' && <p className="meeting-words">{item.minutes}</p>}</li>)}
      </ol>
      {room.summary !== null && room.summary !== '' && <p className="meeting-words">{room.summary}</p>}
    </>
  );
}

/** The meeting itself: agenda with minutes and their clock, preparation, resolution, actions. */
export default function RoomPanel({ record }: RecordSlotProps) {
  const t = useMeetingsTexts();
  const found = useRoom(record.id);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonLines count={8} />;
  const room = found.data;
  return (
    <div className="card-body stack meeting-room">
      <MinutesClock room={room} />
      {room.about?.object === 'case' && <p><PageLink to={`/cases/${room.about.id}`}>{t('room.about')}</PageLink></p>}
      {room.resolution !== 'none' && <div className="meeting-resolution"><b>{t('room.resolved', { outcome: t(`resolutions.${room.resolution}`) })}</b><p className="meeting-words">{room.resolutionText}</p></div>}
      <Preparation id={record.id} room={room} />
      <div className="row wrap"><h3 className="grow">{t('room.agenda')}</h3>{room.state !== 'planned' && room.state !== 'cancelled' && <PageLink to={`/meetings/${record.id}/minutes`}>{t('room.toPrint')}</PageLink>}</div>
      {room.state === 'held' && room.canChange ? <MinutesEditor key={record.id} id={record.id} room={room} /> : <MinutesText room={room} />}
      <RoomActions id={record.id} room={room} />
    </div>
  );
}
