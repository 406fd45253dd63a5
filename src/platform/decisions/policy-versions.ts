import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { compilePolicy, type CompiledPolicy } from '#meta/decisions/compiled-policy.ts';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import type { Db } from '../db/database.ts';

/** A version that decides, ready to run. */
export interface PolicyInForce {
  readonly policyId: Id;
  readonly versionId: Id;
  readonly number: number;
  readonly activeFrom: string;
  readonly compiled: CompiledPolicy;
}

interface Found {
  readonly policyId: Id;
  readonly versionId: Id;
  readonly number: number;
  readonly activeFrom: string;
}

/** Approved versions never change, so what is compiled stays true in every process for as long as it is kept. */
const compiled = new Map<Id, CompiledPolicy>();
const kept = 500;

/** The version of a policy that was in force at an instant (PL-40); undefined when there was none. */
export async function policyInForce(db: Db, key: string, at: Date): Promise<PolicyInForce | undefined> {
  const found = await db.maybe<Found>(sql`
    SELECT p.id AS "policyId", v.id AS "versionId", v.number, v.active_from AS "activeFrom"
    FROM policy p JOIN policy_version v ON v.policy_id = p.id
    WHERE p.key = ${key} AND v.status = 'approved' AND v.active_from <= ${at.toISOString()}
    ORDER BY v.active_from DESC, v.number DESC LIMIT 1`);
  return found && { ...found, compiled: await compiledVersion(db, found.versionId) };
}

/** One version by its id, compiled once per process. Throws when it is not there. */
export async function compiledVersion(db: Db, versionId: Id): Promise<CompiledPolicy> {
  const known = compiled.get(versionId);
  if (known) return known;
  const { model, status } = await db.one<{ model: PolicyModel; status: string }>(sql`SELECT model, status FROM policy_version WHERE id = ${versionId}`);
  const policy = compilePolicy(model);
  if (status !== 'approved') return policy;
  const [oldest] = compiled.keys();
  if (compiled.size >= kept && oldest !== undefined) compiled.delete(oldest);
  compiled.set(versionId, policy);
  return policy;
}
