import type { DecisionPoint, PolicyModel } from '#meta/decisions/decision-model.ts';
import { findFaults, type ModelFault } from '#meta/decisions/model-faults.ts';
import { findPointFaults, type PointFault } from '#meta/decisions/point-faults.ts';
import { runPolicyTests } from '#meta/decisions/policy-tests.ts';
import { findInTable, type TableFinding } from '#meta/decisions/table-findings.ts';

/** All that stands between a draft and its submission; the page computes the same while somebody types. */
export interface Readiness {
  readonly faults: readonly ModelFault[];
  readonly pointFaults: readonly PointFault[];
  readonly findings: readonly TableFinding[];
  readonly failedTests: readonly string[];
  readonly isReady: boolean;
}

/** A draft is ready when its cells can run, its point understands it, no case is left open or decided twice, and its tests pass. */
export function checkReadiness(model: PolicyModel, point: DecisionPoint | undefined): Readiness {
  const faults = findFaults(model);
  const pointFaults = point ? findPointFaults(model, point) : [];
  const canRun = faults.length === 0;
  const findings = canRun ? model.tables.flatMap((table) => findInTable(model, table)) : [];
  const failedTests = canRun ? runPolicyTests(model).filter((each) => !each.isPassed).map((each) => each.test.id) : [];
  const blocking = findings.filter((each) => each.kind === 'gap' || each.kind === 'overlap');
  return { faults, pointFaults, findings, failedTests, isReady: [faults, pointFaults, blocking, failedTests].every((list) => list.length === 0) };
}
