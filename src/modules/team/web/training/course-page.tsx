import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage, ConfirmDialog, RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Refusal, Waiting } from '../team-frame.tsx';
import { type Course, type Session, useCourse, useRefreshTeam, useTeamTexts } from '../use-team.ts';
import { AttendanceDialog, InviteDialog, SessionDialog } from './session-dialogs.tsx';
import { attendanceTones } from './training-page.tsx';

type Asked = { readonly kind: 'move' | 'invite' | 'attendance' | 'cancel'; readonly session: Session };

function SessionCard({ session, mayTeach, onAsk }: { readonly session: Session; readonly mayTeach: boolean; onAsk(asked: Asked): void }) {
  const t = useTeamTexts();
  const format = useFormat();
  const attended = session.people.filter(({ attendance }) => attendance === 'attended').length;
  const ask = (kind: Asked['kind']) => () => onAsk({ kind, session });
  return (
    <li className="session-line">
      <div className="row wrap"><b>{format.fullMoment(session.startsAt)}–{dayIn(session.endsAt, format.zone).time}</b><span className={`tag${session.state === 'held' ? ' tag-green' : session.state === 'planned' ? ' tag-qing' : ''}`}>{t(`training.${session.state}`)}</span></div>
      <p className="small muted">{[session.place, session.trainer && t('training.by', { name: session.trainer.name }), session.people.length > 0 && session.state === 'held' && t('training.count', { attended, all: session.people.length })].filter(Boolean).join(' · ')}</p>
      {session.people.length > 0 ? <ul className="row wrap session-people">{session.people.map(({ place, name, attendance }) => <li key={place} className="small">{name} <span className={`tag ${attendanceTones[attendance]}`}>{t(`training.attendances.${attendance}`)}</span></li>)}</ul> : mayTeach && <p className="small faint">{t('training.nobody')}</p>}
      {mayTeach && session.state !== 'cancelled' && <div className="row wrap"><Button size="small" onClick={ask('invite')}>{t('training.invite')}</Button>{session.people.length > 0 && <Button size="small" onClick={ask('attendance')}>{t('training.attendance')}</Button>}{session.state === 'planned' && <><Button size="small" onClick={ask('move')}>{t('training.move')}</Button><Button size="small" danger onClick={ask('cancel')}>{t('training.cancel')}</Button></>}</div>}
    </li>
  );
}

function Materials({ course }: { readonly course: Course }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const { error, issues, run } = useSubmit();
  const put = async (articles: readonly string[]) => { if (await run(() => call('PUT /team/courses/{id}/articles', { params: { id: course.id }, body: { articles: [...articles] } }))) { showToast(t('saved')); refresh(); } };
  const ids = course.articles.map(({ id }) => id);
  return (
    <AdminCard title={t('training.materials')}>
      <div className="stack">
        {course.about !== null && <p className="result-words">{course.about}</p>}
        {course.files.length + course.articles.length === 0 && <p className="faint">{t('training.noMaterials')}</p>}
        <ul className="stack">{course.files.map(({ id, name }) => <li key={id}><a className="team-link" href={`/api/v1/files/${id}`}>{name}</a></li>)}{course.articles.map(({ id, title }) => <li key={id} className="row"><PageLink className="team-link" to={`/articles/${id}`}>{title}</PageLink>{course.mayTeach && <button type="button" className="plain-button" aria-label={t('remove', { name: title })} onClick={() => void put(ids.filter((each) => each !== id))}>×</button>}</li>)}</ul>
        {course.mayTeach && <div className="row wrap"><span className="team-picker"><RecordPicker target="article" label={t('training.addArticle')} placeholder={t('training.addArticle')} value={undefined} without={ids} onChange={(article) => { if (article) void put([...ids, article.id]); }} /></span><PageLink className="team-go" to={`/o/courses/${course.id}`}>{t('training.addFiles')}</PageLink></div>}
        {course.exams.length > 0 && <p>{t('training.exams')}：{course.exams.map(({ name }) => name).join('、')} <PageLink className="team-link" to="/team/exams">{t('training.open')}</PageLink></p>}
        <Refusal error={error} issues={issues} />
      </div>
    </AdminCard>
  );
}

function CourseView({ course }: { readonly course: Course }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const [asked, setAsked] = useState<Asked>();
  const [isPlanning, setPlanning] = useState(false);
  const close = () => setAsked(undefined);
  const session = asked?.session;
  return (
    <>
      <Materials course={course} />
      <AdminCard title={t('training.sessions', { count: course.sessions.length })} note={course.mayTeach && <Button size="small" type="primary" onClick={() => setPlanning(true)}>{t('training.plan')}</Button>} isFlush>
        {course.sessions.length === 0 ? <EmptyState title={t('training.noSessions')} /> : <ul>{course.sessions.map((each) => <SessionCard key={each.id} session={each} mayTeach={course.mayTeach} onAsk={setAsked} />)}</ul>}
      </AdminCard>
      {isPlanning && <SessionDialog course={course.id} onClose={() => setPlanning(false)} />}
      {session && asked.kind === 'move' && <SessionDialog course={course.id} session={session} onClose={close} />}
      {session && asked.kind === 'invite' && <InviteDialog session={session} onClose={close} />}
      {session && asked.kind === 'attendance' && <AttendanceDialog session={session} onClose={close} />}
      {session && asked.kind === 'cancel' && <ConfirmDialog title={t('training.cancel')} ok={t('training.cancel')} isDanger onClose={close} onConfirm={() => call('POST /team/sessions/{id}/cancel', { params: { id: session.id } }).then(refresh)}><p>{t('training.cancelHint')}</p></ConfirmDialog>}
    </>
  );
}

/** A course: materials, exams, sessions with their people (SE-40). */
export default function CoursePage() {
  const t = useTeamTexts();
  const { course = '' }: { course?: string } = useParams({ strict: false });
  const found = useCourse(course);
  const data = found.data;
  return (
    <AdminPage title={data?.name ?? t('training.title')} hint={data && [t(`training.kinds.${data.kind}`), data.hours !== null && t('training.hours', { hours: data.hours })].filter(Boolean).join(' · ')} back={{ to: '/team/training', label: t('training.back') }} actions={data?.mayTeach === true && <PageLink className="team-link" to={`/o/courses/${data.id}`}>{t('training.record')}</PageLink>}>
      <Waiting found={found}>{(each) => <CourseView course={each} />}</Waiting>
    </AdminPage>
  );
}
