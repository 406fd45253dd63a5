import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, startTestApp } from './test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('an administrator fills an empty company with the demo, once, and its people sign in with the password of the answer', async () => {
  const reader = await app.person({ username: 'early-bird', roles: ['salesperson'] });
  expect((await reader.post('/setup/demo')).status).toBe(403);
  const done = await app.admin.post<{ password: string }>('/setup/demo');
  expect(done.status, done.text).toBe(201);
  const boss = app.anonymous();
  expect((await boss.post('/auth/login', { username: 'boss1', password: done.body.password })).status).toBe(200);
  const count = await app.admin.get<{ page: { total: number } }>('/customers?count=only');
  expect(count.body.page.total).toBeGreaterThan(2_000);
  const again = await app.admin.post('/setup/demo');
  expect([again.status, again.body.code]).toEqual([409, 'record.wrong-state']);
}, 300_000);
