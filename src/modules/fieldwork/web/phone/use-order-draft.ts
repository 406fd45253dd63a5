import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { useKeeping } from '#kit/kept/use-keeping.ts';
import { type KeptOrder, keptOrderId, newKeptOrder } from '../kept/kept-order.ts';
import { keepOrder, keptOrders } from '../kept/order-store.ts';
import type { OrderSheet } from '../use-fieldwork.ts';

export type ChangeDraft = (part: (old: KeptOrder) => Partial<KeptOrder>) => void;

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
  useKeeping({ draft, unsaved, keep: keepOrder, setKept });
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
