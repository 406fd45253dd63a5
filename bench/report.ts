import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { type Figure, isMet } from './figure.ts';

const DIGITS = { ratio: 2, ms: 1, MB: 0, kB: 0, s: 2, 'rows/s': 0 } as const;

const shown = (value: number, unit: Figure['unit']): string => `${value.toFixed(DIGITS[unit])}${unit === 'ratio' ? '' : ` ${unit}`}`;

/** Width on a terminal, where Chinese characters take two places. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (/[\u1100-\uffef]/.test(char) ? 2 : 1), 0);
const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));

export function figureLine(figure: Figure): string {
  const target = figure.target === undefined ? '' : `${figure.target.sign} ${shown(figure.target.value, figure.unit)}`;
  const mark = figure.target === undefined ? '    ' : isMet(figure) ? 'met ' : 'MISS';
  return `${mark}  ${padded(figure.group, 7)} ${padded(figure.name, 62)} ${shown(figure.value, figure.unit).padStart(12)}  ${target.padEnd(12)}  ${figure.detail ?? ''}`;
}

export interface RunFacts {
  readonly rows: number;
  readonly seconds: number;
  readonly names: 'real' | 'invented';
  readonly at: string;
}

export function writeReport(root: string, facts: RunFacts, figures: readonly Figure[]): void {
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memoryMb: Math.round(totalmem() / 1024 / 1024), node: process.version };
  mkdirSync(path.join(root, '.cache/bench'), { recursive: true });
  writeFileSync(path.join(root, '.cache/bench/last.json'), `${JSON.stringify({ ...facts, machine, figures }, null, 1)}\n`);
}
