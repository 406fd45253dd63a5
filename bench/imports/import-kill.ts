// The long form of REL-1: 20 kills over 100 000 rows. node bench/imports/import-kill.ts [kills] [rows]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { killImport } from './kill-import.ts';

const kills = Number(process.argv[2] ?? 20);
const rows = Number(process.argv[3] ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), 'zhike-import-kill-'));
const embedded = await startEmbedded({ dataDir: folder, log: pino({ level: 'error' }) });
try {
  console.log(JSON.stringify(await killImport({ rows, kills, databaseUrl: embedded.url, folder, random: Math.random })));
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
