import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { type RecordData, refId } from '#kit/records/record-types.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { isAsked } from '../../../rules/process.ts';
import { type CaseStep, useCaseTexts, useOnce, useRefreshCase } from '../use-case.ts';
import { stepDraft } from './left-over.tsx';
import { StepQuestionInput } from './step-question.tsx';

type Answers = Readonly<Record<string, unknown>>;

interface FormProps {
  readonly record: RecordData;
  readonly step: CaseStep;
  /** Answers of a proposal that was not agreed to: it is put right, not written anew. */
  readonly draft: Answers;
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What is sent: only questions that are asked, people and files by their ids. */
function wireAnswers(step: CaseStep, answers: Answers): Record<string, unknown> {
  const asked = step.questions.filter((question) => isAsked(question, answers) && !isBlank(answers[question.key]));
  return Object.fromEntries(asked.map(({ key }) => {
    const value = answers[key];
    return [key, Array.isArray(value) ? value.map(refId) : typeof value === 'object' ? refId(value) : value];
  }));
}

function useStep({ record, step, draft }: FormProps) {
  const t = useCaseTexts();
  const pick = usePick();
  const name = stepDraft(record.id, step.key);
  const refresh = useRefreshCase(record.id);
  const once = useOnce();
  const [answers, setAnswers] = useState<Answers>(() => readDraft(name) ?? draft);
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  useEffect(() => {
    if (Object.values(answers).every(isBlank)) dropDraft(name);
    else writeDraft(name, answers);
  }, [name, answers]);
  const put = (key: string, value: unknown) => {
    setAnswers((before) => ({ ...before, [key]: value }));
    setIssues(({ [key]: _gone, ...rest }) => rest);
  };
  const send = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setFailure('');
    setIssues({});
    try {
      const done = await once((idempotencyKey) => call('POST /service/cases/{id}/steps/{step}', { params: { id: record.id, step: step.key }, body: { answers: wireAnswers(step, answers) }, idempotencyKey }));
      dropDraft(name);
      showToast(t(`step.sent.${done.state}`, { step: pick(step.label) }));
      await refresh();
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      const byField = Object.fromEntries(problem.errors.map((each) => [each.path.replace(/^answers\./, ''), each.message]));
      setIssues(byField);
      setFailure(step.questions.some((question) => byField[question.key] !== undefined) ? '' : problem.detail);
      if (problem.code === 'service.not-this-step' || problem.code === 'record.wrong-state') await refresh();
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };
  return { answers, put, issues, failure, isBusy, send };
}

/** The open step as a form made from the questions of its template; what the server says stands at the field (SE-3). */
export function StepForm(props: FormProps) {
  const t = useCaseTexts();
  const pick = usePick();
  const form = useRef<HTMLFormElement>(null);
  const { answers, put, issues, failure, isBusy, send } = useStep(props);
  const { step, record } = props;
  useEffect(() => {
    if (Object.keys(issues).length > 0) form.current?.querySelector<HTMLElement>('[data-refused] :is(input, textarea, select, button)')?.focus();
  }, [issues]);
  return (
    <form ref={form} className="case-step-form" aria-label={pick(step.label)} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <h2>{pick(step.label)}</h2>
      {step.questions.filter((question) => isAsked(question, answers)).map((question) => (
        <StepQuestionInput key={question.key} record={record} question={question} isAnswer={step.effect === 'answer'} value={answers[question.key]} issue={issues[question.key]} onChange={(value) => put(question.key, value)} />
      ))}
      <div className="case-step-foot">
        <span className="grow small danger" role="alert">{failure}</span>
        <Button type="primary" htmlType="submit" loading={isBusy}>{t('step.send', { step: pick(step.label) })}</Button>
      </div>
    </form>
  );
}
