import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { type ClockTerms, deadlineOf } from '#modules/service/rules/deadline.ts';
import { type ProcessStep, type StepAnswers, answerIssues, stepAfter } from '#modules/service/rules/process.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { makeDice } from './seeded-random.ts';
import { loadServiceDesk } from './service/load-service-desk.ts';

const now = new Date('2026-11-20T03:00:00Z');
const CASES = 8_000;
let app: TestApp;
let supervisor: TestPerson & { readonly id: Id };
let unit: Id;

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  const company = (await app.admin.get<{ data: { id: Id }[] }>('/org-units')).body.data[0]?.id;
  unit = (await app.admin.post<{ id: Id }>('/org-units', { name: '客户服务中心', kind: 'department', parent: company })).body.id;
  const chief = await app.person({ username: 'boss1', roles: ['executive'] });
  supervisor = await app.person({ username: 'supervisor1', roles: ['serviceSupervisor'], unit });
  const agents: Id[] = [];
  for (const place of [1, 2, 3, 4]) agents.push((await app.person({ username: `agent${place}`, roles: ['serviceAgent'], unit })).id);
  await app.services.database.run(sql`UPDATE app_user SET manager_id = CASE WHEN id = ${supervisor.id} THEN ${chief.id}::uuid ELSE ${supervisor.id}::uuid END WHERE id = ANY(${[supervisor.id, ...agents]}::uuid[])`);
  for (let place = 0; place < 30; place += 1) await app.admin.post('/customers', { kind: 'person', name: `业主${place}` });
  await app.services.database.run(sql`UPDATE customer SET created_at = ${now.toISOString()}::timestamptz - interval '20 months'`);
  await runAction(app.services, { actor: systemActor(app.services) }, (ctx) => loadServiceDesk(ctx, makeDice(20_260_304), { unit, supervisor: supervisor.id, agents }, CASES));
}, 600_000);
afterAll(() => app.close());

const rows = <R>(query: ReturnType<typeof sql>): Promise<R[]> => app.services.database.rows<R>(query);
const counted = async (query: ReturnType<typeof sql>): Promise<number> => (await app.services.database.one<{ count: number }>(query)).count;

interface Leaks {
  readonly total: Readonly<Record<string, number | null>>;
  readonly months: readonly (Readonly<Record<string, number | null>> & { readonly month: string })[];
}
const leaks = async (): Promise<Leaks> => (await supervisor.get<Leaks>('/service/leaks?from=2024-11-01&to=2026-11-20')).body;

/** The four sets of offenders out of steps, clocks and feedback, without asking the case how it stands. */
const problem = sql`SELECT id FROM service_case WHERE kind = ANY('{repair,complaint}') EXCEPT SELECT id FROM service_case WHERE state IN ('withdrawn', 'merged') OR deleted_at IS NOT NULL`;
const lateClock = (kind: string) => sql`SELECT case_id FROM case_clock WHERE kind = ${kind} AND stopped_at IS NULL AND paused_at IS NULL AND due_at <= ${now.toISOString()}`;
const doneStep = (key: string) => sql`SELECT case_id FROM case_step WHERE key = ${key} AND state = 'done'`;
const preventable = sql`
  SELECT DISTINCT ON (s.case_id) s.case_id, g.feeds_back_to <> 'none' AS may FROM case_step s JOIN complaint_cause g ON g.id::text = s.answers->>'cause' WHERE s.state = 'done' ORDER BY s.case_id, s.opened_at DESC, s.id DESC`;
const offenders = {
  recorded: sql`(${problem}) INTERSECT SELECT id FROM service_case WHERE num_nonnulls(customer_id, contact_id, reporter_name, reporter_phone, reporter_email) = 0`,
  handled: sql`(${problem}) INTERSECT (${lateClock('whole')})`,
  rechecked: sql`((${problem}) INTERSECT (${doneStep('answer')}) INTERSECT (${lateClock('callback')})) EXCEPT (${doneStep('callback')})`,
  fedBack: sql`((${problem}) INTERSECT SELECT case_id FROM (${preventable}) p WHERE may INTERSECT (SELECT id FROM service_case WHERE closed_at IS NOT NULL AND validity IN ('unjudged', 'valid')))
    EXCEPT SELECT case_id FROM case_feedback`,
};

