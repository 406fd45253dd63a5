import sql, { empty } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { TraceStep } from '#meta/decisions/decide.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { explainDecision, type Explanation } from '#meta/decisions/explain.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { compiledVersion } from '#platform/decisions/policy-versions.ts';

export interface DecisionFilter {
  readonly policy?: string | undefined;
  readonly clause?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly subjectObject?: string | undefined;
  readonly subjectId?: Id | undefined;
  readonly before?: Id | undefined;
  readonly limit: number;
}

export interface DecisionRow {
  readonly id: Id;
  readonly policy: string;
  readonly policyLabel: Bilingual;
  readonly packLabel: Bilingual;
  readonly versionNumber: number;
  readonly activeFrom: string;
  readonly versionId: Id;
  readonly eventAt: string;
  readonly decidedAt: string;
  readonly subjectObject: string;
  readonly subjectId: Id;
  readonly facts: FactValues;
  readonly status: 'decided' | 'undecided';
  readonly clause: string | null;
  readonly row: string | null;
  readonly results: FactValues | null;
  readonly derived: FactValues;
  readonly trace: readonly TraceStep[];
  readonly names: Readonly<Record<string, string>>;
  readonly actorName: string | null;
}

export type ShownDecision = Omit<DecisionRow, 'versionId'> & { readonly explanation: Explanation };

const columns = sql`d.id, p.key AS policy, p.label AS "policyLabel", k.label AS "packLabel", v.number AS "versionNumber", v.active_from AS "activeFrom", v.id AS "versionId",
  d.event_at AS "eventAt", d.decided_at AS "decidedAt", d.subject_object AS "subjectObject", d.subject_id AS "subjectId", d.facts, d.status, d.clause, d.row_id AS row,
  d.results, d.derived, d.trace, d.names, u.name AS "actorName"`;
const source = sql`decision d JOIN policy p ON p.id = d.policy_id JOIN policy_pack k ON k.id = p.pack_id JOIN policy_version v ON v.id = d.policy_version_id
  LEFT JOIN app_user u ON u.id = d.actor_id`;

/**
 * Decisions, the newest first (PL-41). Whoever may read policies sees all; others those of a record that they may see,
 * so they must name it. Errors: auth.forbidden, record.not-found.
 */
export async function listDecisions(ctx: Context, filter: DecisionFilter): Promise<ShownDecision[]> {
  if (!ctx.actor.rights.has('policies.read')) await requireSubject(ctx, filter.subjectObject, filter.subjectId);
  const { policy, clause, from, to, subjectObject, subjectId, before, limit } = filter;
  const rows = await ctx.db.rows<DecisionRow>(sql`SELECT ${columns} FROM ${source} WHERE true
    ${policy === undefined ? empty : sql`AND p.key = ${policy}`} ${clause === undefined ? empty : sql`AND d.clause = ${clause}`}
    ${from === undefined ? empty : sql`AND d.event_at >= ${from}`} ${to === undefined ? empty : sql`AND d.event_at < ${to}`}
    ${subjectObject === undefined ? empty : sql`AND d.subject_object = ${subjectObject}`} ${subjectId === undefined ? empty : sql`AND d.subject_id = ${subjectId}`}
    ${before === undefined ? empty : sql`AND d.id < ${before}`} ORDER BY d.id DESC LIMIT ${limit}`);
  return Promise.all(rows.map((row) => shown(ctx, row)));
}

/** One decision in words of the caller's language. Errors: record.not-found, also where the subject may not be seen. */
export async function readDecision(ctx: Context, id: Id): Promise<ShownDecision> {
  const row = await ctx.db.maybe<DecisionRow>(sql`SELECT ${columns} FROM ${source} WHERE d.id = ${id}`);
  if (row === undefined) throw fail('record.not-found');
  if (!ctx.actor.rights.has('policies.read')) await requireSubject(ctx, row.subjectObject, row.subjectId);
  return shown(ctx, row);
}

async function requireSubject(ctx: Context, object: string | undefined, id: Id | undefined): Promise<void> {
  if (object === undefined || id === undefined) throw fail('auth.forbidden', { right: 'policies.read' });
  const def = ctx.registry.object(object);
  if (def === undefined) throw fail('record.not-found');
  await requireRecord(ctx, def, 'read', id);
}

async function shown(ctx: Context, { versionId, ...row }: DecisionRow): Promise<ShownDecision> {
  const { model } = await compiledVersion(ctx.db, versionId);
  return { ...row, explanation: explainDecision(model, row, ctx.locale) };
}
