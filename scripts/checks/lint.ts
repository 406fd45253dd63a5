import { z } from 'zod';
import { finding } from './check-result.ts';
import type { Check, CheckResult } from './check-result.ts';
import { packageFile, runNode } from './run-tool.ts';
import { codeFolders, generatedFile, sourceFiles } from './source-files.ts';

const report = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      filename: z.string().optional(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })).optional(),
    }),
  ),
});

/** The lint rules of .oxlintrc.json, those that need types included; functions longer than 50 lines too. */
export const lint: Check = { name: 'lint', run: checkLint };

/** Each finding's message starts with the name of the rule. */
export async function checkLint(root: string): Promise<CheckResult> {
  const all = sourceFiles(root, codeFolders, /\.(ts|tsx|mjs|cjs)$/);
  const files = all.filter((file) => !generatedFile.test(file.name));
  if (files.length === 0) return { seen: 0, unit: 'files', findings: [] };
  const folders = codeFolders.filter((folder) => files.some((file) => file.path.startsWith(`${folder}/`)));
  const linter = packageFile('oxlint', 'bin/oxlint');
  const { stdout, stderr } = await runNode(root, linter, ['--type-aware', '--format', 'json', ...folders]);
  if (!stdout.startsWith('{')) throw new Error(`oxlint gave no report: ${stderr || stdout}`);
  const { diagnostics, number_of_files: seen } = report.parse(JSON.parse(stdout));
  const findings = diagnostics.map(({ message, code, filename, labels }) =>
    finding(filename ?? '.', `${code ?? 'parser'}: ${message}`, labels?.[0]?.span.line),
  );
  if (seen < files.length) findings.push(finding('.', `oxlint read ${seen} of ${files.length} files`));
  return { seen, unit: 'files', findings };
}
