import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openArena } from './arena.ts';
import { ensureDataSet } from './fill/data-set.ts';
import { type Figure, isMet } from './figure.ts';
import { deskFigures } from './figures/desk-figures.ts';
import { importFigures } from './figures/import-figures.ts';
import { interactionFigures } from './figures/interaction-figures.ts';
import { listFigures, readFigures } from './figures/list-figures.ts';
import { clientFigures, memoryFigures, startFigures } from './figures/process-figures.ts';
import { scaleFigures } from './figures/scale-figures.ts';
import { searchFigures } from './figures/search-figures.ts';
import { serviceFigures } from './figures/service-figures.ts';
import { writeFigures } from './figures/write-figures.ts';
import { figureLine, writeReport } from './report.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GROUPS = ['list', 'read', 'write', 'search', 'desk', 'service', 'memory', 'import', 'scale', 'start', 'client'] as const;
type Group = (typeof GROUPS)[number];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Options {
  readonly rows: number;
  readonly seconds: number;
  readonly groups: ReadonlySet<Group>;
  readonly isChecked: boolean;
}

const isGroup = (word: string): word is Group => GROUPS.some((group) => group === word);

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000000' }, seconds: { type: 'string', default: '5' },
      only: { type: 'string', default: GROUPS.join(',') }, check: { type: 'boolean', default: false },
    },
  });
  const words = values.only.split(',');
  const rows = Number(values.rows);
  const seconds = Number(values.seconds);
  const unknown = words.filter((word) => !isGroup(word));
  if (unknown.length > 0) throw new Error(`--only takes ${GROUPS.join(', ')}; not ${unknown.join(', ')}`);
  if (!Number.isInteger(rows) || rows < 10_000) throw new Error('--rows takes a whole number of at least 10000');
  if (!(seconds >= 1)) throw new Error('--seconds takes a number of at least 1');
  return { rows, seconds, groups: new Set(words.filter(isGroup)), isChecked: values.check };
}

/** The figures that need the running server, in one life of it; memory comes last, after all the load. */
async function servedFigures(options: Options, add: (figures: readonly Figure[]) => void): Promise<void> {
  const { groups, rows, seconds } = options;
  if (!(['list', 'read', 'write', 'search', 'desk', 'service', 'memory', 'client'] as const).some((group) => groups.has(group))) return;
  const arena = await openArena({ root: ROOT, rows, seconds, say });
  try {
    if (groups.has('search')) add(await searchFigures(arena));
    if (groups.has('list')) add(await listFigures(arena));
    if (groups.has('read')) add(await readFigures(arena));
    if (groups.has('write')) add(await writeFigures(arena));
    if (groups.has('desk')) add(await deskFigures(arena));
    if (groups.has('service')) add(await serviceFigures(arena));
    if (groups.has('memory')) add(memoryFigures(arena));
    if (groups.has('client') && isBuilt()) add(await interactionFigures(arena));
  } finally {
    await arena.close();
  }
}

const isBuilt = (): boolean => existsSync(path.join(ROOT, 'dist/web/index.html'));

async function main(): Promise<number> {
  const options = readOptions();
  const { groups, rows, seconds } = options;
  const data = await ensureDataSet(ROOT, rows, say);
  const names = data.isReal ? 'real' : 'invented';
  if (data.madeInSeconds !== undefined) say(`made in ${data.madeInSeconds.toFixed(0)} s`);
  say(`${rows.toLocaleString('en')} customers, ${names} names, ${seconds} slices of a second for each server per figure\n`);
  const figures: Figure[] = [];
  const add = (more: readonly Figure[]): void => {
    figures.push(...more);
    for (const figure of more) say(figureLine(figure));
  };
  await servedFigures(options, add);
  if (groups.has('import')) add(await importFigures(Math.min(100_000, rows)));
  if (groups.has('scale')) add(await scaleFigures({ root: ROOT, rows, say }));
  if (groups.has('start')) add(await startFigures(data.dataDir));
  if (groups.has('client')) {
    const client = clientFigures(ROOT);
    if (client.length === 0) say('client: dist/web is not built, so the first page is not measured; npm start builds it');
    add(client);
  }
  writeReport(ROOT, { rows, seconds, names, at: new Date().toISOString() }, figures);
  const missed = figures.filter((figure) => !isMet(figure));
  say(`\n${figures.filter((figure) => figure.target).length - missed.length} targets met, ${missed.length} missed; all in .cache/bench/last.json`);
  return options.isChecked && missed.length > 0 ? 1 : 0;
}

process.exit(await main());
