import { finding } from './check-result.ts';
import type { Check, CheckResult } from './check-result.ts';
import { codeFolders, generatedFile, readSource, sourceFiles, testFile } from './source-files.ts';

const maxLines = 300;
const maxFilesPerFolder = 20;

/** Files of at most 300 lines, folders of at most 20 files without their tests. Function length is a lint rule. */
export const sizes: Check = { name: 'sizes', run: checkSizes };

/** Counts lines of all files that people write, styles and shell scripts included. */
export function checkSizes(root: string): Promise<CheckResult> {
  const files = sourceFiles(root, codeFolders, /\.(ts|tsx|mjs|cjs|css|sh)$/);
  const long = files.flatMap((file) => {
    const lines = readSource(root, file).trimEnd().split('\n').length;
    if (lines <= maxLines || generatedFile.test(file.name)) return [];
    return [finding(file.path, `${lines} lines, at most ${maxLines}: split by verb, read model or page block`)];
  });
  const counted = sourceFiles(root, codeFolders, /./).filter((file) => !testFile.test(file.name));
  const perFolder = Map.groupBy(counted, (file) => file.folder);
  const full = [...perFolder].flatMap(([folder, inside]) => {
    if (inside.length <= maxFilesPerFolder) return [];
    return [finding(folder, `${inside.length} files, at most ${maxFilesPerFolder} in a folder (tests not counted)`)];
  });
  return Promise.resolve({ seen: files.length, unit: 'files', findings: [...long, ...full] });
}
