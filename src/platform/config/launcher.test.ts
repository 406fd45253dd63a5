import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
let folder = '';
let project = '';

// Stands in for npm: notes the call, and leaves what npm leaves plus a builder that notes its call too.
const npm = `#!/bin/sh
echo "$@" >> "$NOTES/npm"; echo "$npm_config_cache" > "$NOTES/cache"
[ -e "$NOTES/fail" ] && exit 3
rm -rf node_modules; mkdir -p node_modules/vite/bin; : > node_modules/.package-lock.json
cat > node_modules/vite/bin/vite.js <<'X'
const fs = require('node:fs');
const out = process.argv[process.argv.indexOf('--outDir') + 1];
fs.mkdirSync(out, { recursive: true }); fs.writeFileSync(out + '/index.html', 'built');
fs.appendFileSync(process.env.NOTES + '/vite', 'build\\n');
X
`;
const main = `
process.on('SIGTERM', () => process.exit(7));
console.log('up', JSON.stringify(process.argv.slice(2)), process.cwd());
if (process.argv.includes('wait')) setInterval(() => undefined, 1000); else process.exitCode = 5;`;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhike-launcher-'));
  project = path.join(folder, 'a b');
  cpSync(path.join(root, 'launcher'), path.join(project, 'launcher'), { recursive: true });
  for (const name of ['src/app', 'src/platform', 'src/kit', 'bin', 'notes']) {
    mkdirSync(path.join(project, name), { recursive: true });
  }
  writeFileSync(path.join(project, 'package.json'), '{"type":"module"}');
  writeFileSync(path.join(project, 'package-lock.json'), '{}');
  writeFileSync(path.join(project, 'vite.config.ts'), '');
  writeFileSync(path.join(project, 'src/app/main.ts'), main);
  writeFileSync(path.join(project, 'bin/npm'), npm);
  chmodSync(path.join(project, 'bin/npm'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(args: string[] = []): ChildProcess & { said: () => string } {
  const env = { PATH: `${path.join(project, 'bin')}:/usr/bin:/bin`, HOME: '', NOTES: path.join(project, 'notes') };
  const child = spawn(process.execPath, ['launcher/start.mjs', ...args], { cwd: project, env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  return Object.assign(child, { said: () => text });
}

async function run(args: string[] = []): Promise<{ code: unknown; said: string }> {
  const child = start(args);
  const code: unknown = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  return { code, said: child.said() };
}

const calls = (program: string): number => {
  const file = path.join(project, 'notes', program);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
};

function touch(name: string, text: string): void {
  writeFileSync(path.join(project, name), text);
  const later = new Date(Date.now() + 60_000);
  utimesSync(path.join(project, name), later, later);
}

const isWindows = process.platform === 'win32';

test.skipIf(isWindows)('installs and builds once, again only when the lock or a source of the web app changes', async () => {
  const first = await run(['--x', '1 2']);
  expect(first.code).toBe(5);
  expect(first.said).toContain('up ["--x","1 2"]');
  expect([calls('npm'), calls('vite')]).toEqual([1, 1]);
  expect(readFileSync(path.join(project, 'notes/npm'), 'utf8')).toContain('ci --ignore-scripts');
  expect(readFileSync(path.join(project, 'notes/cache'), 'utf8').trim()).toBe(path.join(project, '.cache/npm'));
  expect(readdirSync(path.join(project, 'dist'))).toEqual(['web']);
  await run();
  touch('src/platform/server-only.ts', '');
  await run();
  expect([calls('npm'), calls('vite')]).toEqual([1, 1]);
  touch('src/kit/button.tsx', '1');
  await run();
  expect([calls('npm'), calls('vite')]).toEqual([1, 2]);
  touch('package-lock.json', '{"a":1}');
  await run();
  expect([calls('npm'), calls('vite')]).toEqual([2, 3]);
});

test.skipIf(isWindows)('a failed installation stops the start in words and is tried again next time', async () => {
  writeFileSync(path.join(project, 'notes/fail'), '');
  const failed = await run();
  expect(failed.code).toBe(1);
  expect(failed.said).toMatch(/依赖安装失败[^]*Check the network/);
  rmSync(path.join(project, 'notes/fail'));
  expect((await run()).code).toBe(5);
});

test.skipIf(isWindows)('a signal to the launcher reaches the server, whose exit code comes back', async () => {
  await run();
  const child = start(['wait']);
  await expect.poll(() => child.said(), { timeout: 60_000 }).toContain('up');
  const code = new Promise((resolve) => {
    child.once('close', resolve);
  });
  child.kill('SIGTERM');
  expect(await code).toBe(7);
});

test.skipIf(isWindows)('help installs nothing', async () => {
  mkdirSync(path.join(project, 'src/platform/config'));
  cpSync(path.join(import.meta.dirname, 'settings.json'), path.join(project, 'src/platform/config/settings.json'));
  const help = await run(['--help']);
  expect(help).toMatchObject({ code: 0, said: expect.stringContaining('ZHIKE_PORT') });
  expect(calls('npm')).toBe(0);
});
