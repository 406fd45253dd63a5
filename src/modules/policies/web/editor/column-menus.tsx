import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DecisionTable, FactType } from '#meta/decisions/decision-model.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import type { CellColumn } from '../cells/condition-editor.tsx';
import { useEditing } from './editing.ts';
import { addInput, addOutput, freeId, moveInput, removeInput, removeOutput } from './model-edit.ts';
import { columnOffers } from './condition-columns.ts';

/** The head of a condition column; in a draft it can be moved and taken out. */
export function InputHead({ table, column, index }: { table: DecisionTable; column: CellColumn; index: number }) {
  const t = useTexts(policiesTexts);
  const { isEditable, apply } = useEditing();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  if (!isEditable) return <>{column.label}</>;
  const act = (edit: Parameters<typeof apply>[0]) => () => { setOpen(false); apply(edit); };
  return (
    <>
      <button ref={button} type="button" className="column-head" aria-haspopup="dialog" onClick={() => setOpen(true)}>{column.label}</button>
      {isOpen && (
        <AnchoredDialog anchor={button} title={column.label} width={240} onClose={() => setOpen(false)}>
          <p className="small muted feel-text">{column.expression}</p>
          <div className="menu-lines">
            <button type="button" className="plain-button" data-first disabled={index === 0} onClick={act(moveInput(table.name, index, -1))}>{t('column.left')}</button>
            <button type="button" className="plain-button" disabled={index === table.inputs.length - 1} onClick={act(moveInput(table.name, index, 1))}>{t('column.right')}</button>
            <button type="button" className="plain-button danger" onClick={act(removeInput(table.name, index))}>{t('column.remove')}</button>
          </div>
        </AnchoredDialog>
      )}
    </>
  );
}

/** The head of a result column; a policy of the company's own may drop it, one that answers the product may not. */
export function OutputHead({ table, index }: { table: DecisionTable; index: number }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { isEditable, apply, model, point } = useEditing();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const output = table.outputs[index];
  const isFixed = point !== undefined && model.tables.at(-1)?.name === table.name && point.results.some((each) => each.name === output?.name);
  if (!output) return null;
  if (!isEditable || isFixed || table.outputs.length === 1) return <>{output.label[locale]}</>;
  return (
    <>
      <button ref={button} type="button" className="column-head" aria-haspopup="dialog" onClick={() => setOpen(true)}>{output.label[locale]}</button>
      {isOpen && (
        <AnchoredDialog anchor={button} title={output.label[locale]} width={220} onClose={() => setOpen(false)}>
          <div className="menu-lines"><button type="button" className="plain-button danger" data-first onClick={() => { setOpen(false); apply(removeOutput(table.name, index)); }}>{t('column.remove')}</button></div>
        </AnchoredDialog>
      )}
    </>
  );
}

const types = ['boolean', 'number', 'text', 'date'] as const satisfies readonly FactType[];

function NewResult({ table, onClose }: { table: DecisionTable; onClose: () => void }) {
  const t = useTexts(policiesTexts);
  const { apply } = useEditing();
  const [zh, setZh] = useState('');
  const [type, setType] = useState<(typeof types)[number]>('number');
  const add = () => {
    apply(addOutput(table.name, { name: freeId(table.outputs.map((each) => each.name), 'result'), type, label: { 'zh-CN': zh, en: zh } }));
    onClose();
  };
  return (
    <details>
      <summary>{t('column.newResult')}</summary>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); if (zh.trim() !== '') add(); }}>
        <label className="policy-field"><span>{t('column.name')}</span><input className="policy-input" value={zh} onChange={(e) => setZh(e.target.value)} /></label>
        <label className="policy-field"><span>{t('column.type')}</span><select className="policy-input" value={type} onChange={(e) => setType(types.find((each) => each === e.target.value) ?? 'number')}>{types.map((each) => <option key={each} value={each}>{t(`type.${each}`)}</option>)}</select></label>
        <button type="submit" className="plain-button is-strong" disabled={zh.trim() === ''}>{t('column.add')}</button>
      </form>
    </details>
  );
}

/** Adds a column: facts in use, facts that the product can tell, derived facts, results of earlier tables. */
export function AddColumn({ table }: { table: DecisionTable }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { model, point, apply } = useEditing();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const offers = isOpen ? columnOffers(model, table, point?.facts ?? [], locale) : [];
  const isLast = model.tables.at(-1)?.name === table.name;
  return (
    <>
      <button ref={button} type="button" className="plain-button" aria-haspopup="dialog" onClick={() => setOpen(true)}><Plus size={14} aria-hidden />{t('column.addLong')}</button>
      {isOpen && (
        <AnchoredDialog anchor={button} title={t('column.addLong')} width={300} onClose={() => setOpen(false)}>
          {offers.length === 0 ? <p className="small muted">{t('column.noOffers')}</p> : (
            <div className="menu-lines">
              {offers.map((offer, at) => (
                <button key={offer.expression} type="button" className="plain-button" {...(at === 0 ? { 'data-first': true } : {})} onClick={() => { setOpen(false); apply(addInput(table.name, { expression: offer.expression }, offer.fact)); }}>
                  <span className="grow">{offer.label}</span>{offer.source !== 'fact' && <span className="tag">{t(`column.source.${offer.source}`)}</span>}
                </button>
              ))}
            </div>
          )}
          {(point === undefined || !isLast) && <NewResult table={table} onClose={() => setOpen(false)} />}
        </AnchoredDialog>
      )}
    </>
  );
}
