import { useEffect, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import type { KeptVisit } from './kept-visit.ts';
import { keptVisits, onVisitsChanged } from './visit-store.ts';

/** What this device keeps for the signed-in person; undefined until it was looked up. */
export function useKeptVisits(): readonly KeptVisit[] | undefined {
  const { user } = useSession();
  const [visits, setVisits] = useState<readonly KeptVisit[]>();
  useEffect(() => {
    let isCurrent = true;
    const read = () => {
      keptVisits(user.id).then((found) => { if (isCurrent) setVisits(found); }, () => { if (isCurrent) setVisits([]); });
    };
    read();
    const stop = onVisitsChanged(read);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [user.id]);
  return visits;
}
