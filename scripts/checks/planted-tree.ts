import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from './run-tool.ts';

/** Runs `work` on a temporary project which holds only `files` (path to text), our packages and our settings. */
export async function withTree<T>(files: Record<string, string>, work: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'zhike-planted-'));
  try {
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
    for (const file of ['package.json', 'tsconfig.json', '.oxlintrc.json']) {
      copyFileSync(join(projectRoot, file), join(root, file));
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
