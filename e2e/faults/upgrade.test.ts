import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { migrate, readMigrations } from '#platform/db/migrate.ts';
import { startRealServer } from './real-server.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const dataDir = mkdtempSync(path.join(tmpdir(), 'zhike-upgrade-'));
let former = 0;
let newest = 0;

/** Works on the database while no server runs. */
async function offline<R>(work: (pool: pg.Pool) => Promise<R>): Promise<R> {
  const server = await startEmbedded({ dataDir, log: quiet });
  const pool = new pg.Pool({ connectionString: server.url, max: 1 });
  // Its line may still be closing when the database stops.
  pool.on('error', () => undefined);
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await server.stop();
  }
}

const version = (): Promise<number> => offline(async (pool) => (await pool.query<{ v: number }>('SELECT max(version) AS v FROM schema_migration')).rows[0]?.v ?? 0);

/** The server's own program, to its end. */
function startToEnd(): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/app/main.ts'], {
    cwd: path.resolve(import.meta.dirname, '../..'), env: { ...process.env, ZHIKE_DATA_DIR: dataDir, ZHIKE_PORT: '0', ZHIKE_LOG_LEVEL: 'error' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  return new Promise((resolve) => { child.once('close', (code) => resolve({ code, said })); });
}

beforeAll(async () => {
  const versions = (await readMigrations()).map((one) => one.version);
  former = versions.at(-2) ?? 0;
  newest = versions.at(-1) ?? 0;
  await offline((pool) => migrate(pool, { to: former }));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('without the backup there is no upgrade: the server says why and has changed nothing (PL-5)', async () => {
  writeFileSync(path.join(dataDir, 'backups'), 'in the way');
  const { code, said } = await startToEnd();
  expect(code).toBe(1);
  expect(said).toMatch(/升级前的备份没有成功，数据库未作任何改动：无法写入备份文件夹[\s\S]*The backup before the upgrade failed/);
  expect(said).not.toContain('    at ');
  expect(await version()).toBe(former);
  rmSync(path.join(dataDir, 'backups'));
  mkdirSync(path.join(dataDir, 'backups'));
});

test('an upgrade begins with a backup of the former version; the next start makes none; a misspelt setting is warned of', async () => {
  for (const round of [1, 2]) {
    const server = await startRealServer({ dataDir, env: { ZHIKE_BACKUP_PASSPHRASE: 'x' } });
    const said = server.log();
    await server.close();
    expect(said).toContain('ZHIKE_BACKUP_PASSPHRASE_FILE');
    const notes = readdirSync(path.join(dataDir, 'backups')).filter((name) => name.endsWith('.json'));
    expect(notes, `after start ${round}`).toHaveLength(1);
    expect(JSON.parse(readFileSync(path.join(dataDir, 'backups', notes[0] ?? ''), 'utf8'))).toMatchObject({ kind: 'upgrade', version: former, lockedBy: 'secret' });
  }
  expect(await version()).toBe(newest);
});

test('a database of a newer version is refused in words, and left as it is (PL-5)', async () => {
  await offline((pool) => pool.query("INSERT INTO schema_migration (version, name) VALUES (9999, 'of a later Zhike')"));
  const { code, said } = await startToEnd();
  expect(code).toBe(1);
  expect(said).toMatch(/^数据库来自较新的知客（含版本 9999，本程序到 \d+）[\s\S]*comes from a newer Zhike/);
  expect(said).not.toContain('    at ');
});
