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

function AnswerInput({ question, value, isDisabled, onChange }: { question: Question; value: Answer | undefined; isDisabled: boolean; onChange: (value: Answer | undefined) => void }) {
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
      {isDay ? (
        <span className="row wrap">
          <input id={id} type="date" className="plain-select" value={value === null ? '' : shown} disabled={isDisabled} onChange={(e) => onChange(e.target.value === '' ? undefined : e.target.value)} />
          {question.isNullable && <label className="row small"><input type="checkbox" checked={value === null} disabled={isDisabled} onChange={(e) => onChange(e.target.checked ? null : undefined)} />{t('never')}</label>}
        </span>
      ) : (
        <select id={id} className="plain-select" value={shown} disabled={isDisabled} onChange={(e) => onChange(read(e.target.value))}>
          <option value="">–</option>
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
          {question.isNullable && <option value={'\0'}>{t('unknown')}</option>}
        </select>
      )}
    </div>
  );
}

function FactForm({ file, questions, start, ok }: { file: DisputeFile; questions: readonly Question[]; start: Readonly<Record<string, Answer>>; ok: string }) {
  const t = useDisputeTexts();
  const refresh = useRefreshDispute();
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer | undefined>>>(start);
  const facts = Object.fromEntries(Object.entries(answers).flatMap(([name, value]) => (value === undefined || value === start[name] ? [] : [[name, value]])));
  const send = () => void call('PUT /disputes/{id}/facts', { params: { id: file.id }, body: { facts } }).then(() => showToast(t('evaluated')), reportProblem).finally(refresh);
  return (
    <div className="stack">
      <div className="dispute-facts">
        {questions.map((question) => <AnswerInput key={question.fact} question={question} value={answers[question.fact]} isDisabled={!file.actions.includes('evaluate')} onChange={(value) => setAnswers((before) => ({ ...before, [question.fact]: value }))} />)}
      </div>
      {file.actions.includes('evaluate') && <div className="admin-foot"><Button disabled={Object.keys(facts).length === 0} onClick={send}>{ok}</Button></div>}
    </div>
  );
}

const noAnswers = {};

/** What the ownership policy says to the facts, with its clause (RE-20, 22). */
export function RuleCard({ file }: { file: DisputeFile }) {
  const t = useDisputeTexts();
  const pick = usePick();
  const { rule } = file;
  const known = Object.fromEntries(rule.facts.map((each): [string, Answer] => [each.fact, typeof each.value === 'number' ? String(each.value) : each.value]));
  return (
    <AdminCard title={t('rule')} note={t('ruleHint')}>
      {rule.clause === null ? <div className="stack"><p className="muted">{t('askFacts')}</p><FactForm key={file.version} file={file} questions={rule.questions} start={noAnswers} ok={t('evaluate')} /></div> : (
        <div className="stack">
          <p className="row wrap">{rule.decision === null ? <span className="why-mark is-plain"><ClauseMark clause={rule.clause} /></span> : <Why decision={rule.decision} clause={rule.clause} about={t('rule')} />}<span>{rule.text ? pick(rule.text) : ''}</span></p>
          {rule.shares.length === 0 ? <p className="muted">{t('noClause')}</p> : <ShareLines shares={rule.shares} />}
          {rule.facts.length > 0 && <details className="no-print"><summary className="small muted">{t('basis')}</summary><FactForm key={file.version} file={file} questions={rule.facts} start={known} ok={t('reevaluate')} /></details>}
        </div>
      )}
    </AdminCard>
  );
}
