import { Plus } from 'lucide-react';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { Waiting } from '../team-frame.tsx';
import { useTeamTexts, useTraining } from '../use-team.ts';

export const attendanceTones = { invited: 'tag-qing', attended: 'tag-green', excused: 'tag-hu', absent: 'tag-zhu' } as const;

/** One's own trainings and the courses of the company (SE-40). */
export default function TrainingPage() {
  const t = useTeamTexts();
  const format = useFormat();
  const found = useTraining();
  return (
    <AdminPage title={t('training.title')} hint={t('training.hint')} actions={found.data?.mayTeach === true && <PageLink className="team-go is-main" to="/o/courses?new=1"><Plus size={14} aria-hidden />{t('training.add')}</PageLink>}>
      <Waiting found={found}>{({ mine, courses, mayTeach }) => (
        <>
          {(mine.length > 0 || !mayTeach) && (
            <AdminCard title={t('training.mine')} isFlush>
              {mine.length === 0 ? <EmptyState title={t('training.nothing')} hint={t('training.nothingHint')} /> : <ul className="admin-lines team-lines">{mine.map((row) => (
                <li key={row.id}><div className="grow"><div className="row wrap"><b>{row.course.name}</b>{row.state === 'cancelled' ? <span className="tag">{t('training.cancelled')}</span> : <span className={`tag ${attendanceTones[row.attendance]}`}>{t(`training.attendances.${row.attendance}`)}</span>}</div><p className="small muted">{[format.moment(row.startsAt), row.place, row.trainer !== null && t('training.by', { name: row.trainer })].filter(Boolean).join(' · ')}</p></div><PageLink className="team-go" to={`/team/courses/${row.course.id}`} aria-label={`${t('training.open')} ${row.course.name}`}>{t('training.open')}</PageLink></li>
              ))}</ul>}
            </AdminCard>
          )}
          <AdminCard title={t('training.courses')} isFlush>
            {courses.length === 0 ? <EmptyState title={t('training.noCourses')} /> : <ul className="admin-lines team-lines">{courses.map((course) => (
              <li key={course.id}><div className="grow"><div className="row wrap"><b>{course.name}</b><span className="tag">{t(`training.kinds.${course.kind}`)}</span>{course.state === 'retired' && <span className="tag">{t('retired')}</span>}</div><p className="small muted">{[course.hours !== null && t('training.hours', { hours: course.hours }), t('training.sessions', { count: course.sessions }), course.nextAt !== null && t('training.next', { when: format.moment(course.nextAt) })].filter(Boolean).join(' · ')}</p></div><PageLink className="team-go" to={`/team/courses/${course.id}`} aria-label={`${t('training.open')} ${course.name}`}>{t('training.open')}</PageLink></li>
            ))}</ul>}
          </AdminCard>
        </>
      )}</Waiting>
    </AdminPage>
  );
}
