import { decide } from '#meta/decisions/decide.ts';
import type { CompiledPolicy } from '#meta/decisions/compiled-policy.ts';
import type { Fact, FactValues } from '#meta/decisions/decision-model.ts';
import { addDays } from '#kernel/period.ts';

export interface PossibleAnswer {
  readonly clause: string;
  readonly results: FactValues;
}

/** The tree of answers is small; this bounds a policy that somebody made enormous. */
const MOST_TRIES = 400;

/** What a missing fact may turn out to be; days around the visit, on both sides of every usual term. */
function candidates(fact: Fact, arrivedOn: string): readonly (string | boolean | number | null)[] {
  if (fact.type === 'boolean') return [true, false];
  if (fact.type === 'choice') return (fact.choices ?? []).map(({ value }) => value);
  if (fact.type === 'date') return [...[0, 1, 100, -1, -40, -100].map((days) => addDays(arrivedOn, days)), ...(fact.isNullable === true ? [null] : [])];
  return [];
}

/** The clauses that may still decide when the missing facts become known (RE-10), in the order in which they were met. */
export function possibleClauses(policy: CompiledPolicy, facts: FactValues, arrivedOn: string): PossibleAnswer[] {
  const found = new Map<string, PossibleAnswer>();
  let tries = 0;
  const ask = (known: FactValues): void => {
    tries += 1;
    if (tries > MOST_TRIES) return;
    const decision = decide(policy, known);
    if (decision.status === 'decided') {
      const key = `${decision.clause} ${JSON.stringify(decision.results)}`;
      if (!found.has(key)) found.set(key, { clause: decision.clause, results: decision.results });
      return;
    }
    const name = decision.status === 'needs-facts' ? decision.missing[0] : undefined;
    const fact = policy.model.facts.find((each) => each.name === name);
    if (fact) for (const value of candidates(fact, arrivedOn)) ask({ ...known, [fact.name]: value });
  };
  ask(facts);
  return [...found.values()];
}
