import { type ProcessStep, type QuestionType, type StepEffect, type StepQuestion, stepActors, stepEffects } from './process.ts';

/** What the program reads out of a step's answers; without these questions its effect has nothing to work with. */
export const neededQuestions: Readonly<Record<StepEffect, readonly { readonly key: string; readonly types: readonly QuestionType[] }[]>> = {
  record: [],
  judge: [{ key: 'validity', types: ['choice'] }, { key: 'severity', types: ['choice'] }],
  cause: [{ key: 'cause', types: ['cause'] }],
  assign: [{ key: 'responsible', types: ['user'] }],
  propose: [{ key: 'solution', types: ['longText', 'text'] }],
  answer: [{ key: 'reply', types: ['longText', 'text'] }],
  callback: [{ key: 'isSolved', types: ['boolean'] }, { key: 'satisfaction', types: ['score'] }],
  evaluate: [{ key: 'department', types: ['choice'] }, { key: 'feedback', types: ['longText', 'text'] }],
  none: [],
};

/** Values that the program understands of a choice, where it reads one; a company may ask fewer of them, never others. */
export const knownChoices: Readonly<Record<string, readonly string[]>> = {
  validity: ['valid', 'invalid'], severity: ['ordinary', 'major'], department: ['design', 'production', 'operations', 'service'],
};

export type RemarkCode =
  | 'no-steps' | 'key-twice' | 'question-twice' | 'no-name' | 'question-no-name' | 'no-choices' | 'choice-twice' | 'choice-unknown'
  | 'unknown-actor' | 'unknown-effect' | 'nobody-responsible' | 'record-not-first' | 'first-asks' | 'question-missing' | 'question-optional'
  | 'turn-to-nowhere' | 'turn-without-question' | 'turn-value' | 'when-without-question' | 'when-too-late' | 'unreachable' | 'no-end' | 'due-amount'
  | 'no-answer' | 'no-due';

/** Something about a process: an `error` keeps it from being published, a `hint` is for thought. */
export interface Remark {
  readonly level: 'error' | 'hint';
  readonly code: RemarkCode;
  /** Key of the step; empty for the whole. */
  readonly step: string;
  /** Key of the question that it is about. */
  readonly question?: string;
  /** A value or a step that the remark names. */
  readonly value?: string;
}

type Steps = readonly ProcessStep[];

const error = (code: RemarkCode, step: string, more: Pick<Remark, 'question' | 'value'> = {}): Remark => ({ level: 'error', code, step, ...more });
const hint = (code: RemarkCode, step: string): Remark => ({ level: 'hint', code, step });
const isBlank = (label: ProcessStep['label']): boolean => label['zh-CN'].trim() === '' || label.en.trim() === '';

/** All answers that a question can have, where they can be told apart; undefined where they cannot. */
function valuesOf(question: StepQuestion | undefined): readonly (string | boolean)[] | undefined {
  if (question?.type === 'boolean') return [true, false];
  return question?.type === 'choice' ? (question.choices ?? []).map((choice) => choice.value) : undefined;
}

/** Whether some answer leads away whatever is said, so that the step that follows in order never comes. */
function alwaysTurns(step: ProcessStep): boolean {
  return step.questions.some((question) => {
    if (!question.isRequired || question.when !== undefined) return false;
    const values = valuesOf(question);
    return values !== undefined && values.length > 0 && values.every((value) => step.turns?.some((turn) => turn.key === question.key && turn.is === value));
  });
}

const END = -1;

/** Where a step can lead to: places in the order, END after the last one. */
function waysFrom(steps: Steps, at: number): readonly number[] {
  const step = steps[at];
  if (step === undefined) return [];
  const turns = (step.turns ?? []).map((turn) => steps.findIndex((each) => each.key === turn.to)).filter((to) => to >= 0);
  return alwaysTurns(step) ? turns : [...turns, at + 1 < steps.length ? at + 1 : END];
}