test('the four no-leaks and the three rates of two years are what an independent count says (SE-6)', async () => {
  const { total, months } = await leaks();
  const count = (set: ReturnType<typeof sql>): Promise<number> => counted(sql`SELECT count(*)::int AS count FROM (${set}) x`);
  const expected = {
    problems: await count(problem), recorded: await count(offenders.recorded), handled: await count(offenders.handled), rechecked: await count(offenders.rechecked), fedBack: await count(offenders.fedBack),
    leaking: await count(sql`(${offenders.recorded}) UNION (${offenders.handled}) UNION (${offenders.rechecked}) UNION (${offenders.fedBack})`),
  };
  expect(total).toMatchObject(expected);
  for (const leak of ['recorded', 'handled', 'rechecked', 'fedBack'] as const) {
    expect(expected[leak]).toBeGreaterThan(0);
    const { data } = (await supervisor.get<{ data: { id: Id }[] }>(`/service/leaks/offenders?from=2024-11-01&to=2026-11-20&leak=${leak}`)).body;
    expect(new Set(data.map(({ id }) => id))).toEqual(new Set((await rows<{ id: Id }>(offenders[leak])).map(({ id }) => id)));
  }
  const [rated] = await rows<{ complaints: number; bad: number; all: number; customers: number }>(sql`
    SELECT sum((kind = 'complaint')::int)::int AS complaints, sum((satisfaction < 3)::int)::int AS bad, sum((satisfaction IS NOT NULL)::int)::int AS all, (SELECT count(*)::int FROM customer) AS customers
    FROM service_case WHERE id IN (${problem})`);
  if (!rated) throw new Error('nothing was rated');
  expect(total['complaintRate']).toBe(rated.complaints / rated.customers);
  expect(total['omissionRate']).toBe(expected.leaking / expected.problems);
  expect(total['dissatisfactionRate']).toBe(rated.bad / rated.all);
  for (const figure of ['problems', 'recorded', 'handled', 'rechecked', 'fedBack', 'leaking', 'rated', 'dissatisfied'] as const) {
    expect(months.reduce((sum, month) => sum + Number(month[figure]), 0)).toBe(total[figure]);
  }
});

interface ClockParts extends Omit<ClockTerms, 'amount'> {
  readonly amount: string;
  readonly start: string;
  readonly due: string;
  readonly halfAt: string;
  readonly nearAt: string;
  readonly computation: unknown;
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
}

test('five hundred deadlines, and all that were paused or extended, follow from their parts (SE-4)', async () => {
  const { calendar } = await calendarOfUnit({ db: app.services.database }, unit);
  const clocks = await rows<ClockParts>(sql`
    SELECT k.measure, k.amount, k.extended_days AS "extendedDays", k.half_percent AS half, k.near_percent AS near, k.started_at AS start, k.due_at AS due, k.half_at AS "halfAt", k.near_at AS "nearAt", k.computation,
      coalesce((SELECT jsonb_agg(jsonb_build_object('from', p.from_at, 'to', p.to_at) ORDER BY p.from_at) FROM case_clock_pause p WHERE p.clock_id = k.id AND p.to_at IS NOT NULL), '[]') AS pauses
    FROM case_clock k WHERE k.id IN (SELECT id FROM case_clock ORDER BY md5(id::text) LIMIT 500) OR k.extended_days > 0 OR EXISTS (SELECT 1 FROM case_clock_pause p WHERE p.clock_id = k.id)`);
  const iso = (text: string): string => new Date(text).toISOString();
  expect(clocks.length).toBeGreaterThan(700);
  for (const { measure, amount, extendedDays, half, near, start, due, halfAt, nearAt, computation, pauses } of clocks) {
    const terms = { measure, amount: Number(amount), extendedDays, half, near };
    expect({ due: iso(due), half: iso(halfAt), near: iso(nearAt), computation })
      .toEqual(deadlineOf(calendar, new Date(start), terms, pauses.map(({ from, to }) => ({ from: iso(from), to: iso(to) }))));
  }
});

