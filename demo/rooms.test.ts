import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { runMinutesClock } from '#modules/meetings/server/actions/minutes-clock.ts';
import { readMacroSteps } from '#modules/service/rules/macro.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { loadDemo } from './load-demo.ts';

const now = new Date('2026-11-20T03:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  await app.services.jobs.stop();
  await runAction(app.services, { actor: systemActor(app.services) }, (ctx) => loadDemo(ctx, app.services, { customers: 200, contacts: 260, activities: 100, cases: 200 }));
}, 300_000);
afterAll(() => app.close());

const rows = <R>(query: ReturnType<typeof sql>): Promise<R[]> => app.services.database.rows<R>(query);
const counted = async (query: ReturnType<typeof sql>): Promise<number> => (await app.services.database.one<{ count: number }>(query)).count;

test('articles for colleagues and for everybody, in two languages, in all states, with versions, votes and readers (SE-34)', async () => {
  const counts = await rows<{ state: string; count: number }>(sql`SELECT state, count(*)::int AS count FROM article GROUP BY state ORDER BY state`);
  expect(counts).toEqual([{ state: 'approval', count: 1 }, { state: 'draft', count: 2 }, { state: 'published', count: 28 }, { state: 'retired', count: 1 }]);
  expect(await counted(sql`SELECT count(*)::int FROM article WHERE locale = 'en' AND published_number IS NOT NULL`)).toBe(6);
  expect(await counted(sql`SELECT count(*)::int FROM article_version v JOIN article a ON a.id = v.article_id WHERE a.title = '家里漏水先做什么'`)).toBe(3);
  expect(await counted(sql`SELECT count(*)::int FROM article WHERE published_number IS NOT NULL AND (view_count < 12 OR useful_count + useless_count < 3)`)).toBe(0);
  const found = await app.anonymous().get<{ data: { title: string }[] }>('/knowledge/public?q=漏水');
  expect(found.body.data.map(({ title }) => title)).toContain('家里漏水先做什么');
});

test('meetings in every state; the clock of minutes finds the overdue one (SF-21, SF-22)', async () => {
  const states = await rows<{ state: string; count: number }>(sql`SELECT state, count(*)::int AS count FROM meeting WHERE kind <> 'solution' GROUP BY state ORDER BY state`);
  expect(states).toEqual([{ state: 'cancelled', count: 1 }, { state: 'closed', count: 1 }, { state: 'held', count: 2 }, { state: 'minuted', count: 1 }, { state: 'planned', count: 2 }]);
  expect(await counted(sql`SELECT count(DISTINCT answer)::int FROM meeting_participant`)).toBe(3);
  expect(await counted(sql`SELECT count(*)::int FROM meeting_action WHERE state = 'open' AND due_on < ${now.toISOString()}::date`)).toBeGreaterThan(0);
  await runMinutesClock(app.services);
  const overdue = await rows<{ subject: string }>(sql`SELECT m.subject FROM meeting m JOIN meeting_clock_stage s ON s.meeting_id = m.id AND s.stage = 'breached'`);
  expect(overdue).toEqual([{ subject: '大客户季度会议' }]);
});

test('mails that became cases, and mails of customers; nothing of them leaves or is fetched (SE-30)', async () => {
  const natures = await rows<{ nature: string; count: number }>(sql`SELECT nature, count(*)::int AS count FROM mail_message WHERE direction = 'in' GROUP BY nature ORDER BY nature`);
  expect(natures).toEqual([{ nature: 'autoReply', count: 1 }, { nature: 'bounce', count: 1 }, { nature: 'normal', count: 8 }]);
  expect(await counted(sql`SELECT count(DISTINCT about_id)::int FROM mail_thread WHERE about_object IN ('case', 'caseMessage')`)).toBe(4);
  expect(await counted(sql`SELECT count(*)::int FROM mail_message WHERE direction = 'in' AND customer_id IS NULL AND nature <> 'bounce'`)).toBe(0);
  expect(await counted(sql`SELECT count(*)::int FROM mail_attachment WHERE is_inline AND file_id IS NOT NULL AND mime = 'image/png'`)).toBe(1);
  expect(await rows(sql`SELECT DISTINCT state FROM mail_message WHERE direction = 'out' ORDER BY state`)).toEqual([{ state: 'failed' }, { state: 'sent' }]);
  expect(await rows(sql`SELECT DISTINCT is_active AS "isActive", imap_host AS host FROM mailbox`)).toEqual([{ isActive: false, host: 'imap.example.invalid' }]);
});

test('the desk has replies and presses of its own, and what it learned from cases (SE-8, SE-10)', async () => {
  const macros = await rows<{ steps: unknown }>(sql`SELECT steps FROM case_macro`);
  expect(macros).toHaveLength(5);
  expect(macros.every(({ steps }) => readMacroSteps(steps) !== undefined)).toBe(true);
  expect(await counted(sql`SELECT count(*)::int FROM canned_reply`)).toBeGreaterThan(10);
  expect(await counted(sql`SELECT count(*)::int FROM corrective_action`)).toBeGreaterThan(0);
});
