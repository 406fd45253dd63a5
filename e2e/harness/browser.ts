import { mkdirSync, mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chineseFontConfig } from './chinese-fonts.ts';
import { chromiumBinaries } from './chromium-binary.ts';
import type { ChromiumBinary } from './chromium-binary.ts';

const FLAGS = [
  // Root cannot use the sandbox, containers often forbid it; only our own pages are opened.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** How a page is opened. Sizes are CSS pixels. Extra options of Playwright's context go into `context`. */
export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: 'zh-CN' | 'en-US';
  readonly colorScheme?: 'light' | 'dark';
  readonly context?: BrowserContextOptions;
}

/** A running browser. Each `openPage` gives a page with its own cookies and storage. */
export interface TestBrowser {
  readonly source: ChromiumBinary['source'];
  readonly version: string;
  openPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the first Chromium of this machine that runs; throws one error that lists every failed try. */
export async function launchBrowser(): Promise<TestBrowser> {
  const failures: string[] = [];
  const fonts = process.platform === 'linux' ? { FONTCONFIG_FILE: await chineseFontConfig() } : {};
  for await (const binary of chromiumBinaries()) {
    try {
      // Without a UTF-8 locale Chromium loses the Chinese names of downloads.
      const env = { ...process.env, LC_ALL: 'C.UTF-8', ...fonts, ...binary.env };
      const browser = await chromium.launch({ executablePath: binary.path, args: FLAGS, env, timeout: 60_000 });
      return testBrowser(browser, binary.source);
    } catch (error) {
      failures.push(`${binary.path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const advice = 'Install Chrome, Chromium or Edge, or name one in ZHIKE_CHROMIUM.';
  throw new Error([`No Chromium started on this machine. ${advice}`, ...failures].join('\n'));
}

function testBrowser(browser: Browser, source: ChromiumBinary['source']): TestBrowser {
  return {
    source,
    version: browser.version(),
    openPage: (options = {}) => openPage(browser, options),
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, options: PageOptions): Promise<Page> {
  const { width = 1280, height = 800, locale = 'zh-CN', colorScheme = 'light' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    timezoneId: 'Asia/Shanghai',
    colorScheme,
    reducedMotion: 'reduce',
    ...options.context,
  });
  // Finds what hangs, never what is slow.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const problems: string[] = [];
  problemsByPage.set(page, problems);
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  return page;
}

const problemsByPage = new WeakMap<Page, string[]>();

/** Uncaught errors and error messages (refused by the content policy, failed loads) of a page since it was opened. */
export function pageProblems(page: Page): readonly string[] {
  const problems = problemsByPage.get(page);
  if (!problems) throw new Error('pageProblems: open the page with openPage()');
  return problems;
}

/** One accessibility finding: the rule of axe-core, its weight, and the places where it was found. */
export interface AxeFinding {
  readonly rule: string;
  readonly impact: 'serious' | 'critical';
  readonly help: string;
  readonly places: readonly string[];
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The serious and critical accessibility findings of a page (WCAG 2.2 A and AA); throws when axe checked nothing. */
export async function axe(page: Page): Promise<readonly AxeFinding[]> {
  // Through the debugger, not a script tag: the page's content policy forbids inline scripts.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: await readFile(axeFile, 'utf8') });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      .then((found) => JSON.stringify(found))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  const found: AxeResults = JSON.parse(String(result.value));
  if (found.passes.length + found.violations.length === 0) throw new Error('axe checked nothing on this page');
  return found.violations.flatMap((violation): AxeFinding[] => {
    const { id, impact, help } = violation;
    if (impact !== 'serious' && impact !== 'critical') return [];
    return [{ rule: id, impact, help, places: violation.nodes.map((node) => node.target.join(' ')) }];
  });
}

let shotFolder: string | undefined;

/** Saves a picture of the visible page as `<name>.png` in ZHIKE_SHOTS (else a new temp folder); returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  shotFolder ??= process.env['ZHIKE_SHOTS'] ?? mkdtempSync(join(tmpdir(), 'zhike-shots-'));
  mkdirSync(shotFolder, { recursive: true });
  const path = join(shotFolder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
