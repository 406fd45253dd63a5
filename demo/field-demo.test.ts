import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD } from '#app/test-app.ts';
import { hashPassword } from '#modules/identity/server/identity.public.ts';
import { type TestDesk, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { loadFieldwork } from './fieldwork/load-fieldwork.ts';
import { makeDice } from './seeded-random.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk({ start: '2026-02-10T09:00:00' });
  for (const place of [1, 2, 3, 4, 5, 6]) await takeIn(desk, '报修', { place: `${place} 号楼` });
  await desk.at('2026-03-03T11:00');
  const { services } = desk.app;
  const { root, unit } = await services.database.one<{ root: string; unit: string }>(sql`
    SELECT r.id AS root, u.id AS unit FROM org_unit r, org_unit u WHERE r.parent_id IS NULL AND u.name = '客服部'`);
  const passwordHash = await hashPassword(TEST_PASSWORD);
  await runAction(services, { actor: systemActor(services) }, (ctx) => loadFieldwork(ctx, makeDice(20_260_306), { root, unit, supervisor: desk.supervisor.id, agents: [desk.agent.id], passwordHash }, services));
}, 120_000);
afterAll(() => desk.close());

const counted = async (query: ReturnType<typeof sql>): Promise<number> => (await desk.app.services.database.one<{ count: number }>(query)).count;

test('orders in all states around today; what was used left the vans, and stock is the sum of its moves (SE-11)', async () => {
  const states = await desk.app.services.database.rows<{ state: string }>(sql`SELECT DISTINCT state FROM service_order ORDER BY state`);
  expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['cancelled', 'dispatched', 'done', 'failed', 'planned']));
  expect(await counted(sql`
    SELECT count(*)::int FROM (SELECT store_id, part_id, sum(quantity) AS total FROM part_move GROUP BY 1, 2) m FULL JOIN part_stock s USING (store_id, part_id) WHERE m.total IS DISTINCT FROM s.quantity OR s.quantity < 0`)).toBe(0);
  expect(await counted(sql`SELECT count(*)::int FROM service_order o WHERE o.parts_cost IS DISTINCT FROM (SELECT sum(cost) FROM order_part p WHERE p.order_id = o.id)`)).toBe(0);
  expect(await counted(sql`SELECT count(*)::int FROM service_order WHERE done_at > '2026-03-03T03:00:00Z'`)).toBe(0);
});

test('a worker signs in and finds their day; the picture of a done order opens', async () => {
  const worker = desk.app.anonymous();
  expect((await worker.post('/auth/login', { username: 'field1', password: TEST_PASSWORD })).status).toBe(200);
  const mine = (await worker.get<{ data: { id: string; state: string }[] }>('/fieldwork/mine')).body.data;
  expect(mine.some(({ state }) => state === 'dispatched') && mine.some(({ state }) => state === 'done')).toBe(true);
  const { id, file } = await desk.app.services.database.one<{ id: string; file: string }>(sql`
    SELECT o.id, f.id AS file FROM service_order o JOIN app_user u ON u.id = o.owner_id JOIN file_object f ON f.record_id = o.id WHERE u.username = 'field1' LIMIT 1`);
  expect((await worker.get(`/fieldwork/orders/${id}/sheet`)).body).toMatchObject({ isMine: true, revision: 2 });
  expect((await worker.get(`/files/${file}`)).status).toBe(200);
});

test('two routes with rounds of all states and what is due; two findings, each with its case and a photo that opens', async () => {
  const states = await desk.app.services.database.rows<{ state: string }>(sql`SELECT DISTINCT state FROM inspection_round`);
  expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['done', 'planned']));
  const { findings, today, months } = (await desk.supervisor.get<{ findings: { round: string; case: { number: string } }[]; today: unknown[]; months: { done: number }[] }>('/fieldwork/rounds/board')).body;
  expect([findings.length, today.length > 0, (months.at(-2)?.done ?? 0) > 20]).toEqual([2, true, true]);
  const { reported } = (await desk.supervisor.get<{ reported: { photos: string[] }[] }>(`/fieldwork/rounds/${findings[0]?.round}/sheet`)).body;
  expect((await desk.supervisor.get(`/files/${reported[0]?.photos[0]}`)).status).toBe(200);
});
