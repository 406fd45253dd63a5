import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Fact, FactValues } from '#meta/decisions/decision-model.ts';
import type { CompiledPolicy } from '#meta/decisions/compiled-policy.ts';
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

/**
 * The questions of a decision that needs facts, in the policy's order; none when it is answered. A fact that no answer
 * to another question leaves open is not asked yet: who never came is not asked whom they remember.
 */
export function questionsOf({ decision, policy, facts }: Asked): Question[] {
  if (decision.status !== 'needs-facts') return [];
  const { compiled } = policy;
  const fact = (name: string) => compiled.model.facts.find((each) => each.name === name);
  let asking = [...decision.missing];
  for (const name of decision.missing.toReversed()) {
    const isIdle = asking.some((other) => other !== name && answersTo(fact(other)).length > 0 && answersTo(fact(other)).every((value) => !stillAsks(compiled, { ...facts, [other]: value }, name)));
    if (isIdle) asking = asking.filter((each) => each !== name);
  }
  return asking.flatMap((name) => questionOf(fact(name)));
}

const answersTo = (fact: Fact | undefined): readonly (string | boolean)[] => (fact?.type === 'boolean' ? [true, false] : fact?.type === 'choice' ? (fact.choices ?? []).map(({ value }) => value) : []);

function stillAsks(policy: CompiledPolicy, facts: FactValues, name: string): boolean {
  const decision = decide(policy, facts);
  return decision.status === 'needs-facts' && decision.missing.includes(name);
}

function questionOf(fact: Fact | undefined): Question[] {
  if (!fact) return [];
  const { name, type, label, question = label, isNullable = false, choices = [] } = fact;
  return [{ fact: name, type, label, question, isNullable, choices: choices.map(({ value, label: said }) => ({ value, label: said })) }];
}

/** The facts on which a decided answer hangs, with their values: another value of one of them could give another answer. */
export function factsThatMatter({ policy, facts }: Asked): (Question & { readonly value: string | number | boolean | null })[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const { [name]: _left, ...others } = facts;
    if ((typeof value === 'object' && value !== null) || !stillAsks(policy.compiled, others, name)) return [];
    return questionOf(policy.compiled.model.facts.find((each) => each.name === name)).map((question) => ({ ...question, value: value ?? null }));
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
