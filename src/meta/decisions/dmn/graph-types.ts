import { CalendarDate, CalendarSpan } from '../feel/calendar-date.ts';
import { compileCell, readCell } from '../feel/cell-test.ts';
import type { Choice, FactType } from '../decision-model.ts';
import type { FeelValue } from '../feel/feel-value.ts';
import type { GraphType } from './decision-graph.ts';
import { isReadable } from './feel-names.ts';

export type ValueFault = 'wrong-type' | 'not-allowed';
export type Conformed = { readonly value: FeelValue; readonly fault: ValueFault | null };

/** FEEL's own types, as files write them: with a prefix in DMN 1.1, `dateTime` in some tools. */
const fits: Readonly<Record<string, (value: FeelValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof CalendarDate,
  'years and months duration': (value) => !(value instanceof CalendarSpan) || value.days === 0,
  'days and time duration': (value) => !(value instanceof CalendarSpan) || value.months === 0,
};

/** `feel:string` of DMN 1.1 is `string`; `integer`, `long` and `double` are what one maker calls numbers. */
export function plainType(name: string): string {
  const plain = name.replace(/^(?:feel|xsd):/, '').trim();
  return /^(?:integer|long|double|decimal)$/.test(plain) ? 'number' : plain;
}

/** Holds a value against a declared type: a list of one stands for its value and the other way round, as DMN has it. */
export function conform(types: readonly GraphType[], name: string | null, value: FeelValue): Conformed {
  if (name === null || value === null) return { value, fault: null };
  const declared = types.find((type) => type.name === name);
  if (declared) return conformTo(types, declared, value, 0);
  const isFit = fits[plainType(name)]?.(value) ?? true;
  if (!isFit && Array.isArray(value) && value.length === 1) return conform(types, name, value[0]);
  return isFit ? { value, fault: null } : { value: null, fault: 'wrong-type' };
}

const maxDepth = 20;

function conformTo(types: readonly GraphType[], type: GraphType, value: FeelValue, depth: number): Conformed {
  if (value === null) return { value, fault: null };
  // A type that is made of itself would never end.
  if (depth > maxDepth) return { value: null, fault: 'wrong-type' };
  if (!type.isCollection) {
    const single: FeelValue = Array.isArray(value) && value.length === 1 ? value[0] : value;
    return conformOne(types, type, single, depth);
  }
  const each = (Array.isArray(value) ? value : [value]).map((item: FeelValue) => conformOne(types, type, item, depth));
  const fault = each.find((item) => item.fault !== null)?.fault ?? null;
  return { value: fault === null ? each.map((item) => item.value) : null, fault };
}

function conformOne(types: readonly GraphType[], type: GraphType, value: FeelValue, depth: number): Conformed {
  const base = types.find((other) => other.name === type.base && other !== type);
  const inner = base ? conformTo(types, base, value, depth + 1) : conformPart(types, type, value, depth);
  if (inner.fault !== null || type.allowed === null || inner.value === null) return inner;
  return isAllowed(type.allowed, inner.value) ? inner : { value: null, fault: 'not-allowed' };
}

function conformPart(types: readonly GraphType[], type: GraphType, value: FeelValue, depth: number): Conformed {
  if (type.parts.length === 0) return conform([], type.base, value);
  if (typeof value !== 'object' || value === null) return { value: null, fault: 'wrong-type' };
  const given = new Map<string, FeelValue>(Object.entries(value));
  const parts = type.parts.map((part) => [part.name, conformTo(types, part, given.get(part.name) ?? null, depth + 1)] as const);
  const fault = parts.find(([, part]) => part.fault !== null)?.[1].fault ?? null;
  return fault === null ? { value: Object.fromEntries(parts.map(([name, part]) => [name, part.value])), fault } : { value: null, fault };
}

/** Does a value pass the unary tests of a list of allowed values? */
export function isAllowed(tests: string, value: FeelValue): boolean {
  return compileCell(tests)(value, {});
}

/** The values of a plain list such as `"a", "b"`, in order (their priority); null for anything else. */
export function listedValues(tests: string | null): string[] | null {
  if (tests === null || !isReadable(tests)) return null;
  const syntax = readCell(tests);
  if (syntax.kind !== 'oneOf' || syntax.isNegated) return null;
  const values = syntax.alternatives.map((each) => (each.kind === 'compare' && each.operator === '=' ? each.value : null));
  return values.every((value) => value !== null) ? values.map(String) : null;
}

export const choicesOf = (values: readonly string[]): Choice[] => values.map((value) => ({ value, label: { 'zh-CN': value, en: value } }));

const factTypes: Readonly<Record<string, FactType>> = { number: 'number', boolean: 'boolean', date: 'date', dateTime: 'dateTime', 'date and time': 'dateTime', string: 'text' };

/** The FEEL type below a declared one; null for a structure or nothing at all. */
export function baseOf(types: readonly GraphType[], name: string | null): string | null {
  let base = name;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    const declared = types.find((type) => type.name === base);
    if (!declared) return base;
    base = declared.base;
  }
  return null;
}

/** Our type for a FEEL type; null when there is none. */
export function factTypeOf(base: string | null): FactType | null {
  return factTypes[plainType(base ?? 'string')] ?? null;
}
