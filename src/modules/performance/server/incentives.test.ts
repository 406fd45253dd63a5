import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestPerson } from '#app/test-app.ts';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';

interface Run { readonly state: string; readonly points: string; readonly amount: string; readonly approvalId: string; readonly lines: readonly { readonly id: string; readonly personId: string; readonly points: string; readonly amount: string; readonly clause: string; readonly decision: string }[] }
interface Entries { readonly data: readonly { readonly id: string; readonly kind: string; readonly points: string; readonly amount: string; readonly decision: string | null; readonly corrects: string | null }[]; readonly total: { readonly points: string; readonly amount: string } }

let desk: TestDesk;
let chief: TestPerson & { readonly id: string };
let unit: string;

async function answer(): Promise<void> {
  const id = await takeIn(desk, '咨询', { owner: desk.agent.id });
  await made(doStep(desk.agent, id, 'handle', { result: '查了' }));
  await made(doStep(desk.agent, id, 'answer', { reply: '已说明' }));
}

beforeAll(async () => {
  desk = await openTestDesk();
  ({ id: unit } = await desk.app.services.database.one<{ id: string }>(sql`SELECT unit_id AS id FROM app_user WHERE id = ${desk.supervisor.id}`));
  chief = await desk.app.person({ username: 'chief', name: '总经理', roles: ['executive'], unit });
  await desk.app.services.database.run(sql`UPDATE app_user SET manager_id = ${chief.id} WHERE id = ${desk.supervisor.id}`);
  await answer();
  await answer();
  await made(desk.supervisor.post('/performance/incentives/scheme'));
}, 120_000);
afterAll(() => desk.close());

const entries = async (by: TestPerson, whose = 'me') => (await by.get<Entries>(`/performance/people/${whose}/entries`)).body;
const runOf = async (id: string) => (await desk.supervisor.get<Run>(`/performance/incentives/${id}`)).body;
const decide = async (id: string, opinion: 'approve' | 'reject') => made(chief.post(`/approvals/${(await runOf(id)).approvalId}/${opinion}`, { opinion: '核对过' }));

test('a month is drafted, approved and posted, and each entry answers Why (SE-40, PL-41)', async () => {
  const draft = (month: string) => desk.supervisor.post('/performance/incentives', { month, unit, pack: 'service-incentive' });
  expect((await draft('2026-03')).body['code']).toBe('record.wrong-state');
  await desk.at('2026-04-01T09:00');
  await made(chief.post('/auth/login', { username: 'chief', password: TEST_PASSWORD }));
  const { id } = await made(draft('2026-03'));
  expect((await draft('2026-03')).body['code']).toBe('record.duplicate');
  expect((await desk.agent.post('/performance/incentives', { month: '2026-03', unit, pack: 'service-incentive' })).status).toBe(403);
  const run = await runOf(String(id));
  // Two cases, both in time: 2 + 30 points at 2.5 each.
  expect(run).toMatchObject({ state: 'draft', points: '32.00', amount: '80.00', lines: [{ personId: desk.agent.id, points: '32.00', amount: '80.00', clause: '6a' }] });
  await made(desk.supervisor.post(`/performance/incentives/${String(id)}/submit`));
  expect((await desk.supervisor.post(`/performance/incentives/${String(id)}/compute`)).body['code']).toBe('record.wrong-state');
  expect((await entries(desk.agent)).data).toEqual([]);
  await decide(String(id), 'approve');
  expect(await runOf(String(id))).toMatchObject({ state: 'posted' });
  const mine = await entries(desk.agent);
  expect(mine).toMatchObject({ data: [{ kind: 'award', points: '32.00', amount: '80.00' }], total: { points: '32.00', amount: '80.00' } });
  const why = (await desk.agent.get<{ clause: string; facts: Record<string, unknown>; versionNumber: number }>(`/decisions/${String(mine.data[0]?.decision)}`)).body;
  expect(why).toMatchObject({ clause: '6a', versionNumber: 1, facts: { answered: 2, onTimePercent: 100 } });
  expect((await desk.other.get(`/decisions/${String(mine.data[0]?.decision)}`)).status).toBe(404);
});

test('a correction is an entry of its own, once approved; a posted entry never changes', async () => {
  const [award] = (await entries(desk.agent)).data;
  const correct = (points: string, amount: string) => desk.supervisor.post(`/performance/entries/${award?.id ?? ''}/correct`, { points, amount, reason: '一件算重了' });
  expect((await correct('0', '0')).status).toBe(400);
  const { id } = await made(correct('-1', '-2.5'));
  expect((await entries(desk.agent)).data).toHaveLength(1);
  await decide(String(id), 'approve');
  const { data, total } = await entries(desk.agent);
  expect(data).toMatchObject([{ kind: 'award', points: '32.00' }, { kind: 'correction', points: '-1.00', amount: '-2.50', corrects: award?.id }]);
  expect(total).toEqual({ points: '31.00', amount: '77.50' });
  const { id: refused } = await made(correct('5', '0'));
  await decide(String(refused), 'reject');
  expect((await entries(desk.agent)).data).toHaveLength(2);
  for (const change of [sql`UPDATE incentive_entry SET points = 99`, sql`DELETE FROM incentive_entry`, sql`TRUNCATE incentive_entry CASCADE`]) {
    await expect(desk.app.services.database.run(change)).rejects.toThrow(/only added to|permission denied/);
  }
});
