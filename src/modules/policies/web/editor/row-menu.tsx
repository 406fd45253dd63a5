import type { RefObject } from 'react';
import type { DecisionTable, Row } from '#meta/decisions/decision-model.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AnchoredDialog } from '#kit/why/anchored-dialog.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import type { CellColumn } from '../cells/condition-editor.tsx';
import { useEditing } from './editing.ts';
import { addRow, copyRow, freeId, moveRow, removeRow } from './model-edit.ts';

interface MenuProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly table: DecisionTable;
  readonly row: string;
  onClose(): void;
}

/** What can be done with a row: below it, beside it, away with it. Everything can be undone. */
export function RowMenu({ anchor, table, row, onClose }: MenuProps) {
  const t = useTexts(policiesTexts);
  const { apply } = useEditing();
  const index = table.rows.findIndex((each) => each.id === row);
  const id = freeId(table.rows.map((each) => each.id), 'r');
  const act = (edit: Parameters<typeof apply>[0]) => () => { apply(edit); onClose(); };
  return (
    <AnchoredDialog anchor={anchor} title={t('row.menu', { row: index + 1 })} isTitleHidden width={200} onClose={onClose}>
      <div className="menu-lines">
        <button type="button" className="plain-button" data-first onClick={act(addRow(table.name, id, row))}>{t('row.insert')}</button>
        <button type="button" className="plain-button" onClick={act(copyRow(table.name, row, id))}>{t('row.copy')}</button>
        <button type="button" className="plain-button" disabled={index === 0} onClick={act(moveRow(table.name, row, index - 1))}>{t('row.up')}<kbd>Alt ↑</kbd></button>
        <button type="button" className="plain-button" disabled={index === table.rows.length - 1} onClick={act(moveRow(table.name, row, index + 1))}>{t('row.down')}<kbd>Alt ↓</kbd></button>
        <button type="button" className="plain-button danger" onClick={act(removeRow(table.name, row))}>{t('row.remove')}</button>
      </div>
    </AnchoredDialog>
  );
}

interface MoreProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly columns: readonly CellColumn[];
  readonly row: Row;
  onPick(column: number): void;
  onClose(): void;
}

/** The columns of a folded row that have no condition yet. */
export function MoreConditions({ anchor, columns, row, onPick, onClose }: MoreProps) {
  const t = useTexts(policiesTexts);
  const free = columns.flatMap((column, at) => (['-', ''].includes((row.conditions[at] ?? '-').trim()) ? [{ column, at }] : []));
  return (
    <AnchoredDialog anchor={anchor} title={t('row.more')} width={240} onClose={onClose}>
      <div className="menu-lines">
        {free.map(({ column, at }, place) => <button key={column.expression} type="button" className="plain-button" {...(place === 0 && { 'data-first': true })} onClick={() => onPick(at)}>{column.label}</button>)}
      </div>
    </AnchoredDialog>
  );
}
