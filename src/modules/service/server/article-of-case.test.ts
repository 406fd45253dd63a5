import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, made, openTestDesk, takeIn } from './test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

test('an article out of a case, and back to the next case that speaks of the same (SE-8, SE-34)', async () => {
  const first = await takeIn(desk, '咨询', { subject: '地下车库漏水 <b>三号</b>' });
  await desk.app.services.database.run(sql`UPDATE service_case SET solution = '先关阀门，再通知工程部' WHERE id = ${first}`);
  const id = String((await made(desk.supervisor.post(`/service/cases/${first}/article`)))['id']);
  const draft = (await desk.supervisor.get(`/knowledge/articles/${id}`)).body;
  expect(draft).toMatchObject({ state: 'draft', visibility: 'internal', title: '地下车库漏水 <b>三号</b>' });
  expect(draft['body']).toContain('先关阀门，再通知工程部');
  expect(draft['body']).toContain('&lt;b&gt;三号');
  await made(desk.supervisor.post(`/knowledge/articles/${id}/submit`));
  const { id: request } = await desk.app.services.database.one<{ id: string }>(sql`SELECT id FROM approval WHERE subject_id = ${id}`);
  const next = await takeIn(desk, '报修', { subject: '车库又漏水了' });
  const suggested = async (caseId: string) => (await desk.supervisor.get<{ data: { id: string }[] }>(`/service/cases/${caseId}/articles`)).body.data.map((row) => row.id);
  expect(await suggested(next)).toEqual([]);
  await made(desk.app.admin.post(`/approvals/${request}/approve`, {}));
  expect(await suggested(next)).toEqual([id]);
  expect(await suggested(await takeIn(desk, '咨询', { subject: '空调不冷' }))).toEqual([]);
  expect((await desk.agent.get(`/service/cases/${desk.app.services.newId()}/articles`)).status).toBe(404);
  expect((await desk.agent.post(`/service/cases/${desk.app.services.newId()}/article`)).status).toBe(404);
});
