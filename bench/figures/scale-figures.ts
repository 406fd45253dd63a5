import { openArena } from '../arena.ts';
import { type Figure, atMost } from '../figure.ts';
import { measure } from '../load/compare.ts';
import { requestBytes } from '../load/http-line.ts';
import { listPath } from './list-figures.ts';
import type { Viewer } from '../fill/fill-people.ts';

interface Probe {
  readonly name: string;
  readonly viewer: Viewer;
  readonly path: string;
}

const probes: readonly Probe[] = [
  { name: 'newest 50', viewer: 'all', path: listPath('customers', {}) },
  { name: '50 of a stage by pinyin', viewer: 'all', path: listPath('customers', { sort: 'name', filter: { field: 'stage', op: 'eq', value: 'active' } }) },
  { name: '50 of unit and below', viewer: 'unitBelow', path: listPath('customers', {}) },
  { name: '50 of my own', viewer: 'own', path: listPath('customers', {}) },
  { name: 'search, 3 characters', viewer: 'all', path: listPath('customers', { q: '青岛海' }, 20) },
];

interface ScaleOptions {
  readonly root: string;
  readonly rows: number;
  readonly say: (line: string) => void;
}

/** Cost of a request at a hundredth, a tenth and all of the rows: no faster than log n (PL-70). */
export async function scaleFigures({ root, rows, say }: ScaleOptions): Promise<Figure[]> {
  const sizes = [rows / 100, rows / 10, rows];
  const costs = new Map<string, number[]>(probes.map((probe) => [probe.name, []]));
  for (const size of sizes) {
    const arena = await openArena({ root, rows: size, seconds: 1, say });
    try {
      for (const probe of probes) {
        const request = requestBytes('GET', probe.path, { cookie: arena.app.cookies[probe.viewer] });
        const { p50 } = await measure({ port: arena.app.port, requests: [request] }, { connections: 1, ms: 2_000, warmUpMs: 700 });
        costs.get(probe.name)?.push(p50);
      }
    } finally {
      await arena.close();
    }
  }
  const allowed = Math.log(rows) / Math.log(rows / 100);
  return [...costs].map(([name, times]) => ({
    group: 'scale', name: `${name}: growth over ${sizes.map(short).join(', ')}`, value: (times.at(-1) ?? 0) / (times[0] ?? 1), unit: 'ratio',
    // Below ten thousand rows some pages are not full, and the growth is of the page.
    ...(rows >= 1_000_000 && { target: atMost(allowed) }), detail: `${times.map((ms) => ms.toFixed(2)).join(', ')} ms; log n grows by ${allowed.toFixed(2)}`,
  }));
}

const short = (n: number): string => (n >= 1e6 ? `${n / 1e6} M` : `${n / 1e3} k`);
