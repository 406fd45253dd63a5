import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { type KeptOrder, keptOrderId, newKeptOrder } from '../kept/kept-order.ts';
import { keepOrder, keptOrders } from '../kept/order-store.ts';
import type { OrderSheet } from '../use-fieldwork.ts';

const PAUSE_MS = 250;

export type ChangeDraft = (part: (old: KeptOrder) => Partial<KeptOrder>) => void;

/** Writes what is not kept yet: a moment after a change, and when the page goes away. */
function useKeeping(draft: KeptOrder | undefined, unsaved: RefObject<KeptOrder | undefined>, setKept: (isKept: boolean) => void): void {
  const flush = useCallback(async () => {
    const waiting = unsaved.current;
    unsaved.current = undefined;
    if (waiting) await keepOrder(waiting).then(() => setKept(true), () => setKept(false));
  }, [unsaved, setKept]);
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

/**
 * The report that is being made: found again on this device, else begun from the sheet once it is there, and kept a
 * moment after every change. `isKept` false: the browser offers no storage.
 */
export function useOrderDraft(userId: string, order: string, sheet: OrderSheet | undefined) {
  const [draft, setDraft] = useState<KeptOrder>();
  const [isLooked, setLooked] = useState(false);
  const [isKept, setKept] = useState(true);
  const unsaved = useRef<KeptOrder>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const begin = (found: KeptOrder | undefined) => {
      if (!isCurrent) return;
      setLooked(true);
      if (found) return setDraft((old) => ({ ...(old ?? found), ...(sheet && { sheet }) }));
      if (!sheet) return undefined;
      const made = newKeptOrder(userId, sheet, newId(), Date.now());
      // On the device at once: the network may go before the first answer.
      void keepOrder(made).catch(() => setKept(false));
      return setDraft((old) => old ?? made);
    };
    keptOrders(userId).then((all) => begin(all.find(({ id }) => id === keptOrderId(userId, order))), () => { setKept(false); begin(undefined); });
    return () => { isCurrent = false; };
  }, [userId, order, sheet]);
  useKeeping(draft, unsaved, setKept);
  const change: ChangeDraft = useCallback((part) => setDraft((old) => {
    if (!old) return old;
    const next: KeptOrder = { ...old, ...part(old), state: 'draft', problem: null, savedAt: Date.now() };
    unsaved.current = next;
    return next;
  }), []);
  /** On the device for good and on its way. Rejects where nothing can be stored. */
  const submit = async (): Promise<boolean> => {
    if (!draft) return false;
    unsaved.current = undefined;
    await keepOrder({ ...draft, state: 'waiting', problem: null, savedAt: Date.now() });
    return true;
  };
  return { draft, isLooked, isKept, change, submit };
}
