import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import { workingSecondsBetween } from '#kernel/working-time/working-time.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { loadPerformance } from './performance/load-performance.ts';
import { makeDice } from './seeded-random.ts';
import { loadServiceDesk } from './service/load-service-desk.ts';

const now = new Date('2026-11-20T03:00:00Z');
const CASES = 8_000;
let app: TestApp;
let supervisor: TestPerson & { readonly id: Id };
let unit: Id;
const agents: Id[] = [];

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  const company = (await app.admin.get<{ data: { id: Id }[] }>('/org-units')).body.data[0]?.id;
  unit = (await app.admin.post<{ id: Id }>('/org-units', { name: '客户服务中心', kind: 'department', parent: company })).body.id;
  const chief = await app.person({ username: 'boss1', roles: ['executive'] });
  supervisor = await app.person({ username: 'supervisor1', roles: ['serviceSupervisor'], unit });
  for (const place of [1, 2, 3, 4]) agents.push((await app.person({ username: `agent${place}`, roles: ['serviceAgent'], unit })).id);
  await app.services.database.run(sql`UPDATE app_user SET manager_id = CASE WHEN id = ${supervisor.id} THEN ${chief.id}::uuid ELSE ${supervisor.id}::uuid END WHERE id = ANY(${[supervisor.id, ...agents]}::uuid[])`);
  for (let place = 0; place < 30; place += 1) await app.admin.post('/customers', { kind: 'person', name: `业主${place}` });
  await app.services.database.run(sql`UPDATE customer SET created_at = ${now.toISOString()}::timestamptz - interval '20 months'`);
  await runAction(app.services, { actor: systemActor(app.services) }, async (ctx) => {
    await loadServiceDesk(ctx, makeDice(20_260_304), { unit, supervisor: supervisor.id, agents }, CASES);
    await loadPerformance(ctx, makeDice(20_260_306), { unit, supervisor: supervisor.id, agents });
  });
}, 600_000);
afterAll(() => app.close());

interface Figure { readonly count: number; readonly value: number | null; readonly p90: number | null; readonly clock: number | null; readonly clockP90: number | null; readonly of: number | null }
type Sheet = Readonly<Record<string, Figure>>;
interface Team { readonly data: readonly { readonly id: Id; readonly sheet: Sheet }[]; readonly total: Sheet; readonly medians: Readonly<Record<string, number | null>> }

/** Everything that is known of the cases, counted here by hand and not by the product's own statements. */
interface CaseFacts {
  readonly id: Id; readonly state: string; readonly channel: string; readonly owner: Id | null; readonly receiver: Id | null; readonly received: number; readonly responded: number | null; readonly answered: number | null; readonly closed: number | null;
  readonly satisfaction: number | null; readonly reopened: number; readonly due: number | null; readonly stopped: number | null;
  readonly pauses: readonly { readonly from: number; readonly to: number }[]; readonly breaches: readonly number[];
}

type CaseRow = Omit<CaseFacts, 'due' | 'stopped' | 'pauses' | 'breaches'>;
interface ClockRow { readonly id: Id; readonly caseId: Id; readonly round: number; readonly due: number; readonly stopped: number | null }

async function factsOfCases(): Promise<CaseFacts[]> {
  const { rows } = app.services.database;
  const cases = await rows<CaseRow>(sql`
    SELECT id, state, channel, owner_id AS owner, first_receiver_id AS receiver, extract(epoch FROM received_at)::float8 AS received, extract(epoch FROM first_response_at)::float8 AS responded,
      extract(epoch FROM answered_at)::float8 AS answered, extract(epoch FROM closed_at)::float8 AS closed, satisfaction, reopen_count AS reopened FROM service_case WHERE deleted_at IS NULL`);
  const clocks = await rows<ClockRow & { kind: string }>(sql`SELECT id, case_id AS "caseId", kind, round, extract(epoch FROM due_at)::float8 AS due, extract(epoch FROM stopped_at)::float8 AS stopped FROM case_clock`);
  const pauses = Map.groupBy(await rows<{ clock: Id; from: number; to: number }>(sql`SELECT clock_id AS clock, extract(epoch FROM from_at)::float8 AS "from", extract(epoch FROM to_at)::float8 AS "to" FROM case_clock_pause WHERE to_at IS NOT NULL`), (row) => row.clock);
  const breaches = Map.groupBy(await rows<{ clock: Id; at: number }>(sql`SELECT clock_id AS clock, extract(epoch FROM at)::float8 AS at FROM case_clock_stage WHERE starts_with(stage, 'breached')`), (row) => row.clock);
  const byCase = Map.groupBy(clocks, (row) => row.caseId);
  return cases.map((row) => {
    const own = byCase.get(row.id) ?? [];
    const whole = own.filter(({ kind }) => kind === 'whole').toSorted((x, y) => y.round - x.round);
    return {
      ...row, due: whole[0]?.due ?? null, stopped: whole[0]?.stopped ?? null, pauses: whole.flatMap(({ id }) => pauses.get(id) ?? []), breaches: own.flatMap(({ id }) => (breaches.get(id) ?? []).map(({ at }) => at)),
    };
  });
}

