import { DndContext, type DragEndEvent, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { Plus } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DecisionTable } from '#meta/decisions/decision-model.ts';
import { useIsPhone } from '#kit/tokens/media-query.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { CellEditor } from '../cells/condition-editor.tsx';
import { ResultEditor } from '../cells/result-editor.tsx';
import { diffModels, type RowDiff } from '../compare/model-diff.ts';
import type { Checked } from './check-model.ts';
import { ClausePopup } from '../clauses/clause-editor.tsx';
import { AddColumn, InputHead, OutputHead } from './column-menus.tsx';
import { useEditing } from './editing.ts';
import { faultRemark, findingRemark, type Remark } from './finding-words.ts';
import { addRow, freeId, moveRow, setCondition, setResult } from './model-edit.ts';
import { MoreConditions, RowMenu } from './row-menu.tsx';
import { columnsOf } from './condition-columns.ts';
import { Remarks, TableHead } from './table-head.tsx';
import { keepOneTabStop, onTableKey } from './table-keys.ts';
import type { CellKind } from './row-chips.tsx';
import { TableLine } from './table-line.tsx';

/** More condition columns than fit beside their results; a table that is only read then shows them in one. */
const WIDE = 8;

interface OpenCell {
  readonly kind: CellKind;
  readonly row: string;
  readonly column: number;
}

/** What the page says of this table: faults of its cells, then what the checker found. */
function useRemarks(table: DecisionTable, checked: Checked | null): readonly Remark[] {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  return useMemo(() => {
    if (checked === null || !checked.model.tables.some((each) => each.name === table.name)) return [];
    const faults = checked.faults.filter((each) => each.place.table === table.name).map((each) => faultRemark(checked.model, each, locale, t));
    return [...faults, ...checked.findings.filter((each) => each.table === table.name).flatMap((each) => findingRemark(checked.model, each, locale, t) ?? [])];
  }, [checked, table.name, locale, t]);
}

function useDiff(name: string): ReadonlyMap<string, RowDiff> {
  const { model, base } = useEditing();
  return useMemo(() => {
    const rows = base ? (diffModels(base, model).tables.find((each) => each.name === name)?.rows ?? []) : [];
    return new Map(rows.flatMap((each) => (each.after && each.kind !== 'same' ? [[each.after.id, each] as const] : [])));
  }, [model, base, name]);
}

interface PopupProps { readonly open: OpenCell; readonly anchor: RefObject<HTMLElement | null>; readonly table: DecisionTable; onPick(column: number): void; onClose(): void }

function Popup({ open, anchor, table, onPick, onClose }: PopupProps) {
  const { locale } = useLocale();
  const { model, apply } = useEditing();
  const row = table.rows.find((each) => each.id === open.row);
  const columns = columnsOf(model, table, locale);
  const column = columns[open.column];
  const output = table.outputs[open.column];
  if (!row) return null;
  if (open.kind === 'clause') return <ClausePopup anchor={anchor} table={table.name} row={open.row} onClose={onClose} />;
  if (open.kind === 'menu') return <RowMenu anchor={anchor} table={table} row={open.row} onClose={onClose} />;
  if (open.kind === 'more') return <MoreConditions anchor={anchor} columns={columns} row={row} onPick={onPick} onClose={onClose} />;
  if (open.kind === 'condition' && column) {
    const text = row.conditions[open.column] ?? '-';
    return <CellEditor anchor={anchor} model={model} column={column} text={text} onDone={(next) => { if (next !== text) apply(setCondition(table.name, row.id, open.column, next)); onClose(); }} />;
  }
  if (open.kind === 'result' && output) {
    const text = row.results[open.column] ?? '';
    return <ResultEditor anchor={anchor} output={output} text={text} onDone={(next) => { if (next !== text) apply(setResult(table.name, row.id, open.column, next)); onClose(); }} />;
  }
  return null;
}

