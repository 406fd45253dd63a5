import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchDisk } from './disk-watch.ts';

const MB = 1024 * 1024;
beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('writing stops below the reserve, goes on only with a margin above it, and each change is said once (REL-5)', async () => {
  let free = 500 * MB;
  const said: string[] = [];
  const log = { error: () => { said.push('low'); }, info: () => { said.push('room'); }, warn: () => { said.push('unknown'); } };
  const watch = watchDisk({ folder: '/', log, free: () => (free < 0 ? Promise.reject(new Error('gone')) : Promise.resolve(free)) });
  const seen: boolean[] = [];
  for (const next of [500, 201, 199, 199, 230, 251, 240, -1]) {
    free = next * MB;
    await vi.advanceTimersByTimeAsync(2_000);
    seen.push(watch.isLow());
  }
  expect(seen).toEqual([false, false, true, true, true, false, false, false]);
  expect(said).toEqual(['low', 'room', 'unknown']);
  await watch.stop();
});
