import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that hold code; `src` is the product, the others stand beside it. */
export const codeFolders = ['src', 'scripts', 'demo', 'bench', 'e2e', 'launcher'] as const;

const skipped = new Set(['node_modules', 'dist', 'data', '.git', '.cache']);

/** A file of the project: `path` is relative to the root, with forward slashes on every system. */
export interface SourceFile {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
}

/** All files below the folders of `root` whose name fits, in the order of their paths; missing folders are skipped. */
export function sourceFiles(root: string, folders: readonly string[], fits: RegExp): SourceFile[] {
  const found: SourceFile[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !skipped.has(entry.name)) visit(path);
      else if (entry.isFile() && fits.test(entry.name)) found.push({ path, name: entry.name, folder });
    }
  };
  for (const folder of folders) if (existsSync(join(root, folder))) visit(folder);
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The text of a file of the project. */
export function readSource(root: string, file: SourceFile): string {
  return readFileSync(join(root, file.path), 'utf8');
}

/** TypeScript and the launcher's JavaScript. */
export const codeFile = /\.(ts|tsx|mjs|cjs)$/;

/** Tests and what only tests load. */
export const testFile = /\.(test|journey)\.tsx?$|^test-(app|database|server|client)\.ts$/;

/** Written by a program: free of the limits for what people read. */
export const generatedFile = /\.gen\.ts$/;
