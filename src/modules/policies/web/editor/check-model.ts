import type { DecisionPoint, PolicyModel } from '#meta/decisions/decision-model.ts';
import { findFaults, type ModelFault } from '#meta/decisions/model-faults.ts';
import { findPointFaults, type PointFault } from '#meta/decisions/point-faults.ts';
import { runPolicyTests, type TestOutcome } from '#meta/decisions/policy-tests.ts';
import { findInTable, type TableFinding } from '#meta/decisions/table-findings.ts';

/** What the page says about a model while somebody writes it; the server asks the same before a submission. */
export interface Checked {
  readonly model: PolicyModel;
  readonly faults: readonly ModelFault[];
  readonly pointFaults: readonly PointFault[];
  readonly findings: readonly TableFinding[];
  /** Null while a cell cannot run. */
  readonly outcomes: readonly TestOutcome[] | null;
}

/** Checks a model wholly. Pure. */
export function checkModel(model: PolicyModel, point: DecisionPoint | undefined): Checked {
  const faults = findFaults(model);
  const pointFaults = point ? findPointFaults(model, point) : [];
  if (faults.length > 0) return { model, faults, pointFaults, findings: [], outcomes: null };
  return { model, faults, pointFaults, findings: model.tables.flatMap((table) => findInTable(model, table)), outcomes: runPolicyTests(model) };
}

/** Points that stand between the model and its submission. */
export function blockingCount({ faults, pointFaults, findings, outcomes }: Checked): number {
  const found = findings.filter((each) => each.kind === 'gap' || each.kind === 'overlap').length;
  return faults.length + pointFaults.length + found + (outcomes ?? []).filter((each) => !each.isPassed).length;
}
