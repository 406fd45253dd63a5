import { expect, test } from 'vitest';
import { type Sample, unevenness } from './soak-watch.ts';

const steady = (at: number): Sample => ({
  second: at, rssMb: 180 + (at % 7), heapMb: 60 + (at % 11), files: 40 + (at % 3), connections: 18, dueJobs: at % 2, unsealed: (at * 37) % 300,
});
const samples = (change: (at: number) => Partial<Sample>) => Array.from({ length: 60 }, (_, at) => ({ ...steady(at), ...change(at) }));

test('what grows is found, what only breathes is not', () => {
  expect(unevenness(samples(() => ({})))).toEqual([]);
  expect(unevenness(samples((at) => ({ heapMb: 60 + at })))).toEqual([expect.stringContaining('heap floor')]);
  expect(unevenness(samples((at) => ({ rssMb: 180 + 3 * at })))).toEqual([expect.stringContaining('memory')]);
  expect(unevenness(samples((at) => ({ connections: 18 + Math.floor(at / 5) })))).toEqual([expect.stringContaining('connections')]);
  expect(unevenness(samples((at) => ({ files: 40 + at })))).toEqual([expect.stringContaining('files')]);
  expect(unevenness(samples((at) => ({ dueJobs: at })))).toEqual([expect.stringContaining('not taken up')]);
  expect(unevenness(samples((at) => ({ unsealed: at * 100 })))).toEqual([expect.stringContaining('not sealed')]);
});
