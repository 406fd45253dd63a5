import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkImports } from './import-rules.ts';
import { allowedImports, plantedImports, supportingImports } from './planted-imports.ts';
import type { PlantedImport } from './planted-imports.ts';
import { withTree } from './planted-tree.ts';

const require = createRequire(import.meta.url);
const config: { forbidden: { name: string }[] } = require('../../.dependency-cruiser.cjs');
const ruleNames = config.forbidden.map((rule) => rule.name);

/** The tree of all planted files; what they import and nobody planted becomes a file that imports nothing. */
function importTree(plants: readonly PlantedImport[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { file, imports } of plants) {
    files[file] = `${imports.map((name) => `import * as _${imports.indexOf(name)} from '${name}';`).join('\n')}\nexport {};\n`;
  }
  for (const { file, imports } of plants) {
    for (const name of imports) {
      const path = name.startsWith('#') ? `src/${name.slice(1)}` : posix.join(posix.dirname(file), name);
      if (/^[#.]/.test(name) && !name.includes('missing')) files[path] ??= 'export const known = 1;\n';
    }
  }
  return files;
}

describe('import rules', () => {
  let found: string[] = [];
  beforeAll(async () => {
    const all = [...Object.values(plantedImports).flat(), ...supportingImports, ...allowedImports];
    const { findings } = await withTree(importTree(all), checkImports);
    found = findings.map(({ file, message }) => `${message.slice(0, message.indexOf(':'))} ${file}`);
  });

  test('every rule has a planted violation', () => {
    expect(Object.keys(plantedImports).toSorted()).toEqual(ruleNames.toSorted());
  });

  test.each(Object.entries(plantedImports))('%s is reported', (rule, plants) => {
    expect(plants.length).toBeGreaterThan(0);
    for (const { file } of plants) expect(found).toContain(`${rule} ${file}`);
  });

  test('nothing is reported on allowed imports', () => {
    const allowed = new Set(allowedImports.map(({ file }) => file));
    expect(found.filter((line) => allowed.has(line.slice(line.indexOf(' ') + 1)))).toEqual([]);
  });

  test('a type import counts as an import', async () => {
    const tree = {
      'src/kernel/typed.ts': `import type { known } from '#meta/known.ts';\nexport type T = typeof known;\n`,
      'src/meta/known.ts': 'export const known = 1;\n',
    };
    const { findings } = await withTree(tree, checkImports);
    expect(findings.map(({ message }) => message)).toEqual(['kernel-imports-nothing: imports src/meta/known.ts']);
  });
});
