import { ArrowDown, ArrowUp } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { isNumeric } from '../../field/field-props.ts';
import { usePick } from '../../texts/locale-provider.tsx';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type Column, moveColumn, nextSort, readSort } from '../list-columns.ts';
import type { Selection } from '../list-selection.ts';

interface GridHeaderProps {
  readonly columns: readonly Column[];
  readonly sort: string;
  readonly selection: Selection;
  readonly isAllLoaded: boolean;
  onSort(sort: string): void;
  onResize(key: string, width: number): void;
  onMove(columns: readonly string[]): void;
}

/** Drags the right edge of a header; the pointer is captured, so leaving the table does not lose it. */
function ResizeHandle({ column, onResize }: { column: Column; onResize: GridHeaderProps['onResize'] }) {
  const start = useRef<{ x: number; width: number }>(undefined);
  return (
    <span
      className="grid-resize" aria-hidden draggable={false}
      onPointerDown={(e: PointerEvent<HTMLSpanElement>) => {
        e.preventDefault();
        e.stopPropagation();
        e.currentTarget.setPointerCapture(e.pointerId);
        start.current = { x: e.clientX, width: column.width };
      }}
      onPointerMove={(e) => { if (start.current) onResize(column.field.key, start.current.width + e.clientX - start.current.x); }}
      onPointerUp={() => { start.current = undefined; }}
    />
  );
}

function SortMark({ sort, name }: { sort: string; name: string }) {
  const parts = readSort(sort);
  const at = parts.findIndex((p) => p.key === name);
  const part = parts[at];
  if (!part) return null;
  const Icon = part.isDescending ? ArrowDown : ArrowUp;
  return <span className="grid-sort"><Icon size={13} aria-hidden />{parts.length > 1 && <sub>{at + 1}</sub>}</span>;
}

const ariaSort = (sort: string, key: string): 'ascending' | 'descending' | 'none' => {
  const part = readSort(sort).find((p) => p.key === key);
  return part ? (part.isDescending ? 'descending' : 'ascending') : 'none';
};

function HeaderCell({ column, at, props }: { column: Column; at: number; props: GridHeaderProps }) {
  const pick = usePick();
  const { field, width } = column;
  const keys = props.columns.map((c) => c.field.key);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step === 0 || (!event.altKey && !event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.altKey && at > 0) props.onMove(moveColumn(keys, field.key, at + step));
    if (event.shiftKey) props.onResize(field.key, width + step * 16);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const moved = event.dataTransfer.getData('text/x-column');
    if (moved && keys.includes(moved)) props.onMove(moveColumn(keys, moved, at));
  };
  return (
    <div
      role="columnheader" aria-colindex={at + 2} {...(field.isSortable ? { 'aria-sort': ariaSort(props.sort, field.key) } : {})}
      className={`grid-head-cell${at === 0 ? ' grid-title' : ''}${isNumeric(field) ? ' number' : ''}`}
      draggable={at > 0} onDragStart={(e) => e.dataTransfer.setData('text/x-column', field.key)} onDragOver={(e) => e.preventDefault()} onDrop={onDrop}
    >
      <button
        type="button" className="grid-head-button truncate" onKeyDown={onKeyDown} aria-disabled={!field.isSortable}
        onClick={(e) => { if (field.isSortable) props.onSort(nextSort(props.sort, field.key, e.shiftKey)); }}
      >
        {pick(field.label)}<SortMark sort={props.sort} name={field.key} />
      </button>
      <ResizeHandle column={column} onResize={props.onResize} />
    </div>
  );
}

/** The sticky header: click sorts, Shift+click sorts by several, dragging or Alt+arrow moves, the edge or Shift+arrow resizes. */
export function GridHeader(props: GridHeaderProps) {
  const t = useKitTexts();
  const { selection, isAllLoaded } = props;
  const isSome = selection.ids.size > 0 && !isAllLoaded && !selection.isAll;
  return (
    <div role="row" aria-rowindex={1} className="grid-row grid-head">
      <div role="columnheader" aria-colindex={1} className="grid-check">
        <input
          type="checkbox" aria-label={t('list.selectPage')} checked={selection.isAll || isAllLoaded} ref={(box) => { if (box) box.indeterminate = isSome; }}
          onChange={() => (selection.isAll || isAllLoaded ? selection.clear() : selection.selectLoaded())}
        />
      </div>
      {props.columns.map((column, at) => <HeaderCell key={column.field.key} column={column} at={at} props={props} />)}
    </div>
  );
}
