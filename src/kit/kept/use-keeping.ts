import { type RefObject, useCallback, useEffect } from 'react';

const PAUSE_MS = 250;

interface Keeping<T> {
  /** What the page shows; each new one begins the pause anew. */
  readonly draft: T | undefined;
  /** What is not kept yet; emptied when it is on its way to the device. */
  readonly unsaved: RefObject<T | undefined>;
  /** Writes to the device and never changes between two renders. Rejects where nothing can be stored. */
  readonly keep: (draft: T) => Promise<unknown>;
  readonly setKept: (isKept: boolean) => void;
}

/** Writes what is not kept yet: a moment after a change, and when the page goes away. */
export function useKeeping<T>({ draft, unsaved, keep, setKept }: Keeping<T>): void {
  const flush = useCallback(async () => {
    const waiting = unsaved.current;
    unsaved.current = undefined;
    if (waiting !== undefined) await keep(waiting).then(() => setKept(true), () => setKept(false));
  }, [unsaved, keep, setKept]);
  useEffect(() => {
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  useEffect(() => {
    const leave = () => void flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);
}
