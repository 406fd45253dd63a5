import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from './test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const at = (time: string): string => new Date(`${time}+08:00`).toISOString().replace('.000Z', '+00:00');
const caseOf = async (id: string) => (await desk.supervisor.get(`/cases/${id}`)).body;

/** Whoever the queue gave the case to. */
async function handlerOf(id: string) {
  const { owner } = await caseOf(id);
  return owner === desk.agent.id ? { handler: desk.agent, colleague: desk.other } : { handler: desk.other, colleague: desk.agent };
}

test('an ordinary complaint goes through its eight steps, each by its actor; none can be skipped (P4, SE-3, SE-5)', async () => {
  await desk.at('2026-03-02T10:00');
  const id = await takeIn(desk, '投诉');
  expect(await caseOf(id)).toMatchObject({ kind: 'complaint', state: 'open', step: 'judge', firstReceiver: desk.agent.id, dueAt: at('2026-03-03T10:00') });
  const { handler } = await handlerOf(id);
  const skipped = await doStep(desk.supervisor, id, 'answer', { reply: '已解决' });
  expect([skipped.status, skipped.body['code']]).toEqual([409, 'service.not-this-step']);
  expect((await doStep(handler, id, 'judge', { validity: 'valid' })).body).toMatchObject({ code: 'record.invalid', errors: [{ path: 'answers.severity', code: 'required' }] });
  await made(doStep(handler, id, 'judge', { validity: 'valid', severity: 'ordinary' }));
  await made(doStep(handler, id, 'investigate', { cause: desk.causes['维修延误'], findings: '备件晚到两天' }));
  await made(doStep(handler, id, 'assign', { responsible: handler.id }));
  expect((await doStep(handler, id, 'propose', { solution: '今天更换轴承，减免一个月电梯费' })).body).toEqual({ state: 'approving', step: 'propose' });
  expect((await doStep(handler, id, 'propose', { solution: '再提一次' })).body['code']).toBe('service.not-this-step');
  const waiting = await desk.app.admin.get<{ data: { id: string }[] }>('/approvals?box=waiting');
  await made(desk.app.admin.post(`/approvals/${waiting.body.data[0]?.id ?? ''}/approve`, {}));
  await desk.at('2026-03-02T16:00');
  await made(doStep(desk.agent, id, 'answer', { reply: '轴承已更换，电梯费减免一个月。' }));
  expect(await caseOf(id)).toMatchObject({ state: 'answered', answeredAt: at('2026-03-02T16:00'), dueAt: at('2026-03-05T16:00') });
  const own = await doStep(handler, id, 'callback', { isSolved: true, satisfaction: 5 });
  expect([own.status, own.body['code']]).toEqual([403, 'service.not-your-step']);
  await made(doStep(desk.supervisor, id, 'callback', { isSolved: true, satisfaction: 4 }));
  expect((await doStep(handler, id, 'evaluate', { summary: '备件管理', department: 'operations', feedback: '常用备件备一套' })).body['code']).toBe('service.not-your-step');
  expect((await doStep(desk.supervisor, id, 'evaluate', { summary: '备件管理', department: 'operations', feedback: '常用备件备一套' })).body).toEqual({ state: 'closed', step: null });
  expect(await caseOf(id)).toMatchObject({ state: 'closed', step: null, satisfaction: 4, isSolved: true, dueAt: null });
  const { data } = (await desk.supervisor.get<{ data: { action: string }[] }>(`/cases/${id}/history`)).body;
  expect(data.filter((entry) => entry.action === 'step')).toHaveLength(7);
});

test('a major complaint gets three working days from when it came in, with the decision on record (SE-4)', async () => {
  await desk.at('2026-03-05T15:00');
  const id = await takeIn(desk, '投诉');
  const { handler } = await handlerOf(id);
  await desk.at('2026-03-06T09:30');
  await made(doStep(handler, id, 'judge', { validity: 'valid', severity: 'major' }));
  expect((await caseOf(id))['dueAt']).toBe(at('2026-03-10T15:00'));
  const { clocks } = (await handler.get<{ clocks: { kind: string; amount: number; decision: string }[] }>(`/service/cases/${id}/process`)).body;
  expect(clocks).toMatchObject([{ kind: 'whole', amount: 3 }]);
  expect((await handler.get(`/decisions/${clocks[0]?.decision ?? ''}`)).body).toMatchObject({ clause: '11.3b' });
});

test('while the customer is waited for the clock stands, and goes on by the working time that passed', async () => {
  await desk.at('2026-03-09T10:00');
  const id = await takeIn(desk, '报修');
  const { handler } = await handlerOf(id);
  await desk.at('2026-03-09T11:00');
  await made(handler.post(`/service/cases/${id}/wait`, { reason: '等客户发照片' }));
  expect(await caseOf(id)).toMatchObject({ state: 'waiting', dueAt: null });
  await desk.at('2026-03-09T14:30');
  await made(handler.post(`/service/cases/${id}/messages`, { kind: 'incoming', body: '照片在附件里' }));
  expect(await caseOf(id)).toMatchObject({ state: 'open', dueAt: at('2026-03-10T12:00') });
});

test('not solved, says the customer: the case goes back with a new clock', async () => {
  await desk.at('2026-03-11T09:00');
  const id = await takeIn(desk, '报修');
  const { handler, colleague } = await handlerOf(id);
  await made(doStep(handler, id, 'repair', { cause: desk.causes['早期损坏'], result: '换了垫圈' }));
  await made(doStep(desk.agent, id, 'answer', { reply: '已修好' }));
  await desk.at('2026-03-12T09:00');
  await made(doStep(colleague, id, 'callback', { isSolved: false, satisfaction: 1, words: '还在漏' }));
  expect(await caseOf(id)).toMatchObject({ state: 'open', step: 'repair', reopenCount: 1, dueAt: at('2026-03-13T09:00') });
});

test('cases that come at once go to different people; the same source makes one (SE-10, REL-7)', async () => {
  await desk.at('2026-03-16T09:00');
  const ids = await Promise.all(Array.from({ length: 6 }, () => takeIn(desk, '咨询', { channel: 'web' }, desk.supervisor)));
  const owners = await Promise.all(ids.map(async (id) => (await caseOf(id))['owner']));
  expect(owners.filter((owner) => owner === desk.agent.id).length + owners.filter((owner) => owner === desk.other.id).length).toBe(6);
  expect(Math.abs(owners.filter((owner) => owner === desk.agent.id).length - 3)).toBeLessThanOrEqual(2);
});

test('a case of another unit does not exist for an agent; who hands one on stays its first receiver (SE-2)', async () => {
  await desk.at('2026-03-17T09:00');
  const unit = await desk.unitOf('分店');
  const stranger = await desk.app.person({ username: 'stranger', roles: ['serviceAgent'], unit });
  const id = await takeIn(desk, '咨询');
  expect((await stranger.get(`/cases/${id}`)).status).toBe(404);
  expect((await doStep(stranger, id, 'handle', { result: '我来' })).status).toBe(404);
  const { handler, colleague } = await handlerOf(id);
  await made(handler.post(`/service/cases/${id}/hand-on`, { to: colleague.id, note: '他懂这个' }));
  expect(await caseOf(id)).toMatchObject({ owner: colleague.id, firstReceiver: desk.agent.id });
});
