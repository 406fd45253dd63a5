import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

/** A service desk with two agents, their supervisor and one queue, on a clock that the test moves. */
export interface TestDesk {
  readonly app: TestApp;
  readonly agent: TestPerson & { readonly id: string };
  readonly other: TestPerson & { readonly id: string };
  readonly supervisor: TestPerson & { readonly id: string };
  readonly queue: string;
  /** Name of a service type → its id. */
  readonly types: Readonly<Record<string, string>>;
  /** Name of a cause → its id. */
  readonly causes: Readonly<Record<string, string>>;
  /** Makes a unit below the company and answers its id. */
  unitOf(name: string): Promise<string>;
  /** Sets the clock of the server, local time of Shanghai: `2026-03-02T10:00`; everybody signs in again. */
  at(time: string): Promise<void>;
  close(): Promise<void>;
}

export async function openTestDesk(options: { readonly pack?: string; readonly start?: string } = {}): Promise<TestDesk> {
  let now = new Date(`${options.start ?? '2026-03-02T09:00:00'}+08:00`);
  const app = await startTestApp({ clock: () => now });
  const company = (await app.admin.get<{ data: { id: string }[] }>('/org-units')).body.data[0]?.id;
  const unitOf = async (name: string): Promise<string> => String((await made(app.admin.post('/org-units', { name, kind: 'department', parent: company })))['id']);
  const unit = await unitOf('客服部');
  const agent = await app.person({ username: 'agent1', name: '林晚', roles: ['serviceAgent'], unit });
  const other = await app.person({ username: 'agent2', name: '周帆', roles: ['serviceAgent'], unit });
  const supervisor = await app.person({ username: 'supervisor1', name: '顾安', roles: ['serviceSupervisor'], unit });
  await made(app.admin.post('/service/setup', { pack: options.pack ?? 'service-days', unit, members: [agent.id, other.id] }));
  const named = async (plural: string): Promise<Record<string, string>> => {
    const { data } = (await app.admin.get<{ data: { id: string; name: string }[] }>(`/${plural}?limit=100`)).body;
    return Object.fromEntries(data.map((row) => [row.name, row.id]));
  };
  return {
    app, agent, other, supervisor, queue: Object.values(await named('service-queues'))[0] ?? '', types: await named('case-types'), causes: await named('complaint-causes'),
    unitOf,
    at: async (time) => {
      now = new Date(`${time}${time.length === 16 ? ':00' : ''}+08:00`);
      const people = { admin: app.admin, agent1: agent, agent2: other, supervisor1: supervisor };
      await Promise.all(Object.entries(people).map(([username, person]) => made(person.post('/auth/login', { username, password: TEST_PASSWORD }))));
    },
    close: () => app.close(),
  };
}

/** The body of an answer that must be a success. */
export async function made(answer: Promise<{ status: number; text: string; body: Record<string, unknown> }>): Promise<Record<string, unknown>> {
  const { status, text, body } = await answer;
  if (status >= 400) throw new Error(`${status} ${text}`);
  return body;
}

/** Takes in a case of a type by phone and answers its id. */
export const takeIn = async (desk: TestDesk, type: string, more: Readonly<Record<string, unknown>> = {}, by: TestPerson = desk.agent): Promise<string> =>
  String((await made(by.post('/service/cases', { caseType: desk.types[type], channel: 'phone', subject: `${type}：电梯异响`, reporterName: '来电人', ...more })))['id']);

export const doStep = (by: TestPerson, id: string, step: string, answers: Readonly<Record<string, unknown>>) => by.post(`/service/cases/${id}/steps/${step}`, { answers });
