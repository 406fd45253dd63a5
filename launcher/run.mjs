// Runs one TypeScript program of the project: node launcher/run.mjs src/app/backup.ts <arguments>
import { chooseNode, install, root, runScript } from './prepare.mjs';

process.chdir(root);
install();
runScript(chooseNode(), process.argv.slice(2));
