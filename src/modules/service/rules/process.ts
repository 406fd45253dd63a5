import type { Bilingual } from '#kernel/texts.ts';
import type { Measure } from './deadline.ts';

/** Who does a step: `recheck` is anybody of the team but the person responsible; `manager` the handler's manager or a supervisor. */
export const stepActors = ['firstReceiver', 'handler', 'responsible', 'recheck', 'manager'] as const;
export type StepActor = (typeof stepActors)[number];

/** What the program does with the answers of a step; `none` only keeps them. */
export const stepEffects = ['record', 'judge', 'cause', 'assign', 'propose', 'answer', 'callback', 'evaluate', 'none'] as const;
export type StepEffect = (typeof stepEffects)[number];

export const questionTypes = ['text', 'longText', 'choice', 'boolean', 'score', 'date', 'user', 'cause', 'files'] as const;
export type QuestionType = (typeof questionTypes)[number];

export interface StepQuestion {
  readonly key: string;
  readonly type: QuestionType;
  readonly label: Bilingual;
  readonly isRequired: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: Bilingual }[];
  /** Asked only when another answer of the step has this value. */
  readonly when?: { readonly key: string; readonly is: string | boolean };
}

/** How long a step may take from when it opens, by the calendar of the case's unit. */
export interface StepDue {
  readonly measure: Measure;
  readonly amount: number;
}

/** An answer that leads elsewhere than to the next step: back for another round of work, or past steps that are not needed. */
export interface StepTurn {
  readonly key: string;
  readonly is: string | boolean;
  readonly to: string;
}

export interface ProcessStep {
  readonly key: string;
  readonly label: Bilingual;
  readonly actor: StepActor;
  readonly effect: StepEffect;
  /** Absent: the deadlines of the case's policies are all that binds it (SE-4). */
  readonly due?: StepDue;
  readonly questions: readonly StepQuestion[];
  readonly turns?: readonly StepTurn[];
}

/** A process as data (SE-3): its steps in order; after the last one the case is closed. */
export interface Process {
  readonly key: string;
  readonly name: Bilingual;
  readonly steps: readonly ProcessStep[];
}

export type StepAnswers = Readonly<Record<string, unknown>>;

export const stepOf = (process: Pick<Process, 'steps'>, key: string): ProcessStep | undefined => process.steps.find((step) => step.key === key);

/** The step that follows these answers; undefined after the last one. */
export function stepAfter(process: Pick<Process, 'steps'>, key: string, answers: StepAnswers): ProcessStep | undefined {
  const at = process.steps.findIndex((step) => step.key === key);
  const turn = process.steps[at]?.turns?.find((each) => answers[each.key] === each.is);
  return turn ? stepOf(process, turn.to) : process.steps[at + 1];
}

export const isAsked = (question: StepQuestion, answers: StepAnswers): boolean => question.when === undefined || answers[question.when.key] === question.when.is;

export interface AnswerIssue {
  readonly key: string;
  readonly code: 'required' | 'not-a-choice' | 'wrong-type' | 'unknown';
}

const fits: Readonly<Record<QuestionType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 200,
  longText: (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 20_000,
  choice: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  score: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5,
  date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  user: isId,
  cause: isId,
  files: (value) => Array.isArray(value) && value.length > 0 && value.every(isId),
};

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What is wrong with the answers of a step; nothing may be left out that is asked and required (SE-3). */
export function answerIssues(step: ProcessStep, answers: StepAnswers): AnswerIssue[] {
  const known = new Set(step.questions.map((question) => question.key));
  const strays = Object.keys(answers).filter((key) => !known.has(key)).map((key): AnswerIssue => ({ key, code: 'unknown' }));
  return [...strays, ...step.questions.flatMap((question): AnswerIssue[] => {
    const value = answers[question.key];
    if (!isAsked(question, answers)) return isBlank(value) ? [] : [{ key: question.key, code: 'unknown' }];
    if (isBlank(value)) return question.isRequired ? [{ key: question.key, code: 'required' }] : [];
    if (!fits[question.type](value)) return [{ key: question.key, code: 'wrong-type' }];
    const isStrange = question.choices !== undefined && !question.choices.some((choice) => choice.value === value);
    return isStrange ? [{ key: question.key, code: 'not-a-choice' }] : [];
  })];
}
