import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { TraceStep } from '#meta/decisions/decide.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { explainDecision, type Explanation } from '#meta/decisions/explain.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { compiledVersion } from '#platform/decisions/policy-versions.ts';
import type { RateStep } from '../../rules/commission-amount.ts';
import { type EntryLine, lineColumns, lineSource } from './account-lines.ts';
import { isReadable } from './in-scope.ts';

/** The numbers that a journal kept of its calculation. */
export interface Working {
  readonly price?: string | null;
  readonly received?: string;
  readonly currency?: string;
  readonly product?: string | null;
  readonly dealOn?: string;
  readonly plan?: { readonly id: Id; readonly name: string; readonly number: number; readonly activeFrom: string; readonly accrual: string; readonly isTargetReached: boolean };
  readonly full?: string;
  readonly earned?: string;
  readonly steps?: readonly RateStep[];
  readonly reason?: string;
}

interface Decided {
  readonly versionId: Id;
  readonly number: number;
  readonly activeFrom: string;
  readonly policyLabel: Bilingual;
  readonly packLabel: Bilingual;
  readonly decidedAt: string;
  readonly facts: FactValues;
  readonly derived: FactValues;
  readonly results: FactValues | null;
  readonly clause: string | null;
  readonly row: string | null;
  readonly trace: readonly TraceStep[];
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Why a line of the ledger says what it says (PL-41): the entry, the calculation as it was, and the decision with its
 * clause, facts and version in the caller's language. Whoever may see the entry may ask. Errors: record.not-found.
 */
export async function explainEntry(ctx: Context, id: Id) {
  const found = await ctx.db.maybe<EntryLine & { working: Working }>(sql`
    SELECT ${lineColumns}, j.working FROM ${lineSource} WHERE e.id = ${id} AND ${isReadable(ctx, 'e')}`);
  if (found === undefined) throw fail('record.not-found');
  const { working, ...line } = found;
  const origin = working.steps === undefined && line.dealId !== null ? await lastWorking(ctx, line.dealId, id) : working;
  return { line, working: shown(origin), decision: line.decisionId === null ? null : await explained(ctx, line.decisionId), ruling: await rulingOf(ctx, line) };
}

/** The written ruling behind a division that the clause itself leaves open (7.7, 4). */
const rulingOf = async (ctx: Context, { dealId, decisionId }: EntryLine): Promise<string | null> => (dealId === null || decisionId === null ? null : (await ctx.db.maybe<{ reason: string }>(sql`
  SELECT o.ruling ->> 'reason' AS reason FROM ownership_case o JOIN commission_deal d ON d.case_id = o.id
  WHERE d.id = ${dealId} AND o.state = 'ruled' AND o.decision_id = ${decisionId}`))?.reason ?? null);

/** Freezing, releasing and settling move what an earlier journal worked out. */
const lastWorking = async (ctx: Context, dealId: Id, before: Id): Promise<Working> => (await ctx.db.maybe<{ working: Working }>(sql`
  SELECT j.working FROM commission_journal j JOIN commission_entry e ON e.journal_id = j.id
  WHERE j.deal_id = ${dealId} AND j.working ? 'steps' AND e.id < ${before} ORDER BY j.id DESC LIMIT 1`))?.working ?? {};

const shown = ({ price = null, received = null, product = null, dealOn = null, plan = null, full = null, earned = null, steps = [], reason = null }: { [K in keyof Working]?: Working[K] | null }) => ({
  price, received, product, dealOn, plan, full, earned, steps: steps ?? [], reason,
});

async function explained(ctx: Context, decisionId: Id): Promise<{ readonly policyLabel: Bilingual; readonly packLabel: Bilingual; readonly number: number; readonly activeFrom: string; readonly decidedAt: string; readonly explanation: Explanation } | null> {
  const row = await ctx.db.maybe<Decided>(sql`
    SELECT v.id AS "versionId", v.number, v.active_from AS "activeFrom", p.label AS "policyLabel", k.label AS "packLabel", d.decided_at AS "decidedAt", d.facts, d.derived, d.results,
      d.clause, d.row_id AS row, d.trace, d.names
    FROM decision d JOIN policy p ON p.id = d.policy_id JOIN policy_pack k ON k.id = p.pack_id JOIN policy_version v ON v.id = d.policy_version_id WHERE d.id = ${decisionId}`);
  if (row === undefined) return null;
  const { model } = await compiledVersion(ctx.db, row.versionId);
  const { policyLabel, packLabel, number, activeFrom, decidedAt } = row;
  return { policyLabel, packLabel, number, activeFrom, decidedAt, explanation: explainDecision(model, row, ctx.locale) };
}
