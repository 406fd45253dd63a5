import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from '../test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

interface Leaks { readonly total: Readonly<Record<string, number | null>>; readonly months: readonly { readonly month: string; readonly problems: number }[] }
const leaks = async () => (await desk.supervisor.get<Leaks>('/service/leaks?from=2026-03-01&to=2026-03-31')).body;
const offenders = async (leak: string) => (await desk.supervisor.get<{ data: { id: string }[] }>(`/service/leaks/offenders?from=2026-03-01&to=2026-03-31&leak=${leak}`)).body.data.map((row) => row.id);

/** A repair up to its answer by whoever has it. */
async function answered(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await takeIn(desk, '报修', more);
  const { owner } = (await desk.supervisor.get(`/cases/${id}`)).body;
  await made(doStep(owner === desk.agent.id ? desk.agent : desk.other, id, 'repair', { cause: desk.causes['早期损坏'], result: '换了' }));
  await made(doStep(desk.supervisor, id, 'answer', { reply: '修好了' }));
  return id;
}

test('each of the four leaks lists just the cases that miss it, and only once their time is over (SE-6)', async () => {
  await desk.at('2026-03-02T09:00');
  const unhandled = await takeIn(desk, '投诉');
  const nameless = await takeIn(desk, '报修', { reporterName: null });
  const unchecked = await answered();
  const done = await answered();
  expect((await leaks()).total).toMatchObject({ problems: 4, complaints: 1, recorded: 1, handled: 0, rechecked: 0, fedBack: 0, leaking: 1 });
  await made(doStep(desk.supervisor, done, 'callback', { isSolved: true, satisfaction: 2 }));
  const handler = (await desk.supervisor.get(`/cases/${done}`)).body['owner'] === desk.agent.id ? desk.agent : desk.other;
  await made(doStep(handler, done, 'feedback', { department: 'production', feedback: '垫圈老化' }));
  await desk.at('2026-03-09T09:00');
  expect(await offenders('recorded')).toEqual([nameless]);
  expect(new Set(await offenders('handled'))).toEqual(new Set([unhandled, nameless]));
  expect(await offenders('rechecked')).toEqual([unchecked]);
  expect(await offenders('fedBack')).toEqual([]);
  await desk.app.services.database.run(sql`DELETE FROM case_feedback WHERE case_id = ${done}`);
  expect(await offenders('fedBack')).toEqual([done]);
  const { total, months } = await leaks();
  expect(total).toMatchObject({ problems: 4, leaking: 4, omissionRate: 1, rated: 1, dissatisfied: 1, dissatisfactionRate: 1 });
  expect(months).toMatchObject([{ month: '2026-03', problems: 4 }]);
  expect((await desk.supervisor.get<{ data: { name: string; cases: number }[] }>('/service/causes?from=2026-03-01&to=2026-03-31')).body.data).toMatchObject([{ name: '早期损坏', cases: 2 }, { name: null, cases: 2 }]);
});
