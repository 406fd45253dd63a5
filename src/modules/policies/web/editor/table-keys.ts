import type { KeyboardEvent } from 'react';

const cellsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[data-cell]')];

/** The cell to go to from the focused one; undefined for keys that move nothing. */
function target(event: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const at = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null;
  const row = at?.closest('tr');
  if (!at || !row) return undefined;
  const cells = cellsOf(row);
  const index = cells.indexOf(at);
  const beside = (step: -1 | 1) => {
    const rows = [...(row.parentElement?.querySelectorAll('[data-row]') ?? [])];
    const other = rows[rows.indexOf(row) + step];
    if (!other) return undefined;
    // A folded row has only the conditions that it needs: the same column where there is one, else about the same place.
    const others = cellsOf(other);
    return others.find((each) => each.dataset['cell'] === at.dataset['cell']) ?? others[Math.min(index, others.length - 1)];
  };
  switch (event.key) {
    case 'ArrowRight': return cells[index + 1];
    case 'ArrowLeft': return cells[index - 1];
    case 'ArrowDown': return beside(1);
    case 'ArrowUp': return beside(-1);
    case 'Home': return cells[0];
    case 'End': return cells.at(-1);
    default: return undefined;
  }
}

/** Keys inside a table: arrows walk the cells, Alt with up and down moves the row, Delete opens the condition to any. */
export function onTableKey(event: KeyboardEvent<HTMLElement>, act: { move(row: string, step: -1 | 1): void; clear(row: string, cell: string): void }): void {
  const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null;
  const row = cell?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (!cell || row === undefined || event.ctrlKey || event.metaKey) return;
  if (event.altKey) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    act.move(row, event.key === 'ArrowUp' ? -1 : 1);
    return;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    act.clear(row, cell.dataset['cell'] ?? '');
    return;
  }
  const next = target(event);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** One cell of the table is in the tab order: the one that had the focus last, else the first. */
export function keepOneTabStop(table: HTMLElement, focused: HTMLElement | null): void {
  const cells = [...table.querySelectorAll<HTMLElement>('[data-cell]')];
  const stop = focused && cells.includes(focused) ? focused : (cells.find((each) => each.tabIndex === 0) ?? cells[0]);
  for (const cell of cells) cell.tabIndex = cell === stop ? 0 : -1;
}
