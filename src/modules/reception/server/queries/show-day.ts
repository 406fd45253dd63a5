import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { siteDef } from '../sites/read-site.ts';
import type { EntryKind } from '../turns/turn-ledger.ts';

export interface DayEvent {
  readonly id: Id;
  readonly at: string;
  readonly actorName: string | null;
  readonly userId: Id | null;
  readonly userName: string | null;
  readonly action: string;
  readonly reason: string | null;
  readonly decisionId: Id | null;
  readonly clause: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What happened on a site's board on one day, in order (RE-7). Errors: record.not-found. */
export async function dayHistory(ctx: Context, siteId: Id, day: string): Promise<DayEvent[]> {
  await requireRecord(ctx, siteDef(ctx), 'read', siteId);
  return ctx.db.rows<DayEvent>(sql`
    SELECT l.id, to_json(l.at)#>>'{}' AS at, a.name AS "actorName", l.user_id AS "userId", u.name AS "userName", l.action, l.reason,
      l.decision_id AS "decisionId", l.clause, l.detail
    FROM roster_log l JOIN roster_day d ON d.id = l.roster_day_id LEFT JOIN app_user a ON a.id = l.actor_id LEFT JOIN app_user u ON u.id = l.user_id
    WHERE d.site_id = ${siteId} AND d.day = ${day} ORDER BY l.id DESC LIMIT 1000`);
}

export interface FairnessPerson {
  readonly userId: Id;
  readonly name: string;
  /** Carried over and joined: where the counting began. */
  readonly start: number;
  /** Counted receptions, less those that were given back. */
  readonly counted: number;
  readonly uncounted: number;
  readonly lost: number;
  readonly forgiven: number;
  readonly kept: number;
  readonly idle: number;
  /** The sum of all entries. */
  readonly total: number;
}

export interface FairnessEntry {
  readonly id: Id;
  readonly userId: Id;
  readonly day: string;
  readonly at: string;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly visitor: string | null;
  readonly decisionId: Id | null;
  readonly clause: string | null;
  readonly reason: string | null;
  readonly actorName: string | null;
}

/** Everybody's count over some days (both inclusive), from the ledger, and one person's entries with their why (UX-17). Errors: record.not-found. */
export async function showFairness(ctx: Context, siteId: Id, period: { readonly from: string; readonly to: string }, userId?: Id) {
  await requireRecord(ctx, siteDef(ctx), 'read', siteId);
  const people = await ctx.db.rows<FairnessPerson>(sql`
    SELECT e.user_id AS "userId", u.name, sum(e.amount)::int AS total,
      coalesce(sum(e.amount) FILTER (WHERE e.kind IN ('carried', 'joined')), 0)::int AS start,
      coalesce(sum(e.amount) FILTER (WHERE e.kind IN ('counted', 'idle', 'givenBack')), 0)::int AS counted,
      count(*) FILTER (WHERE e.kind = 'uncounted')::int AS uncounted,
      coalesce(sum(e.amount) FILTER (WHERE e.kind = 'lost'), 0)::int AS lost,
      coalesce(sum(e.amount) FILTER (WHERE e.kind = 'forgiven'), 0)::int AS forgiven,
      count(*) FILTER (WHERE e.kind = 'kept')::int AS kept, count(*) FILTER (WHERE e.kind = 'idle')::int AS idle
    FROM turn_entry e JOIN app_user u ON u.id = e.user_id
    WHERE e.site_id = ${siteId} AND e.day BETWEEN ${period.from} AND ${period.to}
    GROUP BY e.user_id, u.name, u.name_sort ORDER BY total DESC, u.name_sort`);
  const entries = userId === undefined ? [] : await ctx.db.rows<FairnessEntry>(sql`
    SELECT e.id, e.user_id AS "userId", e.day::text AS day, to_json(e.at)#>>'{}' AS at, e.kind, e.amount, t.visitor, e.decision_id AS "decisionId", e.clause, e.reason, a.name AS "actorName"
    FROM turn_entry e LEFT JOIN turn t ON t.id = e.turn_id LEFT JOIN app_user a ON a.id = e.actor_id
    WHERE e.site_id = ${siteId} AND e.user_id = ${userId} AND e.day BETWEEN ${period.from} AND ${period.to} ORDER BY e.id LIMIT 2000`);
  return { people, entries };
}
