import sql from 'sql-template-tag';
import { Failure } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { problemBody } from '#platform/http/problem.ts';
import type { ApprovalKinds } from '../kind-registry.ts';
import { giveOpinion } from './give-opinion.ts';

export interface BatchResult {
  readonly id: Id;
  readonly status: number;
  readonly problem?: unknown;
}

/** Approves several requests; each has its own result, and one that is refused does not hinder the others. */
export async function approveMany(ctx: Context, kinds: ApprovalKinds, ids: readonly Id[], opinion: string | undefined): Promise<BatchResult[]> {
  const results: BatchResult[] = [];
  // In one order for everybody, so that two people with the same list never wait for each other in a circle.
  for (const id of [...new Set(ids)].toSorted()) results.push(await approveOne(ctx, kinds, id, opinion));
  return results;
}

async function approveOne(ctx: Context, kinds: ApprovalKinds, id: Id, opinion: string | undefined): Promise<BatchResult> {
  await ctx.db.run(sql`SAVEPOINT one_approval`);
  const told: (() => void)[] = [];
  try {
    // What is told of a request that is refused in the end must not be heard.
    const kept: Context = {
      ...ctx, announce: (event) => told.push(() => ctx.announce(event)), tell: (event) => told.push(() => ctx.tell(event)), afterCommit: (effect) => told.push(() => ctx.afterCommit(effect)),
    };
    await giveOpinion(kept, kinds, id, 'approve', opinion);
    await ctx.db.run(sql`RELEASE SAVEPOINT one_approval`);
    for (const tell of told) tell();
    return { id, status: 200 };
  } catch (error) {
    await ctx.db.run(sql`ROLLBACK TO SAVEPOINT one_approval`);
    if (!(error instanceof Failure)) throw error;
    return { id, status: error.status, problem: problemBody(error, ctx.locale, ctx.requestId) };
  }
}
