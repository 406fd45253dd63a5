import { hash } from '@node-rs/argon2';
import sql from 'sql-template-tag';
import { readyRoles } from '#modules/identity/server/ready-roles.ts';
import { setUpService } from '#modules/service/server/service.public.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';
import { insertRow } from '#platform/records/write-record.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { connectPlain } from '../load/captured-sql.ts';
import { BENCH_PASSWORD } from './fill-people.ts';

export const OPEN = 100_000;
export const PROBLEMS = 8_000;
export const QUEUES = 5;
export const AGENTS = 50;
/** One of the agents, and who supervises them; both sign in for the figures. */
export const deskPeople = { agent: 'bench-agent0', supervisor: 'bench-supervisor' } as const;

const ROLES = ['serviceAgent', 'serviceSupervisor'];
const OBJECTS = /^(case|caseMessage|caseRemedy|correctiveAction|serviceQueue|caseType|complaintCause|cannedReply|caseMacro)$/;

/** Five queues with ten agents each and their open cases, and a year of problems that are closed; made when absent. */
export async function ensureServiceDesk(services: Services): Promise<void> {
  const { database } = services;
  const { cases } = await database.one<{ cases: number }>(sql`SELECT count(*)::int AS cases FROM service_case`);
  if (cases >= OPEN + PROBLEMS) return;
  if (cases > 0) throw new Error(`there are ${cases} cases, half of the desk: delete the data set`);
  const agent = await database.maybe(sql`SELECT 1 FROM app_user WHERE username = ${deskPeople.agent}`);
  if (agent === undefined) await runAction(services, { actor: systemActor(services) }, makeDesk);
  await fillCases(services.databaseUrl);
}

