import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { decidePolicy } from '#platform/decisions/decide-policy.ts';
import { assignTurn, type AssignedTurn } from './assign-turn.ts';
import { refuseTurn } from './give-back-turn.ts';
import { lockTurn } from './turn-steps.ts';
import { noteChange } from './turn-ledger.ts';

export interface Refusal {
  readonly turnId: Id;
  readonly fault: 'none' | 'minor' | 'serious';
  /** The visitor will not stay with this person whatever is said. */
  readonly isInsisting: boolean;
  readonly reason: string;
}

/**
 * A new visitor refuses the salesperson midway (3.10): the reception policy says whether the manager mediates or the
 * next receives. Answers the new turn, or the present one when it stays. Errors: as refuseTurn, policy.facts-missing.
 */
export async function visitorRefuses(ctx: Context, { turnId, fault, isInsisting, reason }: Refusal): Promise<AssignedTurn> {
  const { day, turn } = await lockTurn(ctx, turnId, ['assigned', 'receiving']);
  const question = { policy: `${day.pack}.reception`, facts: { matter: 'refusal', fault, isInsisting }, at: ctx.now };
  const { id: decisionId, decision } = await decidePolicy(ctx, question, { object: 'site', id: day.siteId });
  const results = decision.status === 'decided' ? decision.results : {};
  const clause = decision.status === 'decided' ? decision.clause : null;
  if (results['receiver'] !== 'rotation') {
    await noteChange(ctx, day, { action: 'turn.stays', userId: turn.userId, reason, decisionId, clause, detail: { turn: turnId, fault } });
    return { turnId, userId: turn.userId };
  }
  await refuseTurn(ctx, { turnId, reason, decisionId, isIdle: results['formerTurn'] === 'priorityNext' });
  return assignTurn(ctx, {
    siteId: day.siteId, registrationId: turn.registrationId, receiver: 'rotation', kind: 'rotation', isCounted: results['isCounted'] === true, isNew: turn.isNew,
    decisionId, without: turn.userId, ...(turn.visitor !== null && { visitor: turn.visitor }),
  });
}
