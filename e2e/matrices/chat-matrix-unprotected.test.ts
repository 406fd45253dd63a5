import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ChatWorld, makeChatWorld, runChatMatrix } from './chat-matrix.ts';

// The one place that says whose conversation it is, is taken out.
vi.mock('#modules/chat/server/chat-scope.ts', () => ({ isOfTheirQueue: () => sql`true` }));

let world: ChatWorld;
beforeAll(async () => {
  world = await makeChatWorld();
}, 300_000);
afterAll(() => world.chat.close());

test('the chat’s matrix fails when its queue is not asked', async () => {
  const { violations } = await runChatMatrix(world);
  expect(violations.some((violation) => /^agent of another queue GET .*: 200$/.test(violation))).toBe(true);
  expect(violations.some((violation) => violation.endsWith('tells of it'))).toBe(true);
  expect(violations).toContain('somebody changed it');
}, 180_000);