async function makeDesk(ctx: Context): Promise<void> {
  // Older data know the roles without what they may do here.
  for (const role of readyRoles.filter(({ key }) => ROLES.includes(key))) {
    for (const [object, actions] of Object.entries(role.grants).filter(([key]) => OBJECTS.test(key))) {
      for (const [action, scope] of Object.entries(actions)) {
        await ctx.db.run(sql`INSERT INTO role_grant (role, object, action, scope) VALUES (${role.key}, ${object}, ${action}, ${scope}) ON CONFLICT DO NOTHING`);
      }
    }
  }
  const passwordHash = await hash(BENCH_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const { root } = await ctx.db.one<{ root: string }>(sql`SELECT id AS root FROM org_unit WHERE parent_id IS NULL AND deleted_at IS NULL`);
  const supervisor = await addPerson(ctx, { username: deskPeople.supervisor, role: 'serviceSupervisor', unit: root, passwordHash, manager: null });
  for (let queue = 0; queue < QUEUES; queue += 1) {
    const unit = await addUnit(ctx, `客服${queue + 1}部`, root);
    const members: string[] = [];
    for (let place = 0; place < AGENTS / QUEUES; place += 1) members.push(await addPerson(ctx, { username: `bench-agent${queue * (AGENTS / QUEUES) + place}`, role: 'serviceAgent', unit, passwordHash, manager: supervisor }));
    if (queue === 0) await setUpService(ctx, { pack: 'service-days', unit, members });
    else await addQueue(ctx, `客服台${queue + 1}`, unit, members);
  }
}

async function addQueue(ctx: Context, name: string, unit: string, members: readonly string[]): Promise<void> {
  const queue = await insertRecord(ctx, 'serviceQueue', { values: { name, unit, skills: [], assignment: 'load', isActive: true } });
  for (const member of members) await ctx.db.run(sql`INSERT INTO service_queue_member (queue_id, user_id) VALUES (${queue}, ${member})`);
}

async function addUnit(ctx: Context, name: string, root: string): Promise<string> {
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO org_unit (id, name, name_sort, kind, parent_id, path, created_at, updated_at) VALUES (${id}, ${name}, ${name}, 'department', ${root}, ${[root, id]}::uuid[], ${now}, ${now})`);
  return id;
}

async function addPerson(ctx: Context, plan: { readonly username: string; readonly role: string; readonly unit: string; readonly passwordHash: string; readonly manager: string | null }): Promise<string> {
  const id = ctx.newId();
  const def = ctx.registry.object('user');
  if (!def) throw new Error('there is no object called user');
  await insertRow(ctx, def, {
    id, values: { name: plan.username, username: plan.username, unit: plan.unit, manager: plan.manager, isActive: true },
    extra: { password_hash: plan.passwordHash, password_changed_at: ctx.now.toISOString() },
  });
  await ctx.db.run(sql`INSERT INTO user_role (user_id, role) VALUES (${id}, ${plan.role})`);
  return id;
}

/**
 * Open ones are due from yesterday to nine days on, one in a hundred has nobody; the clocks look again in ten years, so
 * that only those that a figure makes due are. Closed ones are a year of problems with each sort of leak among them.
 */
async function fillCases(databaseUrl: string): Promise<void> {
  const client = await connectPlain(databaseUrl);
  try {
    await client.query('BEGIN');
    await client.query(`CREATE TEMP TABLE bench_case ON COMMIT DROP AS
      WITH a AS (SELECT u.id, u.unit_id, m.queue_id, row_number() OVER (ORDER BY u.username)::int - 1 AS place FROM app_user u JOIN service_queue_member m ON m.user_id = u.id WHERE u.username LIKE 'bench-agent%'),
        t AS (SELECT id, kind, process, row_number() OVER (ORDER BY position)::int - 1 AS place FROM case_type WHERE process IN ('complaint', 'repair', 'request')),
        c AS (SELECT id, row_number() OVER ()::int - 1 AS place FROM (SELECT id FROM customer WHERE deleted_at IS NULL LIMIT 5000) x),
        g AS (SELECT id, row_number() OVER (ORDER BY name)::int - 1 AS place FROM complaint_cause WHERE parent_id IS NOT NULL)
      SELECT gen_random_uuid() AS id, gen_random_uuid() AS clock, n, t.id AS type, t.kind, p.id AS process, p.steps->1->>'key' AS step, a.id AS agent, a.unit_id AS unit, a.queue_id AS queue, c.id AS customer,
        g.id AS cause, n < $1 AS is_open, now() - CASE WHEN n < $1 THEN make_interval(mins => ((n::bigint * 7919) % 14400)::int) ELSE make_interval(days => 31, mins => ((n::bigint * 7919) % 500000)::int) END AS received,
        now() + make_interval(mins => ((n::bigint * 104729) % 14400 - 1440)::int) AS due
      FROM generate_series(0, $2::int) n JOIN a ON a.place = n % (SELECT count(*) FROM a) JOIN t ON t.place = CASE WHEN n < $1 THEN (n / 50) % (SELECT count(*) FROM t) ELSE n % 2 END
        JOIN process_template p ON p.key = t.process AND p.is_current JOIN c ON c.place = n % (SELECT count(*) FROM c) JOIN g ON g.place = n % (SELECT count(*) FROM g)`, [OPEN, OPEN + PROBLEMS - 1]);
    await client.query('ANALYZE bench_case');
    await client.query(`
      INSERT INTO service_case (id, number, kind, case_type_id, channel, subject, customer_id, state, priority, validity, cause_id, process_template_id, step, queue_id, first_receiver_id, responsible_id, received_at,
        due_at, first_response_at, answered_at, closed_at, satisfaction, is_solved, owner_id, unit_id, created_at, updated_at)
      SELECT id, 'BM-' || n, kind, type, CASE WHEN n % 3 = 0 THEN 'portal' ELSE 'phone' END, '测算事项 ' || n, CASE WHEN is_open OR n % 200 > 0 THEN customer END,
        CASE WHEN NOT is_open THEN 'closed' WHEN n % 20 = 0 THEN 'waiting' WHEN n % 10 = 1 THEN 'answered' ELSE 'open' END, 'normal', CASE WHEN is_open THEN 'unjudged' ELSE 'valid' END,
        CASE WHEN NOT is_open THEN cause END, process, CASE WHEN is_open THEN step END, queue, agent, NULL, received, CASE WHEN is_open AND n % 20 > 0 THEN due END, received,
        CASE WHEN NOT is_open OR n % 10 = 1 THEN received + interval '6 hours' END, CASE WHEN NOT is_open THEN received + interval '2 days' END,
        CASE WHEN NOT is_open AND n % 97 > 0 THEN 2 + n % 4 END, CASE WHEN NOT is_open THEN n % 4 > 0 END, CASE WHEN NOT is_open OR n % 100 > 0 THEN agent END, unit, received, received FROM bench_case`);
    await client.query(`
      INSERT INTO case_step (id, case_id, key, position, state, actor_id, opened_at) SELECT gen_random_uuid(), id, step, 1, 'open', agent, received FROM bench_case WHERE is_open`);
    await client.query(`
      INSERT INTO case_clock (id, case_id, kind, decision_id, calendar_id, measure, amount, pauses, started_at, due_at, half_at, near_at, next_at, stopped_at, computation)
      SELECT clock, id, 'whole', clock, (SELECT id FROM working_calendar ORDER BY created_at LIMIT 1), 'workingDays', 1, true, received, due, received, due, now() + interval '10 years',
        CASE WHEN NOT is_open THEN received + interval '6 hours' END, '{}' FROM bench_case`);
    await client.query(`
      INSERT INTO case_feedback (id, case_id, department, words, at) SELECT gen_random_uuid(), id, 'operations', '测算', received + interval '2 days' FROM bench_case WHERE NOT is_open AND n % 53 > 0`);
    await client.query('COMMIT');
    await client.query('ANALYZE service_case, case_step, case_clock, case_feedback');
  } finally {
    await client.end();
  }
}
