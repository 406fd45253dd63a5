import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFile, projectRoot } from './checks/run-tool.ts';
import { withTree } from './checks/planted-tree.ts';

/** Runs Vitest on test files (name to text) with our reporter; returns the last line and the exit code. */
async function run(files: Record<string, string>): Promise<[string | undefined, number | null]> {
  return withTree(files, (root) => {
    const reporter = join(projectRoot, 'scripts/last-line-reporter.ts');
    const config = { test: { reporters: ['default', reporter], include: ['src/**/*.test.ts'] } };
    writeFileSync(join(root, 'vitest.config.mjs'), `export default ${JSON.stringify(config)};\n`);
    const vitest = packageFile('vitest', 'vitest.mjs');
    const env = { ...process.env, NO_COLOR: '1' };
    const { stdout, status } = spawnSync(process.execPath, [vitest, 'run'], { cwd: root, encoding: 'utf8', env });
    return Promise.resolve([stdout.trimEnd().split('\n').at(-1), status]);
  });
}

const head = `import { test } from 'vitest';\n`;
const passing = `${head}test('a', () => undefined);\n`;

test('passed, failed and skipped tests are counted on the last line', async () => {
  const mixed = `${passing}test('b', () => { throw new Error('b'); });\ntest\u002eskip('c', () => undefined);\n`;
  expect(await run({ 'src/mixed.test.ts': mixed })).toEqual(['1 passed, 1 failed, 1 skipped', 1]);
});

test('a file that does not load and an error outside of tests are failures', async () => {
  const broken = { 'src/broken.test.ts': `import './absent.ts';\n`, 'src/fine.test.ts': passing };
  expect(await run(broken)).toEqual(['1 passed, 1 failed', 1]);
  const late = `${head}test('a', () => { setTimeout(() => { throw new Error('late'); }); });\ntest('b', () => new Promise((end) => setTimeout(end, 50)));\n`;
  expect(await run({ 'src/late.test.ts': late })).toEqual(['2 passed, 1 failed', 1]);
});

test('a run without a failure says so', async () => {
  expect(await run({ 'src/fine.test.ts': passing })).toEqual(['1 passed, 0 failed', 0]);
});
