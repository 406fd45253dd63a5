import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { compilePolicy, type CompiledPolicy } from '#meta/decisions/compiled-policy.ts';
import { decide } from '#meta/decisions/decide.ts';
import type { FactValue, FactValues, PolicyModel, PolicyTest } from '#meta/decisions/decision-model.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { FactInput } from '../cells/fact-input.tsx';
import { useEditing } from '../editor/editing.ts';
import { putTest, removeTest } from '../editor/model-edit.ts';
import { resultLine, resultsOf } from './case-words.ts';

/** The compiled policy; null while a cell cannot run. */
export function compiledOrNull(model: PolicyModel): CompiledPolicy | null {
  try {
    return compilePolicy(model);
  } catch {
    return null;
  }
}

/** Values with one of them set, or taken out. */
export function withValue(values: FactValues, name: string, value: FactValue | undefined): FactValues {
  const { [name]: _, ...rest } = values;
  return value === undefined ? rest : { ...rest, [name]: value };
}

/** One case by form: facts, and the clause and results that must come out. */
export function CaseDialog({ test, isNew, onClose }: { test: PolicyTest; isNew: boolean; onClose: () => void }) {
  const t = useTexts(policiesTexts);
  const kit = useKitTexts();
  const { locale } = useLocale();
  const { model, isEditable, apply } = useEditing();
  const [edited, setEdited] = useState(test);
  const compiled = useMemo(() => compiledOrNull(model), [model]);
  const decision = useMemo(() => (compiled ? decide(compiled, edited.facts) : null), [compiled, edited.facts]);
  const now = decision?.status === 'decided' ? decision : null;
  const save = () => { apply(putTest(edited)); onClose(); };
  const takeAnswer = () => { if (now) setEdited({ ...edited, clause: now.clause, results: now.results }); };
  const foot = isEditable ? (
    <>
      {!isNew && <Button danger onClick={() => { apply(removeTest(test.id)); onClose(); }}>{t('cases.remove')}</Button>}
      <span className="grow" /><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" disabled={edited.clause === '' || edited.label['zh-CN'].trim() === ''} onClick={save}>{kit('action.done')}</Button>
    </>
  ) : <Button onClick={onClose}>{kit('action.close')}</Button>;
  return (
    <Dialog title={t(isNew ? 'cases.add' : 'cases.one')} width={560} onClose={onClose} footer={foot}>
      <fieldset className="case-form" disabled={!isEditable}>
        <label className="policy-field"><span>{t('cases.name')}</span><input className="policy-input" value={edited.label['zh-CN']} onChange={(e) => setEdited({ ...edited, label: { 'zh-CN': e.target.value, en: test.label.en === '' || test.label.en === test.label['zh-CN'] ? e.target.value : edited.label.en } })} /></label>
        <label className="policy-field"><span>{t('nameEn')}</span><input className="policy-input" value={edited.label.en} onChange={(e) => setEdited({ ...edited, label: { ...edited.label, en: e.target.value } })} /></label>
        <h3>{t('cases.facts')}</h3>
        {model.facts.map((fact) => (
          <div key={fact.name} className="case-fact"><span>{fact.label[locale]}</span><FactInput isDense item={fact} label={fact.label[locale]} value={edited.facts[fact.name]} onChange={(value) => setEdited({ ...edited, facts: withValue(edited.facts, fact.name, value) })} /></div>
        ))}
        <div className="case-now small" role="status">
          {now ? t('cases.foundNow', { clause: now.clause, results: resultLine(model, now.results, locale) }) : t('cases.foundNone')}
          {now && isEditable && <button type="button" className="link-button" onClick={takeAnswer}>{t('cases.take')}</button>}
        </div>
        <h3>{t('cases.must')}</h3>
        <div className="case-fact"><span>{t('clause.title')}</span>
          <select className="policy-input" aria-label={t('clause.title')} value={edited.clause} onChange={(e) => setEdited({ ...edited, clause: e.target.value })}>
            <option value="">{t('cases.pickClause')}</option>{model.clauses.map((each) => <option key={each.key} value={each.key}>{each.key}</option>)}
          </select>
        </div>
        {resultsOf(model).map((output) => (
          <div key={output.name} className="case-fact"><span>{output.label[locale]}</span><FactInput isDense item={output} label={output.label[locale]} value={edited.results[output.name] ?? undefined} onChange={(value) => setEdited({ ...edited, results: withValue(edited.results, output.name, value) })} /></div>
        ))}
      </fieldset>
    </Dialog>
  );
}
