import type { ObjectMeta } from '#meta/view-model.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isEditable } from '../../field/is-editable.ts';
import { showToast } from '../../overlay/toast-store.ts';
import type { SummaryRow } from '../../records/record-types.ts';
import { useKitTexts } from '../../texts/use-texts.ts';
import { useLook } from '../../tokens/look-provider.tsx';
import { GridGroupRow } from './grid-group-row.tsx';
import { GridHeader } from './grid-header.tsx';
import { type GridPosition, handleGridKey } from './grid-keys.ts';
import { type GridLine, groupId } from './grid-lines.ts';
import { cellId, GridRow } from './grid-row.tsx';
import type { Column } from '../list-columns.ts';
import { rememberedScroll, rememberScroll } from '../list-memory.ts';
import type { Selection } from '../list-selection.ts';
import { useCellSave } from './use-cell-save.ts';
import './grid.css';

export interface RecordGridProps {
  readonly object: ObjectMeta;
  readonly lines: readonly GridLine[];
  readonly columns: readonly Column[];
  readonly sort: string;
  readonly groupBy: string | undefined;
  readonly sums: readonly string[];
  readonly selection: Selection;
  readonly count: number | undefined;
  readonly memoryKey: string;
  readonly isEnd: boolean;
  readonly label: string;
  hrefOf(id: string): string;
  onSort(sort: string): void;
  onResize(key: string, width: number): void;
  onMove(columns: readonly string[]): void;
  onReachEnd(): void;
  onPeek(id: string): void;
  onOpen(id: string): void;
  onFollow(id: string): void;
  onToggleGroup(group: SummaryRow): void;
  onOpenGroup(group: SummaryRow): void;
}

const keyOf = (line: GridLine | undefined, at: number): string | number => {
  if (!line) return at;
  if (line.kind === 'record') return line.record.id;
  return line.kind === 'waiting' ? `wait-${line.id}` : `${line.kind}-${groupId(line.group)}`;
};

const HEADER_HEIGHT = 38;

function useGridVirtual({ lines, memoryKey, isEnd, onReachEnd }: RecordGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { preferences } = useLook();
  const rowHeight = preferences.density === 'compact' ? 30 : 38;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => keyOf(lines[at], at),
    overscan: 10,
    scrollPaddingStart: HEADER_HEIGHT,
    initialOffset: () => rememberedScroll(memoryKey),
  });
  useEffect(() => {
    virtual.measure();
  }, [rowHeight, virtual]);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = rememberedScroll(memoryKey);
  }, [memoryKey]);
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (!isEnd && last >= lines.length - 12) onReachEnd();
  }, [last, lines.length, isEnd, onReachEnd]);
  const screen = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
  return { scroller, virtual, screen };
}

function useActiveCell(props: RecordGridProps, focusGrid: () => void) {
  const t = useKitTexts();
  const [at, setAt] = useState<GridPosition>({ row: 0, column: 0 });
  const [isEditing, setEditing] = useState(false);
  const { lines, columns, object, onFollow } = props;
  const edit = useCallback(
    (row: number, column: number) => {
      const line = lines[row];
      const field = columns[column]?.field;
      if (line?.kind !== 'record' || !field) return;
      const may = isEditable(field) && field.access.view === 'full' && object.writes === 'records' && object.grants.update !== undefined;
      if (!may) return showToast(t('list.notEditable'));
      setAt({ row, column });
      setEditing(true);
    },
    [lines, columns, object, t],
  );
  const activate = useCallback((row: number, column: number) => {
    setAt((old) => {
      if (old.row !== row || old.column !== column) setEditing(false);
      return { row, column };
    });
  }, []);
  const close = useCallback(() => {
    setEditing(false);
    focusGrid();
  }, [focusGrid]);
  const enter = () => {
    const line = lines[at.row];
    if (line?.kind === 'group') props.onToggleGroup(line.group);
    else if (line?.kind === 'more') props.onOpenGroup(line.group);
    else if (line?.kind === 'record' && at.column === 0) onFollow(line.record.id);
    else edit(at.row, at.column);
  };
  return { at, setAt, isEditing, edit, activate, close, enter };
}

