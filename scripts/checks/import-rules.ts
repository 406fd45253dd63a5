import { join } from 'node:path';
import { z } from 'zod';
import { finding } from './check-result.ts';
import type { Check, CheckResult } from './check-result.ts';
import { packageFile, projectRoot, runNode } from './run-tool.ts';
import { sourceFiles } from './source-files.ts';

const folders = ['src', 'scripts', 'demo', 'bench', 'e2e'];

const report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    totalDependenciesCruised: z.number(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string(), severity: z.string() }) }),
    ),
  }),
});

/** The layers and module order of .dependency-cruiser.cjs. */
export const importRules: Check = { name: 'imports', run: checkImports };

/** Each finding's message starts with the name of the broken rule. */
export async function checkImports(root: string): Promise<CheckResult> {
  const files = sourceFiles(root, folders, /(?<!\.d)\.tsx?$/);
  const present = folders.filter((folder) => files.some((file) => file.path.startsWith(`${folder}/`)));
  const config = join(projectRoot, '.dependency-cruiser.cjs');
  const cruiser = packageFile('dependency-cruiser', 'bin/dependency-cruiser.mjs');
  const { stdout, stderr } = await runNode(root, cruiser, ['--config', config, '-T', 'json', ...present]);
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no report: ${stderr || stdout}`);
  const { modules, summary } = report.parse(JSON.parse(stdout));
  // Trap: without a TypeScript compiler that has an API it reads no file and reports no violation.
  const read = new Set(modules.map((module) => module.source));
  const missed = files.filter((file) => !read.has(file.path));
  const broken = summary.violations.map(({ from, to, rule }) => finding(from, `${rule.name}: imports ${to}`));
  return {
    seen: summary.totalDependenciesCruised,
    unit: `imports in ${files.length} files`,
    findings: [...broken, ...missed.map((file) => finding(file.path, 'the import check did not read this file'))],
  };
}
