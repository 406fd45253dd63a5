import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { type RecordedDecision, decidePolicy } from '#platform/decisions/decide-policy.ts';
import { policyInForce } from '#platform/decisions/policy-versions.ts';

/** A case as far as a policy asks about it. */
export interface AskedCase {
  readonly id: Id;
  readonly number: string;
  readonly pack: string;
  readonly kind: string;
  readonly severity: string;
  readonly isLocal: boolean;
}

/** Asks the pack of the case's type and records the decision; facts that a company's version dropped are not put to it. Errors: policy.not-in-force. */
export async function askService(ctx: Context, asked: AskedCase, point: 'clock' | 'solution' | 'remedy', at: Date, facts: FactValues): Promise<RecordedDecision> {
  const policy = `${asked.pack}.${point}`;
  const inForce = await policyInForce(ctx.db, policy, at);
  const known = new Set(inForce?.compiled.model.facts.map(({ name }) => name));
  const all: FactValues = { kind: asked.kind, severity: asked.severity, isLocal: asked.isLocal, ...facts };
  const used = Object.fromEntries(Object.entries(all).filter(([name]) => known.has(name)));
  return decidePolicy(ctx, { policy, facts: used, at }, { object: 'case', id: asked.id }, { [asked.id]: asked.number });
}
