import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChatWorld, makeChatWorld, runChatMatrix } from './chat-matrix.ts';

let world: ChatWorld;
beforeAll(async () => { world = await makeChatWorld(); }, 300_000);
afterAll(() => world.chat.close());

test('every way to a conversation: only the people of its queue, only its own visitor (SEC-12, SE-31)', async () => {
  const { violations, cells } = await runChatMatrix(world);
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(100);
}, 180_000);
