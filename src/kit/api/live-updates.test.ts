import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { metaQuery } from '../records/use-meta.ts';
import { refreshMeta } from './live-updates.ts';

afterEach(() => vi.unstubAllGlobals());

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
