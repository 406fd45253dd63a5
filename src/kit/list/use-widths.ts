import { useCallback, useState } from 'react';
import { fitWidth } from './list-columns.ts';

type Widths = Readonly<Record<string, number>>;

function readWidths(key: string): Widths {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter((e): e is [string, number] => typeof e[1] === 'number'));
  } catch {
    return {};
  }
}

function writeWidths(key: string, widths: Widths): void {
  try {
    if (Object.keys(widths).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(widths));
  } catch {
    // Widths then last until the page is closed.
  }
}

/** Columns that this device made wider or narrower, for the plain list and for each view apart, until a view is saved with them. */
export function useWidths(object: string, view: string | undefined) {
  const key = `zhike.widths.${object}${view === undefined ? '' : `.${view}`}`;
  const [held, setHeld] = useState(() => ({ key, widths: readWidths(key) }));
  // Another view was opened: its own widths.
  const now = held.key === key ? held : { key, widths: readWidths(key) };
  if (now !== held) setHeld(now);
  const resize = useCallback((column: string, width: number) => {
    setHeld((old) => {
      const widths = { ...(old.key === key ? old.widths : readWidths(key)), [column]: fitWidth(width) };
      writeWidths(key, widths);
      return { key, widths };
    });
  }, [key]);
  const reset = useCallback(() => {
    writeWidths(key, {});
    setHeld({ key, widths: {} });
  }, [key]);
  return { widths: now.widths, resize, reset };
}
