import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { type Room, useItemWords, useMeetingsTexts, useRoom } from './use-meetings.ts';
import './meetings.css';

function Actions({ room }: { readonly room: Room }) {
  const t = useMeetingsTexts();
  if (room.actions.length === 0) return null;
  return (
    <>
      <h3>{t('room.actions')}</h3>
      <ul className="meeting-lines">{room.actions.map((action) => <li key={action.id}><b>{action.subject}</b><p>{t('print.actionOwner')}：{action.owner ?? '—'} · {t('room.due2', { day: action.dueOn })}{action.opinion !== null && ` · ${action.opinion}`}</p></li>)}</ul>
    </>
  );
}

function Paper({ subject, room }: { readonly subject: string; readonly room: Room }) {
  const t = useMeetingsTexts();
  const itemWords = useItemWords();
  const { fullMoment } = useFormat();
  const names = (isHere: boolean) => room.guests.filter(({ answer }) => (answer !== 'declined') === isHere).map(({ name }) => name).join('、');
  const absent = names(false);
  return (
    <article className="card card-body stack meeting-paper">
      <h2>{subject}</h2>
      {room.sentAt === null && <p><span className="tag tag-ju">{t('print.draft')}</span></p>}
      <dl>
        <dt>{t('print.time')}</dt><dd>{fullMoment(room.startsAt)} — {fullMoment(room.endsAt)}</dd>
        {room.place !== null && <><dt>{t('print.place')}</dt><dd>{room.place}</dd></>}
        <dt>{t('print.chair')}</dt><dd>{names(true)}</dd>
        {absent !== '' && <><dt>{t('print.absent')}</dt><dd>{absent}</dd></>}
        {room.goal !== null && <><dt>{t('room.goal')}</dt><dd>{room.goal}</dd></>}
      </dl>
      <ol className="meeting-agenda">{room.agenda.map((item) => <li key={item.key}><b>{itemWords(item)}</b><p className="meeting-words">{item.minutes === '' ? <span className="muted">{t('print.none')}</span> : item.minutes}</p></li>)}</ol>
      {(room.summary ?? '') !== '' && <><h3>{t('room.summary')}</h3><p className="meeting-words">{room.summary}</p></>}
      {room.resolution !== 'none' && <><h3>{t('room.resolved', { outcome: t(`resolutions.${room.resolution}`) })}</h3><p className="meeting-words">{room.resolutionText}</p></>}
      <Actions room={room} />
    </article>
  );
}

/** The minutes as a page for paper: who, when, what was said, what was resolved, what is to be done. */
export default function MinutesPage() {
  const t = useMeetingsTexts();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const found = useRoom(id);
  const meeting = useQuery({ queryKey: ['records', 'meeting', 'minutes', id], queryFn: ({ signal }) => call('GET /meetings/{id}', { signal, params: { id } }) });
  const error = found.error ?? meeting.error;
  const subject = meeting.data?.['subject'] ?? '';
  return (
    <AdminPage title={t('print.title')} hint={subject} back={{ to: `/meetings/${id}`, label: t('print.back') }} actions={<Button className="no-print" icon={<Printer size={15} aria-hidden />} onClick={() => window.print()}>{t('print.print')}</Button>}>
      {error && <div className="card"><ErrorState error={error} onRetry={() => { void found.refetch(); void meeting.refetch(); }} /></div>}
      {!error && (!found.data || !meeting.data) && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {found.data && meeting.data && <Paper subject={subject} room={found.data} />}
    </AdminPage>
  );
}
