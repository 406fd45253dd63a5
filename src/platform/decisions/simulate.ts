import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { compilePolicy } from '#meta/decisions/compiled-policy.ts';
import { decide, type Decision } from '#meta/decisions/decide.ts';
import type { FactValues, PolicyModel } from '#meta/decisions/decision-model.ts';
import type { Db } from '../db/database.ts';

/** A past decision that a draft would answer in another way. */
export interface SimulatedChange {
  readonly decisionId: Id;
  readonly subject: { readonly object: string; readonly id: Id };
  readonly eventAt: string;
  readonly names: Readonly<Record<string, string>>;
  readonly before: { readonly clause: string | null; readonly results: FactValues | null };
  readonly after: { readonly status: Decision['status']; readonly clause: string | null; readonly results: FactValues | null };
}

export interface Simulation {
  readonly from: string;
  readonly to: string;
  readonly decisions: number;
  readonly changes: readonly SimulatedChange[];
}

interface Past {
  readonly id: Id;
  readonly object: string;
  readonly subjectId: Id;
  readonly eventAt: string;
  readonly facts: FactValues;
  readonly clause: string | null;
  readonly results: FactValues | null;
  readonly names: Readonly<Record<string, string>>;
}

const page = 2_000;

/**
 * Runs a draft over what the policy decided in a period (PL-40): the last decision of each subject, on the facts as
 * they were. Writes nothing. Long periods are read in pages and give way to other requests.
 */
export async function simulatePolicy(db: Db, policyId: Id, model: PolicyModel, period: { readonly from: Date; readonly to: Date }): Promise<Simulation> {
  const policy = compilePolicy(model);
  const changes: SimulatedChange[] = [];
  let decisions = 0;
  for (let after: Id | null = null; ;) {
    const rows: Past[] = await pastDecisions(db, policyId, period, after);
    for (const past of rows) {
      const change = compare(past, decide(policy, past.facts));
      if (change) changes.push(change);
    }
    decisions += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < page) break;
    after = last.subjectId;
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  return { from: period.from.toISOString(), to: period.to.toISOString(), decisions, changes: changes.toSorted((a, b) => a.eventAt.localeCompare(b.eventAt)) };
}

const pastDecisions = (db: Db, policyId: Id, { from, to }: { from: Date; to: Date }, after: Id | null): Promise<Past[]> => db.rows<Past>(sql`
  SELECT DISTINCT ON (subject_id) id, subject_object AS object, subject_id AS "subjectId", event_at AS "eventAt", facts, clause, results, names
  FROM decision
  WHERE policy_id = ${policyId} AND event_at >= ${from.toISOString()} AND event_at < ${to.toISOString()}
    AND (${after}::uuid IS NULL OR subject_id > ${after})
  ORDER BY subject_id, decided_at DESC, id DESC LIMIT ${page}`);

function compare(past: Past, decision: Decision): SimulatedChange | null {
  const after = decision.status === 'decided'
    ? { status: decision.status, clause: decision.clause, results: decision.results }
    : { status: decision.status, clause: null, results: null };
  if (after.clause === past.clause && sameValues(after.results, past.results)) return null;
  const { id, object, subjectId, eventAt, names, clause, results } = past;
  return { decisionId: id, subject: { object, id: subjectId }, eventAt: new Date(eventAt).toISOString(), names, before: { clause, results }, after };
}

function sameValues(a: FactValues | null, b: FactValues | null): boolean {
  if (a === null || b === null) return a === b;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => JSON.stringify(a[name] ?? null) === JSON.stringify(b[name] ?? null));
}
