import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';

/** What an order asks of the person who goes (SE-11). */
export interface WorkerNeed {
  /** Null while the order is being made. */
  readonly order: Id | null;
  readonly skills: readonly string[];
  /** ISO instants; null while no appointment is made. */
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly people: readonly Id[];
}

/** Why somebody does not fit: said to the dispatcher, who may dispatch all the same. */
export interface WorkerObjection {
  readonly userId: Id;
  readonly reason: Bilingual;
}

/** Of these people, those who do not fit, each with the reason; several reasons are several objections. */
export type WorkerFilter = (ctx: Context, need: WorkerNeed) => Promise<readonly WorkerObjection[]>;

const filters: WorkerFilter[] = [];

/** Called at load by modules above: skills and their expiry, shifts, absence (SE-40). */
export const addWorkerFilter = (filter: WorkerFilter): void => {
  filters.push(filter);
};

/** Somebody whose work is delegated for that time is away. */
const isAway: WorkerFilter = async (ctx, { people, window }) => {
  if (window === null) return [];
  const away = await ctx.db.rows<{ userId: Id }>(sql`
    SELECT DISTINCT from_user AS "userId" FROM delegation WHERE from_user = ANY(${[...people]}::uuid[]) AND revoked_at IS NULL AND from_at < ${window.to} AND until_at > ${window.from}`);
  return away.map(({ userId }) => ({ userId, reason: { 'zh-CN': '这个时段的工作已委托给别人', en: 'has handed their work to somebody else for that time' } }));
};

/** Everything that speaks against each of these people, in the order in which the filters were added. */
export async function workerObjections(ctx: Context, need: WorkerNeed): Promise<readonly WorkerObjection[]> {
  if (need.people.length === 0) return [];
  const all: WorkerObjection[] = [];
  for (const filter of [isAway, ...filters]) all.push(...await filter(ctx, need));
  return all;
}
