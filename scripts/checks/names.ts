import { finding } from './check-result.ts';
import type { Check, CheckResult, Finding } from './check-result.ts';
import { codeFolders, sourceFiles } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const kebab = String.raw`[a-z0-9]+(-[a-z0-9]+)*`;
const kebabPath = new RegExp(`^(${kebab}|__fixtures__)$`);
const kebabFile = new RegExp(String.raw`^${kebab}(\.${kebab})*$`);
/** Names that are fixed elsewhere and may therefore stand in many folders. */
const fixed = new Set(['zh-CN.ts', 'en.ts', 'README.md', 'README.zh-CN.md', 'index.html', 'LICENSE']);
const emptyWord = /(^|[-.])(utils?|helpers?|misc)([-.]|$)|^common(\.|$)/;

/** Names by which a file is found: kebab-case, one place per name, and never a name that says nothing. */
export const names: Check = { name: 'names', run: checkNames };

/** Checks the name of every file of the code folders, and of the folders above it. */
export function checkNames(root: string): Promise<CheckResult> {
  const files = sourceFiles(root, codeFolders, /./);
  const findings = [...files.flatMap(badName), ...badFolders(files), ...doubled(files)];
  return Promise.resolve({ seen: files.length, unit: 'names', findings });
}

function badName(file: SourceFile): Finding[] {
  if (fixed.has(file.name)) return [];
  if (emptyWord.test(file.name)) return [finding(file.path, 'this name says nothing: name the thing inside')];
  if (/^index\.(ts|tsx|mjs)$/.test(file.name)) return [finding(file.path, 'no barrels: import the file itself')];
  return kebabFile.test(file.name) ? [] : [finding(file.path, 'file names are kebab-case')];
}

function badFolders(files: readonly SourceFile[]): Finding[] {
  const folders = new Set(files.map((file) => file.folder));
  return [...folders].flatMap((folder) => {
    const parts = folder.split('/');
    if (parts.some((part) => emptyWord.test(part))) return [finding(folder, 'this folder name says nothing')];
    return parts.every((part) => kebabPath.test(part)) ? [] : [finding(folder, 'folder names are kebab-case')];
  });
}

function doubled(files: readonly SourceFile[]): Finding[] {
  const code = files.filter((file) => /\.(ts|tsx|css|json)$/.test(file.name) && !fixed.has(file.name));
  return [...Map.groupBy(code, (file) => file.name).values()].flatMap(([first, ...others]) =>
    others.map((file) => finding(file.path, `${first?.path} has this name already: a name is found in one place`)),
  );
}
