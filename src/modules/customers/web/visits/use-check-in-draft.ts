import { useEffect, useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { useKeeping } from '#kit/kept/use-keeping.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { type KeptVisit, isStarted, newVisit } from './kept/kept-visit.ts';
import { dropVisit, keepVisit, keptVisits } from './kept/visit-store.ts';

/**
 * The check-in that is being written: found again on this device, kept a moment after every change and when the page
 * goes away. `isKept` false: the browser offers no storage.
 */
export function useCheckInDraft(userId: string, customer: NamedRef, visit: NamedRef | null) {
  const [draft, setDraft] = useState<KeptVisit>();
  const [isKept, setKept] = useState(true);
  const unsaved = useRef<KeptVisit>(undefined);
  const given = useRef({ customer, visit });
  const { id: customerId } = customer;
  const visitId = visit?.id;
  useEffect(() => {
    let isCurrent = true;
    const fresh = () => newVisit(newId(), userId, given.current.customer, given.current.visit, Date.now());
    const find = (all: readonly KeptVisit[]) => all.findLast((each) => each.state !== 'waiting' && each.activityId === null && each.customer.id === customerId && each.visit?.id === visitId);
    keptVisits(userId).then(
      (all) => { if (isCurrent) setDraft(find(all) ?? fresh()); },
      () => { if (isCurrent) { setKept(false); setDraft(fresh()); } },
    );
    return () => { isCurrent = false; };
  }, [userId, customerId, visitId]);
  useKeeping({ draft, unsaved, keep: keepVisit, setKept });
  const change = (part: Partial<KeptVisit>) => setDraft((old) => {
    if (!old) return old;
    const next: KeptVisit = { ...old, ...part, state: 'draft', problem: null };
    unsaved.current = isStarted(next) ? next : undefined;
    return next;
  });
  /** On the device for good and on its way. Rejects where nothing can be stored. */
  const submit = async (name: string): Promise<KeptVisit | undefined> => {
    if (!draft) return undefined;
    unsaved.current = undefined;
    const waiting: KeptVisit = { ...draft, customer: { ...draft.customer, name: name || draft.customer.name }, state: 'waiting', problem: null, savedAt: Date.now() };
    await keepVisit(waiting);
    return waiting;
  };
  const discard = async () => {
    unsaved.current = undefined;
    if (draft) await dropVisit(draft.id).catch(() => undefined);
  };
  return { draft, isKept, change, submit, discard };
}
