import { useEffect, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import type { KeptOrder, KeptStep } from './kept-order.ts';
import { keptOrders, keptSteps, onOrdersChanged } from './order-store.ts';

interface KeptFieldwork {
  readonly orders: readonly KeptOrder[];
  readonly steps: readonly KeptStep[];
}

const nothing: KeptFieldwork = { orders: [], steps: [] };

/** What this device keeps for the signed-in person; undefined until it was looked up. */
export function useKeptFieldwork(): KeptFieldwork | undefined {
  const { user } = useSession();
  const [kept, setKept] = useState<KeptFieldwork>();
  useEffect(() => {
    let isCurrent = true;
    const read = () => {
      Promise.all([keptOrders(user.id), keptSteps(user.id)]).then(([orders, steps]) => { if (isCurrent) setKept({ orders, steps }); }, () => { if (isCurrent) setKept(nothing); });
    };
    read();
    const stop = onOrdersChanged(read);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [user.id]);
  return kept;
}
