import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestApp, startTestApp } from '#app/test-app.ts';
import { checksums, finished, upload } from '../test-client.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
});
afterAll(() => app.close());

const long = (rows: number, word: string) => Buffer.from(`客户名称,外部编号\n${Array.from({ length: rows }, (_, n) => `${word}${n}号公司,${word}-${n}`).join('\n')}\n`);
const count = async (): Promise<number> => (await app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM customer`)).n;
const state = async (id: string) => (await app.admin.get(`/imports/${id}`)).body;

/** Waits until the import has written something, then pauses it. */
async function pausedMidway(id: string): Promise<number> {
  await expect.poll(async () => Number((await state(id)).rowsDone), { interval: 15, timeout: 60_000 }).toBeGreaterThan(0);
  expect((await app.admin.post(`/imports/${id}/pause`)).body).toMatchObject({ state: 'paused' });
  return Number((await state(id)).rowsDone);
}

describe('a long import', () => {
  it('pauses between two batches, stays where it is, goes on at once, and is taken back from a pause', async () => {
    const rows = 12_000;
    const empty = await checksums(app.services.database);
    const draft = await upload(app.admin, app.url, 'customer', 'long.csv', long(rows, '长'));
    await app.admin.post(`/imports/${draft.id}/start`);
    const done = await pausedMidway(draft.id);
    expect(done).toBeLessThan(rows);
    expect(await count()).toBe(done);
    // Resumed while the paused job is perhaps still ending: nobody waits for a job that is gone.
    expect((await app.admin.post(`/imports/${draft.id}/resume`)).body).toMatchObject({ state: 'running' });
    await expect.poll(async () => Number((await state(draft.id)).rowsDone), { interval: 15, timeout: 60_000 }).toBeGreaterThan(done);
    const later = await pausedMidway(draft.id);
    expect(await count()).toBe(later);
    expect((await app.admin.post(`/imports/${draft.id}/check`)).status).toBe(409);
    await app.admin.post(`/imports/${draft.id}/resume`);
    expect(await finished(app.admin, draft.id, 'done')).toMatchObject({ created: rows, errors: 0, duplicates: 0, rowsDone: rows });
    expect(await count()).toBe(rows);

    await app.admin.post(`/imports/${draft.id}/undo`);
    expect(await finished(app.admin, draft.id, 'undone')).toMatchObject({ kept: 0 });
    expect(await checksums(app.services.database)).toEqual(empty);
  }, 300_000);

  it('stops for good where it stands, and what it wrote is taken back', async () => {
    const before = await count();
    const draft = await upload(app.admin, app.url, 'customer', 'long.csv', long(8_000, '停'));
    await app.admin.post(`/imports/${draft.id}/start`);
    const done = await pausedMidway(draft.id);
    expect((await app.admin.post(`/imports/${draft.id}/cancel`)).body).toMatchObject({ state: 'cancelled' });
    expect((await app.admin.post(`/imports/${draft.id}/resume`)).status).toBe(409);
    await app.admin.post(`/imports/${draft.id}/undo`);
    expect(await finished(app.admin, draft.id, 'undone')).toMatchObject({ created: done, kept: 0 });
    expect(await count()).toBe(before);
  }, 300_000);

  it('begins its trial run anew after a stop without leaving out a row', async () => {
    const draft = await upload(app.admin, app.url, 'customer', 'long.csv', long(6_000, '验'));
    await app.admin.post(`/imports/${draft.id}/check`);
    expect((await app.admin.post(`/imports/${draft.id}/cancel`)).body).toMatchObject({ state: 'draft' });
    await app.admin.post(`/imports/${draft.id}/check`);
    expect(await finished(app.admin, draft.id, 'checked')).toMatchObject({ created: 6_000, rowsDone: 6_000 });
  }, 300_000);

  it('tells its person how far it is, about twice a second, and the end always', async () => {
    const told: { at: number; payload: Readonly<Record<string, unknown>>; userId: string }[] = [];
    const stop = app.services.events.subscribe((one) => {
      if (one.kind === 'personal' && one.event.topic === 'import') told.push({ at: performance.now(), payload: one.event.payload, userId: one.event.userId });
    });
    const draft = await upload(app.admin, app.url, 'customer', 'long.csv', long(9_000, '报'));
    await app.admin.post(`/imports/${draft.id}/start`);
    await finished(app.admin, draft.id, 'done');
    await expect.poll(() => told.at(-1)?.payload).toMatchObject({ id: draft.id, state: 'done', rowsDone: 9_000, created: 9_000 });
    stop();
    const me = (await app.admin.get<{ user: { id: string } }>('/auth/me')).body.user.id;
    expect(new Set(told.map((one) => one.userId))).toEqual(new Set([me]));
    const lasted = (told.at(-1)?.at ?? 0) - (told[0]?.at ?? 0);
    // One for each half second, and the first and the last.
    expect(told.length).toBeLessThanOrEqual(lasted / 500 + 3);
  }, 300_000);
});
