// Rows per second of an import against COPY of the same final rows into the same table with the same indexes (PL-70).
// node bench/imports/import-ratio.ts [rows]
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { pino } from 'pino';
import { startEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { writeCompanies } from './made-companies.ts';
import { databaseSeconds, processSeconds } from './process-times.ts';
import { type ZhikeProcess, freePort, startZhikeProcess } from './zhike-process.ts';

const count = Number(process.argv[2] ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), 'zhike-import-ratio-'));
const embedded = await startEmbedded({ dataDir: folder, log: pino({ level: 'error' }) });
const client = new pg.Client({ connectionString: embedded.url });
await client.connect();
try {
  const file = join(folder, 'companies.csv');
  await writeCompanies(file, count);
  const server = await startZhikeProcess({ databaseUrl: embedded.url, dataDir: folder, port: await freePort() });
  const before = await databaseSeconds(client);
  const imported = await timeImport(server, file);
  const between = await databaseSeconds(client);
  await server.kill('SIGTERM');
  const beforeCopy = await databaseSeconds(client);
  const copied = await timeCopy(join(folder, 'rows.copy'));
  const copyCpu = await databaseSeconds(client) - beforeCopy;
  const importCpu = between - before + imported.cpu;
  console.log(JSON.stringify({
    rows: count, importSeconds: round(imported.seconds), importRowsPerSecond: Math.round(count / imported.seconds),
    copySeconds: round(copied), copyRowsPerSecond: Math.round(count / copied), ratio: round(copied / imported.seconds),
    cpu: { importServer: round(imported.cpu), importDatabase: round(between - before), copyDatabase: round(copyCpu), ratio: round(copyCpu / importCpu) },
    memoryMegabytes: imported.memory,
  }));
} finally {
  await client.end();
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

async function timeImport(server: ZhikeProcess, file: string): Promise<{ seconds: number; cpu: number; memory: number[] }> {
  const draft = await server.upload('customer', file, 'companies.csv');
  const memory: number[] = [];
  const cpu = await processSeconds(server.pid);
  const started = performance.now();
  await server.call('POST', `/imports/${String(draft.id)}/start`, {});
  for (;;) {
    const { body } = await server.call('GET', `/imports/${String(draft.id)}`);
    if (body.state === 'failed' || body.state === 'done') {
      if (body.created !== count) throw new Error(`the import did not make every row: ${JSON.stringify(body)}`);
      return { seconds: (performance.now() - started) / 1_000, cpu: (await processSeconds(server.pid)) - cpu, memory };
    }
    memory.push(Math.round((await server.memory()) / 1_048_576));
    await wait(250);
  }
}

async function timeCopy(file: string): Promise<number> {
  await pipeline(client.query(copyTo('COPY customer TO STDOUT')), createWriteStream(file));
  await client.query('TRUNCATE customer CASCADE');
  await client.query('CHECKPOINT');
  const started = performance.now();
  await pipeline(createReadStream(file), client.query(copyFrom('COPY customer FROM STDIN')));
  return (performance.now() - started) / 1_000;
}
