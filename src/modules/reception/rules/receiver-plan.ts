import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Parties } from './visit-facts-of.ts';

export interface ReceiverPlan {
  readonly receiver: 'rotation' | 'duty' | { readonly user: Id };
  readonly kind: 'rotation' | 'designated' | 'returning' | 'duty';
}

/**
 * What a reception decision asks of the board; null where nobody need receive, or the manager has to say who.
 * A person who is not on site cannot receive: then it is a duty reception (RE-5).
 */
export function receiverPlan(results: FactValues, parties: Parties, presentIds: ReadonlySet<Id>): ReceiverPlan | null {
  const to = (user: Id | null, kind: ReceiverPlan['kind']): ReceiverPlan =>
    (user !== null && presentIds.has(user) ? { receiver: { user }, kind } : { receiver: 'duty', kind: 'duty' });
  switch (results['receiver']) {
    case 'rotation': return { receiver: 'rotation', kind: 'rotation' };
    case 'duty': return { receiver: 'duty', kind: 'duty' };
    case 'earlier': case 'firstNamed': return to(parties.earlier, 'returning');
    case 'designated': return to(parties.designated, 'designated');
    // Whoever the customer asks for in place of the earlier one; nobody asked for: the rotation's next.
    case 'current': return parties.designated === null ? { receiver: 'rotation', kind: 'returning' } : to(parties.designated, 'designated');
    default: return null;
  }
}
