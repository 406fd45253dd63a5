import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

/** Arrow keys carry a picked-up card from column to column, not by pixels. */
export const columnStep: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const columns = context.droppableContainers.getEnabled()
    .flatMap(({ id }) => {
      const rect = context.droppableRects.get(id);
      return rect ? [rect] : [];
    })
    .toSorted((a, b) => a.left - b.left);
  const at = columns.findIndex((rect) => currentCoordinates.x >= rect.left - 1 && currentCoordinates.x < rect.left + rect.width);
  const next = columns[Math.max(0, Math.min(columns.length - 1, at + step))];
  return next ? { x: next.left + 8, y: next.top + 48 } : currentCoordinates;
};
