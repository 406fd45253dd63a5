import sql, { join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { RosterDay } from './roster-day.ts';

/** Why a count changed, or why it did not (UX-17). */
export const entryKinds = ['carried', 'joined', 'counted', 'uncounted', 'lost', 'kept', 'forgiven', 'idle', 'givenBack'] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface TurnEntry {
  readonly userId: Id;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly turnId?: Id;
  /** The clause is the decision's own when it is not given. */
  readonly decisionId?: Id | null;
  readonly clause?: string | null;
  readonly reason?: string | null;
}

/** Adds to the ledger of the day; counts are its sums. */
export async function postEntries(ctx: Context, day: RosterDay, entries: readonly TurnEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const now = ctx.now.toISOString();
  const rows = entries.map((entry) => {
    const decisionId = entry.decisionId ?? null;
    return sql`(${ctx.newId()}, ${day.id}, ${day.siteId}, ${day.day}, ${entry.userId}, ${entry.turnId ?? null}, ${entry.kind}, ${entry.amount}, ${now},
      ${decisionId}, coalesce(${entry.clause ?? null}, (SELECT clause FROM decision WHERE id = ${decisionId}::uuid)), ${entry.reason ?? null}, ${authorOf(ctx)})`;
  });
  await ctx.db.run(sql`
    INSERT INTO turn_entry (id, roster_day_id, site_id, day, user_id, turn_id, kind, amount, at, decision_id, clause, reason, actor_id) VALUES ${join(rows)}`);
}

export interface BoardChange {
  /** `opened`, `away`, `back`, `order` … ; with `turn.` before it where a turn changed. */
  readonly action: string;
  readonly userId?: Id;
  readonly reason?: string | null;
  readonly decisionId?: Id | null;
  readonly clause?: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes what happened into the day's history and the audit trail, and tells every open board after the commit (RE-1, 7). */
export async function noteChange(ctx: Context, day: Pick<RosterDay, 'id' | 'siteId'>, change: BoardChange): Promise<void> {
  const { action, userId, reason = null, decisionId = null, clause = null, detail = {} } = change;
  await ctx.db.run(sql`
    INSERT INTO roster_log (id, roster_day_id, at, actor_id, user_id, action, reason, decision_id, clause, detail)
    VALUES (${ctx.newId()}, ${day.id}, ${ctx.now.toISOString()}, ${authorOf(ctx)}, ${userId ?? null}, ${action}, ${reason}, ${decisionId},
      coalesce(${clause}, (SELECT clause FROM decision WHERE id = ${decisionId}::uuid)), ${JSON.stringify(detail)})`);
  await writeAudit(ctx, [{
    action: `board.${action}`, object: 'site', recordId: day.siteId,
    detail: { ...detail, ...(userId !== undefined && { user: userId }), ...(reason !== null && { reason }), ...(clause !== null && { clause }) },
  }]);
  ctx.announce({ object: 'site', id: day.siteId, action: 'board', ...(ctx.actor.kind === 'system' ? {} : { actorId: ctx.actor.userId }) });
}
