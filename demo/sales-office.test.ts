import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { loadDemo } from './load-demo.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-11-20T03:00:00Z') });
  const began = performance.now();
  await runAction(app.services, { actor: systemActor(app.services) }, (ctx) => loadDemo(ctx, { customers: 60, contacts: 90, activities: 200 }));
  console.log('load', performance.now() - began);
}, 300_000);
afterAll(() => app.close());

test('x', async () => {
  const q = async (text: string) => console.log(text, JSON.stringify(await app.services.database.rows({ text, values: [], sql: text } as never).catch(String)));
  await q('x');
  console.log(await app.services.database.rows(sql`SELECT clause, count(*)::int n FROM ownership_case GROUP BY 1 ORDER BY 1`));
  console.log(await app.services.database.rows(sql`SELECT clause, count(*)::int n, sum(is_signed::int)::int FROM commission_deal GROUP BY 1 ORDER BY 1`));
  expect(1).toBe(1);
});
