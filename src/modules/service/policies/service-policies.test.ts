import { expect, test } from 'vitest';
import { findFaults } from '#meta/decisions/model-faults.ts';
import { findPointFaults } from '#meta/decisions/point-faults.ts';
import { runPolicyTests } from '#meta/decisions/policy-tests.ts';
import { findInTable } from '#meta/decisions/table-findings.ts';
import { servicePoints } from '../points/service.points.ts';
import { servicePacks } from '../service.packs.ts';

const policies = servicePacks.flatMap((pack) => pack.policies.map((model) => ({ model, name: `${pack.key} ${model.key}` })));
test.each(policies)('$name: every cell runs, its point understands it, nothing is open, decided twice or dead', ({ model }) => {
  const point = servicePoints.find((each) => each.key === model.point);
  expect(findFaults(model)).toEqual([]);
  expect(point && findPointFaults(model, point)).toEqual([]);
  expect(model.tables.flatMap((table) => findInTable(model, table))).toEqual([]);
});

test.each(policies)('$name: its own test cases pass', ({ model }) => {
  expect(runPolicyTests(model).filter((each) => !each.isPassed).map(({ test: { id }, decision }) => ({ id, decision }))).toEqual([]);
});

test.each(policies)('$name: every clause is used or explains a term, and is worded in both languages', ({ model }) => {
  for (const clause of model.clauses) {
    expect(clause.text['zh-CN'].length, clause.key).toBeGreaterThan(5);
    expect(clause.text.en.length, clause.key).toBeGreaterThan(10);
  }
  expect(new Set(model.clauses.map((clause) => clause.key)).size).toBe(model.clauses.length);
});
