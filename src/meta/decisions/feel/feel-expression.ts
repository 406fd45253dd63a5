import { addSpan, CalendarDate, CalendarSpan, daysBetween, parseCalendarDate, parseCalendarSpan } from './calendar-date.ts';
import { BeyondSubset, TokenReader } from './feel-tokens.ts';
import { compareFeel, equalFeel, type FeelValue, type Scope } from './feel-value.ts';

/** Compiled FEEL: no parsing when it runs. Missing names are null, as in FEEL. */
export type Run = (scope: Scope) => FeelValue;

/**
 * Compiles the part of FEEL that policies use: literals, dotted names, arithmetic, comparisons, and/or/not, if,
 * dates and spans of months or days. Throws BeyondSubset for the rest.
 */
export function compileSubset(text: string): Run {
  const reader = new TokenReader(text);
  const run = parseExpression(reader);
  if (!reader.isAtEnd) throw new BeyondSubset(reader.peek().text);
  return run;
}

/** One expression from where the reader stands. */
export function parseExpression(reader: TokenReader): Run {
  if (reader.take('if')) return parseIf(reader);
  let left = parseConjunction(reader);
  while (reader.take('or')) {
    const [a, b] = [left, parseConjunction(reader)];
    left = (scope) => either(a(scope), () => b(scope), true);
  }
  return left;
}

function parseIf(reader: TokenReader): Run {
  const condition = parseExpression(reader);
  reader.expect('then');
  const yes = parseExpression(reader);
  reader.expect('else');
  const no = parseExpression(reader);
  return (scope) => (condition(scope) === true ? yes(scope) : no(scope));
}

function parseConjunction(reader: TokenReader): Run {
  let left = parseComparison(reader);
  while (reader.take('and')) {
    const [a, b] = [left, parseComparison(reader)];
    left = (scope) => either(a(scope), () => b(scope), false);
  }
  return left;
}

/** Three-valued or (`stop` true) and and (`stop` false). The second is not looked at when the first settles it: its facts may be missing. */
function either(a: FeelValue, second: () => FeelValue, stop: boolean): boolean | null {
  if (a === stop) return stop;
  const b = second();
  if (b === stop) return stop;
  return a === !stop && b === !stop ? !stop : null;
}

const comparisons: Readonly<Record<string, (a: FeelValue, b: FeelValue) => boolean | null>> = {
  '=': equalFeel,
  '!=': (a, b) => negate(equalFeel(a, b)),
  '<': (a, b) => ordered(a, b, (o) => o < 0),
  '<=': (a, b) => ordered(a, b, (o) => o <= 0),
  '>': (a, b) => ordered(a, b, (o) => o > 0),
  '>=': (a, b) => ordered(a, b, (o) => o >= 0),
};

const negate = (value: FeelValue) => (typeof value === 'boolean' ? !value : null);

function ordered(a: FeelValue, b: FeelValue, holds: (order: number) => boolean): boolean | null {
  const order = compareFeel(a, b);
  return order === null ? null : holds(order);
}

function parseComparison(reader: TokenReader): Run {
  const left = parseSum(reader);
  const sign = reader.peek();
  const compare = sign.kind === 'sign' ? comparisons[sign.text] : undefined;
  if (compare) {
    reader.next();
    const right = parseSum(reader);
    return (scope) => compare(left(scope), right(scope));
  }
  if (!reader.take('between')) return left;
  const low = parseSum(reader);
  reader.expect('and');
  const high = parseSum(reader);
  return (scope) => {
    const value = left(scope);
    return either(ordered(value, low(scope), (o) => o >= 0), () => ordered(value, high(scope), (o) => o <= 0), false);
  };
}

function parseSum(reader: TokenReader): Run {
  let left = parseProduct(reader);
  for (;;) {
    const apply = reader.take('+') ? add : reader.take('-') ? subtract : null;
    if (!apply) return left;
    const [a, b] = [left, parseProduct(reader)];
    left = (scope) => apply(a(scope), b(scope));
  }
}

