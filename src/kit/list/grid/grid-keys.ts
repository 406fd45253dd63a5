import type { KeyboardEvent } from 'react';

export interface GridPosition {
  readonly row: number;
  /** 0 is the title column. */
  readonly column: number;
}

export interface GridKeyActions {
  readonly rows: number;
  readonly columns: number;
  /** Rows of one screen, for Page Up and Page Down. */
  readonly screen: number;
  readonly at: GridPosition;
  move(to: GridPosition): void;
  enter(): void;
  select(isSpan: boolean): void;
  peek(): void;
  selectLoaded(): void;
}

function target(key: string, isControl: boolean, { at, rows, columns, screen }: GridKeyActions): GridPosition | undefined {
  const row = (to: number): GridPosition => ({ ...at, row: Math.max(0, Math.min(rows - 1, to)) });
  const column = (to: number): GridPosition => ({ ...at, column: Math.max(0, Math.min(columns - 1, to)) });
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return row(at.row + 1);
    case 'ArrowUp':
    case 'k':
      return row(at.row - 1);
    case 'ArrowRight':
      return column(at.column + 1);
    case 'ArrowLeft':
      return column(at.column - 1);
    case 'PageDown':
      return row(at.row + screen);
    case 'PageUp':
      return row(at.row - screen);
    case 'Home':
      return isControl ? { row: 0, column: 0 } : column(0);
    case 'End':
      return isControl ? { row: rows - 1, column: columns - 1 } : column(columns - 1);
    default:
      return undefined;
  }
}

/** Keys of the table: arrows move, Enter opens or edits, Space selects, P peeks (role grid of the ARIA practices). */
export function handleGridKey(event: KeyboardEvent, actions: GridKeyActions): void {
  if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
  const isControl = event.ctrlKey;
  const to = target(event.key, isControl, actions);
  const run = to
    ? () => actions.move(to)
    : event.key === 'Enter' || event.key === 'F2'
      ? actions.enter
      : event.key === ' '
        ? () => actions.select(event.shiftKey)
        : event.key === 'p' && !isControl
          ? actions.peek
          : event.key === 'a' && isControl
            ? actions.selectLoaded
            : undefined;
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}
