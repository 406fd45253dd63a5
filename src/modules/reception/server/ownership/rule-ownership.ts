import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { giveCustomer } from '#modules/customers/server/customers.public.ts';
import type { Share } from '../../rules/shares-of.ts';
import { askPolicy, recordPolicy } from './ask-policy.ts';
import { namesOfParties } from './decide-ownership.ts';
import { type OwnershipCase, OWNERSHIP_CASE, loadCase, saveCase } from './ownership-case.ts';
import { tellOwnership } from './ownership-listeners.ts';

const HUNDRED = 100;
const CLOSE = 1e-9;

export interface WrittenRuling {
  readonly ownerIds: readonly Id[];
  readonly shares: readonly Share[];
  readonly reason: string;
  /** The policy's answer to the facts on which both sides agreed, where it was asked. */
  readonly decisionId?: Id | null;
  readonly isAgreed?: boolean;
}

/**
 * Settles a case in writing where no clause decides, or after a dispute (7.7, 4, RE-22). The caller has asked for the
 * approval. Errors: record.not-found, record.invalid when the shares are not 100 % together.
 */
export async function ruleOwnership(ctx: Context, caseId: Id, ruling: WrittenRuling): Promise<void> {
  const before = await loadCase(ctx, caseId, true);
  const { ownerIds, shares, reason } = ruling;
  const total = shares.reduce((sum, share) => sum + share.percent, 0);
  if (Math.abs(total - HUNDRED) > CLOSE) throw fail('record.invalid', { count: 1 }, [{ path: 'shares', code: 'invalid' }]);
  const { decisionId, clause } = await foundation(ctx, before, ruling);
  await saveCase(ctx, { ...before, ownerIds, state: 'ruled', decisionId, clause, ruling: { shares, reason } });
  await ctx.db.run(sql`
    INSERT INTO ownership_fact (id, case_id, facts, parties, reason, decision_id, at, actor_id)
    VALUES (${ctx.newId()}, ${caseId}, ${JSON.stringify({ settlement: 'ruling' })}::jsonb, ${JSON.stringify(before.parties)}::jsonb, ${reason}, ${decisionId}, ${ctx.now.toISOString()},
      ${authorOf(ctx)})`);
  if (ownerIds[0] !== undefined) await giveCustomer(ctx, before.customerId, ownerIds[0], { case: caseId });
  await tellOwnership(ctx, { caseId, customerId: before.customerId, siteId: before.siteId });
}

type Foundation = Pick<OwnershipCase, 'decisionId' | 'clause'>;

/**
 * What a ruling rests on: the clause that left the case to it; the answer to the agreed facts where it says the same;
 * else what the policy says of disputes. Never a clause that would divide otherwise: the ledger cites it.
 */
async function foundation(ctx: Context, before: OwnershipCase, { shares, decisionId = null, isAgreed = false }: WrittenRuling): Promise<Foundation> {
  if (before.state === 'ruling') return before;
  const answer = decisionId === null ? undefined : await ctx.db.maybe<{ clause: string | null; results: FactValues | null }>(sql`SELECT clause, results FROM decision WHERE id = ${decisionId}`);
  if (answer?.results && saysTheSame(answer.results, shares)) return { decisionId, clause: answer.clause };
  const question = { pack: before.pack, point: 'ownership', facts: { ...before.facts, matter: 'dispute', settlement: isAgreed ? 'agreed' : 'mediated' }, at: new Date(before.openedAt) } as const;
  const { decision } = await askPolicy(ctx, question.pack, question.point, question.facts, question.at);
  if (decision.status !== 'decided') return before;
  const { id } = await recordPolicy(ctx, question, { object: OWNERSHIP_CASE, id: before.id }, await namesOfParties(ctx, before.parties));
  return { decisionId: id, clause: decision.clause };
}

/** Each part of an answer, whoever has it: parties of an agreed fact need not have visited. */
const partsOf = (results: FactValues): string[] => Object.entries(results).flatMap(([name, percent]) =>
  (name.endsWith('Share') && typeof percent === 'number' && percent > 0 ? [`${funds[name] ?? 'person'} ${percent}`] : []));
const funds: Readonly<Record<string, string>> = { publicFundShare: 'publicFund', departmentShare: 'departmentFund' };

const saysTheSame = (results: FactValues, shares: readonly Share[]): boolean =>
  partsOf(results).toSorted().join() === shares.map((share) => `${'fund' in share ? share.fund : 'person'} ${share.percent}`).toSorted().join();
