import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Arena } from '../arena.ts';
import { type Figure, atMost } from '../figure.ts';
import { startApp } from '../load/app-server.ts';
import { proportionalMb, residentMb } from '../load/child.ts';

/** Memory of the server after all the load of this run (PL-71). */
export function memoryFigures(arena: Arena): Figure[] {
  const rss = residentMb(arena.app.pid);
  if (rss === undefined) return [];
  const database = databaseProcesses(arena.data.dataDir).map((pid) => proportionalMb(pid) ?? 0).reduce((sum, mb) => sum + mb, 0);
  return [
    { group: 'memory', name: 'server after load', value: rss, unit: 'MB', target: atMost(250), detail: 'resident, node' },
    { group: 'memory', name: 'bundled PostgreSQL', value: database, unit: 'MB', detail: 'its share, cache of pages included' },
  ];
}

/** The postmaster by its own record, and its children. */
function databaseProcesses(dataDir: string): number[] {
  const file = readdirSync(path.join(dataDir, 'postgres')).map((name) => path.join(dataDir, 'postgres', name, 'postmaster.pid')).find((name) => existsSync(name));
  const parent = file === undefined ? NaN : Number(readFileSync(file, 'utf8').split('\n')[0]);
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => {
    try {
      return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(parent);
    } catch {
      // It ended meanwhile.
      return false;
    }
  });
  return Number.isNaN(parent) ? [] : [parent, ...children.map(Number)];
}

/** Cold start with all the data, database included (PL-71). The arena's own server must be closed. */
export async function startFigures(dataDir: string, rounds = 3): Promise<Figure[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const app = await startApp(dataDir);
    times.push(app.startedInMs / 1_000);
    await app.stop();
  }
  return [{ group: 'start', name: 'cold start until ready', value: Math.max(...times), unit: 's', target: atMost(5), detail: `${rounds} starts, the slowest` }];
}

/** What the first page loads: the scripts that its document names, with what they import at once (PL-71). */
export function clientFigures(root: string): Figure[] {
  const web = path.join(root, 'dist/web');
  const page = path.join(web, 'index.html');
  if (!existsSync(page)) return [];
  const first = new Set([...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? ''));
  for (const name of first) {
    for (const [, target = ''] of readFileSync(path.join(web, name), 'utf8').matchAll(/(?:^|[;\n}])(?:import|export)\b[^"'`();]*?["']\.\/([^"']+\.js)["']/g)) {
      first.add(`assets/${target}`);
    }
  }
  const files = [...first].map((name) => readFileSync(path.join(web, name)));
  const kb = (pack: (file: Buffer) => Buffer): number => files.reduce((sum, file) => sum + pack(file).length, 0) / 1_000;
  return [
    { group: 'client', name: 'scripts of the first page, gzip', value: kb((file) => gzipSync(file)), unit: 'kB', target: atMost(300), detail: `${files.length} files` },
    { group: 'client', name: 'scripts of the first page, brotli', value: kb((file) => brotliCompressSync(file)), unit: 'kB' },
  ];
}
