import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { Waiting } from '../team-frame.tsx';
import { useExams, useTeamTexts } from '../use-team.ts';

type Listed = CallAnswer<'GET /team/exams'>;
type Exam = Listed['exams'][number];
type Attempt = Listed['attempts'][number];
const tones = { running: 'tag-hu', marking: 'tag-ju', passed: 'tag-green', failed: 'tag-zhu' } as const;

function ExamLine({ exam, hasPassed, mayKeep, onBegin }: { readonly exam: Exam; readonly hasPassed: boolean; readonly mayKeep: boolean; onBegin(): void }) {
  const t = useTeamTexts();
  const stand = hasPassed && exam.attemptsLeft === 0 ? t('exams.passed') : exam.attemptsLeft > 0 ? t('exams.left', { left: exam.attemptsLeft }) : exam.state === 'active' && exam.running === null ? t('exams.used') : '';
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><b>{exam.name}</b>{exam.state !== 'active' && <span className="tag">{t(exam.state === 'draft' ? 'exams.draftTag' : 'exams.retiredTag')}</span>}{hasPassed && <span className="tag tag-green">{t('exams.passed')}</span>}</div>
        <p className="small muted">{[t('exams.facts', { questions: exam.questions, minutes: exam.minutes, mark: exam.passMark }), exam.skill !== null && t('exams.grants', { skill: exam.skill }), !mayKeep && !hasPassed && stand].filter(Boolean).join(' · ')}</p>
        {exam.about !== null && <p className="small">{exam.about}</p>}
      </div>
      {exam.running !== null ? <PageLink className="team-go is-main" to={`/team/sit/${exam.running}`} aria-label={`${t('exams.goOn')} ${exam.name}`}>{t('exams.goOn')}</PageLink> : exam.attemptsLeft > 0 && <Button type={mayKeep ? 'default' : 'primary'} aria-label={`${t('exams.begin')} ${exam.name}`} onClick={onBegin}>{t('exams.begin')}</Button>}
      {mayKeep && <PageLink className="team-go" to={`/team/exams/${exam.id}`} aria-label={`${t('exams.edit')} ${exam.name}`}>{t('exams.edit')}</PageLink>}
    </li>
  );
}

function Attempts({ title, rows, withNames, label }: { readonly title: string; readonly rows: readonly Attempt[]; readonly withNames: boolean; readonly label: string }) {
  const t = useTeamTexts();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <AdminCard title={title} note={rows.length} isFlush>
      <ul className="admin-lines team-lines">{rows.map((row) => (
        <li key={row.id}>
          <div className="grow"><div className="row wrap"><b>{withNames ? `${row.person} · ${row.name}` : row.name}</b><span className={`tag ${tones[row.state]}`}>{t(`exams.states.${row.state}`)}</span>{row.score !== null && <span>{t('exams.score', { score: row.score })}</span>}</div><p className="small muted">{t('exams.attempt', { number: row.number })} · {format.moment(row.startedAt)}</p></div>
          {row.state !== 'running' && <PageLink className="team-go" to={`/team/results/${row.id}`} aria-label={`${label} ${row.person} ${row.name} ${t('exams.attempt', { number: row.number })}`}>{label}</PageLink>}
        </li>
      ))}</ul>
    </AdminCard>
  );
}

/** Exams to sit, results, papers to mark (SE-40). */
export default function ExamsPage() {
  const t = useTeamTexts();
  const found = useExams();
  const navigate = useNavigate();
  const [beginning, setBeginning] = useState<Exam>();
  const begin = async (exam: Exam) => { const { id } = await call('POST /team/exams/{id}/sit', { params: { id: exam.id } }); await navigate({ to: `/team/sit/${id}` }); };
  return (
    <AdminPage title={t('exams.title')} hint={t('exams.hint')} actions={found.data?.mayKeep === true && <PageLink className="team-go is-main" to="/team/exams/new"><Plus size={14} aria-hidden />{t('exams.add')}</PageLink>}>
      <Waiting found={found}>{({ exams, attempts, isTrainer, mayKeep }) => (
        <>
          {isTrainer && <Attempts title={t('exams.toMark')} rows={attempts.filter(({ state, isMine }) => state === 'marking' && !isMine)} withNames label={t('exams.mark')} />}
          <AdminCard title={t(mayKeep ? 'exams.keep' : 'exams.toSit')} isFlush>
            {exams.length === 0 ? <EmptyState title={t('exams.none')} hint={t('exams.noneHint')} /> : <ul className="admin-lines team-lines">{exams.map((exam) => <ExamLine key={exam.id} exam={exam} mayKeep={mayKeep} hasPassed={attempts.some(({ isMine, name, state }) => isMine && name === exam.name && state === 'passed')} onBegin={() => setBeginning(exam)} />)}</ul>}
          </AdminCard>
          <Attempts title={t('exams.mine')} rows={attempts.filter(({ isMine }) => isMine)} withNames={false} label={t('exams.look')} />
          {isTrainer && <Attempts title={t('exams.results')} rows={attempts.filter(({ isMine, state }) => !isMine && state !== 'marking').slice(0, 60)} withNames label={t('exams.look')} />}
        </>
      )}</Waiting>
      {beginning && <ConfirmDialog title={t('exams.beginTitle', { name: beginning.name })} ok={t('exams.begin')} onConfirm={() => begin(beginning)} onClose={() => setBeginning(undefined)}><p>{t('exams.beginHint', { minutes: beginning.minutes, questions: beginning.questions, mark: beginning.passMark, left: beginning.attemptsLeft })}</p></ConfirmDialog>}
    </AdminPage>
  );
}
