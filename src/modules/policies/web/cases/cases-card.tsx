import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { PolicyTest } from '#meta/decisions/decision-model.ts';
import type { TestOutcome } from '#meta/decisions/policy-tests.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import type { Checked } from '../editor/check-model.ts';
import { useEditing } from '../editor/editing.ts';
import { freeId } from '../editor/model-edit.ts';
import { CaseDialog } from './case-dialog.tsx';
import { resultLine } from './case-words.ts';

/** What a case found instead, in words. */
export function useFound(): (outcome: TestOutcome) => string {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { model } = useEditing();
  return ({ decision }) => {
    if (decision.status === 'decided') return t('cases.foundDecided', { clause: decision.clause, results: resultLine(model, decision.results, locale) });
    if (decision.status === 'needs-facts') return t('cases.foundMissing', { facts: decision.missing.map((name) => model.facts.find((each) => each.name === name)?.label[locale] ?? name).join(locale === 'zh-CN' ? '、' : ', ') });
    return t(decision.status === 'undecided' ? 'cases.foundNothing' : 'cases.foundFault');
  };
}

interface LineProps {
  readonly test: PolicyTest;
  readonly outcome: TestOutcome | undefined;
  onOpen(): void;
  onPoint(row: string | null): void;
}

function CaseLine({ test, outcome, onOpen, onPoint }: LineProps) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { model } = useEditing();
  const found = useFound();
  const isFailed = outcome !== undefined && !outcome.isPassed;
  const row = outcome?.decision.status === 'decided' ? outcome.decision.row : null;
  return (
    <li className={isFailed ? 'case is-failed' : 'case'}>
      <button type="button" className="case-button" onClick={onOpen} onMouseEnter={() => onPoint(row)} onMouseLeave={() => onPoint(null)} onFocus={() => onPoint(row)} onBlur={() => onPoint(null)}>
        <span className="grow">{test.label[locale] || test.id}</span><span className="small muted">{resultLine(model, test.results, locale)}</span>
      </button>
      {isFailed && (
        <div className="case-failure small">
          <div>{t('cases.expected', { clause: test.clause, results: resultLine(model, test.results, locale) })}</div>
          <div className="danger">{t('cases.found', { found: found(outcome) })}</div>
        </div>
      )}
    </li>
  );
}

/** The test cases beside the table; they run at every change (PL-40). */
export function CasesCard({ checked, onPoint }: { checked: Checked | null; onPoint: (row: string | null) => void }) {
  const t = useTexts(policiesTexts);
  const { model, isEditable } = useEditing();
  const [open, setOpen] = useState<PolicyTest | null>(null);
  const outcomes = checked?.outcomes ?? null;
  const passed = outcomes?.filter((each) => each.isPassed).length ?? 0;
  const total = model.tests.length;
  const failedFirst = model.tests.toSorted((a, b) => Number(isPassed(outcomes, a)) - Number(isPassed(outcomes, b)));
  const tag = outcomes === null ? <span className="tag">{t('cases.waiting')}</span> : <span className={`tag ${passed === outcomes.length ? 'tag-green' : 'tag-zhu'}`}>{t('cases.passed', { passed, total: outcomes.length })}</span>;
  const add = () => setOpen({ id: freeId(model.tests.map((each) => each.id), 't'), label: { 'zh-CN': '', en: '' }, facts: {}, clause: '', results: {} });
  return (
    <section className="card">
      <div className="card-head"><h2>{t('cases.title')}</h2><span role="status">{total > 0 && tag}</span></div>
      {total === 0 ? <p className="card-body small muted">{t('cases.none')}</p> : (
        <ul className="case-list">{failedFirst.map((test) => <CaseLine key={test.id} test={test} outcome={outcomes?.find((each) => each.test.id === test.id)} onOpen={() => setOpen(test)} onPoint={onPoint} />)}</ul>
      )}
      {isEditable && <div className="table-foot no-print"><button type="button" className="plain-button" onClick={add}><Plus size={14} aria-hidden />{t('cases.add')}</button></div>}
      {open && <CaseDialog test={open} isNew={!model.tests.some((each) => each.id === open.id)} onClose={() => setOpen(null)} />}
    </section>
  );
}

const isPassed = (outcomes: readonly TestOutcome[] | null, test: PolicyTest): boolean => outcomes?.find((each) => each.test.id === test.id)?.isPassed !== false;
