import type { Bilingual } from '#kernel/texts.ts';
import { knownChoices, neededQuestions } from '../../rules/process-check.ts';
import type { ProcessStep, QuestionType, StepEffect, StepQuestion, StepTurn } from '../../rules/process.ts';
import { shippedProcesses } from '../../rules/shipped-processes.ts';

/** A process as it is worked on. */
export interface WorkedProcess {
  readonly name: Bilingual;
  readonly steps: readonly ProcessStep[];
}

const blank: Bilingual = { 'zh-CN': '', en: '' };

/** A key that nothing has yet: `step3`, `answer2`. */
export function freeKey(stem: string, taken: readonly string[]): string {
  let at = taken.length + 1;
  while (taken.includes(`${stem}${at}`)) at += 1;
  return `${stem}${at}`;
}

/** Moves an item of a list to a place; outside of it, nothing moves. */
export function movedTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  return item === undefined || to < 0 || to >= list.length || from === to ? list : list.toSpliced(from, 1).toSpliced(to, 0, item);
}

export const isFirstStep = (step: Pick<ProcessStep, 'effect'>): boolean => step.effect === 'record';

/** A new step before the last but after what records the case. */
export function withNewStep(process: WorkedProcess, at: number): { readonly process: WorkedProcess; readonly key: string } {
  const key = freeKey('step', process.steps.map((step) => step.key));
  const step: ProcessStep = { key, label: blank, actor: 'handler', effect: 'none', questions: [] };
  return { process: { ...process, steps: process.steps.toSpliced(at, 0, step) }, key };
}

/** Without a step; turns that led to it go with it. */
export function withoutStep(process: WorkedProcess, key: string): WorkedProcess {
  const steps = process.steps.filter((step) => step.key !== key).map((step) => withTurns(step, (step.turns ?? []).filter((turn) => turn.to !== key)));
  return { ...process, steps };
}

export const withStep = (process: WorkedProcess, step: ProcessStep): WorkedProcess => ({ ...process, steps: process.steps.map((each) => (each.key === step.key ? step : each)) });

/** A step without turns has no such part. */
export function withTurns({ turns: _old, ...step }: ProcessStep, turns: readonly StepTurn[]): ProcessStep {
  return turns.length === 0 ? step : { ...step, turns };
}

export function withDue({ due: _old, ...step }: ProcessStep, due: ProcessStep['due']): ProcessStep {
  return due === undefined ? step : { ...step, due };
}

/** How the shipped processes ask what an effect works with. */
function shippedQuestion(effect: StepEffect, key: string): StepQuestion | undefined {
  return shippedProcesses.flatMap((process) => process.steps).find((step) => step.effect === effect)?.questions.find((question) => question.key === key);
}

/** The step with another effect: what that one works with is asked, what is already asked stays. */
export function withEffect(step: ProcessStep, effect: StepEffect): ProcessStep {
  if (effect === 'record') return withTurns({ ...step, effect, questions: [] }, []);
  const needed = neededQuestions[effect].filter(({ key }) => !step.questions.some((question) => question.key === key));
  const asked = needed.flatMap(({ key }) => shippedQuestion(effect, key) ?? []);
  return { ...step, effect, questions: [...asked.map((question) => (question.when && !asked.some((each) => each.key === question.when?.key) ? withoutWhen(question) : question)), ...step.questions] };
}

const withoutWhen = ({ when: _gone, ...question }: StepQuestion): StepQuestion => question;

/** Whether the effect of the step reads the question: then it stays, required and of its type. */
export const isNeeded = (step: ProcessStep, key: string): boolean => neededQuestions[step.effect].some((needed) => needed.key === key);

/** The values of a choice that the program reads; undefined where the company is free. */
export const fixedValues = (step: ProcessStep, key: string): readonly string[] | undefined => (isNeeded(step, key) ? knownChoices[key] : undefined);

export function withNewQuestion(step: ProcessStep): ProcessStep {
  const key = freeKey('question', step.questions.map((question) => question.key));
  return { ...step, questions: [...step.questions, { key, type: 'text', label: blank, isRequired: true }] };
}

export const withQuestion = (step: ProcessStep, question: StepQuestion): ProcessStep => ({ ...step, questions: step.questions.map((each) => (each.key === question.key ? question : each)) });

/** Without a question; what was asked only because of it is asked always, turns on it go. */
export function withoutQuestion(step: ProcessStep, key: string): ProcessStep {
  const questions = step.questions.filter((question) => question.key !== key).map((question) => (question.when?.key === key ? withoutWhen(question) : question));
  return withTurns({ ...step, questions }, (step.turns ?? []).filter((turn) => turn.key !== key));
}

/** Another type of answer: a choice begins with two empty ones, others have none. */
export function withType({ choices, ...question }: StepQuestion, type: QuestionType): StepQuestion {
  return type === 'choice' ? { ...question, type, choices: choices ?? [{ value: 'choice1', label: blank }, { value: 'choice2', label: blank }] } : { ...question, type };
}

export const withWhen = (question: StepQuestion, when: StepQuestion['when']): StepQuestion => (when === undefined ? withoutWhen(question) : { ...question, when });

/** Questions whose answer can be told apart: a turn or another question may hang on it. */
export const branching = (questions: readonly StepQuestion[]): readonly StepQuestion[] => questions.filter((question) => question.type === 'boolean' || (question.type === 'choice' && (question.choices ?? []).length > 0));

/** The first answer of a question that something hangs on. */
export const firstValue = (question: StepQuestion): string | boolean => (question.type === 'boolean' ? false : (question.choices?.[0]?.value ?? ''));
