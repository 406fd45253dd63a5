import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { allRoutes } from '#app/platform-routes.ts';
import { serverModules } from '#app/server-modules.ts';
import type { TestPerson } from '#app/test-app.ts';
import { readyRoles } from '#modules/identity/server/ready-roles.ts';
import { type TestChat, type TestVisitor, openTestChat } from '#modules/chat/server/test-chat.ts';
import { made } from '#modules/service/server/test-desk.ts';
import { FieldIndexer } from '#platform/registry/field-index.ts';

export const MARK = '会话矩阵暗记';

export interface ChatWorld {
  readonly chat: TestChat;
  readonly visitor: TestVisitor;
  readonly stranger: TestVisitor;
  /** A conversation of the chat's queue, taken by its agent. */
  readonly id: string;
  /** Everybody who is not of the queue: each ready role, and the agents of another queue. */
  readonly people: ReadonlyMap<string, TestPerson>;
}

export async function makeChatWorld(): Promise<ChatWorld> {
  const chat = await openTestChat();
  const { desk } = chat;
  await chat.arrive(desk.agent);
  const [visitor, stranger] = [await chat.visitor(), await chat.visitor()];
  await made(visitor.say(MARK));
  const { id } = await desk.app.services.database.one<{ id: string }>(sql`SELECT id FROM chat_conversation`);
  await made(desk.agent.post(`/chat/conversations/${id}/take`));
  const { unit } = await desk.app.services.database.one<{ unit: string }>(sql`SELECT unit_id AS unit FROM service_queue LIMIT 1`);
  const people = new Map<string, TestPerson>();
  for (const { key } of readyRoles) people.set(key, await desk.app.person({ username: `role-${key.toLowerCase()}`, roles: [key], unit }));
  const far = await desk.app.person({ username: 'far', roles: ['serviceAgent'], unit });
  const queue = String((await made(desk.app.admin.post('/service-queues', { name: '另一个队列', assignment: 'load' })))['id']);
  await desk.app.services.database.run(sql`INSERT INTO service_queue_member (queue_id, user_id) VALUES (${queue}, ${far.id})`);
  people.set('agent of another queue', far);
  return { chat, visitor, stranger, id, people };
}

const bodies: Readonly<Record<string, (other: string) => unknown>> = {
  lines: () => ({ key: randomUUID(), body: '越权' }), mark: () => ({ seen: 1 }), 'hand-on': (other) => ({ to: other }), take: () => ({}), end: () => ({}), block: () => ({}),
};

const stateOf = (world: ChatWorld): Promise<unknown> => world.chat.desk.app.services.database.one(sql`
  SELECT v.state, v.agent_id, v.agent_seen::text AS seen, (SELECT count(*)::int FROM chat_line) AS lines, (SELECT count(*)::int FROM chat_visitor WHERE blocked_at IS NOT NULL) AS blocked FROM chat_conversation v WHERE v.id = ${world.id}`);

/** Every way to a conversation for everybody who does not work in its queue, and for the visitor beside; then for those whose it is. */
export async function runChatMatrix(world: ChatWorld): Promise<{ violations: string[]; cells: number }> {
  const { chat, id, people, visitor, stranger } = world;
  const routes = allRoutes(chat.desk.app.services, serverModules, new FieldIndexer(chat.desk.app.services)).filter(({ path }) => path.startsWith('/chat/'));
  const violations: string[] = [];
  let cells = 0;
  const ofChat = routes.filter(({ path }) => path.startsWith('/chat/conversations/:id'));
  const before = JSON.stringify(await stateOf(world));
  for (const { method, path } of ofChat) {
    const last = path.split('/').at(-1) ?? '';
    if (method !== 'GET' && bodies[last] === undefined) violations.push(`${method} ${path}: no sample`);
    for (const [role, person] of people) {
      cells += 1;
      const answer = await person.call(method, path.replace(':id', id), method === 'GET' ? undefined : bodies[last]?.(chat.desk.agent.id));
      if (answer.status !== 403 && answer.status !== 404) violations.push(`${role} ${method} ${path}: ${answer.status}`);
      if (answer.text.includes(MARK)) violations.push(`${role} ${method} ${path}: tells of it`);
    }
  }
  for (const [role, person] of people) {
    cells += 1;
    const desk = await person.get('/chat/desk');
    if (desk.text.includes(id) || desk.text.includes(MARK)) violations.push(`${role} desk: holds it`);
  }
  if (JSON.stringify(await stateOf(world)) !== before) violations.push('somebody changed it');
  const other = JSON.stringify(await stranger.visit());
  if (other.includes(MARK)) violations.push('another visitor sees it');
  await stranger.call('POST', '/visit/end');
  await stranger.call('POST', '/visit/mark', { seen: 1_000_000 });
  if (JSON.stringify(await stateOf(world)) !== before) violations.push('another visitor changed it');
  const mine = await chat.desk.agent.get(`/chat/conversations/${id}`);
  if (!mine.text.includes(MARK)) violations.push('its agent does not see it');
  if (!JSON.stringify(await visitor.visit()).includes(MARK)) violations.push('its visitor does not see it');
  return { violations, cells };
}
