import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate, startOfDay } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { waitingOrder } from '../../rules/rotation.ts';
import { boardRights } from '../sites/board-rights.ts';
import { readSite, type Site, siteMembers } from '../sites/read-site.ts';
import type { AwayState, TurnKind } from '../turns/roster-day.ts';
import { readPeople } from '../turns/roster-day.ts';

interface OpenTurn {
  readonly id: Id;
  readonly kind: TurnKind;
  readonly state: 'assigned' | 'receiving';
  readonly isCounted: boolean;
  readonly visitor: string | null;
  readonly registrationId: Id;
  readonly assignedAt: string;
  readonly dueAt: string;
  readonly takenUpAt: string | null;
  readonly decisionId: Id | null;
  readonly clause: string | null;
}

interface Remark {
  /** `away` or the kind of the last ledger entry that is more than a count. */
  readonly kind: string;
  readonly reason: string | null;
  readonly decisionId: Id | null;
  readonly clause: string | null;
}

interface PersonExtra {
  readonly userId: Id;
  readonly awaySince: string | null;
  readonly awayReason: string | null;
  readonly newToday: number;
  readonly receptions: number;
  readonly turns: readonly OpenTurn[];
  readonly remark: Remark | null;
}

interface DayRow {
  readonly id: Id;
  readonly day: string;
  readonly status: 'open' | 'closed';
  readonly openedAt: string;
  readonly closedAt: string | null;
}

/**
 * The board of a site's present day, or of the last one (RE-1): the queue, who receives whom, who is away and why.
 * Holds no phone number and no customer. Errors: record.not-found.
 */
export async function showBoard(ctx: Context, siteId: Id) {
  const rights = await boardRights(ctx, siteId);
  const site = await readSite(ctx, siteId);
  const today = localDate(ctx.now, site.timeZone);
  const day = await ctx.db.maybe<DayRow>(sql`
    SELECT id, day::text AS day, status, to_json(opened_at)#>>'{}' AS "openedAt", to_json(closed_at)#>>'{}' AS "closedAt"
    FROM roster_day WHERE site_id = ${siteId} AND day = ${today}`);
  const people = day === undefined ? [] : await readPeople(ctx, day.id);
  const extras = day === undefined ? [] : await readExtras(ctx, day.id);
  const found = new Map(extras.map((each) => [each.userId, each]));
  const queue = waitingOrder(people);
  const level = queue[0]?.consumed ?? 0;
  const rows = people.map((person) => rowOf(person, found.get(person.userId)));
  return {
    site, today, day: day ?? null, rights, me: ctx.actor.userId, packLabel: await packLabel(ctx, site.pack),
    next: queue.slice(0, 5).map(({ userId, name, consumed }) => ({
      userId, name, consumed, received: found.get(userId)?.receptions ?? 0, isPriority: consumed < level + 1 && found.get(userId)?.remark?.kind === 'idle',
    })),
    people: rows,
    totals: await countDay(ctx, site, today),
    draw: day === undefined ? null : await lastDraw(ctx, day.id),
    others: (await siteMembers(ctx, siteId)).filter((each) => each.isActive && !people.some((one) => one.userId === each.userId)).map(({ userId, name }) => ({ userId, name })),
  };
}

function rowOf(person: Awaited<ReturnType<typeof readPeople>>[number], extra: PersonExtra | undefined) {
  const { userId, name, position, consumed, state, awayState, isConfirmed, pass } = person;
  const away: { state: AwayState; since: string; reason: string | null; isConfirmed: boolean } | null = awayState === null || extra === undefined ? null
    : { state: awayState, since: extra.awaySince ?? '', reason: extra.awayReason, isConfirmed };
  const remark = awayState !== null && pass ? { kind: `away.${pass.effect}`, reason: null, decisionId: pass.decisionId, clause: pass.clause } : (extra?.remark ?? null);
  return {
    userId, name, position, consumed, state, away, offReason: state === 'off' ? (extra?.awayReason ?? null) : null,
    newToday: extra?.newToday ?? 0, receptions: extra?.receptions ?? 0, turns: extra?.turns ?? [], remark,
  };
}

