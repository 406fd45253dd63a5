import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { requestApproval } from '#modules/approvals/server/approvals.public.ts';
import { startOfDay } from '#kernel/period.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { decidePolicy, evaluatePolicy } from '#platform/decisions/decide-policy.ts';
import { moneyOf } from '../posting/deal-row.ts';
import { requireSite } from '../settlement/confirm-month.ts';
import { PENALTY, penaltyApproval } from './penalty-approval.ts';
import { type PenaltyPart, penaltyParts, sumOfParts } from './penalty-amount.ts';

export interface PenaltyProposal {
  readonly siteId: Id;
  readonly userId: Id;
  readonly happenedOn: string;
  readonly facts: FactValues;
  readonly dealId?: Id | undefined;
  readonly dayPay?: string | undefined;
  readonly monthPay?: string | undefined;
  /** Only where the clause leaves the amount to the manager. */
  readonly amount?: string | undefined;
  readonly description: string;
}

const CURRENCY = 'CNY';

const questionOf = (ctx: Context, pack: string, { facts, happenedOn }: Pick<PenaltyProposal, 'facts' | 'happenedOn'>) =>
  ({ policy: `${pack}.penalty`, facts, at: new Date(startOfDay(happenedOn, ctx.timeZone).getTime() + 43_200_000) });

/** What the policy says before anything is proposed: clause, parts known so far, what must be stated. */
export async function previewPenalty(ctx: Context, proposal: Omit<PenaltyProposal, 'description'>) {
  const site = await requireSite(ctx, proposal.siteId);
  const { decision } = await evaluatePolicy(ctx, questionOf(ctx, packOf(site.pack), proposal));
  if (decision.status !== 'decided') return { status: decision.status, clause: null, results: null, parts: [], missing: decision.status === 'needs-facts' ? [...decision.missing] : [], amount: null };
  const { parts, missing } = await workOut(ctx, proposal, decision.results);
  return { status: decision.status, clause: decision.clause, results: decision.results, parts, missing, amount: missing.length > 0 ? null : sumOfParts(parts, CURRENCY).amount };
}

/**
 * Proposes a penalty with its clause and asks for approval (RE-33). Errors: record.not-found (site out of scope, person
 * not of the site), policy.not-in-force, policy.facts-missing, request.invalid for amounts still to be stated.
 */
export async function proposePenalty(ctx: Context, proposal: PenaltyProposal): Promise<{ readonly id: Id; readonly approvalId: Id }> {
  const site = await requireSite(ctx, proposal.siteId);
  await requirePerson(ctx, proposal, site.unitId);
  const id = ctx.newId();
  const name = (await ctx.db.one<{ name: string }>(sql`SELECT name FROM app_user WHERE id = ${proposal.userId}`)).name;
  const { id: decisionId, decision } = await decidePolicy(ctx, questionOf(ctx, packOf(site.pack), proposal), { object: PENALTY, id }, { [id]: name });
  if (decision.status !== 'decided') throw fail('policy.facts-missing', { policy: `${site.pack}.penalty` });
  const { parts, missing } = await workOut(ctx, proposal, decision.results);
  if (missing.length > 0) throw fail('request.invalid', {}, missing.map((path) => ({ path, code: 'required' })));
  const amount = sumOfParts(parts, CURRENCY).amount;
  await ctx.db.run(sql`
    INSERT INTO commission_penalty (id, site_id, unit_id, owner_id, deal_id, happened_on, description, parts, amount, currency, is_dismissal, decision_id, clause, state, created_at, created_by)
    VALUES (${id}, ${proposal.siteId}, ${site.unitId}, ${proposal.userId}, ${proposal.dealId ?? null}, ${proposal.happenedOn}, ${proposal.description}, ${JSON.stringify(parts)}::jsonb,
      ${amount}, ${CURRENCY}, ${decision.results['isDismissal'] === true}, ${decisionId}, ${decision.clause}, 'proposed', ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
  await writeAudit(ctx, [{ action: 'propose', object: PENALTY, recordId: id, detail: { person: proposal.userId, clause: decision.clause, amount } }]);
  const approval = await requestApproval(ctx, { kind: penaltyApproval, subject: { object: PENALTY, id }, amount, note: proposal.description });
  return { id, approvalId: approval.id };
}

async function workOut(ctx: Context, proposal: Omit<PenaltyProposal, 'description'>, results: FactValues): Promise<{ parts: PenaltyPart[]; missing: string[] }> {
  const { userId, siteId, dealId, dayPay, monthPay, happenedOn, amount } = proposal;
  const { parts, missing } = await penaltyParts(ctx, results, { userId, siteId, dealId, dayPay, monthPay, month: happenedOn.slice(0, 7), currency: CURRENCY });
  if (results['isByManager'] !== true) return { parts, missing };
  if (amount === undefined) return { parts, missing: [...missing, 'amount'] };
  const stated = moneyOf(amount, CURRENCY).amount;
  return { parts: [...parts, { base: 'byManager', of: stated, percent: '100', amount: stated }], missing };
}

function packOf(pack: string | null): string {
  if (pack === null) throw fail('policy.not-in-force', { policy: 'penalty', at: '' });
  return pack;
}

/** Somebody of the site's unit or below it, or with commission there; and a deal of that site. */
async function requirePerson(ctx: Context, { userId, siteId, dealId }: PenaltyProposal, unitId: Id | null): Promise<void> {
  const found = await ctx.db.maybe(sql`
    SELECT 1 FROM app_user u WHERE u.id = ${userId} AND u.deleted_at IS NULL
      AND (EXISTS (SELECT 1 FROM org_unit o WHERE o.id = u.unit_id AND o.path @> ARRAY[${unitId}::uuid]) OR EXISTS (SELECT 1 FROM commission_entry e WHERE e.owner_id = u.id AND e.site_id = ${siteId}))
      AND (${dealId ?? null}::uuid IS NULL OR EXISTS (SELECT 1 FROM commission_deal d WHERE d.id = ${dealId ?? null} AND d.site_id = ${siteId}))`);
  if (found === undefined) throw fail('record.not-found');
}