/** As PostgreSQL and textbooks have it: linear between the two neighbours. */
function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const list = values.toSorted((a, b) => a - b);
  const place = share * (list.length - 1);
  const [low, high] = [list[Math.floor(place)] ?? 0, list[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

const SPOKEN = ['phone', 'inPerson', 'entrusted'];
const date = (seconds: number) => new Date(Math.round(seconds * 1000));

test.each([['2026-09-01', '2026-09-30'], ['2026-01-01', '2026-03-31'], ['2026-10-12', '2026-10-18'], ['2024-11-01', '2026-11-20']])('from %s to %s every figure of everybody is what an independent count says', async (from, to) => {
  const [start, end] = [Date.parse(`${from}T00:00:00+08:00`) / 1000, Date.parse(`${to}T00:00:00+08:00`) / 1000 + 86_400];
  const { calendar } = await calendarOfUnit({ db: app.services.database }, unit);
  const worked = (a: number, b: number) => workingSecondsBetween(calendar, date(a), date(b));
  const cases = (await factsOfCases()).filter(({ state }) => state !== 'merged' && state !== 'withdrawn');
  const within = (at: number | null): at is number => at !== null && at >= start && at < end;
  const { data } = (await supervisor.get<Team>(`/performance/team?from=${from}&to=${to}`)).body;
  expect(data.length).toBeGreaterThan(3);
  for (const { id, sheet } of data) {
    const mine = cases.filter(({ owner }) => owner === id);
    const answered = mine.filter((each) => within(each.answered));
    const responded = mine.filter((each) => within(each.responded) && !SPOKEN.includes(each.channel));
    const timed = answered.filter(({ due, stopped }) => due !== null && stopped !== null);
    const rated = answered.flatMap(({ satisfaction }) => satisfaction ?? []);
    const works = answered.map((each) => Math.max(0, worked(each.received, each.answered ?? 0) - each.pauses.filter((pause) => pause.from < (each.answered ?? 0)).reduce((sum, pause) => sum + worked(pause.from, Math.min(pause.to, each.answered ?? 0)), 0)));
    const close = (figure: keyof Figure, of: string, expected: number | null) => (expected === null ? expect([of, sheet[of]?.[figure]]).toEqual([of, null]) : expect(sheet[of]?.[figure], `${of} ${figure}`).toBeCloseTo(expected, 3));
    const counts = {
      taken: cases.filter((each) => each.receiver === id && within(each.received)).length, answered: answered.length, closed: mine.filter((each) => each.state === 'closed' && within(each.closed)).length, response: responded.length, solve: answered.length,
      onTime: timed.length, satisfaction: rated.length, reopened: answered.filter((each) => each.reopened > 0).length, escalated: mine.filter((each) => each.breaches.some((at) => within(at))).length,
    };
    expect(Object.fromEntries(Object.keys(counts).map((key) => [key, sheet[key]?.count]))).toEqual(counts);
    close('value', 'solve', percentile(works, 0.5));
    close('p90', 'solve', percentile(works, 0.9));
    close('clock', 'solve', percentile(answered.map((each) => (each.answered ?? 0) - each.received), 0.5));
    close('clockP90', 'solve', percentile(answered.map((each) => (each.answered ?? 0) - each.received), 0.9));
    close('value', 'response', percentile(responded.map((each) => worked(each.received, each.responded ?? 0)), 0.5));
    close('p90', 'response', percentile(responded.map((each) => worked(each.received, each.responded ?? 0)), 0.9));
    close('value', 'onTime', timed.length === 0 ? null : timed.filter((each) => (each.stopped ?? 0) <= (each.due ?? 0)).length / timed.length);
    close('value', 'satisfaction', rated.length === 0 ? null : rated.reduce((sum, each) => sum + each, 0) / rated.length);
    close('value', 'reopened', answered.length === 0 ? null : counts.reopened / answered.length);
  }
}, 120_000);

test('last month is posted: what each entry holds is what its decision says, and the run is their sum', async () => {
  const entries = await app.services.database.rows<{ points: string; amount: string; results: { points: number; bonus: number }; run: Id }>(sql`
    SELECT e.points::text AS points, e.amount::text AS amount, d.results, e.run_id AS run FROM incentive_entry e JOIN decision d ON d.id = e.decision_id WHERE e.kind = 'award' AND e.month = '2026-10' AND d.subject_id = e.id`);
  expect(entries.length).toBeGreaterThan(3);
  for (const { points, amount, results } of entries) expect([Number(points), Number(amount)]).toEqual([results.points, results.bonus]);
  const [run] = await app.services.database.rows<{ state: string; same: boolean }>(sql`
    SELECT r.state, r.points = (SELECT sum(points) FROM incentive_entry WHERE run_id = r.id) AND r.amount = (SELECT sum(amount) FROM incentive_entry WHERE run_id = r.id) AS same FROM incentive_run r WHERE r.id = ${entries[0]?.run ?? ''}`);
  expect(run).toEqual({ state: 'posted', same: true });
});

test('the wall: customers and colleagues, nobody praises themselves, nobody gives more than the month allows', async () => {
  const [wall] = await app.services.database.rows<Record<string, number>>(sql`
    SELECT count(*) FILTER (WHERE kind = 'customer')::int AS customers, count(*) FILTER (WHERE kind = 'colleague')::int AS colleagues,
      (SELECT coalesce(max(given), 0)::int FROM (SELECT sum(points) AS given FROM recognition WHERE author_id IS NOT NULL GROUP BY author_id, month) g) AS most FROM recognition`);
  expect(wall?.['customers']).toBeGreaterThan(20);
  expect(wall?.['colleagues']).toBe(12);
  expect(wall?.['most']).toBeLessThanOrEqual(30);
});
