import { type RefObject, useState } from 'react';
import type { Literal } from '#meta/decisions/feel/cell-test.ts';
import { findFaults } from '#meta/decisions/model-faults.ts';
import type { Choice, FactType, PolicyModel } from '#meta/decisions/decision-model.ts';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { sameLiteral } from '../../rules/cell-form.ts';
import { beginEdit, type CellMode, type CellState, endEdit, modesOf, togglePicked } from './cell-state.ts';

/** The column of a cell, as far as its values are declared. */
export interface CellColumn {
  readonly label: string;
  readonly expression: string;
  readonly type: FactType | null;
  readonly choices?: readonly Choice[];
  readonly isNullable?: boolean;
  readonly unit?: { readonly 'zh-CN': string; readonly en: string };
}

interface PartProps {
  readonly column: CellColumn;
  readonly state: CellState;
  change(part: Partial<CellState>): void;
}

function usePicks(column: CellColumn): readonly { readonly value: Literal; readonly label: string }[] {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const listed = column.type === 'boolean'
    ? [{ value: true, label: t('cell.yes') }, { value: false, label: t('cell.no') }]
    : (column.choices ?? []).map((choice) => ({ value: choice.value, label: pick(choice.label) }));
  return column.isNullable === true ? [...listed, { value: null, label: t('cell.unknown') }] : listed;
}

function ListPart({ column, state, change }: PartProps) {
  const t = useTexts(policiesTexts);
  const picks = usePicks(column);
  const isTyped = column.type !== 'boolean' && column.type !== 'choice';
  return (
    <>
      {isTyped && <label className="policy-field"><span>{t('cell.lines')}</span><textarea className="policy-input" rows={3} value={state.lines} onChange={(e) => change({ lines: e.target.value })} /></label>}
      <div className="cell-picks" role="group" aria-label={column.label}>
        {picks.map(({ value, label }) => (
          <label key={label}><input type="checkbox" checked={state.picked.some((each) => sameLiteral(each, value))} onChange={() => change({ picked: togglePicked(state, value).picked })} />{label}</label>
        ))}
      </div>
    </>
  );
}

function BoundInput({ column, label, value, onChange }: { column: CellColumn; label: string; value: string; onChange: (value: string) => void }) {
  const pick = usePick();
  const isDate = column.type === 'date';
  return (
    <span className="row grow">
      <input className="policy-input" aria-label={label} type={isDate && (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)) ? 'date' : 'text'} inputMode={column.type === 'number' ? 'decimal' : undefined} value={value} onChange={(e) => onChange(e.target.value)} />
      {column.unit && <span className="muted">{pick(column.unit)}</span>}
    </span>
  );
}

const operators = ['<', '<=', '>', '>='] as const;

function ComparePart({ column, state, change }: PartProps) {
  const t = useTexts(policiesTexts);
  return (
    <div className="row">
      <select className="policy-input is-short" aria-label={t('cell.operator')} value={state.operator} onChange={(e) => change({ operator: operators.find((each) => each === e.target.value) ?? '<=' })}>
        {operators.map((each) => <option key={each} value={each}>{t(`cell.sign.${each === '<' ? 'lt' : each === '<=' ? 'le' : each === '>' ? 'gt' : 'ge'}`)}</option>)}
      </select>
      <BoundInput column={column} label={t('cell.value')} value={state.value} onChange={(value) => change({ value })} />
    </div>
  );
}

function RangePart({ column, state, change }: PartProps) {
  const t = useTexts(policiesTexts);
  return (
    <div className="stack">
      <div className="row"><span className="cell-side">{t('cell.from')}</span><BoundInput column={column} label={t('cell.from')} value={state.low} onChange={(low) => change({ low })} /><label className="row small"><input type="checkbox" checked={!state.isLowOpen} onChange={(e) => change({ isLowOpen: !e.target.checked })} />{t('cell.including')}</label></div>
      <div className="row"><span className="cell-side">{t('cell.to')}</span><BoundInput column={column} label={t('cell.to')} value={state.high} onChange={(high) => change({ high })} /><label className="row small"><input type="checkbox" checked={!state.isHighOpen} onChange={(e) => change({ isHighOpen: !e.target.checked })} />{t('cell.including')}</label></div>
    </div>
  );
}

