import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, startTestApp } from '#app/test-app.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { remindOverdue } from './actions/improve.ts';
import { makeAuditYears } from './make-audit-years.ts';
import { type AuditScene, confirmedAudit, expectDone, filledIn, makeAuditScene, planOne } from './test-audits.ts';

let now = new Date('2026-03-02T02:00:00.000Z');
let scene: AuditScene;
beforeAll(async () => {
  scene = await makeAuditScene(await startTestApp({ clock: () => now }));
});
afterAll(() => scene.app.close());

const stateOf = async (id: string) => (await scene.supervisor.get(`/service-audits/${id}`)).body['state'];
const db = () => scene.app.services.database;

test('the library loads once, in the language of the caller, and puts nothing back that the company took away', async () => {
  const { data } = (await scene.lin.get<{ data: { id: string; area: string }[] }>('/audits/standards')).body;
  expect(new Set(data.map(({ area }) => area)).size).toBe(14);
  const answers = await Promise.all([scene.supervisor.post('/audits/library'), scene.supervisor.post('/audits/library')]);
  expect(answers.map(({ body }) => body)).toEqual([{ standards: 0, templates: 0, blueprints: 0 }, { standards: 0, templates: 0, blueprints: 0 }]);
  expect((await scene.supervisor.call('DELETE', `/standards/${data.at(-1)?.id ?? ''}`)).status).toBe(204);
  expect((await scene.supervisor.post('/audits/library')).body).toMatchObject({ standards: 0 });
  expect((await scene.lin.post('/audits/library')).status).toBe(403);
});

test('a standard is counted in editions when its words or target change, and a measured one has a target', async () => {
  const made = await expectDone(scene.supervisor.post('/standards', { code: 'X-1', area: 'timeliness', item: '电话 10 秒内接起', measure: 'number', direction: 'atMost', target: 10, measureUnit: '秒' }));
  expect((await scene.supervisor.patch(`/standards/${String(made['id'])}`, { target: 8 })).body['edition']).toBe(2);
  expect((await scene.supervisor.patch(`/standards/${String(made['id'])}`, { state: 'retired' })).body['edition']).toBe(2);
  expect((await scene.supervisor.post('/standards', { code: 'X-2', area: 'timeliness', item: '没有目标', measure: 'number' })).body['code']).toBe('record.invalid');
  expect((await scene.supervisor.post('/standards', { code: 'X-1', area: 'tact', item: '同号' })).body['code']).toBe('record.duplicate');
});

test('a plan shares audits out, never to people of the unit, says what nobody may take, and planned twice it plans once', async () => {
  const plan = { template: scene.mystery, places: [{ unit: scene.centre }, { unit: scene.other }], auditors: [scene.lin.id, scene.zhao.id], days: ['2026-04-01', '2026-05-01'], isPreview: true };
  const preview = (await scene.supervisor.post<{ data: { unit: string; auditor: string | null }[]; made: number }>('/audits/plan', plan)).body;
  expect(preview.made).toBe(0);
  expect(preview.data).toHaveLength(4);
  expect(preview.data.some(({ unit, auditor }) => unit === scene.other && auditor === scene.zhao.id)).toBe(false);
  const answers = await Promise.all([1, 2, 3].map(() => scene.supervisor.post('/audits/plan', { ...plan, isPreview: false })));
  expect(answers.map(({ body }) => Number(body['made'])).toSorted((a, b) => a - b)).toEqual([0, 0, 4]);
  const alone = (await scene.supervisor.post<{ data: { auditor: string | null }[]; made: number }>('/audits/plan', { ...plan, places: [{ unit: scene.other }], auditors: [scene.zhao.id], days: ['2026-06-01'], isPreview: false })).body;
  expect([alone.made, alone.data[0]?.auditor]).toEqual([0, null]);
  expect(await db().rows(sql`SELECT id FROM notification WHERE user_id = ${scene.lin.id} AND kind = 'standards.planned'`)).not.toHaveLength(0);
  expect((await scene.lin.post('/audits/plan', plan)).status).toBe(403);
});

