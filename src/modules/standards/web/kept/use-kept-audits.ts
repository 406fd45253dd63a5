import { useEffect, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { keptAudits, onAuditsChanged } from './audit-store.ts';
import type { KeptAudit } from './kept-audit.ts';

/** What this device keeps for the signed-in person; undefined until it was looked up. */
export function useKeptAudits(): readonly KeptAudit[] | undefined {
  const { user } = useSession();
  const [audits, setAudits] = useState<readonly KeptAudit[]>();
  useEffect(() => {
    let isCurrent = true;
    const read = () => {
      keptAudits(user.id).then((found) => { if (isCurrent) setAudits(found); }, () => { if (isCurrent) setAudits([]); });
    };
    read();
    const stop = onAuditsChanged(read);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [user.id]);
  return audits;
}
