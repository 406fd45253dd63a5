import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { decide } from '#meta/decisions/decide.ts';
import type { ClockTerms, Measure } from '#modules/service/rules/deadline.ts';
import { measures } from '#modules/service/rules/deadline.ts';
import type { Context } from '#platform/context/context.ts';
import { answerOrFail } from '#platform/decisions/decide-policy.ts';
import { type PolicyInForce, policyInForce } from '#platform/decisions/policy-versions.ts';
import { PACK } from './desk-facts.ts';

const points = ['clock', 'solution', 'remedy'] as const;
export type Point = (typeof points)[number];

/** One answer of a policy; many decisions stand on it. */
export interface Ruling {
  readonly place: number;
  readonly results: FactValues;
}

export interface DecisionFact {
  readonly id: Id;
  readonly ruling: Ruling;
  readonly caseId: Id;
  readonly number: string;
  readonly eventAt: Date;
  readonly decidedAt: Date;
  readonly actor: Id | null;
}

/** Asks the policies in force, once for each set of facts, as the product does for each case. */
export class Rulings {
  readonly #policies: ReadonlyMap<Point, PolicyInForce>;
  readonly #known = new Map<string, Ruling>();
  readonly #rows: Readonly<Record<string, unknown>>[] = [];

  private constructor(policies: ReadonlyMap<Point, PolicyInForce>) {
    this.#policies = policies;
  }

  static async open(ctx: Pick<Context, 'db'>, at: Date): Promise<Rulings> {
    const policies = new Map<Point, PolicyInForce>();
    for (const point of points) {
      const policy = await policyInForce(ctx.db, `${PACK}.${point}`, at);
      if (!policy) throw new Error(`${PACK}.${point} is not in force`);
      policies.set(point, policy);
    }
    return new Rulings(policies);
  }

  ask(point: Point, facts: FactValues): Ruling {
    const policy = this.#policies.get(point);
    if (!policy) throw new Error(`no policy for ${point}`);
    const asked = new Set(policy.compiled.model.facts.map(({ name }) => name));
    const used = Object.fromEntries(Object.entries(facts).filter(([name]) => asked.has(name)));
    const key = `${point} ${JSON.stringify(used)}`;
    const known = this.#known.get(key);
    if (known) return known;
    const answer = answerOrFail(decide(policy.compiled, used), `${PACK}.${point}`);
    const isDecided = answer.status === 'decided';
    const ruling = { place: this.#rows.length, results: isDecided ? answer.results : {} };
    this.#known.set(key, ruling);
    this.#rows.push({
      place: ruling.place, policy_id: policy.policyId, policy_version_id: policy.versionId, facts: used, status: answer.status, clause: isDecided ? answer.clause : null,
      row_id: isDecided ? answer.row : null, results: isDecided ? answer.results : null, derived: answer.derived, trace: answer.trace,
    });
    return ruling;
  }

  /** Puts decisions on record, so that each says why (PL-41). */
  async record(ctx: Pick<Context, 'db'>, decisions: readonly DecisionFact[]): Promise<void> {
    const rows = decisions.map(({ id, ruling, caseId, number, eventAt, decidedAt, actor }) => ({ id, place: ruling.place, subject: caseId, number, event_at: eventAt, decided_at: decidedAt, actor }));
    await ctx.db.run(sql`
      INSERT INTO decision (id, policy_id, policy_version_id, event_at, decided_at, subject_object, subject_id, facts, status, clause, row_id, results, derived, trace, names, actor_id)
      SELECT d.id, r.policy_id, r.policy_version_id, d.event_at, d.decided_at, 'case', d.subject, r.facts, r.status, r.clause, r.row_id, r.results, r.derived, r.trace,
        jsonb_build_object(d.subject, d.number), d.actor
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d (id uuid, place int, subject uuid, number text, event_at timestamptz, decided_at timestamptz, actor uuid)
      JOIN jsonb_to_recordset(${JSON.stringify(this.#rows)}::jsonb) AS r (place int, policy_id uuid, policy_version_id uuid, facts jsonb, status text, clause text, row_id text, results jsonb,
        derived jsonb, trace jsonb) USING (place)`);
  }
}

const isMeasure = (value: unknown): value is Measure => measures.some((measure) => measure === value);

/** Terms of a clock as its policy gave them. */
export function termsOf({ results }: Ruling, extendedDays = 0): ClockTerms & { readonly pauses: boolean } {
  const { measure, amount, half, near, pauses } = results;
  if (!isMeasure(measure) || typeof amount !== 'number' || typeof half !== 'number' || typeof near !== 'number') throw new Error(`no terms in ${JSON.stringify(results)}`);
  return { measure, amount, half, near, extendedDays, pauses: pauses !== false };
}
