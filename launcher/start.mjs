// npm start: installs, builds the web app, starts the server (PL-1).
import { helpText } from './help.mjs';
import { buildWeb, chooseNode, install, root, runScript } from './prepare.mjs';

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(helpText());
} else {
  process.chdir(root);
  install();
  const node = chooseNode();
  buildWeb(node);
  runScript(node, ['src/app/main.ts', ...args]);
}
