import { useEffect, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import type { KeptRound } from './kept-round.ts';
import { keptRounds, onRoundsChanged } from './round-store.ts';

const none: readonly KeptRound[] = [];

/** The rounds that this device keeps for the signed-in person; undefined until they were looked up. */
export function useKeptRounds(): readonly KeptRound[] | undefined {
  const { user } = useSession();
  const [rounds, setRounds] = useState<readonly KeptRound[]>();
  useEffect(() => {
    let isCurrent = true;
    const read = () => {
      keptRounds(user.id).then((found) => { if (isCurrent) setRounds(found); }, () => { if (isCurrent) setRounds(none); });
    };
    read();
    const stop = onRoundsChanged(read);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [user.id]);
  return rounds;
}
