import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { decide } from '#meta/decisions/decide.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { Context } from '#platform/context/context.ts';
import { type PolicyInForce, policyInForce } from '#platform/decisions/policy-versions.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { followUpNotices } from '../../follow-up/follow-up.notices.ts';
import { daysBetween } from '../pools/customer-standing.ts';
import { runPoolRound } from '../pools/pool-round.ts';
import { showFollowUpsInTheEvening } from './evening-follow-ups.ts';
import { allSheets } from './sheet-rows.ts';

showFollowUpsInTheEvening();

export const FOLLOW_UP_JOB = 'reception.follow-up';

/**
 * The daily round (RE-23, UX-11): once for each day of the company, whatever the clock does. Pools first, then the lists
 * for owners, managers and the director. Answers whether it ran.
 */
export async function runFollowUpRound(services: Services, signal?: AbortSignal): Promise<boolean> {
  const day = localDate(services.clock(), services.timeZone);
  if ((await services.database.maybe(sql`SELECT 1 FROM follow_up_round WHERE day = ${day}`)) !== undefined) return false;
  await runPoolRound(services, signal);
  if (signal?.aborted === true) return false;
  await reportOverdue(services, day);
  await services.database.run(sql`INSERT INTO follow_up_round (day, finished_at) VALUES (${day}, ${services.clock().toISOString()}) ON CONFLICT DO NOTHING`);
  return true;
}

interface Late { readonly owner_id: Id; readonly due_on: string; readonly base_on: string; readonly prospect_class: string; readonly pack: string }

async function reportOverdue(services: Services, day: string): Promise<void> {
  const rows = await services.database.rows<Late>(sql`
    SELECT x.owner_id, x.due_on, (x.base AT TIME ZONE ${services.timeZone})::date AS base_on, x.prospect_class, x.pack
    FROM (${allSheets(services.clock(), services.timeZone)}) x WHERE x.warn_on <= ${day} OR x.due_on <= ${day}`);
  const own = new Map<Id, number>();
  const team = new Map<Id, number>();
  const add = (map: Map<Id, number>, who: Id) => map.set(who, (map.get(who) ?? 0) + 1);
  const policies = new Map<string, PolicyInForce | undefined>();
  const managers = new Map<Id, readonly Id[]>();
  const directors = await services.database.rows<{ id: Id }>(sql`SELECT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id AND r.role = 'executive' WHERE u.is_active AND u.deleted_at IS NULL`);
  for (const row of rows) {
    add(own, row.owner_id);
    if (row.due_on >= day) continue;
    if (!policies.has(row.pack)) policies.set(row.pack, await policyInForce(services.database, `${row.pack}.followUp`, services.clock()));
    const to = escalation(policies.get(row.pack), row, day);
    if (to === 'nobody') continue;
    if (!managers.has(row.owner_id)) managers.set(row.owner_id, await managersOf({ db: services.database }, row.owner_id));
    const told = new Set([...(managers.get(row.owner_id) ?? []).slice(0, 1), ...(to === 'director' ? directors.map(({ id }) => id) : [])]);
    for (const who of told) add(team, who);
  }
  const warned = await services.database.rows<{ owner_id: Id; count: number; day: string }>(sql`
    SELECT owner_id, count(*)::int AS count, min(release_on)::text AS day FROM pool_warning WHERE release_on >= ${day} GROUP BY owner_id`);
  await runAction(services, { actor: systemActor(services) }, async (ctx) => {
    for (const [who, count] of own) await tellOnce(ctx, { day, who, kind: 'own', count }, () => notify(ctx, { to: [who], kind: followUpNotices.due, params: { count }, link: '/follow-up' }));
    for (const [who, count] of team) await tellOnce(ctx, { day, who, kind: 'team', count }, () => notify(ctx, { to: [who], kind: followUpNotices.overdue, params: { count }, link: '/follow-up?who=all' }));
    for (const each of warned) {
      await tellOnce(ctx, { day, who: each.owner_id, kind: 'warning', count: each.count }, () =>
        notify(ctx, { to: [each.owner_id], kind: followUpNotices.warning, params: { count: each.count, day: each.day }, link: '/follow-up' }));
    }
  });
}

function escalation(policy: PolicyInForce | undefined, row: Late, day: string): string {
  if (policy === undefined) return 'manager';
  const decision = decide(policy.compiled, { prospectClass: row.prospect_class, daysSinceReached: Math.max(0, daysBetween(row.base_on, day)) });
  return decision.status === 'decided' ? String(decision.results['escalateTo'] ?? 'manager') : 'manager';
}

interface Told { readonly day: string; readonly who: Id; readonly kind: 'own' | 'team' | 'warning'; readonly count: number }

/** A day's list goes to a person once, also when the round is begun again or the clock goes back. */
async function tellOnce(ctx: Context, { day, who, kind, count }: Told, tell: () => Promise<void>): Promise<void> {
  const added = await ctx.db.run(sql`INSERT INTO follow_up_report (day, user_id, kind, count) VALUES (${day}, ${who}, ${kind}, ${count}) ON CONFLICT DO NOTHING`);
  if (added === 1) await tell();
}

/** Says that the round runs, looked at every quarter of an hour. */
export function defineFollowUpRound(services: Services): void {
  services.jobs.define({
    name: FOLLOW_UP_JOB, isLong: true,
    handler: async (run) => {
      await runFollowUpRound(services, run.signal);
      return run.signal.aborted ? 'again' : 'done';
    },
  });
  services.jobs.every(FOLLOW_UP_JOB, 900);
}
