import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasPassed } from './check-result.ts';
import type { CheckResult } from './check-result.ts';
import { checkLint } from './lint.ts';
import { checkNames } from './names.ts';
import { withTree } from './planted-tree.ts';
import { projectRoot } from './run-tool.ts';
import { checkSizes } from './sizes.ts';
import { checkSqlText } from './sql-text.ts';
import { checkTextKeys } from './text-keys.ts';
import { checkTypes } from './types.ts';
import { checkWords } from './words.ts';

type Tree = Record<string, string>;

/** `<file> <start of the message>` of every finding in a tree. */
async function found(check: (root: string) => Promise<CheckResult>, files: Tree): Promise<string[]> {
  const { findings } = await withTree(files, check);
  return findings.map(({ file, message }) => `${file} ${message}`);
}

const lines = (count: number, line = 'export {};'): string => `${Array(count).fill(line).join('\n')}\n`;
const functionOf = (count: number): string => `export function long(): number {\n  let n = 0;\n${lines(count - 4, '  n += 1;')}  return n;\n}\n`;

describe('every check', () => {
  const all = { checkTypes, checkLint, checkNames, checkSizes, checkSqlText, checkTextKeys, checkWords };
  test.each(Object.entries(all))('%s fails where it sees nothing', async (_name, check) => {
    const result = await withTree({}, check).catch(() => undefined);
    expect(result === undefined || !hasPassed(result)).toBe(true);
  });

  test('a warning passes, an error does not', () => {
    const result = (level: 'warning' | 'error'): CheckResult => ({
      seen: 1,
      unit: 'files',
      findings: [{ file: 'a.ts', message: 'x', level }],
    });
    expect([hasPassed(result('warning')), hasPassed(result('error'))]).toEqual([true, false]);
  });
});

describe('sizes', () => {
  test('a file of 301 lines, unless a program wrote it', async () => {
    const files = { 'src/a/long.ts': lines(301), 'src/a/fits.ts': lines(300), 'src/a/api.gen.ts': lines(301) };
    expect(await found(checkSizes, files)).toEqual([expect.stringMatching(/^src\/a\/long\.ts 301 lines/)]);
  });

  test('21 files in a folder, tests not counted', async () => {
    const inside = (folder: string, count: number): Tree =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/${folder}/${folder}-${index}.ts`, '']));
    const files = { ...inside('full', 21), ...inside('fits', 20), 'src/fits/fits.test.ts': '' };
    expect(await found(checkSizes, files)).toEqual([expect.stringMatching(/^src\/full 21 files/)]);
  });
});

describe('lint', () => {
  const cases: [rule: string, file: string, text: string][] = [
    ['max-lines-per-function', 'src/kernel/long.ts', functionOf(51)],
    ['max-lines-per-function', 'src/kit/long-part.tsx', functionOf(121)],
    ['no-explicit-any', 'src/kernel/loose.ts', 'export const loose = (value: any): string => String(value);\n'],
    ['no-floating-promises', 'src/kernel/lost.ts', 'export function lost(): void {\n  Promise.resolve(1).then(String);\n}\n'],
    ['no-non-null-assertion', 'src/kernel/sure.ts', 'export const sure = (list: string[]): string => list[0]!;\n'],
    ['ban-ts-comment', 'src/kernel/quiet.ts', '// @ts-ignore\nexport const quiet: number = 1;\n'],
    ['no-default-export', 'src/kernel/nameless.ts', 'export default 1;\n'],
    ['consistent-type-imports', 'src/kernel/typed.ts', `import { T } from './t.ts';\nexport const typed: T = 1;\n`],
    ['switch-exhaustiveness-check', 'src/kernel/half.ts', `export function half(v: 'a' | 'b'): void {\n  switch (v) {\n    case 'a':\n      break;\n  }\n}\n`],
    ['no-console', 'src/platform/loud.ts', `console.log('loud');\n`],
    ['exhaustive-deps', 'src/kit/stale.tsx', `import { useEffect } from 'react';\nexport function Stale({ id }: { id: string }) {\n  useEffect(() => {\n    document.title = id;\n  }, []);\n  return null;\n}\n`],
  ];

  test.each(cases)('%s in %s', async (rule, file, text) => {
    const findings = await found(checkLint, { [file]: text, 'src/kernel/t.ts': 'export type T = number;\n' });
    expect(findings).toEqual([expect.stringContaining(`${file} `)]);
    expect(findings[0]).toContain(`(${rule})`);
  });

  test('nothing in functions that just fit', async () => {
    const files = { 'src/kernel/fits.ts': functionOf(50), 'src/kit/fits-part.tsx': functionOf(120) };
    expect(await found(checkLint, files)).toEqual([]);
  });
});

describe('types of a side', () => {
  const configs = ['anywhere', 'server', 'web'].map((side) => `scripts/checks/tsconfig.${side}.json`);
  const globals = ['anywhere', 'server'].map((side) => `scripts/checks/${side}-globals.d.ts`);
  const withConfigs = (files: Tree): Tree => ({
    ...Object.fromEntries([...configs, ...globals].map((path) => [path, readFileSync(join(projectRoot, path), 'utf8')])),
    ...files,
  });

  const cases: [what: string, file: string, text: string][] = [
    ['a type error', 'src/kernel/wrong.ts', `export const wrong: number = 'text';\n`],
    ['the DOM in kernel', 'src/kernel/title.ts', 'export const title = (): string => document.title;\n'],
    ['Node in meta', 'src/meta/place.ts', 'export const place = (): string => process.cwd();\n'],
    ['the DOM in rules', 'src/modules/sales/rules/width.ts', 'export const width = (): number => window.innerWidth;\n'],
    ['the DOM on the server', 'src/platform/title.ts', 'export const title = (): string => document.title;\n'],
    ['Node in the web', 'src/kit/place.tsx', 'export const place = (): string => process.cwd();\n'],
  ];
  test.each(cases)('%s', async (_what, file, text) => {
    const fine = { 'src/kernel/fine.ts': 'export const fine = new TextEncoder().encode("x");\n' };
    expect(await found(checkTypes, withConfigs({ ...fine, [file]: text }))).toEqual([
      expect.stringMatching(new RegExp(`^${file.replaceAll('.', String.raw`\.`)} TS`)),
    ]);
  });
});

describe('SQL', () => {
  const cases: [what: string, text: string][] = [
    ['raw', `import { raw } from 'sql-template-tag';\nexport const x = raw('a');\n`],
    ['raw under another name', `import sql, { raw as plain } from 'sql-template-tag';\nexport const x = sql\`\${plain('a')}\`;\n`],
    ['the whole package', `import * as tag from 'sql-template-tag';\nexport const x = tag.raw('a');\n`],
    ['the class behind the tag', `import { Sql } from 'sql-template-tag';\nexport const x = new Sql(['a'], []);\n`],
    ['a template without the tag', 'export const x = (id: string): string => `SELECT name FROM customer WHERE id = ${id}`;\n'],
    ['strings added up', `export const x = (id: string): string => 'DELETE FROM customer WHERE id = ' + id;\n`],
    ['a query past the context', 'export const x = (pool: { query(text: string): void }): void => pool.query("x");\n'],
  ];
  test.each(cases)('%s', async (_what, text) => {
    const findings = await found(checkSqlText, { 'src/modules/sales/server/queries/planted.ts': text });
    expect(findings).toEqual([expect.stringContaining('src/modules/sales/server/queries/planted.ts')]);
  });

  test('the tag is fine, and so is the platform', async () => {
    const tagged = `import sql, { type Sql } from 'sql-template-tag';\nexport const x = (id: string): Sql => sql\`SELECT 1 FROM t WHERE id = \${id}\`;\n`;
    const platform = Object.values(cases).map(([, text], index) => [`src/platform/db/p${index}.ts`, text] as const);
    const files = { 'src/modules/sales/server/queries/fine.ts': tagged, ...Object.fromEntries(platform) };
    expect(await found(checkSqlText, files)).toEqual([]);
  });
});

