import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { inflate } from '@sparticuz/chromium';
import { cachedFolder } from './cache-folder.ts';

/** A browser that may be started. `env` is added to the environment of the process. */
export interface ChromiumBinary {
  readonly source: 'ZHIKE_CHROMIUM' | 'system' | 'npm' | 'playwright';
  readonly path: string;
  readonly env: Record<string, string>;
}

const SYSTEM_PATHS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (!folder) return [];
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

/**
 * The browsers of this machine in the order in which they are tried: the one named by ZHIKE_CHROMIUM (then no other),
 * installed ones, the one that npm brought (Linux x64), the one that Playwright downloads.
 */
export async function* chromiumBinaries(): AsyncGenerator<ChromiumBinary> {
  const named = process.env['ZHIKE_CHROMIUM'];
  if (named && named !== 'npm') {
    yield { source: 'ZHIKE_CHROMIUM', path: named, env: {} };
    return;
  }
  if (!named) {
    for (const path of SYSTEM_PATHS[process.platform] ?? []) {
      if (existsSync(path)) yield { source: 'system', path, env: {} };
    }
  }
  if (process.platform === 'linux' && process.arch === 'x64') yield await npmChromium();
  if (!named) yield downloadedChromium();
}

/** Unpacks @sparticuz/chromium under our own cache: its own target, <tmp>/chromium, is shared by users and versions. */
async function npmChromium(): Promise<ChromiumBinary> {
  const packageFolder = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const { version }: { version: string } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const folder = await cachedFolder(`chromium-${version}`, async (draft) => {
    chmodSync(draft, 0o755);
    await inflateInto(draft, join(packageFolder, 'bin', 'chromium.br'));
    await inflateInto(draft, join(packageFolder, 'bin', 'al2023.tar.br'));
    chmodSync(join(draft, 'chromium'), 0o755);
  });
  const path = join(folder, 'chromium');
  const runsAsIs = spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
  // A bare machine lacks the nss libraries; the package carries a set.
  const libraries = join(folder, 'al2023', 'lib');
  return { source: 'npm', path, env: runsAsIs ? {} : { LD_LIBRARY_PATH: libraries } };
}

/** `inflate` unpacks into os.tmpdir(), which it reads before it first waits. */
function inflateInto(folder: string, file: string): Promise<string> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return inflate(file);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The headless shell of Playwright, downloaded when no other browser was there (macOS, Linux on ARM). */
function downloadedChromium(): ChromiumBinary {
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 600_000 });
  }
  return { source: 'playwright', path, env: {} };
}
