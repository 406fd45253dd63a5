import { type CustomerStage, customerStages, needsWords, stageTransitions } from '../../rules/stage-change.ts';

export const isStage = (value: unknown): value is CustomerStage => customerStages.some((stage) => stage === value);

/** What the person is asked before a change of stage (CU-6). */
export interface StageQuestion {
  readonly asksLostReason: boolean;
  readonly needsWords: boolean;
  /** There is no direct way back, so the change is not made on one click. */
  readonly isOneWay: boolean;
}

export function stageQuestion(from: CustomerStage, to: CustomerStage): StageQuestion {
  return { asksLostReason: to === 'lost', needsWords: needsWords(from, to), isOneWay: !stageTransitions[to].includes(from) };
}

export function isAskedFirst(from: CustomerStage, to: CustomerStage): boolean {
  const question = stageQuestion(from, to);
  return question.asksLostReason || question.needsWords || question.isOneWay;
}

/** The stages of the bar: disqualified has its own approval (CU-23) and shows only on a record that has it. */
export function barStages(current: CustomerStage): readonly CustomerStage[] {
  return customerStages.filter((stage) => stage !== 'disqualified' || current === 'disqualified');
}
