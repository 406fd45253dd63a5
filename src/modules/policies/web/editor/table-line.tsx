import { useDraggable, useDroppable } from '@dnd-kit/core';
import { GripVertical, MoreHorizontal } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import type { Row } from '#meta/decisions/decision-model.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { cellWords, isFeelCell, resultWords } from '../../rules/cell-words.ts';
import { readResult } from '../../rules/result-form.ts';
import { Cell, ConditionChips, type LineProps, ResultChips, Words, wordsOf } from './row-chips.tsx';

/** Characters of a cell that stay on one line. */
const LONG = 18;

function Grip({ row, index }: { row: Row; index: number }) {
  const t = useTexts(policiesTexts);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef } = useDraggable({ id: row.id });
  return <span ref={setNodeRef}><button ref={setActivatorNodeRef} type="button" className="row-grip" {...attributes} {...listeners} tabIndex={-1} aria-label={t('row.grip', { row: index + 1 })}><GripVertical size={14} aria-hidden /></button></span>;
}

/** The clause that a row cites; pressed, its wording and the others to choose from. */
function ClauseCell({ row, index, isFaulty, onOpen }: { row: Row; index: number; isFaulty: boolean; onOpen(event: MouseEvent<HTMLButtonElement>): void }) {
  const t = useTexts(policiesTexts);
  return (
    <td className="cell-clause">
      <button type="button" className={`why-mark${row.clause === '' || isFaulty ? ' is-missing' : ''}`} tabIndex={-1} data-cell="clause-0" aria-haspopup="dialog" onClick={onOpen}><span className="visually-hidden">{t('row.numbered', { row: index + 1 })}</span>
        {row.clause === '' ? t('row.noClause') : <ClauseMark clause={row.clause} />}
      </button>
    </td>
  );
}

/** One row in readable cells; a press or Enter opens the cell's small editor. */
export const TableLine = memo(function TableLine(props: LineProps) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { outputs, row, index, columns, diff, isEditable, isMarked, onOpen } = props;
  const { setNodeRef, isOver, active } = useDroppable({ id: row.id, disabled: !isEditable });
  const faulty = props.faulty === '' ? [] : props.faulty.split('\n');
  const was = diff?.kind === 'changed' ? diff.before : null;
  const before = (kind: 'conditions' | 'results', column: number) => (diff?.[kind].has(column) ? (was?.[kind][column] ?? '') : undefined);
  const openClause = (event: MouseEvent<HTMLButtonElement>) => onOpen('clause', row.id, 0, event.currentTarget);
  const className = ['policy-row', diff && diff.kind !== 'same' ? 'is-changed' : '', isMarked ? 'is-marked' : '', isOver && active?.id !== row.id ? 'is-over' : ''].filter(Boolean).join(' ');
  return (
    <tr ref={setNodeRef} className={className} data-row={row.id}>
      {isEditable && <td className="cell-grip no-print"><Grip row={row} index={index} /></td>}
      <ClauseCell row={row} index={index} isFaulty={faulty.includes('')} onOpen={openClause} />
      {props.isCompact && <td className="cell-conditions"><ConditionChips props={props} faulty={faulty} /></td>}
      {props.isCompact && props.isPhone && <td className="cell-results"><ResultChips props={props} faulty={faulty} /></td>}
      {!props.isCompact && columns.map((column, at) => {
        const text = row.conditions[at] ?? '-';
        const words = cellWords(text, wordsOf(column), locale);
        const old = before('conditions', at);
        const shown = <Words now={words} was={old === undefined ? undefined : cellWords(old === '' ? '-' : old, wordsOf(column), locale)} />;
        return <td key={column.expression}><Cell kind="condition" column={at} label={t('row.cellOf', { column: column.label })} text={shown} isFeel={isFeelCell(text)} isLong={words.length > LONG} isFaulty={faulty.includes(column.expression)} props={props} /></td>;
      })}
      {!(props.isCompact && props.isPhone) && outputs.map((output, at) => {
        const text = row.results[at] ?? '';
        const words = resultWords(text, output, locale);
        const old = before('results', at);
        const shown = <Words now={words} was={old === undefined ? undefined : resultWords(old, output, locale)} />;
        return (
          <td key={output.name} className={`${at === 0 ? 'is-first-result' : ''}${output.type === 'number' ? ' is-number' : ''}`}>
            <Cell kind="result" column={at} label={t('row.cellOf', { column: output.label[locale] })} text={words === '' && old === undefined ? <span className="faint">–</span> : shown} isFeel={readResult(text, output.type).kind === 'feel'} isLong={words.length > LONG} isFaulty={faulty.includes(output.name)} props={props} />
          </td>
        );
      })}
      {isEditable && (
        <td className="cell-menu no-print"><button type="button" className="row-menu" tabIndex={-1} data-cell="menu-0" aria-haspopup="dialog" aria-label={t('row.menu', { row: index + 1 })} onClick={(event) => onOpen('menu', row.id, 0, event.currentTarget)}><MoreHorizontal size={15} aria-hidden /></button></td>
      )}
    </tr>
  );
});
