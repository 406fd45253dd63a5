import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';

export interface CitedClause {
  readonly ref: string;
  readonly text: Bilingual;
}

/** The clause that a decision cites, in the words of the version that decided (PL-41). Undefined without a decision, or where it cites none. */
export const clauseOfDecision = async (ctx: Pick<Context, 'db'>, decision: Id | null): Promise<CitedClause | undefined> =>
  decision === null ? undefined : ctx.db.maybe<CitedClause>(sql`
    SELECT d.clause AS ref, c.value->'text' AS text FROM decision d JOIN policy_version v ON v.id = d.policy_version_id
    CROSS JOIN LATERAL jsonb_array_elements(v.model->'clauses') c WHERE d.id = ${decision} AND c.value->>'key' = d.clause LIMIT 1`);
