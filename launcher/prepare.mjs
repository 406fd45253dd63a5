// Runs on Node 20.19 and newer with an empty node_modules: nothing but Node's own modules here.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const isWindows = process.platform === 'win32';

/** Prints both languages and ends the process. */
function giveUp(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
}

function say(zh, en) {
  process.stderr.write(`${zh} / ${en}\n`);
}

/** Installs the packages of package-lock.json when they are absent or the lock has changed since. */
export function install() {
  const lock = path.join(root, 'package-lock.json');
  const stamp = path.join(modules, '.zhike-installed');
  const system = `${process.platform}-${process.arch}`;
  const wanted = createHash('sha256').update(readFileSync(lock)).update(system).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalledByHand(lock)) runNpmCi();
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // Read-only packages, as in a container image: looked at again next time.
  }
}

/** npm writes its own record at the end of every install; newer than the lock means that somebody ran npm. */
function isInstalledByHand(lock) {
  const record = statSync(path.join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  return record !== undefined && record.mtimeMs >= statSync(lock).mtimeMs;
}

function runNpmCi() {
  say('正在安装依赖，首次需要几分钟', 'Installing packages, the first time takes some minutes');
  // Scripts are not needed by any package we use, and running them is a risk. Dev packages build the web app.
  const included = ['--include=dev', '--include=optional'];
  const args = ['ci', '--ignore-scripts', ...included, '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env };
  // npm keeps its cache in the home folder; without one it would make a folder named ~ in the project.
  if (!isWindows && !env.HOME) env.npm_config_cache = path.join(root, '.cache', 'npm');
  const cli = env.npm_execpath;
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] };
  const result = cli !== undefined && path.basename(cli) === 'npm-cli.js'
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: isWindows });
  if (result.error) {
    giveUp('找不到 npm。请安装 Node.js（含 npm）后再试。', 'npm was not found. Install Node.js with npm, then try again.');
  }
  if (result.status !== 0) {
    giveUp('依赖安装失败，原因见上。请检查网络后再试。', 'The packages could not be installed, see above. Check the network and try again.');
  }
}

/** The Node 24 to run TypeScript with: this one when new enough, else the one that npm has installed. */
export function chooseNode() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const system = `${isWindows ? 'win' : process.platform}-${process.arch}`;
  for (const name of [`node-${system}`, `node-bin-${system}`]) {
    const program = path.join(modules, name, 'bin', isWindows ? 'node.exe' : 'node');
    if (existsSync(program) && spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0) return program;
  }
  return giveUp(
    `需要 Node.js 24 或更新，当前是 ${process.versions.node}。请升级 Node.js 后再启动。`,
    `Node.js 24 or newer is needed, this is ${process.versions.node}. Upgrade Node.js, then start again.`,
  );
}

/** Names, sizes and times of everything that the web app is made of; reading all contents would take too long. */
function sourceState() {
  const hash = createHash('sha256');
  const visit = (name) => {
    const file = path.join(root, name);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      // Never part of the web app: a change there needs no build.
      if (path.basename(name) === 'server' || name === path.join('src', 'platform')) return;
      for (const entry of readdirSync(file).sort()) visit(path.join(name, entry));
    } else if (!/\.test\.tsx?$/.test(name)) hash.update(`${name}\n${stat.size}\n${Math.floor(stat.mtimeMs)}\n`);
  };
  for (const name of ['src', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']) visit(name);
  return hash.digest('hex');
}

/** Builds the web app into dist/web when it is absent or older than its sources. */
export function buildWeb(node) {
  const target = path.join(root, 'dist', 'web');
  const stamp = path.join(target, '.built');
  // A deployment may bring the built app without the means to build it.
  if (!existsSync(path.join(root, 'vite.config.ts'))) return;
  const state = sourceState();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  say('正在构建网页', 'Building the web app');
  mkdirSync(path.dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  const vite = path.join(modules, 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const result = spawnSync(node, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    giveUp('网页构建失败，原因见上。', 'The web app could not be built, see above.');
  }
  writeFileSync(path.join(draft, '.built'), state);
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
}

/** Runs a script by that Node in our place: its exit code is ours, signals reach it. */
export function runScript(node, args, given = process.env) {
  // Young objects else grow to 100 MB before they are looked through, and never shrink (PL-71: 250 MB in all).
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];
  // Stripping types and compiling is half of the start and a quarter of the memory afterwards; kept from start to start.
  const env = { NODE_COMPILE_CACHE: path.join(modules, '.cache', 'node'), ...given };
  if (typeof process.execve === 'function' && !isWindows) {
    process.execve(node, [node, ...flags, ...args], definedOnly(env));
  }
  const tie = pathToFileURL(path.join(root, 'launcher', 'tie.mjs')).href;
  const stdio = ['inherit', 'inherit', 'inherit', 'pipe'];
  const child = spawn(node, [...flags, '--import', tie, ...args], { env, stdio });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal gives Ctrl-C to the whole group; passing it on would be a second one.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.once('error', (error) => giveUp(`无法启动：${error.message}`, `Cannot start: ${error.message}`));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGTERM' ? 15 : 9);
  });
}

function definedOnly(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}
