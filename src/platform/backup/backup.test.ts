import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { backupName, pruneBackups } from '#platform/backup/backup-files.ts';
import { createBackup, type BackupOptions } from '#platform/backup/create-backup.ts';
import { restoreBackup } from '#platform/backup/restore-backup.ts';
import { type EmbeddedServer, startEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { migrate, readMigrations } from '#platform/db/migrate.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const secret = Buffer.from('a secret of more than thirty-two bytes');
const now = new Date('2026-03-02T01:00:00Z');
let root = '';
let server: EmbeddedServer;
let dataDir = '';
let target = '';
let count = 0;

const urlOf = (database: string): string => {
  const url = new URL(server.url.replace('@/', '@socket/'));
  url.pathname = `/${database}`;
  return url.href.replace('@socket/', '@/');
};

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'zhike-backup-'));
  dataDir = path.join(root, 'data');
  server = await startEmbedded({ dataDir, log: quiet });
  const pool = new pg.Pool({ connectionString: server.url });
  await migrate(pool);
  await pool.end();
  // A table whose shape gives trouble: a key on itself, a generated column, an identity, a trigger that refuses.
  await query(server.url, `
    insert into setting (key, value)
      select 'k' || n, jsonb_build_object('名称', '中国石化\t' || n, 'quote', E'a"b\\\\c') from generate_series(1, 500) n;
    insert into audit_entry (id, at, actor_kind, actor_name, action)
      select gen_random_uuid(), '2026-01-01T00:00:00.123456Z'::timestamptz + n * interval '1 hour',
        'user', '张三', 'create' from generate_series(1, 20000) n;
    create index setting_made_at_run_time on setting ((value ->> '名称'));`);
  mkdirSync(path.join(dataDir, 'files/ab'), { recursive: true });
  writeFileSync(path.join(dataDir, 'files/ab/合同.pdf'), Buffer.alloc(3_000_000, 7));
  writeFileSync(path.join(dataDir, 'files/empty'), '');
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(async () => {
  count += 1;
  target = `target_${count}`;
  await query(server.url, `create database ${target}`);
});

const backup = (more: Partial<BackupOptions> = {}) =>
  createBackup({
    databaseUrl: server.url, dataDir, outFile: path.join(root, `${count}.zkbackup`), secret, now, ...more,
  });
const restore = (file: string, key: { secret: Buffer } | { passphrase: string } = { secret }) =>
  restoreBackup({ file, databaseUrl: urlOf(target), dataDir: path.join(root, target), key });

test('what is restored equals what was saved: rows, files, sequences, indexes, guards', async () => {
  const saved = await backup();
  expect(saved).toMatchObject({ files: 2, holdsSecret: false });
  expect(saved.rows).toBeGreaterThan(20_500);
  const report = await restore(saved.file);
  expect(report.tables.find((table) => table.name === 'audit_entry')?.rows).toBe(20_000);
  expect(report).toMatchObject({ files: 2, hasSecret: true, version: saved.version });
  const everything = 'select md5(string_agg(s::text, E\'\\n\' order by key)) as sum from setting s';
  expect(await query(urlOf(target), everything)).toEqual(await query(server.url, everything));
  const restored = path.join(root, target);
  expect(readFileSync(path.join(restored, 'files/ab/合同.pdf')).equals(Buffer.alloc(3_000_000, 7))).toBe(true);
  expect(statSync(path.join(restored, 'files/empty')).size).toBe(0);
  expect(readFileSync(path.join(restored, 'secret'), 'utf8').trim()).toBe(secret.toString());
  const [next] = await query<{ seq: string }>(urlOf(target), `
    insert into audit_entry (id, at, actor_kind, actor_name, action)
    values (gen_random_uuid(), now(), 'user', 'x', 'y') returning seq`);
  expect(Number(next?.seq)).toBe(20_001);
  await expect(query(urlOf(target), 'delete from audit_entry')).rejects.toThrow('append-only');
  const made = "select 1 as n from pg_indexes where indexname = 'setting_made_at_run_time'";
  expect(await query(urlOf(target), made)).toHaveLength(1);
});

test('all foreign keys are back after a restore', async () => {
  const keys = `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d
    from pg_constraint where contype = 'f' order by 1, 2`;
  await restore((await backup()).file);
  const expected = await query(server.url, keys);
  expect(expected.length).toBeGreaterThan(0);
  expect(await query(urlOf(target), keys)).toEqual(expected);
});

test('after a restore work that was under way waits for a person; what the system repeats goes on (REL-10)', async () => {
  await query(server.url, `insert into job (id, name, key, state, run_at, created_at) values
    (gen_random_uuid(), 'import.run', null, 'running', now(), now()), (gen_random_uuid(), 'mail', 'one', 'waiting', now(), now()),
    (gen_random_uuid(), 'jobs.tidy', 'every:jobs.tidy', 'waiting', now(), now()), (gen_random_uuid(), 'import.run', null, 'done', now(), now())`);
  await restore((await backup()).file);
  expect(await query(urlOf(target), 'select name, state from job order by name, state')).toEqual([
    { name: 'import.run', state: 'cancelled' }, { name: 'import.run', state: 'done' }, { name: 'jobs.tidy', state: 'waiting' }, { name: 'mail', state: 'cancelled' },
  ]);
});

