import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { ClauseMark, Why } from '#kit/why/why.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { type DisputeFile, useDisputeTexts, useRefreshDispute } from './use-disputes.ts';

type Shares = DisputeFile['rule']['shares'];
type Question = DisputeFile['rule']['questions'][number];
type Answer = string | boolean | null;

/** Who gets what, as bars whose length is the share. */
export function ShareLines({ shares }: { shares: Shares }) {
  return (
    <ul className="dispute-shares">
      {shares.map((share) => (
        <li key={share.user ?? share.fund}><span>{share.name}</span><span className="dispute-bar" aria-hidden><span style={{ width: `${share.percent}%` }} /></span><b className="number">{share.percent}%</b></li>
      ))}
    </ul>
  );
}

function AnswerInput({ question, value, onChange }: { question: Question; value: Answer | undefined; onChange: (value: Answer | undefined) => void }) {
  const t = useDisputeTexts();
  const pick = usePick();
  const id = `fact-${question.fact}`;
  const isDay = question.type === 'date';
  const options = question.type === 'boolean' ? [{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }] : question.choices.map((choice) => ({ value: choice.value, label: pick(choice.label) }));
  const read = (text: string): Answer | undefined => (text === '' ? undefined : text === '\0' ? null : question.type === 'boolean' ? text === 'true' : text);
  const shown = value === undefined ? '' : value === null ? '\0' : String(value);
  return (
    <div className="admin-field">
      <label htmlFor={id}>{pick(question.question)}</label>
      {isDay ? <input id={id} type="date" className="plain-select" value={shown} onChange={(e) => onChange(e.target.value === '' ? undefined : e.target.value)} /> : (
        <select id={id} className="plain-select" value={shown} onChange={(e) => onChange(read(e.target.value))}>
          <option value="">–</option>
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
          {question.isNullable && <option value={'\0'}>{t('unknown')}</option>}
        </select>
      )}
    </div>
  );
}

function Questions({ file }: { file: DisputeFile }) {
  const t = useDisputeTexts();
  const refresh = useRefreshDispute();
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer | undefined>>>({});
  const facts = Object.fromEntries(Object.entries(answers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  const send = () => void call('PUT /disputes/{id}/facts', { params: { id: file.id }, body: { facts } }).then(() => showToast(t('evaluated')), reportProblem).finally(refresh);
  return (
    <div className="stack">
      <p className="muted">{t('askFacts')}</p>
      {file.rule.questions.map((question) => <AnswerInput key={question.fact} question={question} value={answers[question.fact]} onChange={(value) => setAnswers((before) => ({ ...before, [question.fact]: value }))} />)}
      {file.actions.includes('evaluate') && <div className="admin-foot"><Button disabled={Object.keys(facts).length === 0} onClick={send}>{t('evaluate')}</Button></div>}
    </div>
  );
}

/** What the ownership policy says to the facts, with its clause (RE-20, 22). */
export function RuleCard({ file }: { file: DisputeFile }) {
  const t = useDisputeTexts();
  const pick = usePick();
  const { rule } = file;
  return (
    <AdminCard title={t('rule')} note={t('ruleHint')}>
      {rule.clause === null ? <Questions key={file.version} file={file} /> : (
        <div className="stack">
          <p className="row wrap">{rule.decision === null ? <span className="why-mark is-plain"><ClauseMark clause={rule.clause} /></span> : <Why decision={rule.decision} clause={rule.clause} about={t('rule')} />}<span>{rule.text ? pick(rule.text) : ''}</span></p>
          {rule.shares.length === 0 ? <p className="muted">{t('noClause')}</p> : <ShareLines shares={rule.shares} />}
        </div>
      )}
    </AdminCard>
  );
}
