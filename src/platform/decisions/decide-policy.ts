import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { decide, type Decision } from '#meta/decisions/decide.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { authorOf } from '../context/author.ts';
import type { Context } from '../context/context.ts';
import { policyInForce, type PolicyInForce } from './policy-versions.ts';

export interface PolicyQuestion {
  /** `<pack>.<decision point>` */
  readonly policy: string;
  readonly facts: FactValues;
  /** The instant of the event: the version in force then decides, whatever was changed later. */
  readonly at: Date;
}

export interface DecisionSubject {
  readonly object: string;
  readonly id: Id;
}

/** A decision that is on record; `decision` is decided or undecided. */
export interface RecordedDecision {
  readonly id: Id;
  readonly decision: Extract<Decision, { status: 'decided' | 'undecided' }>;
  readonly policy: PolicyInForce;
}

/** Asks a policy without leaving a trace: proposals, what-if. Errors: policy.not-in-force. */
export async function evaluatePolicy(ctx: Pick<Context, 'db'>, question: PolicyQuestion): Promise<{ decision: Decision; policy: PolicyInForce }> {
  const policy = await policyInForce(ctx.db, question.policy, question.at);
  if (policy === undefined) throw fail('policy.not-in-force', { policy: question.policy, at: question.at.toISOString() });
  return { decision: decide(policy.compiled, question.facts), policy };
}

/**
 * Asks a policy and records the answer in the same transaction (PL-41). `names` says what ids among the facts and
 * results stand for. Errors: policy.not-in-force, policy.facts-missing (with the facts that matter), policy.faulty
 * (names the row), request.invalid for facts of a wrong type.
 */
export async function decidePolicy(
  ctx: Context, question: PolicyQuestion, subject: DecisionSubject, names: Readonly<Record<string, string>> = {},
): Promise<RecordedDecision> {
  const { decision, policy } = await evaluatePolicy(ctx, question);
  const answered = answerOrFail(decision, question.policy);
  const id = ctx.newId();
  const isDecided = answered.status === 'decided';
  await ctx.db.run(sql`
    INSERT INTO decision (id, policy_id, policy_version_id, event_at, decided_at, subject_object, subject_id, facts, status,
      clause, row_id, results, derived, trace, names, actor_id)
    VALUES (${id}, ${policy.policyId}, ${policy.versionId}, ${question.at.toISOString()}, ${ctx.now.toISOString()}, ${subject.object}, ${subject.id},
      ${JSON.stringify(question.facts)}, ${answered.status}, ${isDecided ? answered.clause : null}, ${isDecided ? answered.row : null},
      ${isDecided ? JSON.stringify(answered.results) : null}, ${JSON.stringify(answered.derived)}, ${JSON.stringify(answered.trace)},
      ${JSON.stringify(names)}, ${authorOf(ctx)})`);
  return { id, decision: answered, policy };
}

/** The answer, or the failure that tells the caller what to do (UX-15). */
export function answerOrFail(decision: Decision, policy: string): RecordedDecision['decision'] {
  if (decision.status === 'decided' || decision.status === 'undecided') return decision;
  if (decision.status === 'needs-facts') throw fail('policy.facts-missing', { policy }, decision.missing.map((path) => ({ path: `facts.${path}`, code: 'required' })));
  if (decision.status === 'refused') throw fail('request.invalid', {}, decision.issues.map(({ fact, code }) => ({ path: `facts.${fact}`, code })));
  const { place, rows, message } = decision;
  throw fail('policy.faulty', { policy, place: [place.table, place.row ?? rows.join(', '), place.column ?? place.derived].filter((part) => part !== undefined && part !== '').join(' · '), message });
}
