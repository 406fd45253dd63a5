import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from './test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const caseOf = async (id: string) => (await desk.supervisor.get(`/cases/${id}`)).body;
const meetingsOf = (id: string) => desk.app.services.database.rows<{ id: string; owner: string; kind: string }>(sql`SELECT id, owner_id AS owner, kind FROM meeting WHERE about_id = ${id} ORDER BY created_at, id`);
const propose = (by: TestDesk['agent'], id: string, solution: string) => doStep(by, id, 'propose', { solution });

/** A major complaint whose solution has been proposed. */
async function majorComplaint() {
  const id = await takeIn(desk, '投诉');
  const { owner } = await caseOf(id);
  const handler = owner === desk.agent.id ? desk.agent : desk.other;
  await made(doStep(handler, id, 'judge', { validity: 'valid', severity: 'major' }));
  await made(doStep(handler, id, 'investigate', { cause: desk.causes['维修延误'], findings: '备件晚到' }));
  await made(doStep(handler, id, 'assign', { responsible: handler.id }));
  expect((await propose(handler, id, '免一年电梯费')).body).toEqual({ state: 'approving', step: 'propose' });
  return { id, handler };
}

test('a major complaint goes on by the resolution of its meeting and by nothing else (SE-5)', async () => {
  await desk.at('2026-03-02T10:00');
  const { id, handler } = await majorComplaint();
  const [meeting] = await meetingsOf(id);
  const path = `/meetings/${meeting?.id ?? ''}`;
  expect(meeting).toMatchObject({ kind: 'solution', owner: desk.supervisor.id });
  const { guests, about } = (await desk.supervisor.get<{ guests: { userId: string }[]; about: unknown }>(`${path}/room`)).body;
  expect(guests.map(({ userId }) => userId)).toEqual(expect.arrayContaining([desk.supervisor.id, handler.id]));
  expect(about).toEqual({ object: 'case', id });
  // Neither by an approval, nor by the step, nor by writing to the case or to the meeting.
  expect((await desk.app.admin.get<{ data: { kind: string }[] }>('/approvals?box=waiting')).body.data.filter(({ kind }) => kind === 'service.solution')).toEqual([]);
  for (const person of [handler, desk.supervisor, desk.app.admin]) {
    expect((await doStep(person, id, 'propose', { solution: '直接办' })).body['code']).toBe('service.not-this-step');
    expect((await doStep(person, id, 'answer', { reply: '直接办' })).body['code']).toBe('service.not-this-step');
    expect((await person.patch(`/cases/${id}`, { solution: '直接办', step: 'answer' })).status).toBeGreaterThanOrEqual(400);
    expect((await person.patch(path, { resolution: 'agreed' })).status).toBeGreaterThanOrEqual(400);
  }
  expect((await desk.supervisor.post(`${path}/resolution`, { resolution: 'agreed', text: '还没开会' })).body['code']).toBe('record.wrong-state');
  expect((await handler.post(`${path}/hold`, {})).status).toBe(403);
  await desk.at('2026-03-02T15:30');
  await made(desk.supervisor.post(`${path}/hold`, {}));
  expect((await handler.post(`${path}/resolution`, { resolution: 'agreed', text: '自己定' })).status).toBe(403);
  expect(await caseOf(id)).toMatchObject({ step: 'propose', solution: '免一年电梯费' });
  await made(desk.supervisor.post(`${path}/resolution`, { resolution: 'agreed', text: '免半年电梯费，一周内更换轴承' }));
  expect(await caseOf(id)).toMatchObject({ step: 'answer', solution: '免半年电梯费，一周内更换轴承' });
  expect((await desk.supervisor.post(`${path}/resolution`, { resolution: 'notAgreed', text: '改口' })).body['code']).toBe('record.wrong-state');
  const { data } = (await desk.supervisor.get<{ data: { actor: { id: string } | null; changes: { field: string; to: unknown }[] }[] }>(`/cases/${id}/history`)).body;
  expect(JSON.stringify(data)).toContain('免半年电梯费，一周内更换轴承');
  expect((await desk.supervisor.get(path)).body).toMatchObject({ resolution: 'agreed', resolvedBy: desk.supervisor.id });
  const history = (await desk.supervisor.get(`${path}/history`)).text;
  expect(history).toContain('免半年电梯费，一周内更换轴承');
});

test('not agreed: the solution is proposed anew and laid before another meeting', async () => {
  await desk.at('2026-03-03T10:00');
  const { id, handler } = await majorComplaint();
  const [first] = await meetingsOf(id);
  await desk.at('2026-03-03T15:30');
  await made(desk.supervisor.post(`/meetings/${first?.id ?? ''}/hold`, {}));
  await made(desk.supervisor.post(`/meetings/${first?.id ?? ''}/resolution`, { resolution: 'notAgreed', text: '赔得太少' }));
  expect(await caseOf(id)).toMatchObject({ step: 'propose', solution: '免一年电梯费' });
  expect((await propose(handler, id, '免两年电梯费')).body).toEqual({ state: 'approving', step: 'propose' });
  const [, second, ...more] = await meetingsOf(id);
  expect(more).toEqual([]);
  await made(desk.supervisor.post(`/meetings/${second?.id ?? ''}/cancel`, { reason: '材料不全' }));
  expect((await propose(handler, id, '免两年电梯费，换轴承')).body).toEqual({ state: 'approving', step: 'propose' });
  expect(await meetingsOf(id)).toHaveLength(3);
});

test('what a customer said in a meeting becomes a case, and the meeting’s action ends with it (SF-21)', async () => {
  await desk.at('2026-03-09T10:00');
  const meeting = String((await made(desk.supervisor.post('/meetings/call', { kind: 'symposium', subject: '客户座谈会', at: '2026-03-09T00:00:00Z', until: '2026-03-09T01:00:00Z' })))['id']);
  const open = (by: TestDesk['agent']) => by.post(`/service/meetings/${meeting}/cases`, { kind: 'enquiry', subject: '充电桩不够', opinion: '晚上要排队' });
  expect((await open(desk.supervisor)).body['code']).toBe('record.wrong-state');
  await made(desk.supervisor.post(`/meetings/${meeting}/hold`, {}));
  expect((await open(desk.agent)).status).toBe(404);
  const { id, number } = await made(open(desk.supervisor)) as { id: string; number: string };
  interface Action { readonly id: string; readonly subject: string; readonly state: string; readonly canFinish: boolean; readonly about: unknown; readonly result: string | null }
  const actions = async () => (await desk.supervisor.get<{ actions: Action[] }>(`/meetings/${meeting}/room`)).body.actions;
  const [action] = await actions();
  expect(action).toMatchObject({ subject: `${number} 充电桩不够`, state: 'open', canFinish: false, about: { object: 'case', id } });
  expect((await desk.supervisor.post(`/meetings/actions/${action?.id ?? ''}/finish`, { result: '先记完成' })).body['code']).toBe('record.wrong-state');
  const handler = (await caseOf(id))['owner'] === desk.agent.id ? desk.agent : desk.other;
  await made(doStep(handler, id, 'handle', { result: '增设八个充电位' }));
  await made(doStep(desk.supervisor, id, 'answer', { reply: '下月启用' }));
  expect((await caseOf(id))['state']).toBe('closed');
  expect(await actions()).toMatchObject([{ state: 'done', result: `服务请求 ${number} 已办结` }]);
});
