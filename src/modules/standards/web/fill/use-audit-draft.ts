import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { useKeeping } from '#kit/kept/use-keeping.ts';
import { dropAudit, keepAudit, keptAudits } from '../kept/audit-store.ts';
import { type AuditSheet, type KeptAudit, keptId, newKeptAudit } from '../kept/kept-audit.ts';

/** An audit that came back is answered anew; one that the server knows only as begun goes on where this device was. */
const isOlder = (found: KeptAudit, sheet: AuditSheet): boolean => found.sheet.templateNumber !== sheet.templateNumber || (found.sheet.returnedFor === null && sheet.returnedFor !== null);

/**
 * The audit that is being filled in: found again on this device, else made from the sheet once it is there, and kept a
 * moment after every change. `isKept` false: the browser offers no storage.
 */
export function useAuditDraft(userId: string, audit: string, sheet: AuditSheet | undefined) {
  const [draft, setDraft] = useState<KeptAudit>();
  const [isLooked, setLooked] = useState(false);
  const [isKept, setKept] = useState(true);
  const unsaved = useRef<KeptAudit>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const begin = (found: KeptAudit | undefined) => {
      if (!isCurrent) return;
      setLooked(true);
      if (found && !(sheet && isOlder(found, sheet))) return setDraft((old) => old ?? found);
      if (!sheet) return undefined;
      const made = newKeptAudit(userId, sheet, newId(), Date.now());
      // On the device at once: the network may go before the first answer.
      void keepAudit(made).catch(() => setKept(false));
      return setDraft((old) => old ?? made);
    };
    keptAudits(userId).then((all) => begin(all.find(({ id }) => id === keptId(userId, audit))), () => { setKept(false); begin(undefined); });
    return () => { isCurrent = false; };
  }, [userId, audit, sheet]);
  useKeeping({ draft, unsaved, keep: keepAudit, setKept });
  const change = useCallback((part: (old: KeptAudit) => Partial<KeptAudit>) => setDraft((old) => {
    if (!old) return old;
    const next: KeptAudit = { ...old, ...part(old), state: 'draft', problem: null, savedAt: Date.now() };
    unsaved.current = next;
    return next;
  }), []);
  /** On the device for good and on its way. Rejects where nothing can be stored. */
  const submit = async (): Promise<boolean> => {
    if (!draft) return false;
    unsaved.current = undefined;
    await keepAudit({ ...draft, state: 'waiting', problem: null, savedAt: Date.now() });
    return true;
  };
  const discard = async () => {
    unsaved.current = undefined;
    if (draft) await dropAudit(draft.id).catch(() => undefined);
  };
  return { draft, isLooked, isKept, change, submit, discard };
}
