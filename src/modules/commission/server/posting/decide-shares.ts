import { Failure } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { sharesFor, type SharesAnswer } from '#modules/reception/server/reception.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { DealShares } from './deal-event.ts';

/** Nobody has a part yet. */
export const undivided: DealShares = { decisionId: null, clause: null, shares: [] };

/** Facts that only a manager knows do not keep a contract from being signed: the deal waits undivided until they are told. */
export async function decideShares(ctx: Context, caseId: Id | null, deal: { readonly dealOn: string; readonly isDealOnSpot: boolean }, ownerId: Id | null): Promise<DealShares> {
  if (caseId === null) return ownerId === null ? undivided : { ...undivided, shares: [{ party: 'receiver', account: { kind: 'person', userId: ownerId }, percent: '100' }] };
  try {
    return sharesIn(await sharesFor(ctx, caseId, deal));
  } catch (error) {
    if (error instanceof Failure && (error.code === 'policy.facts-missing' || error.code === 'record.invalid')) return undivided;
    throw error;
  }
}

const sharesIn = ({ decisionId, clause, shares }: SharesAnswer): DealShares => ({
  decisionId, clause,
  shares: shares.map((share) => ({
    party: share.party, percent: String(share.percent), account: 'userId' in share ? { kind: 'person', userId: share.userId } : { kind: share.fund, userId: null },
  })),
});
