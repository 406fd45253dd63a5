import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { NamedRef } from '#kit/records/record-types.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { OpenCase } from './open-case-dialog.tsx';
import { type Room, useMeetingsTexts, useRefreshMeetings } from './use-meetings.ts';

function AddAction({ id, onClose }: { readonly id: string; onClose(): void }) {
  const t = useMeetingsTexts();
  const refresh = useRefreshMeetings();
  const ids = { subject: useId(), opinion: useId(), owner: useId(), due: useId() };
  const [subject, setSubject] = useState('');
  const [opinion, setOpinion] = useState('');
  const [owner, setOwner] = useState<NamedRef>();
  const [dueOn, setDueOn] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const save = async () => {
    if (!(await run(() => call('POST /meetings/{id}/actions', { params: { id }, body: { subject, owner: owner?.id ?? '', dueOn, ...(opinion.trim() !== '' && { opinion }) } })))) return;
    refresh();
    onClose();
  };
  const isReady = subject.trim() !== '' && owner !== undefined && dueOn !== '';
  return (
    <Dialog title={t('room.addAction')} width={460} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void save()}>{t('save')}</Button></>}>
      <div className="stack">
        <div className="admin-field"><label htmlFor={ids.opinion}>{t('room.opinion')}</label><Input.TextArea id={ids.opinion} value={opinion} maxLength={5_000} autoSize={{ minRows: 2 }} onChange={(event) => setOpinion(event.target.value)} /></div>
        <div className="admin-field"><label htmlFor={ids.subject}>{t('room.subject')}</label><Input id={ids.subject} value={subject} maxLength={200} onChange={(event) => setSubject(event.target.value)} /></div>
        <div className="admin-field"><label htmlFor={ids.owner}>{t('room.owner')}</label><RecordPicker id={ids.owner} target="user" value={owner} onChange={setOwner} /></div>
        <div className="admin-field"><label htmlFor={ids.due}>{t('room.dueOn')}</label><Input id={ids.due} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} /></div>
        {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}

/** What follows from the meeting: opinions become actions with an owner and a due date (SF-21). */
export function RoomActions({ id, room }: { readonly id: string; readonly room: Room }) {
  const t = useMeetingsTexts();
  const [isAdding, setAdding] = useState(false);
  const [isOpening, setOpening] = useState(false);
  const mayAdd = room.canChange && (room.state === 'held' || room.state === 'minuted');
  return (
    <section>
      <div className="row wrap"><h3 className="grow">{t('room.actions')}</h3>{mayAdd && room.canOpenCase && <Button onClick={() => setOpening(true)}>{t('room.openCase')}</Button>}{mayAdd && <Button onClick={() => setAdding(true)}>{t('room.addAction')}</Button>}</div>
      {room.actions.length === 0 && <p className="muted small">{t('room.noActions')}</p>}
      <ul className="meeting-lines">
        {room.actions.map((action) => (
          <li key={action.id}>
            <div className="row wrap"><b>{action.subject}</b>{action.isOverdue && <span className="tag tag-zhu">{t('room.overdue')}</span>}{action.state === 'done' && <span className="tag tag-green">{t('room.done')}</span>}</div>
            <p className="small muted">{action.owner} · {t('room.due2', { day: action.dueOn })}</p>
            {action.opinion !== null && <p className="small">{action.opinion}</p>}
            {action.result !== null && <p className="small muted">{t('room.result', { words: action.result })}</p>}
            {action.about?.object === 'case' && <p className="small"><PageLink to={`/cases/${action.about.id}`}>{t('room.about')}</PageLink></p>}
          </li>
        ))}
      </ul>
      {isOpening && <OpenCase id={id} onClose={() => setOpening(false)} />}
      {isAdding && <AddAction id={id} onClose={() => setAdding(false)} />}
    </section>
  );
}
