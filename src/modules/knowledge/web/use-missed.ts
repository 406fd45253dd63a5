import { useEffect, useRef } from 'react';

/** Milliseconds without typing after which words count as meant. */
const MEANT_MS = 2_000;

/** Tells once of words for which nothing was found, when the reader has stopped typing. */
export function useMissed(q: string, isMissed: boolean, tell: (q: string) => Promise<unknown>): void {
  const told = useRef(new Set<string>());
  const last = useRef(tell);
  useEffect(() => { last.current = tell; });
  useEffect(() => {
    if (!isMissed || q === '' || told.current.has(q)) return undefined;
    const timer = setTimeout(() => {
      told.current.add(q);
      // A word that is not noted is not worth a word to the reader.
      void last.current(q).catch(() => undefined);
    }, MEANT_MS);
    return () => clearTimeout(timer);
  }, [q, isMissed]);
}