test('handed in twenty times at once it counts once; another submission is refused; nobody fills in for another', async () => {
  const id = await planOne(scene, { auditor: scene.lin, day: '2026-03-03' });
  const submission = await filledIn(scene, scene.lin, id, ['rings']);
  for (const person of [scene.zhao, scene.manager]) expect([403, 404]).toContain((await person.post(`/audits/${id}/submit`, submission)).status);
  for (const person of [scene.supervisor, scene.app.admin]) expect((await person.post(`/audits/${id}/submit`, submission)).status).toBe(403);
  const answers = await Promise.all(Array.from({ length: 20 }, () => scene.lin.post(`/audits/${id}/submit`, submission)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.body).toMatchObject({ state: 'submitted', personal: 100, type: 'quality' });
  expect(await db().rows(sql`SELECT item_key FROM audit_answer WHERE audit_id = ${id}`)).toHaveLength(9);
  expect((await scene.lin.post(`/audits/${id}/submit`, { ...submission, key: scene.app.services.newId() })).body['code']).toBe('record.wrong-state');
  expect((await scene.supervisor.get<{ data: unknown[] }>(`/service-audits/${id}/history`)).body.data.length).toBeLessThanOrEqual(2);
});

test('the time is the server’s less what the telephone waited; gaps are named one by one', async () => {
  const id = await planOne(scene, { auditor: scene.lin, template: scene.mystery, day: '2026-03-04' });
  const submission = await filledIn(scene, scene.lin, id, ['AP-1'], ['CM-3']);
  const gaps = await scene.lin.post<{ errors: { path: string }[] }>(`/audits/${id}/submit`, { ...submission, answers: submission.answers.slice(1) });
  expect(gaps.status).toBe(400);
  expect(gaps.body.errors.map(({ path }) => path)).toEqual(['answers.TM-1.value', 'answers.AP-1.photos']);
  const upload = await fetch(`${scene.app.url}/api/v1/files?object=serviceAudit&record=${id}&name=a.png`, {
    method: 'POST', headers: { cookie: scene.lin.cookie(), 'content-type': 'application/octet-stream', origin: scene.app.url, 'idempotency-key': `${id}-a` },
    body: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  });
  const photo = String((await upload.json() as Record<string, unknown>)['id']);
  const answers = submission.answers.map((answer) => (answer.key === 'AP-1' ? { ...answer, photos: [photo] } : answer));
  const foreign = answers.map((answer) => ({ ...answer, photos: answer.photos.map(() => scene.app.services.newId()) }));
  expect((await scene.lin.post(`/audits/${id}/submit`, { ...submission, answers: foreign })).status).toBe(400);
  await expectDone(scene.lin.post(`/audits/${id}/submit`, { ...submission, answers }, { 'x-zhike-waited': '7200' }));
  expect(new Date(String((await scene.supervisor.get(`/service-audits/${id}`)).body['doneAt'])).toISOString()).toBe('2026-03-02T00:00:00.000Z');
  const report = (await scene.supervisor.get<{ lines: { key: string; share: number | null; photos: string[] }[]; faces: Record<string, { leftOut: number }> }>(`/audits/${id}/report`)).body;
  expect(report.lines.find(({ key }) => key === 'CM-3')?.share).toBeNull();
  expect(report.faces['procedural']?.leftOut).toBe(1);
  expect(report.lines.find(({ key }) => key === 'AP-1')?.photos).toEqual([photo]);
});

test('a running audit keeps its version of the template', async () => {
  const id = await planOne(scene, { auditor: scene.lin, day: '2026-03-05' });
  await expectDone(scene.lin.post(`/audits/${id}/start`));
  const template = (await scene.supervisor.get<{ items: Record<string, unknown>[]; number: number; name: string; kind: string; state: string }>(`/audits/templates/${scene.phone}`)).body;
  const { name, kind, state, items, number } = template;
  const saved = await expectDone(scene.supervisor.call('PUT', `/audits/templates/${scene.phone}`, { name, kind, state, number, items: items.slice(0, 8) }));
  expect(saved['number']).toBe(2);
  expect((await scene.supervisor.call('PUT', `/audits/templates/${scene.phone}`, { name, kind, state, number, items })).body['code']).toBe('record.stale');
  expect((await scene.lin.post(`/audits/${id}/start`)).body).toEqual({ templateNumber: 1 });
  const submission = await filledIn(scene, scene.lin, id);
  expect(submission.answers).toHaveLength(9);
  expect((await scene.lin.post(`/audits/${id}/submit`, { ...submission, templateNumber: 2, answers: submission.answers.slice(0, 8) })).body['code']).toBe('record.wrong-state');
  await expectDone(scene.lin.post(`/audits/${id}/submit`, submission));
  await expect(db().run(sql`UPDATE audit_template_version SET items = '[]' WHERE template_id = ${scene.phone}`)).rejects.toThrow('not changed');
  await expectDone(scene.supervisor.call('PUT', `/audits/templates/${scene.phone}`, { name, kind, state, number: 2, items }));
});

test('who sees what: auditors their own, the audited unit only what is confirmed, nobody confirms their own', async () => {
  const id = await planOne(scene, { auditor: scene.lin, day: '2026-03-06' });
  await expectDone(scene.lin.post(`/audits/${id}/submit`, await filledIn(scene, scene.lin, id)));
  const seen = async () => Promise.all([scene.lin, scene.zhao, scene.manager].map(async (person) => (await person.get(`/audits/${id}/report`)).status));
  expect(await seen()).toEqual([200, 404, 404]);
  expect((await scene.lin.post(`/audits/${id}/confirm`)).status).toBe(403);
  await expectDone(scene.supervisor.post(`/audits/${id}/return`, { reason: '请补充说明' }));
  expect(await stateOf(id)).toBe('running');
  const again = await filledIn(scene, scene.lin, id, ['greeting']);
  await expectDone(scene.lin.post(`/audits/${id}/submit`, again));
  await expectDone(scene.supervisor.post(`/audits/${id}/confirm`));
  expect(await seen()).toEqual([200, 404, 200]);
  expect((await scene.supervisor.post(`/audits/${id}/confirm`)).body['code']).toBe('record.wrong-state');
  expect((await scene.lin.post(`/audits/${id}/submit`, { ...again, key: scene.app.services.newId() })).body['code']).toBe('record.wrong-state');
  const own = await planOne(scene, { auditor: scene.supervisor, day: '2026-03-07' });
  await expectDone(scene.supervisor.post(`/audits/${own}/submit`, await filledIn(scene, scene.supervisor, own)));
  expect((await scene.supervisor.post(`/audits/${own}/confirm`)).status).toBe(403);
});

test('an improvement: asked after confirmation, overdue told once, its effect told by the next audit', async () => {
  const first = await confirmedAudit(scene, { auditor: scene.lin, day: '2026-03-08', failed: ['rings'] });
  const wish = { subject: '前台加一部话机', item: 'rings', owner: scene.manager.id, dueOn: '2026-03-01' };
  const action = String((await expectDone(scene.supervisor.post(`/audits/${first}/improvements`, wish)))['id']);
  expect((await scene.lin.post(`/audits/${first}/improvements`, wish)).status).toBe(403);
  const runs = await Promise.all([remindOverdue(scene.app.services), remindOverdue(scene.app.services)]);
  expect(runs.reduce((sum, count) => sum + count, 0)).toBe(1);
  now = new Date('2026-03-01T23:00:00.000Z');
  expect(await remindOverdue(scene.app.services)).toBe(0);
  now = new Date('2026-03-02T03:00:00.000Z');
  expect(await remindOverdue(scene.app.services)).toBe(0);
  const list = async () => (await scene.manager.get<{ data: { id: string; isOverdue: boolean; effect: string; state: string }[] }>('/audits/improvements')).body.data.find((row) => row.id === action);
  expect(await list()).toMatchObject({ isOverdue: true, effect: 'pending' });
  await expectDone(scene.manager.post(`/audits/improvements/${action}/finish`, { result: '已加装' }));
  expect((await scene.manager.post(`/audits/improvements/${action}/finish`, { result: '再次' })).body['code']).toBe('record.wrong-state');
  await confirmedAudit(scene, { auditor: scene.lin, day: '2026-03-14', failed: ['rings'] });
  expect(await list()).toMatchObject({ effect: 'notYet', state: 'done' });
  now = new Date('2026-03-02T04:00:00.000Z');
  await confirmedAudit(scene, { auditor: scene.lin, day: '2026-03-20' });
  expect(await list()).toMatchObject({ effect: 'improved' });
});

test('a service circle: its order is kept, waits are averaged, the latest score comes from the audits', async () => {
  const { id, version } = (await scene.supervisor.get<{ data: { id: string; version: number }[] }>('/blueprints')).body.data[0] ?? { id: '', version: 0 };
  type Circle = { version: number; steps: { id: string; name: string; moment: string; expectation: string; waitTarget: number | null; standards: { id: string; code: string }[]; measured: { seconds: number } | null; latest: { score: number } | null }[] };
  const circle = async () => (await scene.supervisor.get<Circle>(`/audits/blueprints/${id}`)).body;
  const before = await circle();
  const steps = before.steps.map((step) => ({ id: step.id, name: step.name, moment: step.moment, expectation: step.expectation, waitTarget: step.waitTarget, standards: step.standards.map((standard) => standard.id) }));
  await expectDone(scene.supervisor.call('PUT', `/audits/blueprints/${id}/steps`, { version, steps: [...steps.slice(1), { ...steps[0], name: '停车' }] }));
  expect((await scene.supervisor.call('PUT', `/audits/blueprints/${id}/steps`, { version, steps })).body['code']).toBe('record.stale');
  const after = await circle();
  expect(after.steps.map(({ name }) => name)).toEqual([...before.steps.slice(1).map(({ name }) => name), '停车']);
  const parking = after.steps.at(-1)?.id ?? '';
  for (const seconds of [100, 200]) await expectDone(scene.supervisor.post(`/audits/blueprints/${id}/waits`, { step: parking, seconds, measuredOn: '2026-03-01' }));
  expect((await circle()).steps.at(-1)?.measured).toEqual({ seconds: 150, count: 2 });
  expect((await circle()).steps.some(({ latest }) => latest !== null)).toBe(true);
  expect((await scene.lin.call('PUT', `/audits/blueprints/${id}/steps`, { version: after.version, steps })).status).toBe(403);
});

test('two years of audits: fast, on the map in the type that each place became, in trends and missed items', async () => {
  let seed = 7;
  const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const made = await runAction(scene.app.services, { actor: systemActor(scene.app.services) }, (ctx) => makeAuditYears(ctx, {
    places: [{ unit: scene.centre, becomes: 'quality' }, { unit: scene.other, becomes: 'cold' }], auditors: [scene.lin.id, scene.zhao.id], confirmedBy: scene.supervisor.id, months: 24, chance,
  }));
  expect(made.audits).toBe(48);
  const results = (await scene.supervisor.get<{ places: { unitId: string; type: string }[]; months: { month: string }[]; areas: unknown[]; failed: { failed: number; asked: number }[] }>('/audits/results?from=2025-06-01&to=2026-02-28')).body;
  expect(results.places.find(({ unitId }) => unitId === scene.centre)?.type).toBe('quality');
  expect(results.places.find(({ unitId }) => unitId === scene.other)?.type).toBe('cold');
  expect(results.months.map(({ month }) => month)).toEqual(['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02']);
  const rates = results.failed.map(({ failed, asked }) => failed / asked);
  expect(rates).toEqual(rates.toSorted((a, b) => b - a));
  const own = (await scene.manager.get<{ places: { unitId: string }[] }>('/audits/results?from=2024-01-01&to=2026-12-31')).body.places;
  expect(own.map(({ unitId }) => unitId)).toEqual([scene.centre]);
});

test('what a company keeps from a role is not told by the pages of audits either (SEC-13)', async () => {
  const id = await confirmedAudit(scene, { auditor: scene.lin, day: '2026-03-30' });
  const hide = async (fields: Record<string, 'hidden' | 'full'>) => expectDone(scene.app.admin.patch('/roles/serviceAuditor', { fields: { serviceAudit: Object.fromEntries(Object.entries(fields).map(([key, view]) => [key, { view, edit: false }])) } }));
  await expectDone(scene.app.admin.post('/auth/confirm', { password: TEST_PASSWORD }));
  await hide({ procedural: 'hidden', auditedUnit: 'hidden' });
  expect((await scene.lin.get(`/audits/${id}/report`)).status).toBe(403);
  expect((await scene.lin.get('/audits/results?from=2026-01-01&to=2026-12-31')).status).toBe(403);
  for (const path of [`/audits/${id}/sheet`, '/audits/mine']) expect((await scene.lin.get(path)).text).not.toContain('市南服务中心');
  await hide({ procedural: 'full', auditedUnit: 'full' });
  expect((await scene.lin.get(`/audits/${id}/report`)).text).toContain('市南服务中心');
});
