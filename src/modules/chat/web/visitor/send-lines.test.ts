import { expect, test } from 'vitest';
import { GuestProblem } from '#kit/guest/guest-call.ts';
import { sendLines } from './send-lines.ts';
import { storeInMemory } from './visitor-store.ts';

const line = (id: string, savedAt: number) => ({ id, body: id, problem: null, savedAt });
const gone = new GuestProblem(0, 'network.lost', 'gone');

test('in their order, each forgotten when the server has it; a lost answer is asked again under the same key', async () => {
  const store = storeInMemory();
  for (const [at, id] of ['a', 'b', 'c'].entries()) await store.keep(line(id, at));
  const seen: string[] = [];
  let isLost = true;
  const post = (each: { id: string }) => {
    seen.push(each.id);
    if (each.id === 'b' && isLost) return Promise.reject(gone);
    return Promise.resolve();
  };
  expect(await sendLines(store, post)).toBe('later');
  isLost = false;
  expect(await sendLines(store, post)).toBe('all');
  expect(seen).toEqual(['a', 'b', 'b', 'c']);
  expect(await store.lines()).toEqual([]);
});

test('what the server refuses stays with its words, and holds up nothing', async () => {
  const store = storeInMemory();
  await store.keep(line('bad', 0));
  await store.keep(line('good', 1));
  expect(await sendLines(store, ({ id }) => (id === 'bad' ? Promise.reject(new GuestProblem(400, 'record.invalid', '太长')) : Promise.resolve()))).toBe('all');
  expect(await store.lines()).toEqual([{ ...line('bad', 0), problem: '太长' }]);
});

test('nobody there: it waits for a way to reach them', async () => {
  const store = storeInMemory();
  await store.keep(line('a', 0));
  expect(await sendLines(store, () => Promise.reject(new GuestProblem(400, 'record.invalid', '', ['contact.email'])))).toBe('needsContact');
  expect(await store.lines()).toHaveLength(1);
});
