import sql from 'sql-template-tag';
import { installPack } from '#modules/policies/server/policies.public.ts';
import { receptionPacks } from '#modules/reception/reception.packs.ts';
import type { Database } from '#platform/db/database.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { connectPlain } from '../load/captured-sql.ts';

/** A sales office with its people on site and visits of a quarter of a year. */
export interface DeskSite {
  readonly id: string;
  readonly pack: string;
}

/** Visits at each office; one visitor in ten came before. */
export const VISITS = 20_000;
const MEMBERS = 24;
const DAYS = 90;

type Send = (method: string, path: string, body?: unknown) => Promise<{ readonly status: number; readonly body: unknown; readonly text: string }>;

/** The office of a pack, made when absent, with its day open. `send` calls the server as the administrator. */
export async function ensureDeskSite(services: Services, send: Send, pack: string): Promise<DeskSite> {
  const { database } = services;
  const name = `测算案场 ${pack}`;
  const id = (await findSite(database, name)) ?? (await makeSite(services, send, pack, name));
  const day = await database.maybe(sql`
    SELECT 1 FROM roster_day d JOIN site s ON s.id = d.site_id WHERE s.id = ${id} AND d.status = 'open' AND d.day = (now() AT TIME ZONE s.time_zone)::date`);
  if (day === undefined) await accepted(send('POST', `/sites/${id}/day/open`, {}), 200);
  const { visits } = await database.one<{ visits: number }>(sql`SELECT count(*)::int AS visits FROM visit_registration WHERE site_id = ${id}`);
  if (visits === 0) await addVisits(services.databaseUrl, id, pack);
  return { id, pack };
}

const findSite = async (database: Database, name: string): Promise<string | undefined> =>
  (await database.maybe<{ id: string }>(sql`SELECT id FROM site WHERE name = ${name} AND deleted_at IS NULL`))?.id;

/** By the system: the roles of older data know no right to approve policies. */
async function installShipped(services: Services, key: string): Promise<void> {
  const pack = receptionPacks.find((each) => each.key === key);
  if (!pack) throw new Error(`there is no pack called ${key}`);
  const { policies } = await services.database.one<{ policies: number }>(sql`SELECT count(*)::int AS policies FROM policy WHERE key LIKE ${`${key}.%`}`);
  if (policies === 0) await runAction(services, { actor: systemActor(services) }, (ctx) => installPack(ctx, pack));
}

async function makeSite(services: Services, send: Send, pack: string, name: string): Promise<string> {
  const { database } = services;
  await installShipped(services, pack);
  const { unit } = await database.one<{ unit: string }>(sql`SELECT id AS unit FROM org_unit WHERE parent_id IS NULL AND deleted_at IS NULL`);
  const people = await database.rows<{ id: string }>(sql`SELECT id FROM app_user WHERE username ~ '^person[0-9]+$' ORDER BY username LIMIT ${MEMBERS}`);
  const manager = await database.one<{ id: string }>(sql`SELECT id FROM app_user WHERE username = 'bench-manager'`);
  await accepted(send('POST', '/sites', { name, unit, projectManager: manager.id, pack, members: people.map((person) => person.id) }), 201);
  const made = await findSite(database, name);
  if (made === undefined) throw new Error(`the site ${name} was not made`);
  return made;
}

async function accepted(pending: ReturnType<Send>, ...statuses: readonly number[]): Promise<void> {
  const answer = await pending;
  if (!statuses.includes(answer.status)) throw new Error(`${answer.status} ${answer.text}`);
}

/** Visitors are customers that are there: one visit each, every tenth a second one, all of a salesperson of the office. */
async function addVisits(databaseUrl: string, site: string, pack: string): Promise<void> {
  const client = await connectPlain(databaseUrl);
  try {
    await client.query('BEGIN');
    await client.query(`CREATE TEMP TABLE bench_visit (n int, customer uuid, name text, phone text, receiver uuid, opened_at timestamptz, registration uuid, ownership uuid) ON COMMIT DROP`);
    await client.query(`
      INSERT INTO bench_visit
      SELECT c.n, c.id, left(c.name, 60), c.phone, m.user_id, now() - make_interval(hours => c.n % ($2::int * 24)), gen_random_uuid(), gen_random_uuid()
      FROM (SELECT row_number() OVER ()::int AS n, id, name, phone FROM (SELECT id, name, phone FROM customer WHERE deleted_at IS NULL AND phone LIKE '+861%' LIMIT $3) x) c
      JOIN (SELECT user_id, row_number() OVER (ORDER BY position)::int - 1 AS place, count(*) OVER ()::int AS members FROM site_member WHERE site_id = $1) m ON m.place = c.n % m.members`,
    [site, DAYS, Math.floor(VISITS / 1.1)]);
    await client.query('ANALYZE bench_visit');
    await client.query(`
      INSERT INTO ownership_case (id, site_id, customer_id, pack, registration_id, opened_at, facts, parties, owner_ids, state, updated_at)
      SELECT ownership, $1, customer, $2, registration, opened_at, '{}', jsonb_build_object('earlier', NULL, 'receiver', receiver, 'designated', NULL, 'assistant', NULL,
        'introducer', NULL, 'earlierAll', '[]'::jsonb), ARRAY[receiver], 'decided', now() FROM bench_visit`, [site, pack]);
    await client.query(`
      INSERT INTO visit_registration (id, site_id, customer_id, visitor, phone, phone_tail, arrived_at, arrived_on, matter, receiver_id, is_counted, status, case_id, owner_id, created_at, updated_at)
      SELECT v.id, $1, b.customer, b.name, b.phone, right(b.phone, 4), v.at, v.at::date, 'visit', b.receiver, true, CASE WHEN b.n % 5 = 0 THEN 'unconfirmed' ELSE 'confirmed' END, b.ownership, b.receiver, v.at, v.at
      FROM bench_visit b, LATERAL (SELECT b.registration AS id, b.opened_at AS at UNION ALL SELECT gen_random_uuid(), b.opened_at - interval '9 days' WHERE b.n % 10 = 0) v`, [site]);
    await client.query('COMMIT');
    await client.query('ANALYZE visit_registration, ownership_case');
  } finally {
    await client.end();
  }
}
