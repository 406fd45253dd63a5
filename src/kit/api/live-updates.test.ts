import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { metaQuery } from '../records/use-meta.ts';
import { hearMeta, refreshMeta } from './live-updates.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('meta is read anew though its readers never ask, and what is shown by it is refreshed', async () => {
  const fresh = { objects: [{ key: 'customer' }] };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(fresh)));
  const client = new QueryClient();
  client.setQueryData(['meta'], { objects: [] });
  client.setQueryData(['record', 'customer', 'c1'], { id: 'c1' });
  const stop = new QueryObserver(client, { ...metaQuery, enabled: false }).subscribe(() => undefined);
  await refreshMeta(client);
  stop();
  expect(client.getQueryData(metaQuery.queryKey)).toEqual(fresh);
  expect(client.getQueryState(['record', 'customer', 'c1'])?.isInvalidated).toBe(true);
});

function countingMeta(epoch: string): { readonly client: QueryClient; reads: () => number } {
  let reads = 0;
  vi.stubGlobal('fetch', () => {
    reads += 1;
    return Promise.resolve(Response.json({ epoch, objects: [] }));
  });
  const client = new QueryClient();
  client.setQueryData(['meta'], { epoch: 'before', objects: [] });
  return { client, reads: () => reads };
}

test('a change of one\'s own and all notices of it are one reading', async () => {
  vi.useFakeTimers();
  const { client, reads } = countingMeta('after');
  hearMeta(client, 'after');
  await refreshMeta(client);
  hearMeta(client, 'after');
  hearMeta(client, 'after');
  await vi.advanceTimersByTimeAsync(2_000);
  hearMeta(client, 'after');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(reads()).toBe(1);
});

test('changes of others are read once for a moment; changed rights are read though the epoch is the same', async () => {
  vi.useFakeTimers();
  const { client, reads } = countingMeta('after');
  for (const epoch of ['one', 'two', 'after']) hearMeta(client, epoch);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads()).toBe(1);
  hearMeta(client, '');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads()).toBe(2);
});
