import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestPerson } from '#app/test-app.ts';
import { type TestDesk, made, openTestDesk } from '#modules/service/server/test-desk.ts';
import { runRounds } from './plan-rounds.ts';

type Person = TestPerson & { readonly id: string };

let desk: TestDesk;
let worker: Person;
let other: Person;
let route: string;

const draft = (more = {}) => ({
  name: '地下车库巡查', nameEn: 'Garage round', caseType: desk.types['报修'], worker: worker.id, frequency: 'daily', onDay: null, fromMinute: 600, toMinute: 720, state: 'active',
  points: [{ name: '一号水泵房', nameEn: 'Pump room 1' }, { name: '配电间', nameEn: 'Switch room' }], ...more,
});

beforeAll(async () => {
  desk = await openTestDesk();
  await desk.app.services.jobs.stop();
  const unit = await desk.unitOf('工程部');
  worker = await desk.app.person({ username: 'worker1', name: '石磊', roles: ['fieldWorker'], unit });
  other = await desk.app.person({ username: 'worker2', name: '莫言青', roles: ['fieldWorker'], unit });
  await desk.app.services.database.run(sql`UPDATE app_user SET manager_id = ${desk.supervisor.id} WHERE id = ${worker.id}`);
  route = String((await made(desk.supervisor.post('/fieldwork/routes', draft())))['id']);
}, 120_000);
afterAll(() => desk.close());

interface Round { readonly id: string; readonly state: string; readonly from: string }
const mine = async (by: Person = worker) => (await made(by.get('/fieldwork/rounds/mine')) as unknown as { data: Round[] }).data;
const roundOn = async (date: string) => (await mine()).find(({ from }) => from.startsWith(date))?.id ?? '';
const sheetOf = async (id: string) => await made(worker.get(`/fieldwork/rounds/${id}/sheet`)) as unknown as { places: { id: string; code: string }[]; reported: { caseNumber: string; photos: string[] }[]; state: string };
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function photoOf(by: Person, round: string): Promise<string> {
  const answer = await fetch(`${desk.app.url}/api/v1/files?object=inspectionRound&record=${round}&name=p.png`, {
    method: 'POST', headers: { cookie: by.cookie(), 'content-type': 'application/octet-stream', origin: desk.app.url, 'idempotency-key': `${round}-p` }, body: pixel,
  });
  return (await answer.json() as { id: string }).id;
}
const casesOf = () => desk.app.services.database.rows<{ subject: string; priority: string; place: string }>(sql`SELECT subject, priority, place FROM service_case WHERE source_key LIKE 'finding:%'`);

async function report(round: string, more = {}) {
  const { places } = await sheetOf(round);
  const [pump, room] = places.map(({ id }) => id);
  return {
    key: desk.app.services.newId(), note: null,
    visits: [{ point: pump, way: 'scan', outcome: 'finding', reason: '' }, { point: room, way: 'list', outcome: 'fine', reason: '' }],
    findings: [{ key: desk.app.services.newId(), point: pump, text: '水泵渗水', isUrgent: true, photos: [await photoOf(worker, round)] }], ...more,
  };
}

test('rounds are planned a week ahead, once; the same job again plans nothing', async () => {
  expect(await runRounds(desk.app.services)).toBe(0);
  const { count } = await desk.app.services.database.one<{ count: number }>(sql`SELECT count(*)::int AS count FROM inspection_round WHERE route_id = ${route}`);
  expect(count).toBe(8);
  expect((await mine(other))).toEqual([]);
  const shown = await made(desk.supervisor.get(`/fieldwork/routes/${route}`)) as { points: { code: string; qr: string }[] };
  expect(shown.points.map(({ code, qr }) => /^[2-9A-Z]{4}-[2-9A-Z]{4}$/.test(code) && qr.startsWith('<svg'))).toEqual([true, true]);
  expect((await worker.post('/fieldwork/routes', draft())).status).toBe(403);
});

test('a finding becomes one case, however often the round is sent; the case tells from where it came', async () => {
  const id = await roundOn('2026-03-02');
  const body = await report(id);
  expect((await other.post(`/fieldwork/rounds/${id}/report`, body)).status).toBe(404);
  expect((await worker.post(`/fieldwork/rounds/${id}/report`, { ...body, visits: [] })).status).toBe(400);
  await desk.at('2026-03-02T11:00');
  const answers = await Promise.all([worker.post(`/fieldwork/rounds/${id}/report`, body), worker.post(`/fieldwork/rounds/${id}/report`, body)]);
  expect(answers.map(({ status, body: said }) => [status, said['state']])).toEqual([[200, 'done'], [200, 'done']]);
  expect(await casesOf()).toEqual([{ subject: '一号水泵房：水泵渗水', priority: 'urgent', place: '地下车库巡查 一号水泵房' }]);
  const sheet = await sheetOf(id);
  expect(sheet.reported).toMatchObject([{ photos: [body.findings[0]?.photos[0]] }]);
  const { caseId } = await desk.app.services.database.one<{ caseId: string }>(sql`SELECT case_id AS "caseId" FROM inspection_finding`);
  expect(await made(desk.supervisor.get(`/fieldwork/cases/${caseId}/finding`))).toMatchObject({ finding: { text: '水泵渗水', point: '一号水泵房' } });
  expect((await worker.post(`/fieldwork/rounds/${id}/report`, await report(id))).status).toBe(409);
});

test('a round that nobody walked is missed, once told; walked in time and sent late it is done after all, walked late it is late', async () => {
  const [third, fourth] = [await roundOn('2026-03-03'), await roundOn('2026-03-04')];
  await desk.at('2026-03-04T12:30');
  await runRounds(desk.app.services);
  await runRounds(desk.app.services);
  const board = await made(desk.supervisor.get('/fieldwork/rounds/board')) as { missed: Round[]; today: Round[]; months: { month: string; done: number; missed: number; findings: number }[]; findings: { text: string; case: { isOpen: boolean } }[] };
  expect(board.months.at(-1)).toEqual({ month: '2026-03', done: 1, late: 0, missed: 2, findings: 1 });
  expect(board.findings).toMatchObject([{ text: '水泵渗水', case: { isOpen: true } }]);
  expect([board.missed.map(({ id }) => id), board.today.map(({ id, state }) => [id, state])]).toEqual([[third], [[fourth, 'missed']]]);
  const notices = await desk.app.services.database.rows(sql`SELECT 1 FROM notification WHERE user_id = ${desk.supervisor.id} AND kind = 'fieldwork.missed'`);
  expect(notices).toHaveLength(2);
  const quiet = { findings: [] };
  const visitsOf = async (id: string) => (await sheetOf(id)).places.map(({ id: point }) => ({ point, way: 'code', outcome: 'fine', reason: '' }));
  await made(worker.post('/auth/login', { username: 'worker1', password: TEST_PASSWORD }));
  const late = await worker.post(`/fieldwork/rounds/${third}/report`, await report(third, { ...quiet, visits: await visitsOf(third) }));
  expect([late.status, late.body['state']]).toEqual([200, 'late']);
  const kept = await fetch(`${desk.app.url}/api/v1/fieldwork/rounds/${fourth}/report`, {
    method: 'POST', headers: { cookie: worker.cookie(), 'content-type': 'application/json', origin: desk.app.url, 'x-zhike-waited': '3600' }, body: JSON.stringify(await report(fourth, { ...quiet, visits: await visitsOf(fourth) })),
  });
  expect([kept.status, (await kept.json() as { state: string }).state]).toEqual([200, 'done']);
});
