import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { startOfDay } from '#kernel/period.ts';
import { decide, type Decision } from '#meta/decisions/decide.ts';
import type { Fact, FactValue, FactValues, PolicyModel } from '#meta/decisions/decision-model.ts';
import { explainDecision, valueText } from '#meta/decisions/explain.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { WhyBody } from '#kit/why/why.tsx';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { compiledOrNull, withValue } from '../cases/case-dialog.tsx';
import { factsLine } from '../cases/case-words.ts';
import { FactInput } from '../cells/fact-input.tsx';
import { PolicyFrame, useSince, WithPolicy } from '../policy-frame.tsx';
import { openVersion, useModel, type PolicyView, useRefreshPolicies, versionAt, type VersionView } from '../use-policies.ts';
import { keepCase } from './keep-case.ts';
import { askingOrder } from './next-question.ts';

const isPressed = (fact: Fact): boolean => fact.type === 'boolean' || fact.type === 'choice';

/** One question; a press answers it, a typed value is answered with Enter. */
function Question({ fact, onAnswer }: { fact: Fact; onAnswer: (value: FactValue) => void }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const [value, setValue] = useState<FactValue | undefined>(undefined);
  const label = fact.question?.[locale] ?? fact.label[locale];
  const change = (next: FactValue | undefined) => {
    if (next !== undefined && (isPressed(fact) || next === null)) onAnswer(next);
    else setValue(next);
  };
  return (
    <form className="question" onSubmit={(e) => { e.preventDefault(); if (value !== undefined) onAnswer(value); }}>
      <p className="question-text" aria-live="polite">{label}</p>
      <div className="row wrap"><FactInput item={fact} label={label} value={value} onChange={change} />{!isPressed(fact) && <Button htmlType="submit" type="primary" disabled={value === undefined}>{t('ask.next')}</Button>}</div>
    </form>
  );
}

function Given({ model, facts, onChange }: { model: PolicyModel; facts: FactValues; onChange: (name: string, value: FactValue | undefined) => void }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const [changing, setChanging] = useState<string>();
  const given = model.facts.filter((fact) => facts[fact.name] !== undefined);
  return (
    <ul className="part-lines">
      {given.map((fact) => (
        <li key={fact.name}>
          <span className="muted grow">{fact.label[locale]}</span>
          {changing === fact.name
            ? <FactInput item={fact} label={fact.label[locale]} value={facts[fact.name]} onChange={(value) => { onChange(fact.name, value); if (isPressed(fact)) setChanging(undefined); }} />
            : <button type="button" className="link-button given" onClick={() => setChanging(fact.name)}><span className="visually-hidden">{t('ask.change', { fact: fact.label[locale] })}{t('comma')}</span>{valueText(fact, facts[fact.name] ?? null, locale)}</button>}
          <button type="button" className="plain-button" aria-label={t('ask.clear', { fact: fact.label[locale] })} onClick={() => { setChanging(undefined); onChange(fact.name, undefined); }}><X size={14} aria-hidden /></button>
        </li>
      ))}
    </ul>
  );
}

