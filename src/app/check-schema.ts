import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { openDatabase } from '#platform/db/database.ts';
import { findDrift } from '#platform/db/drift-check.ts';
import { startEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { prepareDatabase } from '#platform/db/prepare-database.ts';
import { customObject } from '#platform/registry/load-registry.ts';
import { serverModules } from './server-modules.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: (...words: unknown[]) => process.stderr.write(`${words.map(String).join(' ')}\n`) };

/** An object of an administrator stands for all of them: they share one table. */
const sample = customObject({
  key: 'sample', plural: 'samples', access: { kind: 'owned' }, groups: [], label: { one: { 'zh-CN': '例', en: 'Sample' }, many: { 'zh-CN': '例', en: 'Samples' } },
});

// An activity without a time happened now, or happens when it is due.
const filledByHooks = new Set(['activity.happened_at']);

async function compare(url: string): Promise<number> {
  await prepareDatabase(url, pino({ level: 'silent' }));
  const database = openDatabase({ url, max: 1 });
  try {
    const { compared, problems } = await findDrift(database, [...serverModules.flatMap((module) => module.objects ?? []), sample], filledByHooks);
    process.stdout.write([...problems, `${compared} columns compared`].join('\n').concat('\n'));
    return problems.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

/** `npm run check -- schema`: declarations against a database that the migrations just made. */
async function main(): Promise<number> {
  const given = process.env['ZHIKE_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return compare(given);
  const folder = await mkdtemp(path.join(tmpdir(), 'zhike-schema-'));
  const server = await startEmbedded({ dataDir: folder, log: quiet });
  try {
    return await compare(server.url);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
