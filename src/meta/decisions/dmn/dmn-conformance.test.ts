import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compilePolicy } from '../compiled-policy.ts';
import { decide } from '../decide.ts';
import type { FactValues } from '../decision-model.ts';
import type { FeelValue } from '../feel/feel-value.ts';
import { findFaults } from '../model-faults.ts';
import { buildGraph } from './build-graph.ts';
import { compileGraph } from './evaluate-graph.ts';
import { fromDmn } from './from-dmn.ts';
import { readKitCases } from './kit-cases.ts';
import { readDmn } from './read-dmn.ts';

const kit = join(process.env['ZHIKE_SHARED_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data'), 'dmn-tck-level-2');
const isPresent = existsSync(kit);
const models = isPresent ? readdirSync(kit).filter((name) => existsSync(join(kit, name, `${name}.dmn`))).toSorted() : [];

/** Models that hold a construct beyond tables, literal expressions and their requirements, with the reason. None does. */
const outOfScope: Readonly<Record<string, string>> = {};

/** Numbers as decimals: what differs by rounding of binary fractions is equal. */
function isClose(a: FeelValue, b: FeelValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-8;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => isClose(each, b[index]));
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
    return left.size === right.size && [...left].every(([name, value]) => right.has(name) && isClose(value, right.get(name)));
  }
  return a === b;
}

async function runModel(folder: string, name: string) {
  const built = buildGraph(await readDmn(readFileSync(join(folder, name, `${name}.dmn`), 'utf8')));
  const compiled = compileGraph(built.graph);
  const cases = readdirSync(join(folder, name)).filter((file) => file.endsWith('.xml'))
    .flatMap((file) => readKitCases(readFileSync(join(folder, name, file), 'utf8')));
  const results = cases.flatMap(({ id, inputs, expected }) => {
    const answer = compiled.evaluate(inputs);
    return expected.map(({ name: node, value }) => {
      const actual = answer.values.get(node);
      return { id, node, value, actual, isRight: answer.values.has(node) && isClose(actual, value), issues: answer.issues };
    });
  });
  return { built, results };
}

describe('the public DMN conformance kit, level 2 (PL-40)', () => {
  test(isPresent ? `all ${models.length} models` : 'left out: the folder dmn-tck-level-2 is not beside the project (see ZHIKE_SHARED_DATA)', async () => {
    if (!isPresent) {
      expect(models).toEqual([]);
      return;
    }
    expect(models.length).toBe(28);
    let checked = 0;
    for (const name of models.filter((each) => !(each in outOfScope))) {
      const { built, results } = await runModel(kit, name);
      checked += results.length;
      expect(results.filter((each) => !each.isRight), name).toEqual([]);
      expect(built.notes.filter((note) => note.code !== 'extension'), name).toEqual([]);
    }
    expect(Object.keys(outOfScope)).toEqual([]);
    expect(checked).toBe(126);
  });

  test(isPresent ? 'its tables, imported as policies, decide the same' : 'left out as well: the kit as policies', async () => {
    let decided = 0;
    for (const name of models) {
      const folder = join(kit, name);
      const { model, notes } = await fromDmn(readFileSync(join(folder, `${name}.dmn`), 'utf8'));
      expect(notes.map((note) => note.code).filter((code) => !['extension', 'renamed', 'no-clause', 'new-clause', 'no-table', 'function'].includes(code)), name).toEqual([]);
      expect(findFaults(model).filter((fault) => fault.code !== 'no-table'), name).toEqual([]);
      if (!['U', 'A', 'F', 'P'].includes(model.tables[0]?.hitPolicy ?? '')) continue;
      const policy = compilePolicy(model);
      for (const file of readdirSync(folder).filter((each) => each.endsWith('.xml'))) {
        for (const { inputs, expected } of readKitCases(readFileSync(join(folder, file), 'utf8'))) {
          const decision = decide(policy, inputs as FactValues);
          const [wanted] = expected.map(({ value }): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : [value]));
          expect(decision.status === 'decided' ? Object.values(decision.results) : [null], name).toEqual(wanted);
          decided += 1;
        }
      }
    }
    expect(decided).toBe(isPresent ? 27 : 0);
  });
});
