import type { Majority, StepRule } from './flow.ts';

export type TaskState = 'waiting' | 'later' | 'approved' | 'rejected' | 'returned' | 'passed' | 'skipped';
export type LineState = 'open' | 'approved' | 'rejected';
export type StepOutcome = 'open' | 'passed' | 'rejected';

/** A signer and those who were added before or after, or to whom it was passed: one opinion for the step. */
export function lineState(states: readonly TaskState[]): LineState {
  if (states.includes('rejected')) return 'rejected';
  if (states.includes('waiting') || states.includes('later')) return 'open';
  return states.includes('approved') ? 'approved' : 'open';
}

const enough = (majority: Majority, yes: number, cast: number): boolean => {
  if (majority === 'simple') return yes * 2 > cast;
  return majority === 'twoThirds' ? yes * 3 >= cast * 2 : yes === cast;
};

/**
 * What the opinions so far make of a step (PL-42). `any`: the first opinion decides; `all`: one "no" decides; a vote is
 * decided as soon as the votes still to come cannot change it.
 */
export function stepOutcome(rule: StepRule, lines: readonly LineState[]): StepOutcome {
  if (lines.length === 0) return 'open';
  const yes = lines.filter((line) => line === 'approved').length;
  const no = lines.filter((line) => line === 'rejected').length;
  const open = lines.length - yes - no;
  if (rule.kind === 'any') return no > 0 ? 'rejected' : yes > 0 ? 'passed' : 'open';
  if (rule.kind === 'all') return no > 0 ? 'rejected' : open === 0 ? 'passed' : 'open';
  // A committee that became smaller than its quorum needs everybody who is left.
  const quorum = Math.min(rule.quorum, lines.length);
  if (yes + no >= quorum && enough(rule.majority, yes, lines.length)) return 'passed';
  if (!enough(rule.majority, yes + open, lines.length)) return 'rejected';
  return open === 0 ? 'rejected' : 'open';
}