test('an archive from before a migration with a lower number comes back as it was, and takes that migration later', async () => {
  const all = (await readMigrations()).map((one) => one.version);
  const late = 23;
  await query(server.url, 'create database early');
  const early = new pg.Pool({ connectionString: urlOf('early'), max: 1 });
  await migrate(early, { only: all.filter((one) => one !== late && one <= 60) });
  await early.end();
  await restore((await backup({ databaseUrl: urlOf('early') })).file);
  const pool = new pg.Pool({ connectionString: urlOf(target), max: 1 });
  expect((await migrate(pool)).applied).toEqual(all.filter((one) => one === late || one > 60));
  await pool.end();
});

test('a backup is one moment: rows written meanwhile are in it entirely or not at all', async () => {
  const writer = { isOn: true };
  const writing = (async () => {
    for (let n = 0; writer.isOn; n += 1) {
      await query(server.url, `begin; insert into setting (key, value) values ('pair-${n}', '1');
        insert into audit_entry (id, at, actor_kind, actor_name, action)
          values (gen_random_uuid(), now(), 'user', 'x', 'pair'); commit`);
    }
  })();
  const saved = await backup();
  writer.isOn = false;
  await writing;
  await restore(saved.file);
  const [pairs] = await query<{ a: number; b: number }>(urlOf(target), `
    select (select count(*)::int from setting where key like 'pair-%') as a,
      (select count(*)::int from audit_entry where action = 'pair') as b`);
  expect(pairs?.a).toBe(pairs?.b);
});

test('nothing of the data can be read in the archive, and the folder stays private', async () => {
  const saved = await backup();
  const bytes = readFileSync(saved.file);
  expect(bytes.includes('中国石化')).toBe(false);
  expect(bytes.includes('audit_entry')).toBe(false);
  if (process.platform !== 'win32') expect(statSync(saved.file).mode & 0o777).toBe(0o600);
  expect(readdirSync(root).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('with a passphrase the archive opens anywhere and brings the secret', async () => {
  const saved = await backup({ passphrase: '正确 的 口令' });
  expect(saved.holdsSecret).toBe(true);
  await expect(restore(saved.file, { secret })).rejects.toThrow('--passphrase-file');
  await expect(restore(saved.file, { passphrase: 'wrong' })).rejects.toThrow('wrong');
  expect((await restore(saved.file, { passphrase: '正确 的 口令' })).hasSecret).toBe(true);
  expect(readFileSync(path.join(root, target, 'secret'), 'utf8').trim()).toBe(secret.toString());
});

test('a wrong secret, a flipped byte and a cut end are refused and leave nothing behind', async () => {
  const { file } = await backup();
  const whole = readFileSync(file);
  await expect(restore(file, { secret: Buffer.from('another secret of more than 32 bytes') })).rejects.toThrow('wrong');
  const flipped = Buffer.from(whole);
  flipped[whole.length - 100] = (flipped[whole.length - 100] ?? 0) ^ 1;
  for (const [name, bytes] of [['flipped', flipped], ['cut', whole.subarray(0, whole.length - 5000)]] as const) {
    writeFileSync(path.join(root, name), bytes);
    await expect(restore(path.join(root, name)), name).rejects.toThrow(/damaged/);
    const tables = await query(urlOf(target), "select 1 from pg_tables where tablename = 'audit_entry'");
    if (tables.length > 0) expect(await query(urlOf(target), 'select 1 from audit_entry limit 1')).toEqual([]);
    expect(readdirSync(path.join(root, target))).toEqual([]);
  }
});

test('a database or folder that holds data is not overwritten', async () => {
  const { file } = await backup();
  await query(urlOf(target), 'create table mine (n int)');
  await expect(restore(file)).rejects.toThrow('holds data');
  await query(urlOf(target), 'drop table mine');
  mkdirSync(path.join(root, target, 'files'), { recursive: true });
  writeFileSync(path.join(root, target, 'files/mine'), 'x');
  await expect(restore(file)).rejects.toThrow('already holds files');
});

test('retention keeps the newest and touches nothing else', async () => {
  const folder = mkdtempSync(path.join(root, 'many-'));
  const names = [1, 2, 3, 4].map((day) => backupName(new Date(Date.UTC(2026, 2, day))));
  for (const name of [...names, 'notes.txt', 'zhike-old.zkbackup']) writeFileSync(path.join(folder, name), '');
  expect(await pruneBackups(folder, 2)).toEqual(names.slice(0, 2));
  expect(readdirSync(folder).sort()).toEqual([...names.slice(2), 'notes.txt', 'zhike-old.zkbackup'].sort());
});
