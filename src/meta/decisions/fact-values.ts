import { parseCalendarDate, CalendarDate } from './feel/calendar-date.ts';
import type { Choice, FactType, FactValue, FactValues, PolicyModel } from './decision-model.ts';
import type { FeelValue } from './feel/feel-value.ts';

export interface FactIssue {
  readonly fact: string;
  readonly code: 'unknown-fact' | 'wrong-type' | 'not-a-choice' | 'out-of-range' | 'may-not-be-empty';
}

interface Declared {
  readonly type: FactType;
  readonly choices?: readonly Choice[];
  readonly min?: number;
  readonly max?: number;
}

/** What is wrong with given facts. Facts that are not given are no issue: a decision may not need them (RE-21). */
export function checkFacts(model: PolicyModel, values: FactValues): FactIssue[] {
  return Object.entries(values).flatMap(([name, value]): FactIssue[] => {
    const fact = model.facts.find((each) => each.name === name);
    if (!fact) return [{ fact: name, code: 'unknown-fact' }];
    if (value === null) return fact.isNullable === true ? [] : [{ fact: name, code: 'may-not-be-empty' }];
    const code = valueFault(fact, value);
    return code ? [{ fact: name, code }] : [];
  });
}

function valueFault(fact: Declared, value: FactValue): FactIssue['code'] | null {
  if (toFeel(fact.type, value) === undefined) return 'wrong-type';
  if (fact.type === 'choice' && !isChoice(fact, value)) return 'not-a-choice';
  if (isList(value) && !value.every((each) => isChoice(fact, each))) return 'not-a-choice';
  if (typeof value === 'number' && (value < (fact.min ?? -Infinity) || value > (fact.max ?? Infinity))) return 'out-of-range';
  return null;
}

const isList = (value: FactValue): value is readonly string[] => Array.isArray(value);
const isChoice = (fact: Declared, value: FactValue) => (fact.choices ?? []).some((choice) => choice.value === value);

const typed: Readonly<Record<FactType, (value: FactValue) => FeelValue>> = {
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  text: (value) => (typeof value === 'string' ? value : undefined),
  choice: (value) => (typeof value === 'string' ? value : undefined),
  choices: (value) => (Array.isArray(value) ? value : undefined),
  date: (value) => (typeof value === 'string' ? (parseCalendarDate(value) ?? undefined) : undefined),
  // Instants compare as texts once they are all written alike.
  dateTime: (value) => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined),
};

/** A stored value as FEEL sees it; undefined when it is not of the type. */
export function toFeel(type: FactType, value: FactValue): FeelValue {
  return value === null ? null : typed[type](value);
}

/** A FEEL value as it is stored and shown. */
export function fromFeel(value: FeelValue): FactValue {
  if (value instanceof CalendarDate) return value.iso;
  if (Array.isArray(value)) return value.map((each) => String(each));
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}
