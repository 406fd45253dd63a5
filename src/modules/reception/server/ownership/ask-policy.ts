import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Fact, FactValues } from '#meta/decisions/decision-model.ts';
import { decide, type Decision } from '#meta/decisions/decide.ts';
import type { Context } from '#platform/context/context.ts';
import { type DecisionSubject, type RecordedDecision, decidePolicy } from '#platform/decisions/decide-policy.ts';
import { type PolicyInForce, policyInForce } from '#platform/decisions/policy-versions.ts';

export type ReceptionPoint = 'reception' | 'ownership';

export interface Asked {
  readonly decision: Decision;
  readonly policy: PolicyInForce;
  /** The facts that this version of the policy knows. */
  readonly facts: FactValues;
}

/** Asks the pack's policy in force at the instant, leaving no record (RE-20). Errors: policy.not-in-force. */
export async function askPolicy(ctx: Pick<Context, 'db'>, pack: string, point: ReceptionPoint, facts: FactValues, at: Date): Promise<Asked> {
  const key = `${pack}.${point}`;
  const policy = await policyInForce(ctx.db, key, at);
  if (policy === undefined) throw fail('policy.not-in-force', { policy: key, at: at.toISOString() });
  const used = factsFor(policy, facts);
  return { decision: decide(policy.compiled, used), policy, facts: used };
}

/** A company's policy may have dropped facts of the point: they are not put to it. */
export const factsFor = ({ compiled }: PolicyInForce, facts: FactValues): FactValues =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => compiled.model.facts.some((fact) => fact.name === name)));

/** The same, on record. Errors: policy.not-in-force, policy.facts-missing, policy.faulty. */
export async function recordPolicy(
  ctx: Context, question: { readonly pack: string; readonly point: ReceptionPoint; readonly facts: FactValues; readonly at: Date }, subject: DecisionSubject, names: Readonly<Record<string, string>> = {},
): Promise<RecordedDecision> {
  const { pack, point, facts, at } = question;
  const { facts: used } = await askPolicy(ctx, pack, point, facts, at);
  return decidePolicy(ctx, { policy: `${pack}.${point}`, facts: used, at }, subject, names);
}

/** A fact that would change the answer, as a question (RE-21). */
export interface Question {
  readonly fact: string;
  readonly type: Fact['type'];
  readonly label: Fact['label'];
  readonly question: Fact['label'];
  readonly isNullable: boolean;
  readonly choices: readonly { readonly value: string; readonly label: Fact['label'] }[];
}

/** The questions of a decision that needs facts, in the policy's order; none when it is answered. */
export function questionsOf({ decision, policy }: Asked): Question[] {
  if (decision.status !== 'needs-facts') return [];
  return decision.missing.flatMap((name) => {
    const fact = policy.compiled.model.facts.find((each) => each.name === name);
    return fact ? [{ fact: name, type: fact.type, label: fact.label, question: fact.question ?? fact.label, isNullable: fact.isNullable === true, choices: [...(fact.choices ?? [])].map(({ value, label }) => ({ value, label })) }] : [];
  });
}

/** The wording of a clause in the version that decided. */
export const clauseText = (policy: PolicyInForce, clause: string): Fact['label'] | null =>
  policy.compiled.model.clauses.find((each) => each.key === clause)?.text ?? null;

/** Names of people, for decisions and answers. */
export async function namesOf(ctx: Pick<Context, 'db'>, ids: readonly (Id | null)[]): Promise<Map<Id, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${wanted}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
