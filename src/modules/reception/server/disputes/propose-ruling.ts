import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { requestApproval } from '#modules/approvals/server/approvals.public.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { personParties, type PersonParty, type Share } from '../../rules/shares-of.ts';
import { recordPolicy } from '../ownership/ask-policy.ts';
import { namesOfParties } from '../ownership/decide-ownership.ts';
import { type OwnershipCase, loadCase } from '../ownership/ownership-case.ts';
import { contestedDeals } from './contested-deals.ts';
import { DISPUTE, disputeRuling, endDispute } from './dispute-approval.ts';
import { type DisputeRow, disputeFor, isParty } from './dispute-row.ts';
import { disputedFacts } from './show-dispute.ts';

const id = z.uuid().toLowerCase();
const share = z.union([
  z.strictObject({ user: id, percent: z.number().positive().max(100) }),
  z.strictObject({ fund: z.enum(['publicFund', 'departmentFund']), percent: z.number().positive().max(100) }),
]);

export const rulingBody = z.strictObject({
  outcome: z.enum(['agreed', 'mediated', 'ruled']), record: z.string().trim().min(5).max(8_000), owner: id, shares: z.array(share).min(1).max(12),
});
export const factsBody = z.strictObject({ facts: z.record(z.string().max(60), z.union([z.string().max(200), z.number(), z.boolean(), z.null()])) });

const CLOSE = 1e-9;

/**
 * Proposes how the dispute ends and asks the director (RE-22). Errors: auth.forbidden for one of the two sides,
 * record.wrong-state, record.invalid when the shares are not exactly 100 % or a person stands twice.
 */
export async function proposeRuling(ctx: Context, disputeId: Id, input: z.infer<typeof rulingBody>): Promise<Id> {
  const row = await disputeFor(ctx, disputeId, 'update');
  if (isParty(ctx, row)) throw fail('auth.forbidden', { right: 'dispute.update' });
  if (row.status !== 'open') throw fail('record.wrong-state');
  const total = input.shares.reduce((sum, each) => sum + each.percent, 0);
  if (Math.abs(total - 100) > CLOSE) throw fail('record.invalid', { count: 1 }, [{ path: 'shares', code: 'invalid' }]);
  const keys = input.shares.map((each) => ('user' in each ? each.user : each.fund));
  const people = keys.filter((key) => key.includes('-'));
  const known = await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM app_user WHERE id = ANY(${[...people, input.owner]}::uuid[]) AND deleted_at IS NULL`);
  if (new Set(keys).size !== keys.length || known.length !== new Set([...people, input.owner]).size) throw fail('record.invalid', { count: 1 }, [{ path: 'shares', code: 'not-found' }]);
  const one = await loadCase(ctx, row.caseId);
  const shares = input.shares.map((each): Share => ('user' in each ? { party: partyOf(one, each.user), userId: each.user, percent: each.percent } : { party: each.fund, fund: each.fund, percent: each.percent }));
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    UPDATE dispute SET status = 'proposed', outcome = ${input.outcome}, record = ${input.record}, shares = ${JSON.stringify(shares)}::jsonb, owner_ids = ${[input.owner]}::uuid[],
      proposed_by = ${ctx.actor.userId}, proposed_at = ${now}, version = version + 1, updated_at = ${now}, updated_by = ${ctx.actor.userId} WHERE id = ${row.id}`);
  await writeAudit(ctx, [{ action: 'propose', object: DISPUTE, recordId: row.id, customerId: row.customerId, changes: { status: ['open', 'proposed'] }, detail: { outcome: input.outcome, shares } }]);
  return (await requestApproval(ctx, { kind: disputeRuling, subject: { object: DISPUTE, id: row.id }, note: input.record.slice(0, 500) })).id;
}

/** The part that somebody has in the case; a share of anybody else stands as a receiver's. */
const partyOf = (one: OwnershipCase, user: Id): PersonParty => personParties.find((party) => party !== 'earlierAll' && one.parties[party] === user) ?? 'receiver';

/** Puts the facts that both sides agree on to the policy of the visit's day, on record (RE-20). Errors: policy.facts-missing. */
export async function evaluateDispute(ctx: Context, disputeId: Id, facts: FactValues): Promise<void> {
  const row = await disputeFor(ctx, disputeId, 'update');
  if (isParty(ctx, row)) throw fail('auth.forbidden', { right: 'dispute.update' });
  if (row.status !== 'open') throw fail('record.wrong-state');
  const one = await loadCase(ctx, row.caseId);
  const agreed = { ...row.facts, ...facts };
  const recorded = await recordPolicy(ctx, { pack: one.pack, point: 'ownership', facts: disputedFacts(ctx, { row: { ...row, facts: agreed }, one, deals: await contestedDeals(ctx, row) }), at: new Date(one.openedAt) }, { object: DISPUTE, id: row.id }, {
    ...(await namesOfParties(ctx, one.parties)), [row.id]: row.subject,
  });
  const clause = recorded.decision.status === 'decided' ? recorded.decision.clause : null;
  await ctx.db.run(sql`
    UPDATE dispute SET facts = ${JSON.stringify(agreed)}::jsonb, decision_id = ${recorded.id}, clause = ${clause}, version = version + 1, updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId}
    WHERE id = ${row.id}`);
  await writeAudit(ctx, [{ action: 'update', object: DISPUTE, recordId: row.id, customerId: row.customerId, changes: { clause: [row.clause, clause] }, detail: { facts, decision: recorded.id } }]);
}

/** The respondent's own words; only theirs, and only while it is open. */
export async function replyToDispute(ctx: Context, disputeId: Id, reply: string): Promise<void> {
  const row: DisputeRow = await disputeFor(ctx, disputeId, 'read');
  if (!ctx.actor.selves.includes(row.respondentId)) throw fail('auth.forbidden', { right: 'dispute.update' });
  const changed = await ctx.db.run(sql`UPDATE dispute SET reply = ${reply}, replied_at = ${ctx.now.toISOString()}, version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE id = ${row.id} AND status = 'open'`);
  if (changed === 0) throw fail('record.wrong-state');
  await writeAudit(ctx, [{ action: 'reply', object: DISPUTE, recordId: row.id, customerId: row.customerId }]);
}

/** The claimant takes it back while nothing is proposed. */
export async function withdrawDispute(ctx: Context, disputeId: Id): Promise<void> {
  await disputeFor(ctx, disputeId, 'read');
  const locked = await ctx.db.maybe(sql`SELECT 1 FROM dispute WHERE id = ${disputeId} FOR UPDATE`);
  const row = await disputeFor(ctx, disputeId, 'read');
  if (locked === undefined || !ctx.actor.selves.includes(row.claimantId)) throw fail('auth.forbidden', { right: 'dispute.update' });
  if (row.status !== 'open') throw fail('record.wrong-state');
  await endDispute(ctx, row, 'withdrawn');
}
