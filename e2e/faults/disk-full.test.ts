import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RealServer, startRealServer, until } from './real-server.ts';
import { WriteJournal } from './write-journal.ts';

const MB = 1024 * 1024;
const mountPoint = mkdtempSync(path.join(tmpdir(), 'zhike-disk-'));
let server: RealServer | undefined;

/** A small disk of its own; only root may make one. */
function mountSmallDisk(): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=450m,mode=755', 'tmpfs', mountPoint], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
}

const reason = process.platform === 'linux' ? mountSmallDisk() : `there are no tmpfs mounts on ${process.platform}`;
if (reason !== undefined) console.log(`REL-5 is not proven here, since no small disk can be made: ${reason}`);

beforeAll(async () => {
  if (reason === undefined) server = await startRealServer({ dataDir: path.join(mountPoint, 'data') });
});
afterAll(async () => {
  await server?.close();
  if (reason === undefined) execFileSync('umount', [mountPoint]);
  rmSync(mountPoint, { recursive: true, force: true });
});

const free = (): number => {
  const { bavail, bsize } = statfsSync(mountPoint);
  return bavail * bsize;
};

const ballast = path.join(mountPoint, 'ballast');
/** Leaves so many bytes free. */
function fillUpTo(bytes: number): void {
  rmSync(ballast, { force: true });
  execFileSync('fallocate', ['-l', String(free() - bytes), ballast]);
}

test('a full disk: a clear refusal, reads go on, nothing acknowledged is lost, and all is well after room was made (REL-5)', async (context) => {
  if (!server) return context.skip(reason);
  const { admin, url } = server;
  const database = server.databasePids().at(-1);
  const journal = new WriteJournal(admin);
  journal.start(4);
  await until('some writes', () => journal.acknowledged > 100);
  fillUpTo(40 * MB);
  await until('writes are refused', () => (journal.statuses.get(507) ?? 0) > 0, 60_000);
  await journal.stop();
  expect(new Set(journal.statuses.keys())).toEqual(new Set([201, 507]));
  const refused = await admin.post('/customers', { name: '满盘公司', kind: 'company' });
  expect(refused.body).toMatchObject({ status: 507, code: 'system.disk-full', title: '服务器磁盘空间不足，暂时只能查看，不能保存。请联系系统管理员清理磁盘。' });
  // Not one byte left: reading and signing in need none, or the database would be gone.
  rmSync(ballast);
  writeFileSync(ballast, '');
  fillUpTo(0);
  const left = free();
  for (let round = 0; round < 20; round += 1) expect((await admin.get('/customers?limit=50&count=true')).status).toBe(200);
  const upload = await fetch(`${url}/api/v1/files?name=a.txt&object=customer&record=${crypto.randomUUID()}`, {
    method: 'POST', headers: { 'content-type': 'application/octet-stream', cookie: admin.cookie(), 'sec-fetch-site': 'same-origin' }, body: 'x',
  });
  expect(upload.status).toBe(507);
  expect(server.databasePids().at(-1)).toBe(database);
  rmSync(ballast);
  const start = performance.now();
  await until('writes go on', async () => (await admin.post('/customers', { name: `有空间了${performance.now()}`, kind: 'company' })).status === 201, 60_000);
  const recovered = performance.now() - start;
  const { records, unknown } = await journal.expectIntact();
  expect(server.log()).toContain('磁盘空间不足');
  console.log(`REL-5: ${records} records, ${unknown} refused and retried; reads with ${left} bytes free; writing again ${Math.round(recovered)} ms after room was made`);
});
