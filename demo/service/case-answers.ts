import type { ProcessStep, StepAnswers } from '#modules/service/rules/process.ts';
import type { Dice } from '../seeded-random.ts';
import type { Draft } from './case-draft.ts';
import { callbackWords, feedbackOf, invalidReason, replyOf, solutionOf, summaryOf } from './desk-words.ts';
import type { DeskFacts } from './desk-facts.ts';

interface Given {
  readonly dice: Dice;
  readonly desk: DeskFacts;
  readonly draft: Draft;
  readonly isSolved: boolean;
}

const scores = { 5: 38, 4: 41, 3: 15, 2: 5, 1: 1 } as const;

/** The answer to one question; undefined: not asked, or left out. */
function answerOf(key: string, satisfaction: number, { dice, desk, draft, isSolved }: Given): unknown {
  const { scene, thing, isValid, severity } = draft;
  const cause = scene.cause === '' ? undefined : desk.causes.get(scene.cause);
  const work = (): string => dice.pick(scene.works);
  const answers: Readonly<Record<string, () => unknown>> = {
    validity: () => (isValid ? 'valid' : 'invalid'),
    severity: () => (isValid ? severity : undefined),
    reason: () => (isValid ? undefined : invalidReason(dice)),
    cause: () => cause?.id,
    findings: () => `${thing}：${dice.pick(scene.findings)}。`,
    responsible: () => (dice.chance(0.75) ? draft.owner : dice.pick(desk.agents)),
    solution: () => solutionOf(dice, thing, work()),
    reply: () => replyOf(dice, thing, work()),
    isOnSpot: () => (draft.isOnSpot ? true : undefined),
    isSolved: () => isSolved,
    satisfaction: () => satisfaction,
    words: () => (dice.chance(0.55) ? callbackWords(dice, satisfaction > 2) : undefined),
    summary: () => summaryOf(dice, scene.cause),
    department: () => cause?.department ?? 'service',
    feedback: () => feedbackOf(dice, thing, scene.cause),
    result: () => `${work()}。`,
    isPassed: () => true,
  };
  return answers[key]?.();
}

/** What is answered in a step, in the order of its questions. */
export function answersOf(step: ProcessStep, given: Given): StepAnswers {
  const satisfaction = given.isSolved ? Number(given.dice.weighted(scores)) : given.dice.between(1, 2);
  const answers = step.questions.map((question): [string, unknown] => [question.key, answerOf(question.key, satisfaction, given)]);
  return Object.fromEntries(answers.filter(([, value]) => value !== undefined));
}
