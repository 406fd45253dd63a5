import { Button } from 'antd';
import { Check, Flag, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { type ProcessStep, type StepAnswers, isAsked, stepOf } from '../../../rules/process.ts';
import { type Walk, beginWalk, stepOn } from '../../../rules/process-walk.ts';
import type { WorkedProcess } from '../process-edit.ts';
import { useProcessWords } from '../use-process-words.ts';
import { WalkQuestion } from './walk-question.tsx';

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Only what is asked is answered: a question that an earlier answer took away is left out. */
const given = (step: ProcessStep, answers: StepAnswers): StepAnswers =>
  Object.fromEntries(step.questions.filter((question) => isAsked(question, answers) && !isBlank(answers[question.key])).map(({ key }) => [key, answers[key]]));

function OpenStep({ step, round, onDo }: { readonly step: ProcessStep; readonly round: number; onDo(answers: StepAnswers): readonly string[] }) {
  const { t, stepName, dueName } = useProcessWords();
  const [answers, setAnswers] = useState<StepAnswers>({});
  const [refused, setRefused] = useState<readonly string[]>([]);
  const asked = step.questions.filter((question) => isAsked(question, answers));
  const facts = [t('walk.by', { who: t(`actor.${step.actor}`) }), step.due ? t('walk.due', { due: dueName(step.due) }) : '', t(`effect.${step.effect}`), round > 1 ? t('walk.round', { n: round }) : ''].filter(Boolean);
  return (
    <form className="card process-walk-open" aria-label={stepName(step)} onSubmit={(event) => { event.preventDefault(); setRefused(onDo(given(step, answers))); }}>
      <h2 className="card-head">{stepName(step)}<span className="small muted admin-note">{facts.join(' · ')}</span></h2>
      <div className="card-body process-fields">
        {asked.map((question) => <WalkQuestion key={question.key} question={question} value={answers[question.key]} isRefused={refused.includes(question.key)} onChange={(value) => { setAnswers({ ...answers, [question.key]: value }); setRefused(refused.filter((key) => key !== question.key)); }} />)}
        <div><Button type="primary" htmlType="submit">{t('walk.do', { step: stepName(step) })}</Button></div>
      </div>
    </form>
  );
}

function Done({ process, walk }: { readonly process: WorkedProcess; readonly walk: Walk }) {
  const { t, stepName, questionName, valueName } = useProcessWords();
  if (walk.done.length === 0) return null;
  return (
    <ol className="card process-walked" aria-label={t('walk.done')}>
      {walk.done.map(({ key, round, answers }) => {
        const step = stepOf(process, key);
        const said = Object.entries(answers).filter(([, value]) => typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number').map(([name, value]) => {
          const question = step?.questions.find((each) => each.key === name);
          const words = question?.type === 'user' ? t('walk.someone') : question?.type === 'cause' ? t('walk.cause') : typeof value === 'number' ? String(value) : valueName(question, typeof value === 'boolean' ? value : String(value));
          return `${questionName(step, name)}：${words}`;
        });
        return <li key={`${key} ${round}`}><Check size={14} aria-hidden /><span className="grow"><b>{stepName(step)}</b>{round > 1 && <span className="small muted"> {t('walk.round', { n: round })}</span>}<span className="small muted process-said">{step?.effect === 'record' ? t('walk.auto') : said.join(' · ')}</span></span></li>;
      })}
    </ol>
  );
}

/** A made-up case goes through the process in the page, by the rules that real ones go by; nothing is recorded. */
export function WalkCard({ process, isFaulty }: { readonly process: WorkedProcess; readonly isFaulty: boolean }) {
  const { t } = useProcessWords();
  const [past, setPast] = useState<readonly Walk[]>([]);
  const walk = past.at(-1) ?? beginWalk(process);
  const go = (answers: StepAnswers): readonly string[] => {
    const next = stepOn(process, walk, answers);
    if (next.issues.length > 0) return next.issues.map((issue) => issue.key);
    setPast([...past, next.walk]);
    return [];
  };
  const open = walk.open && stepOf(process, walk.open.key);
  const round = walk.done.filter((each) => each.key === open?.key).length + 1;
  return (
    <div className="process-walk">
      <p className="small muted">{t('walk.hint')}</p>
      {isFaulty && <p className="small process-hint">{t('walk.faulty')}</p>}
      <Done process={process} walk={walk} />
      {process.steps.length === 0 ? <p className="muted">{t('walk.empty')}</p> : open ? <OpenStep key={`${open.key} ${round}`} step={open} round={round} onDo={go} /> : <p className="card card-body process-over" role="status"><Flag size={15} aria-hidden /> <b>{t('walk.over')}</b> <span className="muted">{t('walk.overHint', { n: walk.done.length })}</span></p>}
      <div className="row wrap">
        <Button size="small" icon={<Undo2 size={14} aria-hidden />} disabled={past.length === 0} onClick={() => setPast(past.slice(0, -1))}>{t('walk.back')}</Button>
        <Button size="small" icon={<RotateCcw size={14} aria-hidden />} disabled={past.length === 0} onClick={() => setPast([])}>{t('walk.begin')}</Button>
      </div>
    </div>
  );
}
