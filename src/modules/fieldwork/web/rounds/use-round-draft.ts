import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { useKeeping } from '#kit/kept/use-keeping.ts';
import { type KeptRound, keptRoundId, newKeptRound, withoutSpare } from '../kept/kept-round.ts';
import { keepRound, keptRounds } from '../kept/round-store.ts';
import type { RoundSheet } from '../use-rounds.ts';

export type ChangeRound = (part: (old: KeptRound) => Partial<KeptRound>) => void;

/**
 * The round that is being walked: found again on this device, else begun from the sheet once it is there, and kept a
 * moment after every change. `isKept` false: the browser offers no storage.
 */
export function useRoundDraft(userId: string, round: string, sheet: RoundSheet | undefined) {
  const [draft, setDraft] = useState<KeptRound>();
  const [isLooked, setLooked] = useState(false);
  const [isKept, setKept] = useState(true);
  const unsaved = useRef<KeptRound>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const begin = (found: KeptRound | undefined) => {
      if (!isCurrent) return;
      setLooked(true);
      if (found) return setDraft((old) => ({ ...(old ?? found), ...(sheet && { sheet }) }));
      if (!sheet) return undefined;
      const made = newKeptRound(userId, sheet, newId(), Date.now());
      // On the device at once: the network may go before the first point.
      void keepRound(made).catch(() => setKept(false));
      return setDraft((old) => old ?? made);
    };
    keptRounds(userId).then((all) => begin(all.find(({ id }) => id === keptRoundId(userId, round))), () => { setKept(false); begin(undefined); });
    return () => { isCurrent = false; };
  }, [userId, round, sheet]);
  useKeeping({ draft, unsaved, keep: keepRound, setKept });
  const change: ChangeRound = useCallback((part) => setDraft((old) => {
    if (!old) return old;
    const next: KeptRound = { ...old, ...part(old), state: 'draft', problem: null, savedAt: Date.now() };
    unsaved.current = next;
    return next;
  }), []);
  /** On the device for good and on its way. Rejects where nothing can be stored. */
  const submit = async (): Promise<boolean> => {
    if (!draft) return false;
    unsaved.current = undefined;
    await keepRound({ ...withoutSpare(draft), state: 'waiting', problem: null, savedAt: Date.now() });
    return true;
  };
  return { draft, isLooked, isKept, change, submit };
}
