import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { AdminCard, AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { faultsOf } from '../../rules/exam-marking.ts';
import { Labelled, Refusal, Waiting } from '../team-frame.tsx';
import { type ExamSheet, type Question, useRefreshTeam, useSkills, useTeamTexts, useTraining } from '../use-team.ts';
import { QuestionEditor } from './question-editor.tsx';

type Draft = Omit<ExamSheet, 'id' | 'edition'> & { readonly id?: string };
const blank: Draft = { name: '', about: null, course: null, minutes: 30, passMark: 60, maxAttempts: 2, drawCount: null, skill: null, skillLevel: null, state: 'draft', questions: [] };
const states = ['draft', 'active', 'retired'] as const;
const freshQuestion = (): Question => ({ key: newId(), kind: 'single', text: '', options: ['a', 'b', 'c'].map((key) => ({ key, text: '' })), correct: [], points: 2, guide: '' });

function Facts({ draft, set }: { readonly draft: Draft; set(part: Partial<Draft>): void }) {
  const t = useTeamTexts();
  const skills = useSkills().data?.skills ?? [];
  const courses = useTraining().data?.courses ?? [];
  const number = (label: string, value: number | null, change: (next: number | null) => void, max: number) => (
    <Labelled label={label}><Input type="number" min={1} max={max} value={value ?? ''} onChange={(event) => change(event.target.value === '' ? null : Number(event.target.value))} /></Labelled>
  );
  return (
    <div className="exam-facts">
      <Labelled label={t('editor.name')}><Input value={draft.name} maxLength={80} onChange={(event) => set({ name: event.target.value })} /></Labelled>
      <Labelled label={t('editor.state')}><PlainSelect label={t('editor.state')} value={draft.state} options={states.map((value) => ({ value, label: t(`editor.states.${value}`) }))} onChange={(value) => set({ state: states.find((each) => each === value) ?? 'draft' })} /></Labelled>
      <Labelled label={t('editor.course')}><PlainSelect label={t('editor.course')} value={draft.course ?? ''} options={[{ value: '', label: t('none') }, ...courses.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(value) => set({ course: value === '' ? null : value })} /></Labelled>
      {number(t('editor.minutes'), draft.minutes, (next) => set({ minutes: next ?? 1 }), 480)}
      {number(t('editor.passMark'), draft.passMark, (next) => set({ passMark: next ?? 1 }), 100)}
      {number(t('editor.maxAttempts'), draft.maxAttempts, (next) => set({ maxAttempts: next ?? 1 }), 10)}
      {number(t('editor.drawCount'), draft.drawCount, (next) => set({ drawCount: next }), 500)}
      <Labelled label={t('editor.skill')}><PlainSelect label={t('editor.skill')} value={draft.skill ?? ''} options={[{ value: '', label: t('none') }, ...skills.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(value) => set({ skill: value === '' ? null : value, skillLevel: value === '' ? null : (draft.skillLevel ?? 3) })} /></Labelled>
      {draft.skill !== null && number(t('editor.level'), draft.skillLevel, (next) => set({ skillLevel: next }), 5)}
      <div className="exam-about"><Labelled label={t('editor.about')}><Input.TextArea value={draft.about ?? ''} maxLength={2_000} autoSize={{ minRows: 2 }} onChange={(event) => set({ about: event.target.value === '' ? null : event.target.value })} /></Labelled></div>
    </div>
  );
}

function Editor({ sheet }: { readonly sheet: Draft }) {
  const t = useTeamTexts();
  const navigate = useNavigate();
  const refresh = useRefreshTeam();
  const [draft, setDraft] = useState(sheet);
  const [isTried, setTried] = useState(false);
  const { isBusy, error, issues, run } = useSubmit();
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const { questions } = draft;
  const setAt = (at: number, question: Question) => set({ questions: questions.map((each, place) => (place === at ? question : each)) });
  const move = (at: number, by: number) => { const next = [...questions]; const [taken] = next.splice(at, 1); if (taken) next.splice(at + by, 0, taken); set({ questions: next }); };
  const faults = faultsOf(questions);
  const faultAt = (at: number): string => {
    const question = questions[at];
    if (!isTried || !question) return '';
    if (question.text.trim() === '' || question.options.some(({ text }) => text.trim() === '')) return t('editor.keys');
    const fault = faults.find(({ path }) => path === `questions.${at}.options` || path === `questions.${at}.correct`);
    return fault ? t(fault.path.endsWith('options') ? 'editor.faultOptions' : 'editor.faultCorrect') : '';
  };
  const isWrong = faults.length > 0 || questions.some((question) => question.text.trim() === '' || question.options.some(({ text }) => text.trim() === ''));
  const save = async () => {
    setTried(true);
    if (isWrong) return;
    const answer = await run(() => call('POST /team/exams', { body: { ...draft, questions: questions.map((question) => ({ ...question, options: question.options.map((option) => ({ ...option })), correct: [...question.correct] })) } }));
    if (!answer) return;
    showToast(t('editor.saved', { edition: answer.done.edition }));
    refresh();
    if (draft.id === undefined) void navigate({ to: `/team/exams/${answer.done.id}`, replace: true });
  };
  return (
    <>
      <AdminCard title={t('exams.title')}><Facts draft={draft} set={set} /></AdminCard>
      <AdminCard title={t('editor.questions')} note={t('editor.count', { count: questions.length, points: questions.reduce((sum, { points }) => sum + points, 0) })} isFlush>
        <ol className="question-list">{questions.map((question, at) => <QuestionEditor key={question.key} question={question} at={at} fault={faultAt(at)} isLast={at === questions.length - 1} onChange={(next) => setAt(at, next)} onMove={(by) => move(at, by)} onRemove={() => set({ questions: questions.filter((_, place) => place !== at) })} />)}</ol>
        <div className="team-lead"><Button icon={<Plus size={14} aria-hidden />} onClick={() => set({ questions: [...questions, freshQuestion()] })}>{t('editor.addQuestion')}</Button></div>
      </AdminCard>
      <div className="admin-save"><span className="grow small muted">{isTried && isWrong ? <span className="danger" role="alert">{t('editor.wrong')}</span> : t('editor.hint')}</span><Refusal error={error} issues={issues} /><Button type="primary" loading={isBusy} disabled={draft.name.trim() === ''} onClick={() => void save()}>{t('editor.save')}</Button></div>
    </>
  );
}

/** Exam and question bank, for who keeps them (SE-40). */
export default function ExamEditorPage() {
  const t = useTeamTexts();
  const { exam = '' }: { exam?: string } = useParams({ strict: false });
  const isNew = exam === 'new';
  const found = useQuery({ queryKey: ['records', 'exam', 'sheet', exam], enabled: !isNew, staleTime: Infinity, queryFn: ({ signal }) => call('GET /team/exams/{id}', { signal, params: { id: exam } }) });
  return (
    <AdminPage title={isNew ? t('editor.newTitle') : t('editor.title')} back={{ to: '/team/exams', label: t('editor.back') }}>
      {isNew ? <Editor key="new" sheet={blank} /> : <Waiting found={found}>{({ edition: _edition, ...sheet }) => <Editor key={sheet.id} sheet={sheet} />}</Waiting>}
    </AdminPage>
  );
}