function reachable(steps: Steps, from: number): ReadonlySet<number> {
  const seen = new Set<number>([from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of waysFrom(steps, at)) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}

function pathRemarks(steps: Steps): Remark[] {
  const seen = reachable(steps, 0);
  return steps.flatMap((step, at): Remark[] => {
    if (!seen.has(at)) return [error('unreachable', step.key)];
    return reachable(steps, at).has(END) ? [] : [error('no-end', step.key)];
  });
}

function turnRemarks(steps: Steps, step: ProcessStep): Remark[] {
  return (step.turns ?? []).flatMap((turn): Remark[] => {
    const question = step.questions.find((each) => each.key === turn.key);
    const values = valuesOf(question);
    return [
      ...(steps.some((each) => each.key === turn.to) ? [] : [error('turn-to-nowhere', step.key, { value: turn.to })]),
      ...(values === undefined ? [error('turn-without-question', step.key, { question: turn.key })] : values.includes(turn.is) ? [] : [error('turn-value', step.key, { question: turn.key, value: String(turn.is) })]),
    ];
  });
}

function questionRemarks(step: ProcessStep, question: StepQuestion, at: number): Remark[] {
  const about = { question: question.key };
  const values = (question.choices ?? []).map((choice) => choice.value);
  const known = neededQuestions[step.effect]?.some((needed) => needed.key === question.key) ? knownChoices[question.key] : undefined;
  const strange = question.type === 'choice' ? values.find((value) => known !== undefined && !known.includes(value)) : undefined;
  const asked = step.questions.findIndex((each) => each.key === question.when?.key);
  const isNameless = isBlank(question.label) || (question.choices ?? []).some((choice) => isBlank(choice.label));
  return [
    ...(step.questions.findIndex((each) => each.key === question.key) < at ? [error('question-twice', step.key, about)] : []),
    ...(isNameless ? [error('question-no-name', step.key, about)] : []),
    ...(question.type === 'choice' && values.length < 2 ? [error('no-choices', step.key, about)] : []),
    ...(new Set(values).size < values.length ? [error('choice-twice', step.key, about)] : []),
    ...(strange === undefined ? [] : [error('choice-unknown', step.key, { ...about, value: strange })]),
    ...(question.when === undefined ? [] : asked < 0 ? [error('when-without-question', step.key, about)] : asked >= at ? [error('when-too-late', step.key, about)] : []),
  ];
}

function effectRemarks(step: ProcessStep, at: number): Remark[] {
  if (step.effect === 'record') return at > 0 ? [error('record-not-first', step.key)] : step.questions.length > 0 ? [error('first-asks', step.key)] : [];
  return (neededQuestions[step.effect] ?? []).flatMap(({ key, types }): Remark[] => {
    const question = step.questions.find((each) => each.key === key);
    if (!question || !types.includes(question.type)) return [error('question-missing', step.key, { question: key })];
    return question.isRequired ? [] : [error('question-optional', step.key, { question: key })];
  });
}

function actorRemarks(steps: Steps, step: ProcessStep, at: number): Remark[] {
  if (!stepActors.includes(step.actor)) return [error('unknown-actor', step.key, { value: step.actor })];
  const isNamed = steps.slice(0, at).some((each) => each.effect === 'assign');
  return step.actor === 'responsible' && !isNamed ? [error('nobody-responsible', step.key)] : [];
}

/** Which deadline binds a step: its own, the whole one until the customer is answered, that of the call back; undefined where none does. */
export function limitOf(steps: Steps, at: number): 'own' | 'whole' | 'callback' | undefined {
  const step = steps[at];
  if (step === undefined) return undefined;
  if (step.due !== undefined) return 'own';
  const answered = steps.findLastIndex((each) => each.effect === 'answer');
  if (answered < 0 || at <= answered) return 'whole';
  return step.effect === 'callback' ? 'callback' : undefined;
}

function stepRemarks(steps: Steps, step: ProcessStep, at: number): Remark[] {
  const hasBadDue = step.due !== undefined && !(step.due.amount > 0 && step.due.amount <= 999 && (step.due.measure !== 'workingDays' || Number.isInteger(step.due.amount)));
  return [
    ...(steps.findIndex((each) => each.key === step.key) < at ? [error('key-twice', step.key)] : []),
    ...(isBlank(step.label) ? [error('no-name', step.key)] : []),
    ...(stepEffects.includes(step.effect) ? effectRemarks(step, at) : [error('unknown-effect', step.key, { value: step.effect })]),
    ...actorRemarks(steps, step, at),
    ...step.questions.flatMap((question, place) => questionRemarks(step, question, place)),
    ...turnRemarks(steps, step),
    ...(hasBadDue ? [error('due-amount', step.key)] : limitOf(steps, at) === undefined ? [hint('no-due', step.key)] : []),
  ];
}

/** What is wrong with a process, errors first, each at its step (SE-3): asked before it is published, and while it is edited. */
export function checkProcess({ steps }: { readonly steps: Steps }): Remark[] {
  if (steps.length === 0) return [error('no-steps', '')];
  const all = [
    ...steps.flatMap((step, at) => stepRemarks(steps, step, at)), ...pathRemarks(steps),
    ...(steps.some((step) => step.effect === 'answer') ? [] : [hint('no-answer', '')]),
  ];
  return [...all.filter((remark) => remark.level === 'error'), ...all.filter((remark) => remark.level === 'hint')];
}

export const hasErrors = (remarks: readonly Remark[]): boolean => remarks.some((remark) => remark.level === 'error');
