// npm test: everything that must pass; arguments go to the test runner.
import { buildWeb, chooseNode, install, root, runScript } from './prepare.mjs';

process.chdir(root);
install();
const node = chooseNode();
buildWeb(node);
runScript(node, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]);
