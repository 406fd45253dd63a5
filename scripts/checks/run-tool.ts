import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The output of a finished tool. `code` is null when a signal ended it. */
export interface ToolOutput {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The project that these checks belong to; its packages serve every tree that is checked. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The path of a package's file, e.g. ('typescript7', 'bin/tsc'); throws when it is not installed. */
export function packageFile(name: string, file: string): string {
  const path = join(projectRoot, 'node_modules', name, file);
  if (!existsSync(path)) throw new Error(`${name}/${file} is missing: run npm install`);
  return path;
}

/** Runs a script of a package with the Node that runs us, in the folder `root`; never throws for its exit code. */
export function runNode(root: string, script: string, args: readonly string[]): Promise<ToolOutput> {
  return new Promise((resolve, reject) => {
    const path = [dirname(process.execPath), join(projectRoot, 'node_modules', '.bin'), process.env['PATH'] ?? ''];
    const env = { ...process.env, PATH: path.join(delimiter), NO_COLOR: '1' };
    const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