/** One decision table: readable rows, small editors, order by drag or Alt with arrows, the checker's word above (PL-40). */
export function TableCard({ table, checked, marked }: { table: DecisionTable; checked: Checked | null; marked: string | null }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { model, isEditable, apply } = useEditing();
  const body = useRef<HTMLTableElement>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const [open, setOpen] = useState<OpenCell | null>(null);
  const remarks = useRemarks(table, checked);
  const diff = useDiff(table.name);
  // Facts change far more rarely than cells: rows are drawn again only when their own words may have changed.
  const { facts, derived, parameters } = model;
  const earlier = model.tables.filter((each) => each.name !== table.name);
  const columnKey = JSON.stringify([facts, derived, parameters, table.inputs, table.outputs, earlier.map((each) => [each.name, each.label, each.outputs])]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for everything that columns are made of
  const columns = useMemo(() => columnsOf(model, table, locale), [columnKey, locale]);
  const isPhone = useIsPhone();
  const [isSpread, setSpread] = useState(false);
  const canFold = columns.length > WIDE || (isPhone && columns.length > 1);
  const isCompact = canFold && !isSpread;
  useEffect(() => { if (body.current) keepOneTabStop(body.current, null); });
  const onOpen = useCallback((kind: CellKind, row: string, column: number, from: HTMLElement) => {
    anchor.current = from;
    setOpen({ kind, row, column });
  }, []);
  const close = useCallback(() => setOpen(null), []);
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 4 } }), useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }));
  const indexOf = (id: string) => table.rows.findIndex((row) => row.id === id);
  const drop = ({ active, over }: DragEndEvent) => { if (over && over.id !== active.id) apply(moveRow(table.name, String(active.id), indexOf(String(over.id)))); };
  const keys = {
    move: (row: string, step: -1 | 1) => {
      const cell = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['cell'] : undefined;
      apply(moveRow(table.name, row, indexOf(row) + step));
      requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"] [data-cell="${cell}"]`)?.focus());
    },
    clear: (row: string, cell: string) => {
      const [kind, column] = cell.split('-');
      if (kind === 'condition') apply(setCondition(table.name, row, Number(column), '-'));
      if (kind === 'result') apply(setResult(table.name, row, Number(column), ''));
    },
  };
  const jump = (row: string) => {
    const line = body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
    line?.scrollIntoView({ block: 'nearest' });
    line?.querySelector<HTMLElement>('[data-cell]')?.focus();
  };
  const faultyOf = (row: string) => remarks.filter((each) => each.column !== undefined && each.rows.includes(row)).map((each) => each.column).join('\n');
  const flagged = new Set(remarks.filter((each) => each.column === undefined).flatMap((each) => each.rows));
  return (
    <section className="card table-card">
      <TableHead table={table} checked={checked} fold={canFold ? { isSpread, toggle: () => setSpread(!isSpread) } : undefined} />
      <Remarks remarks={remarks} onJump={jump} />
      <DndContext sensors={sensors} onDragEnd={drop}>
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys belong to the buttons inside; they bubble up to here */}
        <div className="policy-scroll" onKeyDown={isEditable ? (event) => onTableKey(event, keys) : undefined} onFocus={(event) => { if (body.current && event.target instanceof HTMLElement) keepOneTabStop(body.current, event.target); }}>
          <table ref={body} className={`decision-table${isEditable ? ' is-editable' : ''}${isCompact ? ' is-compact' : ''}`} aria-label={table.label[locale]}>
            <thead>
              <tr>
                {isEditable && <th className="cell-grip no-print" aria-hidden />}
                <th scope="col" className="cell-clause">{t('clause.title')}</th>
                {isCompact && <th scope="col">{t('table.conditions')}</th>}
                {!isCompact && columns.map((column, at) => <th key={column.expression} scope="col"><InputHead table={table} column={column} index={at} /></th>)}
                {isCompact && isPhone ? <th scope="col">{t('table.results')}</th> : table.outputs.map((output, at) => <th key={output.name} scope="col" className={at === 0 ? 'is-first-result' : ''}><OutputHead table={table} index={at} /></th>)}
                {isEditable && <th className="cell-menu no-print" aria-hidden />}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                <TableLine
                  key={row.id} outputs={table.outputs} row={row} index={index} columns={columns} diff={diff.get(row.id)} isEditable={isEditable} isCompact={isCompact} isPhone={isPhone} faulty={faultyOf(row.id)} isMarked={marked === row.id || flagged.has(row.id)} onOpen={onOpen}
                />
              ))}
            </tbody>
          </table>
        </div>
      </DndContext>
      {table.rows.length === 0 && <p className="card-body muted">{t('table.empty')}</p>}
      {isEditable && (
        <div className="table-foot no-print">
          <button type="button" className="plain-button" onClick={() => apply(addRow(table.name, freeId(table.rows.map((row) => row.id), 'r')))}><Plus size={14} aria-hidden />{t('row.add')}</button>
          <AddColumn table={table} />
          <span className="grow" /><span className="small faint table-keys">{t('table.keys')}</span>
        </div>
      )}
      {open && <Popup key={`${open.kind} ${open.row} ${open.column}`} open={open} anchor={anchor} table={table} onPick={(column) => setOpen({ kind: 'condition', row: open.row, column })} onClose={close} />}
    </section>
  );
}