const packLabel = async (ctx: Context, pack: string) =>
  (await ctx.db.maybe<{ label: { 'zh-CN': string; en: string } }>(sql`SELECT label FROM policy_pack WHERE key = ${pack}`))?.label ?? { 'zh-CN': pack, en: pack };

/** Who came and who called on a day; new is whoever the site had not registered before (as the evening record counts). */
const countDay = (ctx: Context, site: Site, day: string): Promise<{ visits: number; newVisits: number; calls: number }> => ctx.db.one(sql`
  SELECT count(*)::int AS visits,
    (count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM visit_registration e WHERE e.customer_id = v.customer_id AND e.site_id = v.site_id AND e.arrived_at < v.arrived_at AND e.deleted_at IS NULL)))::int AS "newVisits",
    (SELECT count(*)::int FROM call_registration c WHERE c.site_id = ${site.id} AND c.deleted_at IS NULL
      AND c.called_at >= ${startOfDay(day, site.timeZone).toISOString()} AND c.called_at < ${startOfDay(addDays(day, 1), site.timeZone).toISOString()}) AS calls
  FROM visit_registration v WHERE v.site_id = ${site.id} AND v.arrived_on = ${day} AND v.deleted_at IS NULL`);

/** Who drew the order of the day last (RE-7); null where it was not drawn. */
const lastDraw = async (ctx: Context, dayId: Id): Promise<{ at: string; actorName: string | null } | null> => (await ctx.db.maybe<{ at: string; actorName: string | null }>(sql`
  SELECT to_json(l.at)#>>'{}' AS at, u.name AS "actorName" FROM roster_log l LEFT JOIN app_user u ON u.id = l.actor_id
  WHERE l.roster_day_id = ${dayId} AND l.action = 'drawn' ORDER BY l.id DESC LIMIT 1`)) ?? null;

const readExtras = (ctx: Context, dayId: Id): Promise<PersonExtra[]> => ctx.db.rows<PersonExtra>(sql`
  SELECT p.user_id AS "userId", to_json(p.away_since)#>>'{}' AS "awaySince", p.away_reason AS "awayReason",
    count(t.id) FILTER (WHERE t.is_new AND t.state NOT IN ('passed', 'refused'))::int AS "newToday",
    count(t.id) FILTER (WHERE t.state NOT IN ('passed', 'refused'))::int AS receptions,
    coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'state', t.state, 'isCounted', t.is_counted, 'visitor', t.visitor,
      'registrationId', t.registration_id, 'assignedAt', t.assigned_at, 'dueAt', t.due_at, 'takenUpAt', t.taken_up_at, 'decisionId', t.decision_id,
      'clause', t.clause) ORDER BY t.id) FILTER (WHERE t.state IN ('assigned', 'receiving')), '[]') AS turns,
    (SELECT json_build_object('kind', e.kind, 'reason', e.reason, 'decisionId', e.decision_id, 'clause', e.clause)
      FROM turn_entry e WHERE e.roster_day_id = p.roster_day_id AND e.user_id = p.user_id AND e.kind <> 'joined'
        AND NOT EXISTS (SELECT 1 FROM turn_entry later WHERE later.roster_day_id = e.roster_day_id AND later.user_id = e.user_id AND later.kind = 'counted' AND later.id > e.id)
        AND e.kind <> 'counted'
      ORDER BY e.id DESC LIMIT 1) AS remark
  FROM roster_person p LEFT JOIN turn t ON t.roster_day_id = p.roster_day_id AND t.user_id = p.user_id
  WHERE p.roster_day_id = ${dayId} GROUP BY p.roster_day_id, p.user_id`);
