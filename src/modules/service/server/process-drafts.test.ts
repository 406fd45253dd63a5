import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from './test-desk.ts';
import { tellLateSteps } from './clocks/step-due.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { saveProcess } from './setup/processes.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

interface Step { key: string; label: { 'zh-CN': string; en: string }; [part: string]: unknown }
interface Shown {
  current: { revision: number; name: Step['label']; steps: Step[] } | null;
  draft: { version: number; steps: Step[] } | null;
  revisions: { revision: number; isCurrent: boolean; running: number }[];
  types: string[];
}
const show = async (key: string) => (await desk.supervisor.get<Shown>(`/service/processes/${key}`)).body;
const put = (key: string, body: Readonly<Record<string, unknown>>) => desk.supervisor.call('PUT', `/service/processes/${key}/draft`, body);
const post = (path: string, body: Readonly<Record<string, unknown>> = {}) => desk.supervisor.post(`/service/processes/${path}`, body);
const look: Step = { key: 'look', label: { 'zh-CN': '现场查看', en: 'Look at it' }, actor: 'handler', effect: 'none', due: { measure: 'workingHours', amount: 2 }, questions: [{ key: 'seen', type: 'longText', label: { 'zh-CN': '看到什么', en: 'What was seen' }, isRequired: true }] };

test('a published draft is for new cases; those that run keep the steps that they began with (SE-3)', async () => {
  await desk.at('2026-03-02T09:00');
  const old = await takeIn(desk, '咨询');
  const before = await show('request');
  expect(before).toMatchObject({ draft: null, revisions: [{ revision: 1, isCurrent: true, running: 1 }], types: ['咨询', '服务请求', '建议', '表扬'] });
  const [record, ...rest] = before.current?.steps ?? [];
  const body = { name: before.current?.name, steps: [record, look, ...rest], version: 0 };
  expect((await put('request', body)).body).toEqual({ version: 1 });
  expect((await put('request', body)).body['code']).toBe('record.stale');
  expect((await takeIn(desk, '咨询')) !== old).toBe(true);
  expect((await show('request')).revisions).toMatchObject([{ revision: 1, running: 2 }]);
  expect((await post('request/publish', { version: 1 })).body).toEqual({ revision: 2 });
  const fresh = await takeIn(desk, '咨询');
  const stepOf = async (id: string) => (await desk.supervisor.get(`/cases/${id}`)).body['step'];
  expect([await stepOf(old), await stepOf(fresh)]).toEqual(['handle', 'look']);
  expect(await show('request')).toMatchObject({ draft: null, revisions: [{ revision: 2, isCurrent: true, running: 1 }, { revision: 1, isCurrent: false, running: 2 }] });
  expect((await desk.supervisor.get<Shown['current']>('/service/processes/request/revisions/1')).body?.steps).toHaveLength(3);
  const told = await desk.app.services.database.rows<{ action: string; detail: unknown }>(sql`SELECT action, detail FROM audit_entry WHERE object = 'processTemplate' ORDER BY at, id`);
  expect(told).toEqual([{ action: 'publish', detail: { key: 'request', revision: 2, name: '服务请求' } }]);
});

test('a faulty draft is kept, and is not published', async () => {
  const { current } = await show('repair');
  const steps = (current?.steps ?? []).map((step) => (step.key === 'callback' ? { ...step, turns: [{ key: 'isSolved', is: false, to: 'nowhere' }] } : step));
  await made(put('repair', { name: current?.name, steps, version: 0 }));
  const refused = await post('repair/publish', { version: 1 });
  expect([refused.status, refused.body['code']]).toEqual([422, 'service.process-faulty']);
  expect((await put('repair', { name: current?.name, steps: [{ ...look, actor: 'director' }], version: 1 })).status).toBe(400);
  expect((await desk.supervisor.call('DELETE', '/service/processes/repair/draft')).status).toBe(204);
  expect((await show('repair')).draft).toBeNull();
});

test('of two who publish at once one does; of many who keep a draft at once one does', async () => {
  const { current } = await show('finding');
  const kept = await Promise.all([1, 2, 3].map(() => put('finding', { name: current?.name, steps: [...(current?.steps ?? []), look], version: 0 })));
  expect(kept.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  const published = await Promise.all([1, 2, 3].map(() => post('finding/publish', { version: 1 })));
  expect(published.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  expect((await show('finding')).revisions.map(({ revision }) => revision)).toEqual([2, 1]);
});

test('a copy is a process of its own; retired it takes no new cases, taken up again it does', async () => {
  const { current } = await show('request');
  const { key } = (await made(desk.supervisor.post('/service/processes', { name: { 'zh-CN': '咨询（夜间）', en: 'Enquiry at night' }, steps: current?.steps }))) as { key: string };
  expect(await show(key)).toMatchObject({ current: null, revisions: [], draft: { version: 1 } });
  await made(post(`${key}/publish`, { version: 1 }));
  expect((await post('request/retire')).body['code']).toBe('service.process-in-use');
  await made(post(`${key}/retire`));
  expect((await show(key)).current).toBeNull();
  const { data } = (await desk.agent.get<{ data: { key: string; isRetired: boolean }[] }>('/service/processes')).body;
  expect(data.at(-1)).toMatchObject({ key, isRetired: true });
  await made(post(`${key}/take-up`));
  expect((await show(key)).current?.revision).toBe(1);
  expect((await post(`${key}/take-up`)).status).toBe(404);
});

test('what a revision says cannot be changed, not even by the program', async () => {
  await expect(desk.app.services.database.run(sql`UPDATE process_template SET steps = '[]' WHERE key = 'request'`)).rejects.toThrow('never changes');
});

test('a step has its own time by the calendar; late, whoever it waits for is told once; waiting for the customer it begins anew', async () => {
  await runAction(desk.app.services, { actor: systemActor(desk.app.services) }, (ctx) => saveProcess(ctx, {
    key: 'finding', name: { 'zh-CN': '巡查', en: 'Finding' }, steps: [{ key: 'look', label: look.label, actor: 'handler', effect: 'none', due: { measure: 'workingHours', amount: 2 }, questions: [] }, { key: 'end', label: look.label, actor: 'handler', effect: 'none', questions: [] }],
  }));
  await desk.at('2026-03-03T10:00');
  const id = await takeIn(desk, '巡查发现', { owner: desk.agent.id });
  const due = async () => (await desk.agent.get<{ history: { dueAt: string | null }[] }>(`/service/cases/${id}/process`)).body.history.at(-1)?.dueAt;
  const instant = (time: string) => new Date(`${time}+08:00`).toISOString();
  expect(await due()).toBe(instant('2026-03-03T12:00:00'));
  await made(desk.agent.post(`/service/cases/${id}/wait`, { reason: '等业主' }));
  await desk.at('2026-03-03T13:00');
  const number = String((await desk.agent.get(`/cases/${id}`)).body['number']);
  // The job of the server itself may be first; what counts is what people were told.
  const told = async () => {
    await tellLateSteps(desk.app.services);
    const { body } = await desk.agent.get<{ data: { title: string }[] }>('/notifications?limit=100');
    return body.data.filter(({ title }) => title.includes(number) && title.includes('现场查看')).length;
  };
  expect(await told()).toBe(0);
  await made(desk.agent.post(`/service/cases/${id}/go-on`));
  const renewed = await due();
  expect(renewed).not.toBe(instant('2026-03-03T12:00:00'));
  await desk.at('2026-03-04T18:00');
  expect(await told()).toBe(1);
  expect(await told()).toBe(1);
  await made(doStep(desk.agent, id, 'look', {}));
  expect(await due()).toBeNull();
});
