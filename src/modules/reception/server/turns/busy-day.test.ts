import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import { Failure } from '#kernel/failure.ts';
import { comeBack, goAway, joinDay, leaveDay } from '../roster/come-and-go.ts';
import { openDay } from '../roster/open-day.ts';
import { assignTurn } from './assign-turn.ts';
import { makeTestSite, type TestSite } from '../../../../../e2e/harness/reception-site.ts';
import { endTurn } from './turn-steps.ts';

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

/** The same numbers in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const expected = new Set(['record.wrong-state', 'reception.nobody-free', 'reception.not-on-site', 'reception.lunch-duty']);
const tolerate = (error: unknown): undefined => {
  if (error instanceof Failure && expected.has(error.code)) return undefined;
  throw error;
};

type Receiver = { readonly receiver: 'rotation' | 'duty' | { readonly user: Id }; readonly kind: 'rotation' | 'duty' | 'designated'; readonly isCounted: boolean };

function receiverOf(site: TestSite, arrival: number, draw: (below: number) => number): Receiver {
  if (arrival % 11 === 5) return { receiver: 'duty', kind: 'duty', isCounted: false };
  if (arrival % 13 === 7) return { receiver: { user: site.members[draw(4)] ?? '' }, kind: 'designated', isCounted: false };
  return { receiver: 'rotation', kind: 'rotation', isCounted: true };
}

/** One desk of sixteen: receives its arrivals one after the other, and sees each visitor off. */
async function receive(site: TestSite, arrivals: readonly number[], draw: (below: number) => number): Promise<void> {
  for (const arrival of arrivals) {
    const how = receiverOf(site, arrival, draw);
    const registrationId = app.services.newId();
    for (let turn; turn === undefined;) {
      turn = await site.act((ctx) => assignTurn(ctx, { siteId: site.id, registrationId, decisionId: null, ...how })).catch(tolerate);
      if (turn === undefined) {
        await new Promise((resolve) => { setTimeout(resolve, 5); });
        if (how.kind !== 'rotation') break;
        continue;
      }
      const { turnId } = turn;
      await site.act((ctx) => endTurn(ctx, turnId));
    }
  }
}

/** The first four come and go while the others stay. */
async function comeAndGo(site: TestSite, times: number, draw: (below: number) => number): Promise<void> {
  const states = ['absent', 'sentBySuperior', 'onBusiness', 'lunch'] as const;
  for (let each = 0; each < times; each += 1) {
    const userId = site.members[draw(4)] ?? '';
    if (each % 5 === 4) {
      await site.act((ctx) => leaveDay(ctx, site.id, userId, undefined)).catch(tolerate);
      await site.act((ctx) => joinDay(ctx, site.id, userId)).catch(tolerate);
    } else await site.act((ctx) => goAway(ctx, { siteId: site.id, userId, state: states[each % 4] ?? 'lunch' })).catch(tolerate);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    await site.act((ctx) => comeBack(ctx, site.id, userId)).catch(tolerate);
  }
}

interface Tally { readonly userId: Id; readonly total: number; readonly counted: number; readonly turns: number }

const tally = (site: TestSite): Promise<Tally[]> => app.services.database.rows<Tally>(sql`
  SELECT e.user_id AS "userId", sum(e.amount)::int AS total, coalesce(sum(e.amount) FILTER (WHERE e.kind = 'counted'), 0)::int AS counted,
    (SELECT count(*) FROM turn t WHERE t.user_id = e.user_id AND t.site_id = ${site.id} AND t.is_counted)::int AS turns
  FROM turn_entry e WHERE e.site_id = ${site.id} GROUP BY e.user_id`);

/** Rotation turns given to somebody who was busy, by the order in which everything happened. */
async function doubled(site: TestSite): Promise<unknown[]> {
  const steps = await app.services.database.rows<{ action: string; userId: Id; kind: string | null }>(sql`
    SELECT l.action, l.user_id AS "userId", l.detail->>'kind' AS kind FROM roster_log l JOIN roster_day d ON d.id = l.roster_day_id
    WHERE d.site_id = ${site.id} AND l.action IN ('turn.assigned', 'turn.ended') ORDER BY l.id`);
  const open = new Map<Id, number>();
  return steps.filter(({ action, userId, kind }) => {
    const before = open.get(userId) ?? 0;
    open.set(userId, before + (action === 'turn.assigned' ? 1 : -1));
    return action === 'turn.assigned' && kind === 'rotation' && before > 0;
  });
}

test('500 arrivals at 16 desks while people come and go: one receiver each, every count explained, nobody skipped', async () => {
  const site = await makeTestSite(app, 24);
  await site.act((ctx) => openDay(ctx, site.id));
  const draw = sequence(7);
  const desks = Array.from({ length: 16 }, (_, desk) => Array.from({ length: 500 }, (_, each) => each).filter((each) => each % 16 === desk));
  await Promise.all([...desks.map((arrivals) => receive(site, arrivals, draw)), comeAndGo(site, 60, draw)]);
  const arrivals = await app.services.database.one<{ arrivals: number; turns: number; open: number; rotation: number }>(sql`
    SELECT count(DISTINCT registration_id)::int AS arrivals, count(*)::int AS turns, count(*) FILTER (WHERE state <> 'ended')::int AS open,
      count(*) FILTER (WHERE kind = 'rotation')::int AS rotation FROM turn WHERE site_id = ${site.id}`);
  const due = Array.from({ length: 500 }, (_, each) => each).filter((each) => each % 11 !== 5 && each % 13 !== 7).length;
  expect(arrivals).toMatchObject({ rotation: due, open: 0 });
  expect(arrivals.turns).toBe(arrivals.arrivals);
  const people = await tally(site);
  for (const each of people) expect(each.counted).toBe(each.turns);
  expect(people.reduce((sum, each) => sum + each.counted, 0)).toBe(due);
  const steady = site.members.slice(4).map((id) => people.find((each) => each.userId === id)?.total ?? 0);
  expect(await doubled(site)).toEqual([]);
  expect(Math.max(...steady) - Math.min(...steady)).toBeLessThanOrEqual(1);
  const unexplained = await app.services.database.rows(sql`
    SELECT 1 FROM turn_entry WHERE site_id = ${site.id} AND kind IN ('lost', 'kept', 'forgiven') AND (decision_id IS NULL OR clause IS NULL)`);
  expect(unexplained).toEqual([]);
}, 300_000);