test('every deadline has a decision by the version in force then, and its moves lead from the start to where it stands', async () => {
  expect(await counted(sql`
    SELECT count(*)::int AS count FROM case_clock k JOIN service_case c ON c.id = k.case_id LEFT JOIN decision d ON d.id = k.decision_id
    WHERE d.subject_id IS DISTINCT FROM c.id OR d.event_at <> c.received_at OR d.clause IS NULL OR d.facts->>'clock' <> k.kind OR d.facts->>'kind' <> c.kind
      OR (d.results->>'amount')::numeric <> k.amount OR d.results->>'measure' <> k.measure`)).toBe(0);
  expect(await counted(sql`
    SELECT count(*)::int AS count FROM case_clock k CROSS JOIN LATERAL (
      SELECT (array_agg(m.reason ORDER BY m.at, m.id))[1] AS first, (array_agg(m.reason ORDER BY m.at DESC, m.id DESC))[1] AS last, (array_agg(m.to_due ORDER BY m.at DESC, m.id DESC))[1] AS due
      FROM case_clock_change m WHERE m.clock_id = k.id) m
    WHERE m.first IS DISTINCT FROM 'started' OR m.due <> k.due_at OR (k.stopped_at IS NOT NULL AND m.last <> 'stopped') OR k.stopped_at < k.started_at`)).toBe(0);
});

interface CaseSteps {
  readonly number: string;
  readonly state: string;
  readonly step: string | null;
  readonly process: readonly ProcessStep[];
  readonly done: readonly { readonly key: string; readonly state: string; readonly round: number; readonly by: Id | null; readonly opened: string; readonly at: string | null; readonly answers: StepAnswers }[];
}

type DoneStep = CaseSteps['done'][number];

/** What is against the process in a step that is done and what follows it; '' when nothing is. */
function againstStep(process: readonly ProcessStep[], each: DoneStep, next: DoneStep | undefined): string {
  const declared = process.find(({ key }) => key === each.key);
  if (!declared) return `knows no step ${each.key}`;
  const issues = answerIssues(declared, each.answers);
  if (issues.length > 0) return `${each.key}: ${JSON.stringify(issues)}`;
  if (each.at === null || each.at < each.opened || (next && next.opened < each.at)) return `${each.key} is out of time`;
  const following = stepAfter({ steps: process }, each.key, each.answers)?.key;
  return following === next?.key ? '' : `${each.key} is followed by ${next?.key ?? 'nothing'}`;
}

/** What is against the process in one case (SE-3); a withdrawn one breaks off in its last step. */
function against({ number, state, step, process, done }: CaseSteps): string[] {
  const last = done.at(-1);
  const isOpen = last?.state !== 'done';
  const whole = isOpen || state === 'withdrawn' ? done.slice(0, -1) : done;
  const rounds = done.map((each, place) => done.slice(0, place + 1).filter(({ key }) => key === each.key).length);
  return [
    done[0]?.key === process[0]?.key ? '' : 'does not begin with the first step',
    done.slice(0, -1).every((each) => each.state === 'done') ? '' : 'goes on before a step is done',
    done.every((each, place) => each.round === rounds[place]) ? '' : 'counts its rounds wrong',
    ...whole.map((each, place) => againstStep(process, each, done[place + 1])),
    step === (isOpen ? (last?.key ?? null) : null) ? '' : `says that it stands at ${String(step)}`,
    (state === 'closed' || state === 'withdrawn') === isOpen ? `is ${state} at ${String(last?.key)}` : '',
  ].filter((fault) => fault !== '').map((fault) => `${number} ${fault}`);
}

