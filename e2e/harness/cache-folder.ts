import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A writable folder which outlives the run: beside the packages, or in the temp folder when those are read-only. */
function cacheRoot(): string {
  const packages = join(projectRoot, 'node_modules');
  try {
    accessSync(packages, constants.W_OK);
    const folder = join(packages, '.cache', 'zhike');
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    // A shared temp folder: the user id keeps another user's files out of our way.
    const folder = join(tmpdir(), `zhike-cache-${process.getuid?.() ?? 'user'}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
}

/**
 * The folder `<cache>/<name>`, filled by `fill` on first use. Processes that start together never see a half-filled
 * folder: each fills its own and the first rename wins.
 */
export async function cachedFolder(name: string, fill: (folder: string) => Promise<void> | void): Promise<string> {
  const root = cacheRoot();
  const target = join(root, name);
  if (existsSync(target)) return target;
  const draft = mkdtempSync(join(root, 'draft-'));
  try {
    await fill(draft);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
