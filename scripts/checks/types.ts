import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { finding } from './check-result.ts';
import type { Check, CheckResult, Finding } from './check-result.ts';
import { packageFile, runNode } from './run-tool.ts';
import { sourceFiles } from './source-files.ts';

/**
 * The whole project, then each side with only what exists there: no DOM and no Node below, no DOM on the server,
 * no Node in the web. `must` are folders of which every file has to be in the program.
 */
const programs = [
  { config: 'tsconfig.json', must: ['src', 'scripts', 'bench', 'demo', 'e2e'] },
  { config: 'scripts/checks/tsconfig.anywhere.json', must: ['src/kernel', 'src/meta'] },
  { config: 'scripts/checks/tsconfig.server.json', must: ['src/platform'] },
  { config: 'scripts/checks/tsconfig.web.json', must: ['src/kit'] },
];

/** The compiler, strict, on the whole project and on each side of it. */
export const types: Check = { name: 'types', run: checkTypes };

/** Compiles every program of the tree; `seen` counts our own files over all of them. */
export async function checkTypes(root: string): Promise<CheckResult> {
  const findings: Finding[] = [];
  let seen = 0;
  for (const { config, must } of programs) {
    const wanted = sourceFiles(root, must, /(?<!\.d|\.test)\.tsx?$/);
    if (wanted.length === 0 || !existsSync(join(root, config))) continue;
    const compiled = await compile(root, config);
    seen += compiled.files.size;
    findings.push(...compiled.findings);
    const missed = wanted.filter((file) => !compiled.files.has(file.path));
    findings.push(...missed.map((file) => finding(file.path, `${config} does not compile this file`)));
  }
  return { seen, unit: 'files', findings: unique(findings) };
}

async function compile(root: string, config: string): Promise<{ files: Set<string>; findings: Finding[] }> {
  const compiler = packageFile('typescript7', 'bin/tsc');
  const output = await runNode(root, compiler, ['-p', config, '--noEmit', '--listFiles', '--pretty', 'false']);
  const files = new Set<string>();
  const findings: Finding[] = [];
  for (const line of output.stdout.split(/\r?\n/)) {
    const error = /^(?:(.+?)\((\d+),\d+\): )?error (TS\d+: .*)$/.exec(line);
    if (error) findings.push(finding(error[1] ?? config, error[3] ?? line, Number(error[2] ?? 1)));
    const path = relative(root, line).split(sep).join('/');
    if (/^[^ ].*\.tsx?$/.test(line) && !path.startsWith('..') && !path.includes('node_modules/')) files.add(path);
  }
  if (output.code !== 0 && findings.length === 0) {
    findings.push(finding(config, `the compiler failed: ${output.stderr || output.stdout}`));
  }
  return { files, findings };
}

/** The same error shows up in each program that contains the file. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((found) => [`${found.file}:${found.line}:${found.message}`, found])).values()];
}
