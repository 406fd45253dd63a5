import { type ChildProcess, spawn } from 'node:child_process';
import { type Server, createServer } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import sql from 'sql-template-tag';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { type TestDatabase, createTestDatabase } from '#platform/db/test-database.ts';
import { until } from './real-server.ts';

let base: TestDatabase;
let database: Database;
let outside: Server;
let outsideUrl = '';
let calls: string[] = [];
let workers: ChildProcess[] = [];

beforeAll(async () => {
  base = await createTestDatabase({ isDurable: true });
  database = openDatabase({ url: base.url, max: 2 });
  await database.run(sql`CREATE TABLE fault_effect (step int NOT NULL)`);
  outside = createServer((request, response) => {
    calls.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => { outside.listen(0, '127.0.0.1', resolve); });
  const address = outside.address();
  outsideUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterEach(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  workers = [];
  calls = [];
  await database.run(sql`TRUNCATE fault_effect, job`);
});
afterAll(async () => {
  outside.close();
  await database.close();
  await base.drop();
});

/** A worker process; it is killed the moment it says that it is within step `killAt`. */
function startWorker(mode: string, killAt?: number): ChildProcess {
  const worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'worker-program.ts')], {
    cwd: path.resolve(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, WORKER_URL: base.url, WORKER_OUTSIDE: outsideUrl, WORKER_MODE: mode, WORKER_STOP: String(killAt ?? '') },
  });
  createInterface({ input: worker.stdout }).on('line', (line) => {
    if (killAt !== undefined && line === `step ${killAt}`) worker.kill('SIGKILL');
  });
  workers.push(worker);
  return worker;
}

/** Kills a worker between effect and completion of steps 2 and 6; a third one ends the work. */
async function killTwice(mode: string): Promise<number[]> {
  await database.run(sql`INSERT INTO job (id, name, state, run_at, created_at) VALUES (${newId()}, 'faults.steps', 'waiting', now(), now())`);
  for (const killAt of [2, 6]) {
    const worker = startWorker(mode, killAt);
    await until(`killed within step ${killAt}`, () => worker.signalCode === 'SIGKILL', 15_000);
  }
  startWorker(mode);
  await until('the work is done', async () => (await database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM job WHERE state = 'done' AND name = 'faults.steps'`)).n === 1, 15_000);
  return (await database.rows<{ step: number }>(sql`SELECT step FROM fault_effect ORDER BY step`)).map((row) => row.step);
}

const ten = Array.from({ length: 10 }, (_, step) => step);

test('a worker killed between effect and completion: effects inside happen once, those outside carry the same id again (REL-2)', async () => {
  expect(await killTwice('together')).toEqual(ten);
  const repeated = calls.filter((call, at) => calls.indexOf(call) !== at).map((call) => call.split('/')[2]);
  expect(repeated).toEqual(['2', '6']);
  expect(new Set(calls.map((call) => call.split('/')[1])).size).toBe(1);
  expect(new Set(calls).size).toBe(10);
  console.log(`REL-2: 10 effects inside after 2 kills; ${calls.length} calls outside with ${new Set(calls).size} ids`);
});

test('without the one transaction the same kills double the effects: the test above would notice', async () => {
  expect(await killTwice('apart')).toEqual([0, 1, 2, 2, 3, 4, 5, 6, 6, 7, 8, 9]);
});
