import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureAppRole } from '../db/app-role.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { type TestDatabase, createTestDatabase } from '../db/test-database.ts';
import { makeSecrets } from '../secrets/secrets.ts';
import { type AuditBlock, ENTRY_HASH, NO_SEAL, sealOf } from './audit-block.ts';
import { readHead } from './audit-head.ts';
import { type SealServices, sealAudit } from './seal-audit.ts';
import { verifyAudit } from './verify-chain.ts';

const secrets = makeSecrets(Buffer.alloc(32, 3));
let base: TestDatabase;
let database: Database;
let owner: pg.Pool;
let services: SealServices;
let dataDir: string;

beforeAll(async () => {
  base = await createTestDatabase();
  owner = new pg.Pool({ connectionString: base.url, max: 3 });
  const role = await ensureAppRole(owner, (reason) => expect.unreachable(reason));
  database = openDatabase({ url: base.url, max: 3, ...(role !== undefined && { role }) });
});

beforeEach(async () => {
  await asSuperuser('TRUNCATE audit_entry, audit_seal RESTART IDENTITY');
  dataDir = await mkdtemp(path.join(tmpdir(), 'zhike-audit-'));
  services = { database, secrets, clock: () => new Date('2026-03-02T01:00:00Z'), dataDir, log: pino({ level: 'silent' }) };
  return () => rm(dataDir, { recursive: true });
});

afterAll(async () => {
  await database.close();
  await owner.end();
  await base.drop();
});

/** What only somebody with full power over the database can do. */
async function asSuperuser(...statements: string[]): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("SET session_replication_role = 'replica'");
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.query('RESET session_replication_role');
    client.release();
  }
}

const add = (count: number, action = 'update', client: pg.Pool | pg.PoolClient = database.pool) => client.query(
  `INSERT INTO audit_entry (id, at, actor_kind, actor_name, action, changes, detail)
   SELECT gen_random_uuid(), '2026-03-02T00:00:00.123456Z', 'user', '沈 "一舟", (试)\\', $2, '{"name": ["甲", "乙"]}', NULL FROM generate_series(1, $1)`, [count, action]);

const verify = async () => verifyAudit({ db: database, secrets, head: await readHead(dataDir) });

test('the application itself may neither change nor delete an entry', async () => {
  await add(1);
  await sealAudit(services);
  for (const statement of [
    "UPDATE audit_entry SET action = 'x'", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry', 'DELETE FROM audit_seal', 'UPDATE audit_seal SET entries = 0',
  ]) await expect(database.pool.query(statement)).rejects.toThrow('permission denied');
  await expect(owner.query('DELETE FROM audit_entry')).rejects.toThrow('append-only');
});

test('an untouched trail is intact, in blocks of a bounded size', async () => {
  await add(2_500);
  expect(await sealAudit(services, 1_000)).toBe(2_500);
  expect(await sealAudit(services, 1_000)).toBe(0);
  await add(3);
  expect(await verify()).toMatchObject({ isIntact: true, entries: 2_500, blocks: 3, pending: 3, faults: [] });
  expect(await sealAudit(services)).toBe(3);
  expect(await verify()).toMatchObject({ isIntact: true, entries: 2_503, blocks: 4, pending: 0 });
});

