import { useCallback, useEffect, useRef, useState } from 'react';
import { onPersonalEvent } from '#kit/api/live-updates.ts';
import { useSession } from '#kit/api/session.ts';
import { type RowOf, call } from '#kit/api/typed-client.ts';

export type PresentPerson = RowOf<'POST /service/cases/{id}/presence'>;

/** The server forgets who was silent for three of these. */
const BEAT_MS = 10_000;

/** Who else has the case open and whether they write (SE-10): told every few seconds, and at once when it changes. */
export function usePresence(caseId: string, isWriting: boolean): { readonly others: readonly PresentPerson[]; readonly look: () => Promise<readonly PresentPerson[]> } {
  const isViewing = (useSession().viewing ?? null) !== null;
  const [others, setOthers] = useState<readonly PresentPerson[]>([]);
  const state = useRef<'reading' | 'writing'>('reading');
  const look = useCallback(async () => {
    if (isViewing) return [];
    // Who else is here is a help: without an answer the work goes on.
    const present = await call('POST /service/cases/{id}/presence', { params: { id: caseId }, body: { state: state.current } }).then(({ data }) => data, () => []);
    setOthers(present);
    return present;
  }, [caseId, isViewing]);
  useEffect(() => {
    state.current = isWriting ? 'writing' : 'reading';
    void look();
  }, [isWriting, look]);
  useEffect(() => {
    const beat = setInterval(() => { if (document.visibilityState === 'visible') void look(); }, BEAT_MS);
    const stop = onPersonalEvent('case-presence', (payload) => { if (payload['case'] === caseId) void look(); });
    return () => {
      clearInterval(beat);
      stop();
      if (!isViewing) call('POST /service/cases/{id}/presence', { params: { id: caseId }, body: { state: 'gone' } }).catch(() => undefined);
    };
  }, [caseId, isViewing, look]);
  return { others, look };
}
