import { type AnswerIssue, type Process, type ProcessStep, type StepAnswers, answerIssues, stepAfter, stepOf } from './process.ts';

/** A step that was done in a walk through a made-up case. */
export interface WalkedStep {
  readonly key: string;
  /** How often the case came here, this time included. */
  readonly round: number;
  readonly answers: StepAnswers;
}

export interface Walk {
  readonly done: readonly WalkedStep[];
  /** The open step; undefined when the case is closed. */
  readonly open: ProcessStep | undefined;
}

type Steps = Pick<Process, 'steps'>;

/** A case that was just taken in: what is recorded by taking it in is done. */
export function beginWalk(process: Steps): Walk {
  const [first] = process.steps;
  if (first?.effect !== 'record') return { done: [], open: first };
  return { done: [{ key: first.key, round: 1, answers: {} }], open: stepAfter(process, first.key, {}) };
}

/** Does the open step of a walk by the rules of real cases; what is wrong with the answers leaves it where it is. */
export function stepOn(process: Steps, walk: Walk, answers: StepAnswers): { readonly walk: Walk; readonly issues: readonly AnswerIssue[] } {
  const step = walk.open && stepOf(process, walk.open.key);
  if (!step) return { walk: { ...walk, open: undefined }, issues: [] };
  const issues = answerIssues(step, answers);
  if (issues.length > 0) return { walk, issues };
  const round = walk.done.filter((each) => each.key === step.key).length + 1;
  return { walk: { done: [...walk.done, { key: step.key, round, answers }], open: stepAfter(process, step.key, answers) }, issues };
}