test('every column is under the seal, as a program outside the database computes it too', async () => {
  await add(1);
  await sealAudit(services);
  const { rows: [row] } = await owner.query<Record<string, string | null>>(`
    SELECT seq::text, xid::text, id::text, (extract(epoch FROM at) * 1000000)::bigint::text AS at, actor_id::text, actor_kind, actor_name, ip, request_id,
      action, object, record_id::text, customer_id::text, version::text, changes::text, detail::text, ok::text AS ok FROM audit_entry`);
  const quote = (text: string) => (text === '' || /["\\(),\s]/.test(text) ? `"${text.replace(/["\\]/g, '$&$&')}"` : text);
  const values = Object.entries(row ?? {}).map(([key, value]) => (value === null ? '' : quote(key === 'ok' ? value.slice(0, 1) : value)));
  const { rows: [block] } = await owner.query<{ hashes: Buffer }>('SELECT hashes FROM audit_seal');
  expect(block?.hashes).toEqual(createHash('sha256').update(`(${values.join(',')})`).digest());
  const { rows: columns } = await owner.query("SELECT 1 FROM information_schema.columns WHERE table_name = 'audit_entry'");
  expect(values).toHaveLength(columns.length);
});

test('names the row that was altered or removed', async () => {
  await add(30);
  await sealAudit(services, 10);
  await asSuperuser(
    "UPDATE audit_entry SET changes = '{}' WHERE seq = 7",
    'DELETE FROM audit_entry WHERE seq = 15',
    "UPDATE audit_entry SET xid = '18446744073709551000' WHERE seq = 22",
  );
  const verdict = await verify();
  expect(verdict.isIntact).toBe(false);
  const named = new Map(verdict.faults.map((fault) => [fault.seq, fault]));
  expect(named.get(7)).toMatchObject({ kind: 'entry-altered', block: 1, action: 'update', at: '2026-03-02T00:00:00.123Z' });
  expect(named.get(15)).toEqual({ kind: 'entry-removed', block: 2, seq: 15 });
  expect(named.get(22)).toMatchObject({ kind: 'entry-altered', block: 3 });
  expect([...named.keys()]).toEqual([7, 15, 22]);
});

test('names an entry that was put in between sealed ones', async () => {
  await add(3);
  await add(3);
  await sealAudit(services, 4);
  await asSuperuser(`INSERT INTO audit_entry (seq, xid, id, at, actor_kind, actor_name, action) OVERRIDING SYSTEM VALUE
    SELECT 900, xid, gen_random_uuid(), at, 'user', '无中生有', 'update' FROM audit_entry WHERE seq = 2`);
  expect((await verify()).faults).toMatchObject([{ kind: 'entry-inserted', seq: 900, action: 'update' }]);
});

test('names the block that was altered or removed', async () => {
  await add(40);
  await sealAudit(services, 10);
  await asSuperuser('UPDATE audit_seal SET seqs = array_replace(seqs, 5::bigint, 6::bigint) WHERE block = 1', 'DELETE FROM audit_seal WHERE block = 3');
  const { faults } = await verify();
  expect(faults).toContainEqual({ kind: 'block-altered', block: 1 });
  expect(faults).toContainEqual({ kind: 'block-removed', block: 3 });
  expect(faults.some((fault) => fault.block === 2 || fault.block === 4)).toBe(false);
});

test('a seal made with another secret does not pass', async () => {
  await add(5);
  await sealAudit({ ...services, secrets: makeSecrets(Buffer.alloc(32, 4)) });
  expect((await verify()).faults).toEqual([{ kind: 'block-altered', block: 1 }]);
});

test('an end that was cut off shows by the note in the data folder, also after sealing went on', async () => {
  await add(10);
  await sealAudit(services, 5);
  await asSuperuser('DELETE FROM audit_seal WHERE block = 2', 'DELETE FROM audit_entry WHERE seq > 5');
  expect((await verify()).faults).toEqual([{ kind: 'end-removed', block: 2 }]);
  await add(2);
  await sealAudit(services);
  expect((await verify()).faults).toEqual([{ kind: 'end-removed', block: 2 }]);
  await writeFile(path.join(dataDir, 'audit-head.json'), 'damaged');
  expect(await verify()).toMatchObject({ isIntact: true, head: { block: 2 } });
  await add(1);
  await sealAudit(services);
  expect(JSON.parse(await readFile(path.join(dataDir, 'audit-head.json'), 'utf8'))).toMatchObject({ block: 3 });
});

test('a transaction that is still running is sealed after its end, however early its entries began', async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await add(2, 'slow', client);
  await add(4, 'quick');
  await sealAudit(services);
  expect((await verify()).entries).toBe(0);
  await client.query('COMMIT');
  client.release();
  expect(await sealAudit(services)).toBe(6);
  expect(await verify()).toMatchObject({ isIntact: true, entries: 6 });
});

test('two servers that seal at once make one chain', async () => {
  await add(2_000);
  const sealed = await Promise.all([sealAudit(services, 100), sealAudit(services, 100), sealAudit(services, 100)]);
  expect(sealed.reduce((sum, n) => sum + n, 0) + await sealAudit(services, 100)).toBe(2_000);
  expect(await verify()).toMatchObject({ isIntact: true, entries: 2_000, blocks: 20 });
});

test('goes on after a restore on a server whose transactions are numbered lower', async () => {
  await asSuperuser(
    `INSERT INTO audit_entry (xid, id, at, actor_kind, actor_name, action) SELECT (900000000 + n)::text::xid8, gen_random_uuid(), now(), 'user', 'a', 'old' FROM generate_series(1, 6) n`,
  );
  await sealRestored();
  await asSuperuser(
    `INSERT INTO audit_entry (xid, id, at, actor_kind, actor_name, action) SELECT (900000010 + n)::text::xid8, gen_random_uuid(), now(), 'user', 'a', 'unsealed' FROM generate_series(1, 2) n`,
  );
  await add(3, 'new');
  expect(await sealAudit(services)).toBe(5);
  await add(4, 'newer');
  expect(await sealAudit(services)).toBe(4);
  expect(await verify()).toMatchObject({ isIntact: true, entries: 15, blocks: 4, pending: 0 });
  await asSuperuser("UPDATE audit_entry SET action = 'x' WHERE seq IN (8, 10)");
  expect((await verify()).faults.map((fault) => [fault.kind, fault.seq])).toEqual([['entry-altered', 8], ['entry-altered', 10]]);
});

/** The block that the former server made of these entries, whose transactions are numbered far above this one's. */
async function sealRestored(): Promise<void> {
  const { rows: [found] } = await owner.query<{ seqs: string; hashes: Buffer; xid: string; n: number }>(`
    SELECT array_agg(seq ORDER BY seq)::text AS seqs, string_agg(${ENTRY_HASH}, ''::bytea ORDER BY seq) AS hashes, max(xid::text) AS xid, count(*)::int AS n FROM audit_entry`);
  if (!found) throw new Error('no entries');
  const block: AuditBlock = {
    block: 1, era: 1, baseSeq: 0, fromXid: '0', fromSeq: 0, toXid: found.xid, toSeq: found.n, topSeq: found.n, entries: found.n,
    seqs: found.seqs, hashes: found.hashes, previous: NO_SEAL, sealedAt: '2026-03-01T00:00:00.000Z',
  };
  await owner.query(
    `INSERT INTO audit_seal (block, era, base_seq, from_xid, from_seq, to_xid, to_seq, top_seq, entries, seqs, hashes, previous, seal, sealed_at)
     VALUES (1, 1, 0, '0', 0, $1::xid8, $2::int, $2::int, $2::int, $3, $4, $5, $6, $7)`,
    [block.toXid, block.entries, block.seqs, block.hashes, block.previous, sealOf(secrets, block), block.sealedAt],
  );
}