function add(a: FeelValue, b: FeelValue): FeelValue {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (a instanceof CalendarDate && b instanceof CalendarSpan) return addSpan(a, b);
  if (a instanceof CalendarSpan && b instanceof CalendarDate) return addSpan(b, a);
  return null;
}

function subtract(a: FeelValue, b: FeelValue): FeelValue {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a instanceof CalendarDate && b instanceof CalendarDate) return new CalendarSpan(0, daysBetween(b, a));
  if (a instanceof CalendarDate && b instanceof CalendarSpan) return addSpan(a, new CalendarSpan(-b.months, -b.days));
  return null;
}

function parseProduct(reader: TokenReader): Run {
  let left = parseUnary(reader);
  for (;;) {
    const isTimes = reader.take('*');
    if (!isTimes && !reader.take('/')) return left;
    const [a, b] = [left, parseUnary(reader)];
    left = (scope) => {
      const [x, y] = [a(scope), b(scope)];
      if (typeof x !== 'number' || typeof y !== 'number') return null;
      if (isTimes) return x * y;
      return y === 0 ? null : x / y;
    };
  }
}

function parseUnary(reader: TokenReader): Run {
  if (!reader.take('-')) return parsePrimary(reader);
  const inner = parsePrimary(reader);
  return (scope) => {
    const value = inner(scope);
    return typeof value === 'number' ? -value : null;
  };
}

function parsePrimary(reader: TokenReader): Run {
  const token = reader.next();
  if (token.kind === 'number') return constant(Number(token.text));
  if (token.kind === 'string') return constant(token.text);
  if (token.kind === 'sign' && token.text === '@') return constant(temporal(reader.next().text));
  if (token.kind === 'sign' && token.text === '(') {
    const inner = parseExpression(reader);
    reader.expect(')');
    return inner;
  }
  if (token.kind === 'name') return parseName(token.text, reader);
  throw new BeyondSubset(token.text);
}

const constant = (value: FeelValue): Run => () => value;

function temporal(text: string): FeelValue {
  const value = parseCalendarDate(text) ?? parseCalendarSpan(text);
  if (value === null) throw new BeyondSubset(text);
  return value;
}

const words: ReadonlyMap<string, boolean | null> = new Map([['true', true], ['false', false], ['null', null]]);
const reserved = new Set(['then', 'else', 'in', 'some', 'every', 'for', 'return', 'satisfies', 'function', 'instance', 'of', 'and', 'or', 'if', 'between']);

function parseName(name: string, reader: TokenReader): Run {
  const word = words.get(name);
  if (word !== undefined) return constant(word);
  if (reserved.has(name)) throw new BeyondSubset(name);
  if (reader.take('(')) return parseCall(name, reader);
  const path = [name];
  while (reader.take('.')) {
    const part = reader.next();
    if (part.kind !== 'name') throw new BeyondSubset(part.text);
    path.push(part.text);
  }
  const next = reader.peek();
  // `days and time duration(…)`: a name with spaces belongs to the reference engine.
  if (next.kind === 'name' && !['and', 'or', 'then', 'else', 'between'].includes(next.text)) throw new BeyondSubset(next.text);
  return path.length === 1 ? (scope) => scope[name] ?? null : (scope) => readPath(scope, path);
}

function readPath(scope: Scope, path: readonly string[]): FeelValue {
  let value: unknown = scope;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || value instanceof CalendarDate || value instanceof CalendarSpan) return null;
    value = (value as Scope)[part] ?? null;
  }
  return value;
}

const calls: Readonly<Record<string, (value: FeelValue) => FeelValue>> = {
  not: negate,
  date: (value) => (typeof value === 'string' ? parseCalendarDate(value) : null),
  duration: (value) => (typeof value === 'string' ? parseCalendarSpan(value) : null),
  string: (value) => (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? String(value) : null),
};

function parseCall(name: string, reader: TokenReader): Run {
  const call = calls[name];
  if (!call) throw new BeyondSubset(name);
  const token = reader.peek();
  const isLiteral = token.kind === 'string' && reader.peek(1).text === ')';
  const argument = parseExpression(reader);
  reader.expect(')');
  if (isLiteral && (name === 'date' || name === 'duration')) temporal(token.text);
  return (scope) => call(argument(scope));
}
