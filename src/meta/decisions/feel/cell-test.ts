import type { CalendarDate } from './calendar-date.ts';
import { parseExpression } from './feel-expression.ts';
import { BeyondSubset, TokenReader } from './feel-tokens.ts';
import { compareFeel, equalFeel, type FeelValue, type Scope } from './feel-value.ts';
import { referenceTest } from './reference-engine.ts';

export type Literal = string | number | boolean | null | CalendarDate;
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One alternative of a cell: a value or a bound, a closed or open range. */
export type Alternative =
  | { readonly kind: 'compare'; readonly operator: Operator; readonly value: Literal }
  | { readonly kind: 'range'; readonly low: Literal; readonly high: Literal; readonly isLowOpen: boolean; readonly isHighOpen: boolean };

/** A condition cell, read once. `opaque` is FEEL that only the reference engine understands. */
export type CellSyntax =
  | { readonly kind: 'any' }
  | { readonly kind: 'oneOf'; readonly isNegated: boolean; readonly alternatives: readonly Alternative[] }
  | { readonly kind: 'opaque'; readonly text: string };

export type CellTest = (value: FeelValue, scope: Scope) => boolean;

/** Reads a FEEL unary test; never throws: what is beyond the compiled part becomes opaque. */
export function readCell(text: string): CellSyntax {
  if (text.trim() === '' || text.trim() === '-') return { kind: 'any' };
  try {
    const reader = new TokenReader(text);
    const isNegated = reader.peek().text === 'not' && reader.peek(1).text === '(';
    if (isNegated) {
      reader.next();
      reader.next();
    }
    const alternatives = [readAlternative(reader)];
    while (reader.take(',')) alternatives.push(readAlternative(reader));
    if (isNegated) reader.expect(')');
    if (!reader.isAtEnd) throw new BeyondSubset(text);
    return { kind: 'oneOf', isNegated, alternatives };
  } catch (error) {
    if (!(error instanceof BeyondSubset)) throw error;
    return { kind: 'opaque', text };
  }
}

const operators: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>='];

function readAlternative(reader: TokenReader): Alternative {
  const first = reader.peek();
  if (first.kind === 'sign' && ['[', ']', '('].includes(first.text)) return readRange(reader);
  const operator = first.kind === 'sign' ? operators.find((each) => each === first.text) : undefined;
  if (operator) reader.next();
  const value = readLiteral(reader);
  if (operator && operator !== '=' && operator !== '!=' && (value === null || typeof value === 'boolean')) {
    throw new BeyondSubset('no order');
  }
  return { kind: 'compare', operator: operator ?? '=', value };
}

function readRange(reader: TokenReader): Alternative {
  const isLowOpen = reader.next().text !== '[';
  const low = readLiteral(reader);
  reader.expect('..');
  const high = readLiteral(reader);
  const end = reader.next();
  if (end.kind !== 'sign' || ![']', ')', '['].includes(end.text)) throw new BeyondSubset(end.text);
  const order = compareFeel(low, high);
  if (order === null || order > 0) throw new BeyondSubset('range');
  return { kind: 'range', low, high, isLowOpen, isHighOpen: end.text !== ']' };
}

/** A constant: the expression is compiled and run on nothing; one that reads a name is beyond the subset here. */
function readLiteral(reader: TokenReader): Literal {
  const run = parseExpression(reader);
  const value = run(noNames);
  if (typeof value === 'object' && value !== null && !('iso' in value)) throw new BeyondSubset('literal');
  return value as Literal;
}

const noNames: Scope = new Proxy({}, {
  get() {
    throw new BeyondSubset('name');
  },
});

/** The test as a function; texts that no engine understands throw the reference engine's SyntaxError here, not later. */
export function compileCell(text: string): CellTest {
  const syntax = readCell(text);
  if (syntax.kind === 'any') return () => true;
  if (syntax.kind === 'opaque') return (value, scope) => referenceTest(syntax.text, value, scope);
  const tests = syntax.alternatives.map(compileAlternative);
  const [only] = tests;
  if (only && tests.length === 1 && !syntax.isNegated) return (value) => only(value) === true;
  if (!syntax.isNegated) return (value) => tests.some((test) => test(value) === true);
  return (value) => {
    let isUnknown = false;
    for (const test of tests) {
      const holds = test(value);
      if (holds === true) return false;
      if (holds === null) isUnknown = true;
    }
    return !isUnknown;
  };
}

/** Does a syntax accept this value? For the checker, which needs no scope. */
export function acceptsValue(syntax: CellSyntax, value: FeelValue): boolean {
  if (syntax.kind !== 'oneOf') return syntax.kind === 'any';
  return syntax.alternatives.some((each) => compileAlternative(each)(value) === true) !== syntax.isNegated;
}

/** Three-valued as the reference engine has it: a range over another kind of value is unknown, a bound simply fails. */
function compileAlternative(alternative: Alternative): (value: FeelValue) => boolean | null {
  if (alternative.kind === 'range') {
    const { low, high, isLowOpen, isHighOpen } = alternative;
    return (value) => {
      const [above, below] = [compareFeel(value, low), compareFeel(value, high)];
      if (above === null || below === null) return value === null ? false : null;
      return (isLowOpen ? above > 0 : above >= 0) && (isHighOpen ? below < 0 : below <= 0);
    };
  }
  const { operator, value: bound } = alternative;
  if (operator === '=') return (value) => equalFeel(value, bound) === true;
  if (operator === '!=') return (value) => equalFeel(value, bound) === false;
  const holds = orders[operator];
  return (value) => {
    const order = compareFeel(value, bound);
    return order !== null && holds(order);
  };
}

const orders: Readonly<Record<'<' | '<=' | '>' | '>=', (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};
