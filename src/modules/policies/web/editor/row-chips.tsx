import { Plus } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import type { OutputColumn, Row } from '#meta/decisions/decision-model.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import type { CellColumn } from '../cells/condition-editor.tsx';
import type { RowDiff } from '../compare/model-diff.ts';
import { type ColumnWords, cellWords, isFeelCell, resultWords } from '../../rules/cell-words.ts';
import { readResult } from '../../rules/result-form.ts';

export type CellKind = 'clause' | 'condition' | 'result' | 'menu' | 'more';

export interface LineProps {
  readonly outputs: readonly OutputColumn[];
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly CellColumn[];
  readonly diff: RowDiff | undefined;
  readonly isEditable: boolean;
  /** Conditions in one cell, only those that the row has: a wide table reads as sentences. On a phone the results too. */
  readonly isCompact: boolean;
  readonly isPhone: boolean;
  /** Places of this row with a fault: expressions and names of outputs. */
  readonly faulty: string;
  readonly isMarked: boolean;
  onOpen(kind: CellKind, row: string, column: number, anchor: HTMLElement): void;
}

export const wordsOf = (column: CellColumn): ColumnWords | null => (column.type === null ? null : { type: column.type, ...(column.choices ? { choices: column.choices } : {}), ...(column.unit ? { unit: column.unit } : {}) });

/** A value, with what it was before the draft. */
export function Words({ now, was }: { now: string; was: string | undefined }) {
  return was === undefined ? <>{now}</> : <>{was !== '' && <><s className="cell-was">{was}</s> </>}<b className="cell-now">{now === '' ? '–' : now}</b></>;
}

/** A cell in words; a button where it can be edited. */
export function Cell({ kind, column, label, text, isFeel, isLong, isFaulty, props }: { kind: 'condition' | 'result'; column: number; label: string; text: ReactNode; isFeel: boolean; isLong: boolean; isFaulty: boolean; props: LineProps }) {
  const className = `cell${isFeel ? ' is-feel' : ''}${isLong ? ' is-long' : ''}${isFaulty ? ' is-faulty' : ''}`;
  if (!props.isEditable) return <span className={className}>{text}</span>;
  const open = (event: MouseEvent<HTMLButtonElement>) => props.onOpen(kind, props.row.id, column, event.currentTarget);
  return <button type="button" className={className} tabIndex={-1} data-cell={`${kind}-${column}`} aria-haspopup="dialog" onClick={open}><span className="visually-hidden">{label}</span>{text}</button>;
}

interface ChipsProps { readonly props: LineProps; readonly faulty: readonly string[] }

const isAny = (text: string | undefined): boolean => text === undefined || text.trim() === '-' || text.trim() === '';

/** What a row was before, cell by cell; undefined where it is as before. */
function wasOf({ diff }: LineProps, kind: 'conditions' | 'results', column: number): string | undefined {
  const was = diff?.kind === 'changed' ? diff.before : null;
  return diff?.[kind].has(column) ? (was?.[kind][column] ?? '') : undefined;
}

/** `认定 普通来访 · 原登记有效 是`: the conditions that a row has, in the columns' order; a draft can add another one. */
export function ConditionChips({ props, faulty }: ChipsProps) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { row, columns, isEditable, onOpen } = props;
  const given = columns.flatMap((column, at) => {
    const text = row.conditions[at] ?? '-';
    const was = wasOf(props, 'conditions', at);
    return isAny(text) && was === undefined ? [] : [{ column, at, text, was }];
  });
  const more = (event: MouseEvent<HTMLButtonElement>) => onOpen('more', row.id, 0, event.currentTarget);
  return (
    <span className="row-conditions">
      {given.length === 0 && <span className="muted">{t('row.otherwise')}</span>}
      {given.map(({ column, at, text, was }) => (
        <span key={column.expression} className={isEditable ? 'row-chip' : ''}>
          <span className="muted" aria-hidden={isEditable}>{column.label}</span>{' '}
          <Cell
            kind="condition" column={at} label={t('row.cellOf', { column: column.label })} isFeel={isFeelCell(text)} isLong={false} isFaulty={faulty.includes(column.expression)} props={props}
            text={<Words now={cellWords(text, wordsOf(column), locale)} was={was === undefined ? undefined : cellWords(was === '' ? '-' : was, wordsOf(column), locale)} />}
          />
        </span>
      ))}
      {isEditable && given.length < columns.length && <button type="button" className="row-more no-print" tabIndex={-1} data-cell="more-0" aria-haspopup="dialog" aria-label={t('row.more')} onClick={more}><Plus size={14} aria-hidden /></button>}
    </span>
  );
}

/** On a phone: every result with its name below the conditions. */
export function ResultChips({ props, faulty }: ChipsProps) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const { row, outputs, isEditable } = props;
  return (
    <span className="row-conditions">
      {outputs.map((output, at) => {
        const text = row.results[at] ?? '';
        const was = wasOf(props, 'results', at);
        const words = resultWords(text, output, locale);
        if (words === '' && was === undefined && !isEditable) return null;
        return (
          <span key={output.name} className={isEditable ? 'row-chip' : ''}>
            <span className="muted" aria-hidden={isEditable}>{output.label[locale]}</span>{' '}
            <Cell
              kind="result" column={at} label={t('row.cellOf', { column: output.label[locale] })} isFeel={readResult(text, output.type).kind === 'feel'} isLong={false} isFaulty={faulty.includes(output.name)} props={props}
              text={words === '' && was === undefined ? <span className="faint">–</span> : <Words now={words} was={was === undefined ? undefined : resultWords(was, output, locale)} />}
            />
          </span>
        );
      })}
    </span>
  );
}