test('no case goes against its process, and each step is in the trail (SE-3)', async () => {
  const cases = await rows<CaseSteps>(sql`
    SELECT c.number, c.state, c.step, p.steps AS process, (SELECT jsonb_agg(jsonb_build_object('key', s.key, 'state', s.state, 'round', s.round, 'by', s.done_by, 'opened', s.opened_at AT TIME ZONE 'UTC', 'at',
      s.done_at AT TIME ZONE 'UTC', 'answers', s.answers) ORDER BY s.opened_at, s.id) FROM case_step s WHERE s.case_id = c.id) AS done
    FROM service_case c JOIN process_template p ON p.id = c.process_template_id`);
  expect(cases).toHaveLength(CASES);
  expect(cases.flatMap(against)).toEqual([]);
  expect(await counted(sql`
    SELECT count(*)::int AS count FROM case_step s WHERE s.state = 'done' AND s.done_by IS NOT NULL AND s.position > 0 AND NOT EXISTS (
      SELECT 1 FROM audit_entry e WHERE e.record_id = s.case_id AND e.action = 'step' AND e.detail->>'step' = s.key AND (e.detail->>'round')::int = s.round AND (e.actor_id = s.done_by OR s.decision_id IS NOT NULL))`)).toBe(0);
});

test('the mix of a property manager: kinds, breaches, satisfaction, reopened ones, few causes for most', async () => {
  const [mix] = await rows<Record<string, number>>(sql`
    SELECT avg((kind = 'complaint')::int)::float8 AS complaints, avg((kind = 'repair')::int)::float8 AS repairs, avg(satisfaction)::float8 AS satisfaction, avg((reopen_count > 0)::int)::float8 AS reopened,
      count(DISTINCT subject)::float8 / count(*) AS different, (SELECT avg((stopped_at > due_at)::int)::float8 FROM case_clock WHERE kind = 'whole' AND stopped_at IS NOT NULL) AS breached FROM service_case`);
  expect(mix?.['complaints']).toBeCloseTo(0.18, 1);
  expect(mix?.['repairs']).toBeCloseTo(0.4, 1);
  expect(mix?.['satisfaction']).toBeCloseTo(4.1, 1);
  expect(mix?.['reopened']).toBeCloseTo(0.04, 1);
  expect(mix?.['breached']).toBeGreaterThan(0.02);
  expect(mix?.['breached']).toBeLessThan(0.15);
  expect(mix?.['different']).toBeGreaterThan(0.95);
  const { data } = (await supervisor.get<{ data: { cases: number }[] }>('/service/causes?from=2024-11-01&to=2026-11-20')).body;
  const all = data.reduce((sum, { cases }) => sum + cases, 0);
  expect(data.slice(0, 5).reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(all * 0.6);
});

test('today: every shade of urgency, waiting ones, some that nobody has, decisions and more time to be settled', async () => {
  const urgencies = await rows<{ urgency: string; n: number }>(sql`SELECT urgency, count(*)::int AS n FROM service_case WHERE state = 'open' AND due_at IS NOT NULL GROUP BY urgency`);
  expect(urgencies.map(({ urgency }) => urgency).toSorted()).toEqual(['breached', 'calm', 'half', 'near']);
  expect(await counted(sql`
    SELECT count(*)::int AS count FROM service_case c WHERE c.due_at IS DISTINCT FROM (SELECT min(k.due_at) FROM case_clock k WHERE k.case_id = c.id AND k.stopped_at IS NULL AND k.paused_at IS NULL)`)).toBe(0);
  expect(Math.min(...urgencies.map(({ n }) => n))).toBeGreaterThan(4);
  const { body } = await supervisor.get<Readonly<Record<string, number>>>('/service/case-queue/counts');
  expect(body['waiting']).toBeGreaterThan(4);
  expect(body['unassigned']).toBeGreaterThan(2);
  expect(await counted(sql`SELECT count(*)::int AS count FROM case_step s JOIN service_case c ON c.id = s.case_id WHERE s.state = 'approving' AND c.severity = 'major'`)).toBe(1);
  expect(await counted(sql`SELECT count(*)::int AS count FROM case_extension WHERE state = 'asked'`)).toBe(1);
  expect(await rows(sql`SELECT DISTINCT kind FROM approval WHERE state = 'open' ORDER BY kind`)).toEqual([{ kind: 'service.extension' }, { kind: 'service.remedy' }, { kind: 'service.solution' }]);
  expect(await counted(sql`SELECT count(*)::int AS count FROM corrective_action WHERE state = 'effective'`)).toBeGreaterThan(10);
});
