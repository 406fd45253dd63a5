import { Fragment } from 'react';
import { FileValue } from '#kit/field/link-values.tsx';
import { useLocale, usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { type CaseProcess, type CaseStep, type StepQuestion, useCaseTexts } from '../use-case.ts';

interface DetailsProps {
  readonly step: CaseStep;
  readonly history: CaseProcess['history'];
  readonly names: CaseProcess['names'];
}

function AnswerValue({ question, value, names }: { readonly question: StepQuestion; readonly value: unknown; readonly names: CaseProcess['names'] }) {
  const t = useCaseTexts();
  const pick = usePick();
  const format = useFormat();
  const { locale } = useLocale();
  if (question.type === 'boolean') return t(value === true ? 'yes' : 'no');
  if (question.type === 'files' && Array.isArray(value)) return <span className="row wrap">{value.map((id: unknown) => <FileValue key={String(id)} value={{ id: String(id), name: names[String(id)] ?? '' }} />)}</span>;
  const text = String(value);
  const choice = question.choices?.find((each) => each.value === text);
  if (choice) return choice.label[locale] || pick(choice.label);
  if (question.type === 'score') return t('step.score', { score: text });
  if (question.type === 'date') return format.date(text);
  return <span className="case-words">{names[text] ?? text}</span>;
}

/** Who did a step, when, with which answers; each round of it. */
export function StepDetails({ step, history, names }: DetailsProps) {
  const t = useCaseTexts();
  const pick = usePick();
  const format = useFormat();
  const rounds = history.filter((each) => each.key === step.key && each.state === 'done');
  return rounds.map((round) => (
    <div key={round.round} className="case-step-round">
      <p className="small muted">{[rounds.length > 1 ? t('step.round', { number: round.round }) : '', round.doneBy?.name ?? t('step.bySystem'), round.doneAt === null ? '' : format.fullMoment(round.doneAt)].filter(Boolean).join(' · ')}</p>
      <dl className="case-answers">
        {step.questions.filter((question) => round.answers[question.key] !== undefined && round.answers[question.key] !== null && round.answers[question.key] !== '').map((question) => (
          <Fragment key={question.key}><dt>{pick(question.label)}</dt><dd><AnswerValue question={question} value={round.answers[question.key]} names={names} /></dd></Fragment>
        ))}
      </dl>
      {round.decision !== null && <Why decision={round.decision} about={pick(step.label)} />}
    </div>
  ));
}
