import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, personOf, startTestApp } from '#app/test-app.ts';
import { addWhenDue } from './backup-job.ts';

interface Status { folder: string; nextAt: string; problem: string | null; lockedBy: string; last: { state: string; error: string | null; done: number; total: number } | null }
interface Answer { data: { name: string; kind: string | null; bytes: number; verifiedAt: string | null; rows: number }[]; status: Status }

const HOUR = 3_600_000;
let now = new Date('2026-03-02T01:00:00Z').getTime();
let app: TestApp;
const root = mkdtempSync(path.join(tmpdir(), 'zhike-backups-'));

beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date(now) });
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true, force: true });
});

const list = async (): Promise<Answer> => (await app.admin.get<Answer & Record<string, unknown>>('/backups')).body;
const scheduled = async () => (await list()).data.filter((one) => one.kind === 'scheduled');
/** After a jump of the clock the session has run out. */
const signIn = async () => expect((await app.admin.post('/auth/login', { username: 'admin', password: TEST_PASSWORD })).status).toBe(200);
async function untilIdle(): Promise<Status> {
  await expect.poll(async () => { app.services.jobs.wake(); return (await list()).status.last?.state; }, { timeout: 60_000, interval: 50 }).toMatch(/^(done|failed)$/);
  return (await list()).status;
}

test('a person makes a backup: it is read back, listed, noted in the trail, and comes down only with a fresh password', async () => {
  expect((await app.admin.post('/backups')).status).toBe(202);
  const status = await untilIdle();
  expect(status).toMatchObject({ problem: null, lockedBy: 'secret', folder: path.join(app.services.dataDir, 'backups'), nextAt: '2026-03-02T18:30:00.000Z' });
  expect(status.last?.done).toBe(status.last?.total);
  const [made] = (await list()).data;
  expect(made).toMatchObject({ kind: 'manual', verifiedAt: '2026-03-02T01:00:00.000Z' });
  expect(made?.rows).toBeGreaterThan(10);
  const other = personOf(app.url);
  expect((await other.get(`/backups/${made?.name}/file`)).status).toBe(401);
  now += HOUR;
  expect((await app.admin.get(`/backups/${made?.name}/file`)).body).toMatchObject({ code: 'auth.fresh-required' });
  expect((await app.admin.post('/auth/confirm', { password: TEST_PASSWORD })).status).toBeLessThan(300);
  const file = await app.admin.get(`/backups/${made?.name}/file`);
  expect(file.text.startsWith('ZHIKE BACKUP 1')).toBe(true);
  expect(Number(file.headers.get('content-length'))).toBe(made?.bytes);
  expect((await app.admin.get('/backups/..%2Fsecret/file')).status).toBe(404);
  const trail = await app.admin.get<{ data: { action: string; detail: unknown }[] }>('/audit?limit=20');
  expect(trail.body.data.map((one) => one.action)).toEqual(expect.arrayContaining(['backup', 'export']));
});

test('only who may change settings sees backups', async () => {
  const seller = await app.person({ username: 'seller', roles: ['salesperson'] });
  for (const answer of [await seller.get('/backups'), await seller.post('/backups')]) expect(answer.status).toBe(403);
});

test('each scheduled backup is made once, however the clock jumps and however many ask (REL-6)', async () => {
  expect(await scheduled()).toHaveLength(0);
  now = new Date('2026-03-02T18:29:59Z').getTime();
  expect(await addWhenDue(app.services)).toBe(false);
  now += 1_000;
  await signIn();
  const asked = await Promise.all(Array.from({ length: 8 }, () => addWhenDue(app.services)));
  expect(asked.filter(Boolean)).toHaveLength(1);
  await untilIdle();
  for (const jump of [-2 * HOUR, 2 * HOUR, 2 * HOUR, -2 * HOUR]) {
    now += jump;
    expect(await addWhenDue(app.services)).toBe(false);
  }
  now += 72 * HOUR;
  await signIn();
  expect(await addWhenDue(app.services)).toBe(true);
  await untilIdle();
  expect(await addWhenDue(app.services)).toBe(false);
  now -= 72 * HOUR;
  expect(await addWhenDue(app.services)).toBe(false);
  now += 24 * HOUR;
  await signIn();
  expect(await addWhenDue(app.services)).toBe(true);
  await untilIdle();
  expect((await scheduled()).map((one) => one.name)).toHaveLength(3);
});

test('a folder that cannot be written to is told in plain words, and the next try succeeds elsewhere', async () => {
  const blocked = path.join(root, 'file');
  writeFileSync(blocked, '');
  expect((await app.admin.call('PUT', '/admin/settings', { backupFolder: 'relative/path' })).status).toBe(400);
  expect((await app.admin.call('PUT', '/admin/settings', { backupFolder: path.join(blocked, 'backups') })).status).toBe(200);
  await app.admin.post('/backups');
  await expect.poll(async () => { now += 10_000; app.services.jobs.wake(); return (await list()).status.last?.state; }, { timeout: 60_000, interval: 50 }).toBe('failed');
  expect((await list()).status.last?.error).toBe(`无法写入备份文件夹 ${path.join(blocked, 'backups')}。请检查路径和权限。`);
  const good = path.join(root, 'other');
  await app.admin.call('PUT', '/admin/settings', { backupFolder: good });
  await app.admin.post('/backups');
  expect((await untilIdle()).last?.state).toBe('done');
  expect(readdirSync(good).filter((name) => name.endsWith('.zkbackup'))).toHaveLength(1);
  expect(readdirSync(good).filter((name) => name.endsWith('.part'))).toEqual([]);
});
