import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { hasPassed } from './checks/check-result.ts';
import type { Check, CheckResult } from './checks/check-result.ts';
import { importRules } from './checks/import-rules.ts';
import { lint } from './checks/lint.ts';
import { names } from './checks/names.ts';
import { programCheck } from './checks/program.ts';
import { projectRoot } from './checks/run-tool.ts';
import { sizes } from './checks/sizes.ts';
import { sqlText } from './checks/sql-text.ts';
import { textKeys } from './checks/text-keys.ts';
import { types } from './checks/types.ts';
import { words } from './checks/words.ts';

const checks: readonly Check[] = [
  types,
  lint,
  importRules,
  sizes,
  names,
  words,
  sqlText,
  textKeys,
  programCheck('schema', 'src/app/check-schema.ts'),
  programCheck('client', 'scripts/generate-client.ts', '--check'),
];

/** Runs one check and prints its line; returns whether it passed. */
async function report(check: Check): Promise<boolean> {
  const started = performance.now();
  const result = await attempt(check);
  const passed = hasPassed(result);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mark = passed ? 'ok  ' : 'FAIL';
  console.log(`${mark} ${check.name.padEnd(8)} ${seconds.padStart(5)} s  ${result.seen} ${result.unit}`);
  for (const { file, line, level, message } of result.findings) {
    const place = line === undefined ? file : `${file}:${line}`;
    console.log(`     ${place} ${level === 'warning' ? '(warning) ' : ''}${message}`);
  }
  if (result.seen === 0) console.log('     this check saw nothing, so it proves nothing');
  return passed;
}

async function attempt(check: Check): Promise<CheckResult> {
  try {
    return await check.run(projectRoot);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { seen: 0, unit: 'things', findings: [{ file: check.name, message, level: 'error' }] };
  }
}

/** `npm run check` runs all checks, `npm run check -- lint sizes` only the named ones. */
async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    console.error(`No check is called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const failed: string[] = [];
  for (const check of checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const isAbsent = check.needs !== undefined && !existsSync(join(projectRoot, check.needs));
    if (isAbsent) console.log(`none ${check.name.padEnd(8)} ${check.needs} is not there`);
    else if (!(await report(check))) failed.push(check.name);
  }
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
