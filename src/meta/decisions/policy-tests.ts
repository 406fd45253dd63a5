import { compilePolicy } from './compiled-policy.ts';
import { decide, type Decision } from './decide.ts';
import type { FactValues, PolicyModel, PolicyTest } from './decision-model.ts';

export interface TestOutcome {
  readonly test: PolicyTest;
  readonly isPassed: boolean;
  readonly decision: Decision;
}

/** Runs the test cases that stand beside the tables: clause and the named results must agree. */
export function runPolicyTests(model: PolicyModel): TestOutcome[] {
  const policy = compilePolicy(model);
  return model.tests.map((test) => {
    const decision = decide(policy, test.facts);
    return { test, decision, isPassed: decision.status === 'decided' && decision.clause === test.clause && agrees(test.results, decision.results) };
  });
}

const agrees = (expected: FactValues, found: FactValues) =>
  Object.entries(expected).every(([name, value]) => JSON.stringify(found[name] ?? null) === JSON.stringify(value));
