import type { CaseProcess, CaseStep } from '../use-case.ts';

export type StepState = 'done' | 'open' | 'approving' | 'toCome' | 'skipped';

export interface ShownStep {
  readonly step: CaseStep;
  readonly state: StepState;
  /** The last time that it was done. */
  readonly done: CaseProcess['history'][number] | undefined;
  /** How often it was done. */
  readonly rounds: number;
}

/** The steps of a process as they stand (SE-3). Sent back for another round, those behind the open one are to come again. */
export function shownSteps({ process, history, current }: Pick<CaseProcess, 'process' | 'history' | 'current'>): readonly ShownStep[] {
  const at = process.steps.findIndex((step) => step.key === current?.step);
  return process.steps.map((step, index) => {
    const rounds = history.filter((each) => each.key === step.key && each.state === 'done');
    const done = rounds.at(-1);
    return { step, state: stateOf(index, at, done !== undefined, current), done, rounds: rounds.length };
  });
}

function stateOf(index: number, at: number, wasDone: boolean, current: CaseProcess['current']): StepState {
  if (current === null || at < 0) return wasDone ? 'done' : 'skipped';
  if (index === at) return current.state;
  return index < at && wasDone ? 'done' : 'toCome';
}
