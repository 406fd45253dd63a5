import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, made, openTestDesk, takeIn } from '../test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

test('redress within the limit is granted and booked at once; beyond it those above decide; the decision says by which clause (SE-7)', async () => {
  const id = await takeIn(desk, '投诉');
  const give = (by: typeof desk.agent, body: Record<string, unknown>) => by.post(`/service/cases/${id}/remedies`, body);
  const small = await made(give(desk.agent, { kind: 'compensation', amount: '200' }));
  expect(small).toMatchObject({ state: 'granted' });
  expect((await desk.supervisor.get(`/case-remedies/${String(small['id'])}`)).body).toMatchObject({ amount: { amount: '200.00', currency: 'CNY' }, bookedOn: '2026-03-02' });
  const large = await made(give(desk.agent, { kind: 'compensation', amount: '200.01', note: '误工' }));
  expect(large).toMatchObject({ state: 'approving' });
  expect((await desk.agent.get(`/decisions/${String(large['decision'])}`)).body).toMatchObject({ clause: 'R2*' });
  expect(await made(give(desk.supervisor, { kind: 'gift', amount: '1000.00' }))).toMatchObject({ state: 'granted' });
  expect(await made(give(desk.agent, { kind: 'apology', amount: '0' }))).toMatchObject({ state: 'granted' });
  const { data } = (await desk.app.admin.get<{ data: { id: string }[] }>('/approvals?box=waiting')).body;
  await made(desk.app.admin.post(`/approvals/${data[0]?.id ?? ''}/approve`, {}));
  expect((await desk.supervisor.get(`/case-remedies/${String(large['id'])}`)).body).toMatchObject({ state: 'granted', bookedOn: '2026-03-02' });
  expect((await give(desk.agent, { kind: 'gift', amount: '-1' })).status).toBe(400);
});
