// npm run dev: the server, restarted when its sources change, and the web app with live updates beside it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { chooseNode, install, root } from './prepare.mjs';

process.chdir(root);
install();
const node = chooseNode();
const port = process.env.ZHIKE_PORT || '3000';
const env = { ...process.env, ZHIKE_PORT: port };
const programs = [
  ['--watch', '--watch-preserve-output', 'src/app/main.ts', ...process.argv.slice(2)],
  // Its configuration sends everything that is not a page to the server at ZHIKE_PORT.
  [path.join('node_modules', 'vite', 'bin', 'vite.js')],
];
const children = programs.map((args) => spawn(node, args, { env, stdio: 'inherit' }));

let isStopping = false;
function stop(signal, code) {
  if (isStopping) return;
  isStopping = true;
  process.exitCode = code;
  for (const child of children) child.kill(signal);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal, 0));
for (const child of children) child.once('exit', (code) => stop('SIGTERM', code ?? 1));
