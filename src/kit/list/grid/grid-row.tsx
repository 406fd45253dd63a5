import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { PanelRight } from 'lucide-react';
import { lazy, memo, Suspense } from 'react';
import { isNumeric } from '../../field/field-props.ts';
import { FieldValue } from '../../field/field-value.tsx';
import { type RecordData, titleOf } from '../../records/record-types.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { useKitTexts } from '../../texts/use-texts.ts';
import type { Column } from '../list-columns.ts';

const CellEditor = lazy(() => import('./cell-editor.tsx'));

export interface GridRowProps {
  readonly object: ObjectMeta;
  readonly record: RecordData;
  readonly line: number;
  readonly top: number;
  readonly columns: readonly Column[];
  readonly href: string;
  readonly isSelected: boolean;
  /** The active column, or -1. */
  readonly active: number;
  readonly isEditing: boolean;
  onSelect(line: number, isSpan: boolean): void;
  onActivate(line: number, column: number): void;
  onEdit(line: number, column: number): void;
  onPeek(id: string): void;
  onOpen(): void;
  onCloseEditor(): void;
  onSave(record: RecordData, field: FieldMeta, value: unknown): Promise<void>;
}

export const cellId = (line: number, column: number): string => `cell-${line}-${column}`;

function TitleCell({ object, record, href, field, onPeek, onOpen }: Pick<GridRowProps, 'object' | 'record' | 'href' | 'onPeek' | 'onOpen'> & { field: FieldMeta }) {
  const t = useKitTexts();
  const title = titleOf(object, record);
  return (
    <>
      <PageLink to={href} className="truncate grid-link" tabIndex={-1} title={title} onClick={onOpen}>
        <FieldValue object={object} field={field} value={record[field.key]} record={record} isCell />
      </PageLink>
      <button type="button" tabIndex={-1} className="grid-peek" aria-label={`${t('list.peek')}${t('app.colon')}${title}`} title={t('list.peek')} onClick={() => onPeek(record.id)}>
        <PanelRight size={14} aria-hidden />
      </button>
    </>
  );
}

function GridCell({ props, column, at }: { props: GridRowProps; column: Column; at: number }) {
  const { object, record, line, active, isEditing } = props;
  const { field } = column;
  const isActive = active === at;
  return (
    <div
      role="gridcell" id={cellId(line, at)} aria-colindex={at + 2} aria-selected={isActive}
      className={`grid-cell${at === 0 ? ' grid-title' : ''}${isActive ? ' is-active' : ''}${isNumeric(field) ? ' number' : ''}`}
      onMouseDown={() => props.onActivate(line, at)} onDoubleClick={() => props.onEdit(line, at)}
    >
      {isActive && isEditing ? (
        <Suspense fallback={null}>
          <CellEditor object={object} field={field} record={record} save={(value) => props.onSave(record, field, value)} onClose={props.onCloseEditor} />
        </Suspense>
      ) : at === 0 ? (
        <TitleCell object={object} record={record} field={field} href={props.href} onPeek={props.onPeek} onOpen={props.onOpen} />
      ) : (
        <span className="truncate"><FieldValue object={object} field={field} value={record[field.key]} record={record} isCell /></span>
      )}
    </div>
  );
}

/** One record of the table. Memoised: moving the active cell draws two rows, not all of them. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const t = useKitTexts();
  const { record, object, line, top, isSelected } = props;
  return (
    <div role="row" aria-rowindex={line + 2} aria-selected={isSelected} className={`grid-row grid-body-row${isSelected ? ' is-selected' : ''}`} style={{ transform: `translateY(${top}px)` }}>
      <div role="gridcell" aria-colindex={1} className="grid-check">
        <input
          type="checkbox" tabIndex={-1} checked={isSelected} aria-label={t('list.selectRow', { name: titleOf(object, record) })}
          onClick={(e) => props.onSelect(line, e.shiftKey)} onChange={() => {}}
        />
      </div>
      {props.columns.map((column, at) => <GridCell key={column.field.key} props={props} column={column} at={at} />)}
    </div>
  );
});
