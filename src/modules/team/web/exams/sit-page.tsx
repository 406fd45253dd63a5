import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { isBlank } from '../../rules/exam-marking.ts';
import { type Paper, useTeamTexts } from '../use-team.ts';
import { useSitting } from './use-sitting.ts';
import '../team.css';

/** Milliseconds that are left by the server's clock, however wrong the device's is. */
function useTimeLeft({ endsAt, now }: Paper): number {
  const whole = Date.parse(endsAt) - Date.parse(now);
  const [left, setLeft] = useState(whole);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setLeft(whole - (performance.now() - began)), 500);
    return () => clearInterval(timer);
  }, [whole]);
  return Math.max(0, left);
}

/** Asks for the end until the server has it: it ends the attempt by itself too. */
function useEndOfTime(isLate: boolean, submit: () => Promise<void>): void {
  const hand = useRef(submit);
  useEffect(() => { hand.current = submit; });
  useEffect(() => {
    if (!isLate) return undefined;
    const tryOnce = () => void hand.current().catch(() => undefined);
    const timer = setInterval(tryOnce, 5_000);
    tryOnce();
    return () => clearInterval(timer);
  }, [isLate]);
}

const sayLeft = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000);
  return [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].filter((part, at) => at > 0 || part > 0).map((part) => String(part).padStart(2, '0')).join(':');
};

function QuestionBox({ question, at, value, onAnswer }: { readonly question: Paper['questions'][number]; readonly at: number; readonly value: readonly string[]; onAnswer(value: readonly string[]): void }) {
  const t = useTeamTexts();
  const options = question.kind === 'boolean' ? [{ key: 'yes', text: t('editor.yes') }, { key: 'no', text: t('editor.no') }] : question.options;
  const toggle = (key: string, isOn: boolean) => onAnswer(question.kind === 'multiple' ? (isOn ? [...value, key] : value.filter((each) => each !== key)) : [key]);
  return (
    <fieldset className="exam-question" id={`question-${question.key}`}>
      <legend><span className="muted">{at}.</span> {question.text} <span className="small muted">{[question.kind === 'multiple' && t('sit.several'), t('sit.points', { points: question.points })].filter(Boolean).join(' · ')}</span></legend>
      {question.kind === 'text' ? <Input.TextArea aria-label={t('sit.text')} value={value[0] ?? ''} maxLength={5_000} autoSize={{ minRows: 3 }} onChange={(event) => onAnswer([event.target.value])} />
        : options.map(({ key, text }) => <label key={key} className="exam-option"><input type={question.kind === 'multiple' ? 'checkbox' : 'radio'} name={question.key} checked={value.includes(key)} onChange={(event) => toggle(key, event.target.checked)} /><span>{text}</span></label>)}
    </fieldset>
  );
}

function Sitting({ paper }: { readonly paper: Paper }) {
  const t = useTeamTexts();
  const { user } = useSession();
  const navigate = useNavigate();
  const left = useTimeLeft(paper);
  const { answers, state, isKept, isOver, answer, submit } = useSitting(paper, user.id);
  const [isAsking, setAsking] = useState(false);
  const isLate = left <= 0;
  const valueOf = (key: string): readonly string[] => answers[key]?.value ?? [];
  const open = paper.questions.filter(({ key }) => isBlank(valueOf(key)));
  useEndOfTime(isLate && !isOver, submit);
  useEffect(() => {
    if (isOver) void navigate({ to: `/team/results/${paper.id}`, replace: true });
  }, [isOver, navigate, paper.id]);
  const words = state === 'offline' ? t('sit.offline') : isKept ? t(state === 'saving' ? 'sit.saving' : 'sit.saved') : t('sit.unkept');
  return (
    <>
      <header className="exam-head"><div className="grow"><h1>{paper.name}</h1><p className="small muted" role="status" data-state={state}>{words}</p></div><b className={`exam-clock${left < 300_000 ? ' danger' : ''}`} role="timer">{isLate ? t('sit.ended') : t('sit.left', { time: sayLeft(left) })}</b></header>
      <form className="exam-form" onSubmit={(event) => { event.preventDefault(); setAsking(true); }}>
        {paper.questions.map((question, at) => <QuestionBox key={question.key} question={question} at={at + 1} value={valueOf(question.key)} onAnswer={(value) => { if (!isLate) answer(question.key, value); }} />)}
        <div className="exam-foot"><span className="grow">{t('sit.answered', { done: paper.questions.length - open.length, all: paper.questions.length })}<progress max={paper.questions.length} value={paper.questions.length - open.length} aria-hidden /></span><Button type="primary" htmlType="submit">{t('sit.submit')}</Button></div>
      </form>
      {isAsking && <ConfirmDialog title={t('sit.submitTitle')} ok={t('sit.submit')} onConfirm={submit} onClose={() => setAsking(false)}><p>{open.length === 0 ? t('sit.submitAll') : t('sit.submitHint', { open: open.length })}</p></ConfirmDialog>}
    </>
  );
}

/** Where an exam is sat (SE-40): answers are saved as one goes, the server keeps the time. */
export default function SitPage() {
  const t = useTeamTexts();
  usePageTitle(t('exams.title'));
  const { attempt = '' }: { attempt?: string } = useParams({ strict: false });
  // Read once: what is answered here must not be put back by a later look at the server.
  const found = useQuery({ queryKey: ['exam-paper', attempt], staleTime: Infinity, gcTime: 0, refetchOnReconnect: false, refetchOnWindowFocus: false, queryFn: ({ signal }) => call('GET /team/attempts/{id}/paper', { signal, params: { id: attempt } }) });
  const isOver = isProblem(found.error) && found.error.code === 'team.exam-over';
  return (
    <div className="page exam-page">
      {found.isPending && <SkeletonLines count={8} />}
      {isOver ? <EmptyState title={t('sit.over')} hint={t('sit.overHint')} actions={<PageLink className="team-go" to={`/team/results/${attempt}`}>{t('sit.toResult')}</PageLink>} /> : found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Sitting paper={found.data} />}
    </div>
  );
}
