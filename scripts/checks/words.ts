import { finding } from './check-result.ts';
import type { Check, CheckResult } from './check-result.ts';
import { codeFile, codeFolders, generatedFile, readSource, sourceFiles, testFile } from './source-files.ts';

// In brackets, so that this file does not find itself.
const unfinished = /\bTO[D]O\b|\bFIX[M]E\b|[Cc]oming [s]oon|敬请[期]待/;
const silenced = /(?:eslint|oxlint)-disable(?!.* -- \S)|@ts-(?:ignore|nocheck|expect-error)/;
// A test may depend on the operating system, and on nothing else.
const leftOut = new RegExp(
  [
    String.raw`\b(?:describe|it|test|suite)(?:\.\w+)*\.(?:skip|only|todo|fails)\b`,
    String.raw`\b(?:describe|it|test|suite)(?:\.\w+)*\.(?:skipIf|runIf)\((?!isLinux|isWindows|process\.platform)`,
    String.raw`\b(?:xit|xdescribe|fit|fdescribe)\(`,
  ].join('|'),
);

/** Words of unfinished work, silenced checks without a reason, and tests that do not run. */
export const words: Check = { name: 'words', run: checkWords };

/** Reads every code file, line by line. */
export function checkWords(root: string): Promise<CheckResult> {
  const files = sourceFiles(root, codeFolders, codeFile).filter((file) => !generatedFile.test(file.name));
  const findings = files.flatMap((file) => {
    const isTest = testFile.test(file.name);
    return readSource(root, file)
      .split('\n')
      .flatMap((line, index) => {
        if (unfinished.test(line)) return [finding(file.path, 'unfinished work is not committed', index + 1)];
        if (isTest && leftOut.test(line)) return [finding(file.path, 'every test runs, always', index + 1)];
        if (!silenced.test(line) || file.path.startsWith('scripts/checks/')) return [];
        return [finding(file.path, 'a check is silenced without " -- reason"', index + 1)];
      });
  });
  return Promise.resolve({ seen: files.length, unit: 'files', findings });
}