/** A spreadsheet-like table of any object: 38 px rows drawn only where they are seen, sticky header and first column. */
export function RecordGrid(props: RecordGridProps) {
  const t = useKitTexts();
  const { object, lines, columns, selection, groupBy } = props;
  const { scroller, virtual, screen } = useGridVirtual(props);
  const focusGrid = useCallback(() => scroller.current?.focus({ preventScroll: true }), [scroller]);
  const { at, setAt, isEditing, edit, activate, close, enter } = useActiveCell(props, focusGrid);
  const save = useCellSave(object);
  const recordAt = (row: number) => {
    const line = lines[row];
    return line?.kind === 'record' ? line.record : undefined;
  };
  const select = (row: number, isSpan: boolean) => {
    const id = recordAt(row)?.id;
    if (id !== undefined) (isSpan ? selection.toggleTo : selection.toggle)(id);
  };
  const template = ['40px', ...columns.map((c) => `${c.width}px`), 'minmax(0, 1fr)'].join(' ');
  const loaded = lines.filter((l) => l.kind === 'record').length;
  return (
    <div
      ref={scroller} className="grid" role="grid" tabIndex={0} aria-label={props.label} aria-multiselectable aria-rowcount={(props.count ?? -2) + 1} aria-colcount={columns.length + 1}
      aria-activedescendant={lines.length > 0 ? cellId(at.row, at.column) : undefined} style={{ '--columns': template } as React.CSSProperties}
      onScroll={(e) => rememberScroll(props.memoryKey, e.currentTarget.scrollTop)}
      onKeyDown={(event) =>
        handleGridKey(event, {
          rows: lines.length, columns: columns.length, screen, at, enter,
          move: (to) => { setAt(to); virtual.scrollToIndex(to.row); },
          select: (isSpan) => select(at.row, isSpan),
          peek: () => { const id = recordAt(at.row)?.id; if (id !== undefined) props.onPeek(id); },
          selectLoaded: selection.selectLoaded,
        })
      }
    >
      <GridHeader columns={columns} sort={props.sort} selection={selection} isAllLoaded={loaded > 0 && selection.ids.size >= loaded} onSort={props.onSort} onResize={props.onResize} onMove={props.onMove} />
      <div role="presentation" className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          const isActiveRow = at.row === item.index;
          if (line.kind === 'record') {
            const { record } = line;
            return (
              <GridRow
                key={item.key} object={object} record={record} line={item.index} top={item.start} columns={columns} href={props.hrefOf(record.id)} isSelected={selection.has(record.id)}
                active={isActiveRow ? at.column : -1} isEditing={isActiveRow && isEditing} onSelect={select} onActivate={activate} onEdit={edit} onPeek={props.onPeek}
                onOpen={() => props.onOpen(record.id)} onCloseEditor={close} onSave={save}
              />
            );
          }
          if (line.kind === 'group') {
            return (
              <GridGroupRow
                key={item.key} object={object} groupBy={groupBy ?? ''} group={line.group} sums={props.sums} isOpen={line.isOpen} top={item.start} line={item.index} span={columns.length + 1}
                isActive={isActiveRow} onToggle={() => props.onToggleGroup(line.group)}
              />
            );
          }
          return (
            <div key={item.key} role="row" aria-rowindex={item.index + 2} className="grid-row grid-group" style={{ transform: `translateY(${item.start}px)` }}>
              <div role="gridcell" id={cellId(item.index, 0)} className="grid-group-cell">
                {line.kind === 'waiting' ? <span className="skeleton grid-wait" /> : (
                  <button type="button" tabIndex={-1} className="link-button" onClick={() => props.onOpenGroup(line.group)}>{t('list.openGroup', { count: line.group.count })}</button>
                )}
              </div>
            </div>
          );
        })}
      </div>
      {!props.isEnd && <div role="row"><div role="gridcell" className="grid-more small faint">{t('list.loadingMore')}</div></div>}
    </div>
  );
}