function KeepCase({ policy, model, facts, decision }: { policy: PolicyView; model: PolicyModel; facts: FactValues; decision: Extract<Decision, { status: 'decided' }> }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const refresh = useRefreshPolicies();
  const mayEdit = useHasRight('policies.edit');
  const [name, setName] = useState<string>();
  if (!mayEdit || openVersion(policy)?.status === 'submitted') return null;
  const keep = async () => {
    const number = await keepCase(policy, name ?? '', facts, decision.clause, decision.results);
    await refresh();
    showToast(t('ask.kept', { number }));
  };
  return (
    <>
      <div className="no-print"><Button onClick={() => setName(factsLine(model, facts, locale))}>{t('ask.keep')}</Button></div>
      {name !== undefined && (
        <ConfirmDialog title={t('ask.keep')} ok={t('ask.keepDo')} onClose={() => setName(undefined)} onConfirm={keep}>
          <label className="policy-field"><span>{t('cases.name')}</span><input className="policy-input" value={name} onChange={(e) => setName(e.target.value)} /></label>
          <p className="small muted">{t(openVersion(policy) ? 'ask.keepHint' : 'ask.keepDraftHint')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Answer({ policy, model, facts, decision }: { policy: PolicyView; model: PolicyModel; facts: FactValues; decision: Decision }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  if (decision.status === 'needs-facts') return <p className="muted">{t('ask.waiting', { count: decision.missing.length })}</p>;
  if (decision.status === 'refused') return <p className="danger">{t('ask.refused', { facts: decision.issues.map((each) => model.facts.find((fact) => fact.name === each.fact)?.label[locale] ?? each.fact).join(', ') })}</p>;
  if (decision.status === 'faulty') return <p className="danger">{t('ask.faulty', { message: decision.message === 'conflict' ? t('ask.conflict') : decision.message })}</p>;
  const isDecided = decision.status === 'decided';
  const explanation = explainDecision(model, { facts, derived: decision.derived, results: isDecided ? decision.results : null, clause: isDecided ? decision.clause : null, row: isDecided ? decision.row : null, trace: decision.trace, names: {} }, locale);
  return <div className="stack"><WhyBody explanation={explanation} />{isDecided && <KeepCase policy={policy} model={model} facts={facts} decision={decision} />}</div>;
}

interface AskingProps {
  readonly policy: PolicyView;
  readonly model: PolicyModel;
  readonly all: FactValues;
  onChange(all: FactValues): void;
}

function Asking({ policy, model, all, onChange }: AskingProps) {
  const t = useTexts(policiesTexts);
  const compiled = useMemo(() => compiledOrNull(model), [model]);
  // Answers stay when another version is asked; it hears only those that it knows.
  const facts = useMemo(() => Object.fromEntries(Object.entries(all).filter(([name]) => model.facts.some((fact) => fact.name === name))), [all, model]);
  const decision = useMemo(() => (compiled ? decide(compiled, facts) : null), [compiled, facts]);
  const change = (name: string, value: FactValue | undefined) => onChange(withValue(all, name, value));
  if (!decision) return <p className="danger" role="alert">{t('ask.broken')}</p>;
  const next = decision.status === 'needs-facts' ? askingOrder(model, decision.missing)[0] : undefined;
  return (
    <div className="policy-grid is-even">
      <section className="card">
        <div className="card-head"><h2>{t('ask.facts')}</h2>{Object.keys(facts).length > 0 && <button type="button" className="plain-button" onClick={() => onChange({})}>{t('ask.again')}</button>}</div>
        {next ? <Question key={next.name} fact={next} onAnswer={(value) => change(next.name, value)} /> : <p className="card-body small muted">{t('ask.enough')}</p>}
        <Given model={model} facts={facts} onChange={change} />
      </section>
      <section className="card"><h2 className="card-head">{t('ask.answer')}</h2><div className="card-body" role="status"><Answer policy={policy} model={model} facts={facts} decision={decision} /></div></section>
    </div>
  );
}

function WhatIf({ policy }: { policy: PolicyView }) {
  const t = useTexts(policiesTexts);
  const format = useFormat();
  const since = useSince();
  const open = openVersion(policy);
  const [facts, setFacts] = useState<FactValues>({});
  const [day, setDay] = useState(format.today());
  const [isDraft, setDraft] = useState(open !== undefined && policy.inForce === null);
  // The end of the day: a version that begins on it counts.
  const inForce = day === '' ? undefined : versionAt(policy, new Date(startOfDay(day, format.zone).getTime() + 86_399_000).toISOString());
  const version: VersionView | undefined = isDraft && open ? open : inForce;
  const model = useModel(policy.key, version?.number);
  return (
    <>
      <div className="card policy-filters">
        <label className="policy-field"><span>{t('ask.day')}</span><input className="policy-input" type="date" value={day} onChange={(e) => { setDay(e.target.value); setDraft(false); }} /></label>
        {open && <label className="row draft-choice"><input type="checkbox" checked={isDraft} onChange={(e) => setDraft(e.target.checked)} />{t('ask.draft', { number: open.number })}</label>}
        <span className="muted small grow" role="status">{version ? t('ask.version', { number: version.number, since: open && version === open ? t(`open.${open.status}`, { number: open.number }) : since(version.activeFrom) }) : t('ask.noVersion')}</span>
      </div>
      {!version ? <div className="card"><EmptyState title={t('ask.noVersion')} hint={t('ask.noVersionHint')} /></div> : model.data ? <Asking policy={policy} model={model.data} all={facts} onChange={setFacts} /> : <div className="card card-body"><SkeletonLines count={6} /></div>}
    </>
  );
}

/** Asks for the facts that matter and no others, and shows the answer with its clause; nothing is written down (RE-20, RE-21). */
export default function WhatIfPage() {
  const { key = '' }: { key?: string } = useParams({ strict: false });
  return <WithPolicy key={key} policyKey={key}>{(policy) => <PolicyFrame policy={policy} at="whatIf"><WhatIf policy={policy} /></PolicyFrame>}</WithPolicy>;
}
