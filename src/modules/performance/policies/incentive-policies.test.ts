import { expect, test } from 'vitest';
import { findFaults } from '#meta/decisions/model-faults.ts';
import { findPointFaults } from '#meta/decisions/point-faults.ts';
import { runPolicyTests } from '#meta/decisions/policy-tests.ts';
import { findInTable } from '#meta/decisions/table-findings.ts';
import { incentiveExample } from './incentive-example.ts';
import { incentivePoint } from './incentive-point.ts';

test('every cell runs, the point understands it, nothing is open, decided twice or dead', () => {
  expect(findFaults(incentiveExample)).toEqual([]);
  expect(findPointFaults(incentiveExample, incentivePoint)).toEqual([]);
  expect(incentiveExample.tables.flatMap((table) => findInTable(incentiveExample, table))).toEqual([]);
});

test('its own test cases pass', () => {
  expect(runPolicyTests(incentiveExample).filter((each) => !each.isPassed).map(({ test: { id }, decision }) => ({ id, decision }))).toEqual([]);
});
