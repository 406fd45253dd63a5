import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DerivedFact, FactType, Parameter } from '#meta/decisions/decision-model.ts';
import { useLocale, usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { ClauseMark } from '#kit/why/why.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { FactInput } from '../cells/fact-input.tsx';
import type { Checked } from './check-model.ts';
import { useEditing } from './editing.ts';
import { addTable, freeId, putDerived, putParameter, removeDerived } from './model-edit.ts';

function ParameterLine({ parameter }: { parameter: Parameter }) {
  const pick = usePick();
  const { isEditable, apply, base } = useEditing();
  const former = base?.parameters.find((each) => each.name === parameter.name);
  const isChanged = former !== undefined && former.value !== parameter.value;
  const t = useTexts(policiesTexts);
  const say = (value: Parameter['value']) => `${value === true ? t('cell.yes') : value === false ? t('cell.no') : String(value)}${parameter.unit ? ` ${pick(parameter.unit)}` : ''}`;
  return (
    <li className={isChanged ? 'is-changed' : ''}>
      <span className="grow">{pick(parameter.label)} {parameter.clause && <span className="why-mark is-plain"><ClauseMark clause={parameter.clause} /></span>}</span>
      {isChanged && <s className="cell-was">{say(former.value)}</s>}
      {isEditable
        ? <FactInput item={{ type: parameter.type, ...(parameter.unit ? { unit: parameter.unit } : {}) }} label={pick(parameter.label)} value={parameter.value} onChange={(value) => { if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') apply(putParameter({ ...parameter, value })); }} />
        : <b>{say(parameter.value)}</b>}
    </li>
  );
}

/** Values that the company sets without touching a table. */
export function ParametersCard() {
  const t = useTexts(policiesTexts);
  const { model } = useEditing();
  if (model.parameters.length === 0) return null;
  return <section className="card"><h2 className="card-head">{t('parts.parameters')}</h2><ul className="part-lines">{model.parameters.map((each) => <ParameterLine key={each.name} parameter={each} />)}</ul></section>;
}

const types = ['boolean', 'number', 'text', 'date'] as const satisfies readonly FactType[];

function DerivedLine({ derived, isWrong }: { derived: DerivedFact; isWrong: boolean }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { isEditable, apply } = useEditing();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const set = (part: Partial<DerivedFact>) => apply(putDerived({ ...derived, ...part }));
  return (
    <li>
      <span className="grow">{derived.label[locale]} <code className={`feel-text small ${isWrong ? 'danger' : 'muted'}`}>{derived.expression}</code></span>
      {isEditable && <button ref={button} type="button" className="plain-button" aria-label={t('parts.editOf', { name: derived.label[locale] })} onClick={() => setOpen(true)}>{t('clause.edit')}</button>}
      {isOpen && (
        <AnchoredDialog anchor={button} title={derived.label[locale]} onClose={() => setOpen(false)}>
          <label className="policy-field"><span>{t('nameZh')}</span><input className="policy-input" value={derived.label['zh-CN']} onChange={(e) => set({ label: { ...derived.label, 'zh-CN': e.target.value } })} /></label>
          <label className="policy-field"><span>{t('nameEn')}</span><input className="policy-input" value={derived.label.en} onChange={(e) => set({ label: { ...derived.label, en: e.target.value } })} /></label>
          <label className="policy-field"><span>{t('column.type')}</span><select className="policy-input" value={derived.type} onChange={(e) => set({ type: types.find((each) => each === e.target.value) ?? derived.type })}>{[...new Set([...types, derived.type])].map((each) => <option key={each} value={each}>{t(`type.${each}`)}</option>)}</select></label>
          <label className="policy-field"><span>{t('parts.expression')}</span><textarea className="policy-input feel-text" rows={3} spellCheck={false} value={derived.expression} aria-invalid={isWrong} onChange={(e) => set({ expression: e.target.value })} />{isWrong && <span className="small danger" role="alert">{t('cell.feelWrong')}</span>}</label>
          <div className="row cell-foot"><button type="button" className="plain-button danger" onClick={() => { setOpen(false); apply(removeDerived(derived.name)); }}>{t('parts.remove')}</button><span className="grow" /><button type="button" className="plain-button is-strong" onClick={() => setOpen(false)}>{t('cell.done')}</button></div>
        </AnchoredDialog>
      )}
    </li>
  );
}

/** Facts that follow from others. */
export function DerivedCard({ checked }: { checked: Checked | null }) {
  const t = useTexts(policiesTexts);
  const { model, isEditable, apply } = useEditing();
  if (model.derived.length === 0 && !isEditable) return null;
  const taken = [...model.facts, ...model.parameters, ...model.derived, ...model.tables].map((each) => each.name);
  const add = () => apply(putDerived({ name: freeId(taken, 'derived'), type: 'number', label: { 'zh-CN': t('parts.newDerived'), en: t('parts.newDerived') }, expression: '0' }));
  return (
    <section className="card">
      <div className="card-head"><h2>{t('parts.derived')}</h2>{isEditable && <button type="button" className="plain-button no-print" onClick={add}><Plus size={14} aria-hidden />{t('parts.addDerived')}</button>}</div>
      {model.derived.length === 0 ? <p className="card-body small muted">{t('parts.noDerived')}</p> : <ul className="part-lines">{model.derived.map((each) => <DerivedLine key={each.name} derived={each} isWrong={checked?.faults.some((fault) => fault.place.derived === each.name) === true} />)}</ul>}
    </section>
  );
}

/** Adds a table whose result later tables may use. */
export function AddTable() {
  const t = useTexts(policiesTexts);
  const { model, isEditable, apply } = useEditing();
  if (!isEditable) return null;
  const taken = [...model.facts, ...model.parameters, ...model.derived, ...model.tables].map((each) => each.name);
  const label = { 'zh-CN': policiesTexts.t('zh-CN', 'table.newName'), en: policiesTexts.t('en', 'table.newName') };
  const add = () => apply(addTable({ name: freeId(taken, 'table'), label, hitPolicy: 'U', inputs: [], outputs: [{ name: 'result', type: 'number', label: { 'zh-CN': policiesTexts.t('zh-CN', 'table.newResult'), en: policiesTexts.t('en', 'table.newResult') } }], rows: [] }));
  return <button type="button" className="plain-button no-print add-table" onClick={add}><Plus size={14} aria-hidden />{t('table.add')}</button>;
}
