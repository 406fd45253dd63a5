import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

/** Marks stages of what comes due on a day as told; answers those that were not yet. A row is unique, so however the clock jumps each is told once. */
export async function tellOnce(ctx: Context, subject: Id, dueOn: string, stages: readonly string[]): Promise<readonly string[]> {
  const rows = await ctx.db.rows<{ stage: string }>(sql`
    INSERT INTO team_told (subject_id, stage, due_on, at) SELECT ${subject}, stage, ${dueOn}, ${ctx.now.toISOString()} FROM unnest(${[...stages]}::text[]) AS stage
    ON CONFLICT DO NOTHING RETURNING stage`);
  return rows.map(({ stage }) => stage);
}
