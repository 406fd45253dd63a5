import { afterEach, expect, test, vi } from 'vitest';

vi.mock('../texts/locale-provider.tsx', () => ({ currentLocale: () => 'zh-CN' }));
// Another file of this worker may have loaded it with the real provider.
vi.resetModules();
const { call } = await import('./typed-client.ts');
afterEach(() => vi.unstubAllGlobals());

test('a call fills the path, the query, the body and the version', async () => {
  const seen: [string, RequestInit][] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    seen.push([url, init]);
    return Promise.resolve(new Response('{"data":[]}', { status: 200 }));
  });
  await call('PATCH /customers/{id}', { params: { id: 'a/b' }, body: { name: '青岛啤酒' }, ifMatch: 7 });
  await call('GET /search', { query: { q: '啤酒', limit: 5 } });
  await call('GET /meta');
  expect(seen.map(([url, init]) => [init.method, url])).toEqual([
    ['PATCH', '/api/v1/customers/a%2Fb'], ['GET', '/api/v1/search?q=%E5%95%A4%E9%85%92&limit=5'], ['GET', '/api/v1/meta'],
  ]);
  expect(seen[0]?.[1].body).toBe('{"name":"青岛啤酒"}');
  expect(new Headers(seen[0]?.[1].headers).get('if-match')).toBe('"7"');
});
