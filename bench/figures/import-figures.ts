import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Figure, atLeast, atMost } from '../figure.ts';

const SCRIPT = fileURLToPath(new URL('../imports/import-ratio.ts', import.meta.url));

const answer = z.object({
  rows: z.number(), importRowsPerSecond: z.number(), copyRowsPerSecond: z.number(), ratio: z.number(),
  cpu: z.object({ ratio: z.number() }), memoryMegabytes: z.array(z.number()),
});

/** Import through the API against COPY of the same rows into the same table with the same indexes (PL-70). */
export async function importFigures(rows: number): Promise<Figure[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, String(rows)], { maxBuffer: 16 * 1024 * 1024 });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  const { ratio, importRowsPerSecond, copyRowsPerSecond, cpu, memoryMegabytes } = answer.parse(JSON.parse(last));
  const name = `${rows.toLocaleString('en')} customers`;
  const half = memoryMegabytes.slice(memoryMegabytes.length >> 2);
  return [
    {
      group: 'import', name: `${name} against COPY`, value: ratio, unit: 'ratio', target: atLeast(0.3),
      detail: `${importRowsPerSecond} against ${copyRowsPerSecond} rows a second; by processor time ${cpu.ratio.toFixed(2)}`,
    },
    {
      // The first quarter warms up; from then on the file may be of any length.
      group: 'import', name: `${name}: growth of memory after the first quarter`, value: Math.max(...half) - Math.min(...half), unit: 'MB', target: atMost(60),
      detail: `${memoryMegabytes[0] ?? 0} MB at first, ${Math.max(...memoryMegabytes)} MB at most`,
    },
  ];
}