describe('words', () => {
  const bad: [file: string, text: string][] = [
    ['src/a/later.ts', `// TO\u0044O: later\n`],
    ['src/a/fix.ts', `// FIX\u004dE\n`],
    ['src/a/soon.ts', `export const text = '敬请\u671f待';\n`],
    ['src/a/skipped.test.ts', `test\u002eskip('x', () => undefined);\n`],
    ['src/a/alone.test.ts', `describe\u002eonly('x', () => undefined);\n`],
    ['src/a/sometimes.test.ts', `test\u002eskipIf(process.env.CI)('x', () => undefined);\n`],
    ['src/a/quiet.ts', `// oxlint-\u0064isable-next-line no-console\n`],
  ];
  test.each(bad)('%s', async (file, text) => {
    expect(await found(checkWords, { [file]: text })).toEqual([expect.stringContaining(file)]);
  });

  test('a reason, and a system on which a test cannot run, are heard', async () => {
    const files = {
      'src/a/reason.ts': '// oxlint-disable-next-line no-console -- the launcher has no log yet\n',
      'src/a/linux.test.ts': `test.runIf(process.platform === 'linux')('x', () => undefined);\n`,
    };
    expect(await found(checkWords, files)).toEqual([]);
  });
});

describe('names', () => {
  const bad = ['src/a/utils.ts', 'src/a/text-helpers.ts', 'src/common/thing.ts', 'src/a/misc.ts', 'src/a/index.ts', 'src/a/camelCase.ts'];
  test.each(bad)('%s', async (file) => {
    expect(await found(checkNames, { [file]: '' })).toEqual([expect.any(String)]);
  });

  test('one name in two places, unless it is a fixed one', async () => {
    const files = { 'src/a/rank.ts': '', 'src/b/rank.ts': '', 'src/a/i18n/en.ts': '', 'src/b/i18n/en.ts': '', 'src/a/README.md': '' };
    expect(await found(checkNames, files)).toEqual([expect.stringMatching(/^src\/b\/rank\.ts src\/a\/rank\.ts/)]);
  });
});

describe('texts', () => {
  test('one text under two keys, a Chinese one in English, an exclamation mark', async () => {
    const files = {
      'src/modules/sales/i18n/zh-CN.ts': `export const texts = { save: '保存', list: { keep: '保存', done: '好！' } };\n`,
      'src/modules/sales/i18n/en.ts': `export const texts = { save: 'Save', list: { keep: '保存', done: 'Done' } };\n`,
    };
    expect(await found(checkTextKeys, files)).toEqual([
      'src/modules/sales/i18n/en.ts texts.list.keep is Chinese: “保存”',
      'src/modules/sales/i18n/zh-CN.ts “保存” under texts.save, texts.list.keep',
      'src/modules/sales/i18n/zh-CN.ts texts.list.done: no exclamation marks',
    ]);
  });
});