/** The expert's way: any FEEL; one that cannot run is told at once and kept all the same. */
export function FeelInput({ text, isWrong, onChange }: { text: string; isWrong: boolean; onChange: (text: string) => void }) {
  const t = useTexts(policiesTexts);
  return (
    <label className="policy-field">
      <span>{t('cell.feel')}</span>
      <textarea className="policy-input feel-text" rows={3} spellCheck={false} value={text} aria-invalid={isWrong} onChange={(e) => onChange(e.target.value)} />
      {isWrong ? <span className="small danger" role="alert">{t('cell.feelWrong')}</span> : <span className="small muted">{t('cell.feelHint')}</span>}
    </label>
  );
}

interface EditorProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly model: PolicyModel;
  readonly column: CellColumn;
  readonly text: string;
  /** Called when the editor closes, in whatever way, with the cell's FEEL. */
  onDone(text: string): void;
}

/** Whether a condition alone would be a fault: a model of one row asks the same checker as the page. */
function isFaulty(model: PolicyModel, column: CellColumn, text: string): boolean {
  const table = { name: '__cell', label: { 'zh-CN': '', en: '' }, hitPolicy: 'U' as const, inputs: [{ expression: column.expression }], outputs: [], rows: [{ id: 'r', clause: 'c', conditions: [text], results: [] }] };
  return findFaults({ ...model, clauses: [{ key: 'c', text: table.label }], sums: [], derived: model.derived, tables: [...model.tables.map((each) => ({ ...each, rows: [] })), table] }).some((fault) => fault.place.row === 'r');
}

/** The small editor of a condition cell: pick lists and bounds from the declared values, FEEL for the rest. Esc keeps what was typed; undo takes it back. */
export function CellEditor({ anchor, model, column, text, onDone }: EditorProps) {
  const t = useTexts(policiesTexts);
  const [state, setState] = useState(() => beginEdit(text, column.type));
  const change = (part: Partial<CellState>) => setState((now) => ({ ...now, ...part }));
  const modes = modesOf(column.type);
  const written = endEdit(state, column.type);
  const close = () => onDone(written === endEdit(beginEdit(text, column.type), column.type) ? text : written);
  const setMode = (mode: CellMode) => change(mode === 'feel' && state.feel === '' && written !== '-' ? { mode, feel: written } : { mode });
  return (
    <AnchoredDialog anchor={anchor} title={column.label} width={340} onClose={close}>
      <form className="cell-editor-form" onSubmit={(e) => { e.preventDefault(); close(); }}>
        <div className="cell-modes" role="radiogroup" aria-label={t('cell.mode')}>
          {modes.map((mode) => <label key={mode} className={state.mode === mode ? 'is-on' : ''}><input type="radio" name="mode" className="visually-hidden" checked={state.mode === mode} {...(mode === state.mode ? { 'data-first': true } : {})} onChange={() => setMode(mode)} />{t(`cell.modes.${mode}`)}</label>)}
        </div>
        {(state.mode === 'oneOf' || state.mode === 'not') && <ListPart column={column} state={state} change={change} />}
        {state.mode === 'compare' && <ComparePart column={column} state={state} change={change} />}
        {state.mode === 'range' && <RangePart column={column} state={state} change={change} />}
        {state.mode === 'any' && <p className="small muted">{t('cell.anyHint')}</p>}
        {state.mode === 'feel' && <FeelInput text={state.feel} isWrong={isFaulty(model, column, written)} onChange={(feel) => change({ feel })} />}
        {state.mode !== 'feel' && state.mode !== 'any' && isFaulty(model, column, written) && <p className="small danger" role="alert">{t('cell.valueWrong')}</p>}
        <div className="row cell-foot">
          <button type="button" className="plain-button" onClick={() => setState(beginEdit(text, column.type))}>{t('cell.reset')}</button>
          <span className="grow" />
          <button type="submit" className="plain-button is-strong">{t('cell.done')}</button>
        </div>
      </form>
    </AnchoredDialog>
  );
}
