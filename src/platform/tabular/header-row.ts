import type { TableCell } from './table-types.ts';

export type NumberedRow = { number: number; cells: TableCell[] };

/** Zero-based columns, row numbers as in the file, both ends included. */
export type MergedRange = { top: number; left: number; bottom: number; right: number };

export type FoundHeader = { headers: string[]; headerRow: number };

const searchedRows = 10;

/**
 * Finds the header among the first ten filled rows (CU-12): the first row that is about as wide as the table and mostly
 * text. A title or a note above it is narrow and so passed over. Undefined when there is no filled row.
 */
export function findHeader(rows: readonly NumberedRow[], merges: readonly MergedRange[] = []): FoundHeader | undefined {
  const candidates = rows.filter((row) => filledCount(row.cells) > 0).slice(0, searchedRows);
  const width = Math.max(0, ...candidates.map((row) => filledCount(row.cells)));
  const isHeader = (row: NumberedRow): boolean =>
    spannedCount(row, merges) >= width * 0.6 && isMostlyText(row.cells);
  const index = Math.max(0, candidates.findIndex(isHeader));
  const header = candidates[index];
  if (header === undefined) return undefined;
  const labels = spreadMerged(header, merges);
  const below = candidates[index + 1];
  if (below !== undefined && hasSecondLevel(header, below, merges)) {
    return { headers: trimmed(joinLevels(labels, below.cells)), headerRow: below.number };
  }
  return { headers: trimmed(labels.map((label) => label.text)), headerRow: header.number };
}

/** Whether a header has gaps inside it, which only merged cells can explain: the merge list is worth looking for. */
export function hasGaps(rows: readonly NumberedRow[]): boolean {
  const filled = rows.filter((row) => filledCount(row.cells) > 0).slice(0, searchedRows);
  const width = Math.max(0, ...filled.map((row) => row.cells.length));
  return filled.slice(0, 4).some((row) => {
    const count = filledCount(row.cells);
    return count > 1 && count < width && isMostlyText(row.cells);
  });
}

type Label = { text: string; isSpread: boolean };

function spreadMerged(row: NumberedRow, merges: readonly MergedRange[]): Label[] {
  const labels: Label[] = row.cells.map((cell) => ({ text: labelText(cell), isSpread: false }));
  for (const merge of merges) {
    if (merge.top !== row.number || merge.right === merge.left) continue;
    const text = labels[merge.left]?.text ?? '';
    for (let column = merge.left; column <= merge.right; column += 1) labels[column] = { text, isSpread: true };
  }
  for (let column = 0; column < labels.length; column += 1) labels[column] ??= { text: '', isSpread: false };
  return labels;
}

/** Two levels: below a label spread over several columns stand texts, below every other label there is nothing. */
function hasSecondLevel(header: NumberedRow, below: NumberedRow, merges: readonly MergedRange[]): boolean {
  if (below.number !== header.number + 1 || !isMostlyText(below.cells)) return false;
  const labels = spreadMerged(header, merges);
  if (!labels.some((label) => label.isSpread)) return false;
  return below.cells.every((cell, column) => {
    const label = labels[column];
    return label === undefined || label.text === '' || label.isSpread || cell === null;
  });
}

function joinLevels(labels: readonly Label[], below: readonly TableCell[]): string[] {
  const length = Math.max(labels.length, below.length);
  return Array.from({ length }, (_, column) => {
    const parts = [labels[column]?.text ?? '', labelText(below[column] ?? null)];
    return parts.filter((part) => part !== '').join(' ');
  });
}

function spannedCount(row: NumberedRow, merges: readonly MergedRange[]): number {
  if (filledCount(row.cells) < 2) return filledCount(row.cells);
  return spreadMerged(row, merges).filter((label) => label.text !== '').length;
}

function isMostlyText(cells: readonly TableCell[]): boolean {
  const filled = cells.filter((cell) => cell !== null);
  const texts = filled.filter((cell) => typeof cell === 'string' && !/^[\d.,:/+\-%\s]+$/.test(cell));
  return texts.length * 2 >= filled.length;
}

function filledCount(cells: readonly TableCell[]): number {
  let count = 0;
  for (const cell of cells) if (cell !== null) count += 1;
  return count;
}

function labelText(cell: TableCell): string {
  if (cell === null) return '';
  return (cell instanceof Date ? cell.toISOString() : String(cell)).replace(/\s+/g, ' ').trim();
}

function trimmed(labels: string[]): string[] {
  const last = labels.findLastIndex((label) => label !== '');
  return labels.slice(0, last + 1);
}
