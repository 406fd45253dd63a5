import type { Bilingual } from '#kernel/texts.ts';
import { readCell } from '../feel/cell-test.ts';
import { compileExpression } from '../compiled-table.ts';
import type { Choice, DerivedFact, Fact, FactType, Parameter } from '../decision-model.ts';
import type { GraphDecision } from './decision-graph.ts';
import { childOf, extensionsOf, textOf, type DmnElement } from './dmn-element.ts';
import { dmnNote, type DmnNote } from './dmn-notes.ts';
import { isReadable, renameIn, type Renaming } from './feel-names.ts';
import { choicesOf, factTypeOf, listedValues } from './graph-types.ts';
import type { ImportedInput } from './import-names.ts';
import { attributeOf, bilingualOf, choicesIn, numberOf, ownAmong, parseJson, truthOf } from './policy-extension.ts';
import { feelForFile } from './policy-names.ts';
import { DmnFault } from './read-dmn.ts';
import { feelTypeOf } from './to-dmn.ts';

export const both = (text: string): Bilingual => ({ 'zh-CN': text, en: text });
const types: readonly FactType[] = ['boolean', 'choice', 'choices', 'text', 'number', 'date', 'dateTime'];

/** Keeps only what is there: our models know no undefined. */
export function present<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Our own type where it still is what the file says; otherwise the file's. */
export function typeFrom(extension: DmnElement | null, typeRef: string | null, values: readonly string[] | null): FactType | null {
  const own = types.find((each) => each === attributeOf(extension, 'type'));
  const base = factTypeOf(typeRef);
  if (own && (own === 'choices' || typeRef === null || (base !== null && feelTypeOf(base) === feelTypeOf(own)))) return own;
  return base === 'text' && values ? 'choice' : base;
}

/** Values as the file lists them, with our words for those that we know. */
export function choicesFrom(extension: DmnElement | null, listed: readonly string[] | null): Choice[] | undefined {
  const known = choicesIn(extension);
  if (!listed) return known;
  return choicesOf(listed).map((choice) => known?.find((each) => each.value === choice.value) ?? choice);
}

/** A FEEL text with our names. Our own wording is taken when the file still says the same. */
export function feelFrom(element: DmnElement | null, renamings: readonly Renaming[], forFile: readonly Renaming[]): string {
  const text = textOf(element, 'text') ?? '';
  if (!isReadable(text)) throw new DmnFault('too-large', `${text.slice(0, 40)}…`);
  const source = attributeOf(ownAmong(extensionsOf(element), 'source'), 'text');
  return source !== undefined && feelForFile(source, forFile) === text ? source : renameIn(text, renamings);
}

/** What a file says about the values of an input, in its type or in tables. */
interface Stated {
  readonly allowed: string | null;
  readonly listed: readonly string[] | null;
  readonly range: { readonly min: number | undefined; readonly max: number | undefined } | null;
  /** What neither a list nor a range can hold, whatever the type. */
  readonly unheld: readonly string[];
}

function statedFor(own: string | null, inTables: readonly string[]): Stated {
  const allowed = own ?? (inTables.length === 1 ? inTables[0] ?? null : null);
  const lists = inTables.map(listedValues).filter((each) => each !== null);
  const isUnion = allowed === null && lists.length === inTables.length && lists.length > 0;
  return {
    allowed,
    listed: isUnion ? [...new Set(lists.flat())] : listedValues(allowed),
    range: limitsOf(allowed),
    unheld: isUnion ? [] : inTables.filter((each) => each !== allowed),
  };
}

function noteType(input: ImportedInput, type: FactType | null, { allowed, listed, range, unheld }: Stated, notes: DmnNote[]): void {
  const base = input.declared ? input.declared.base : input.type;
  if (type === null || base === null) notes.push(dmnNote('type', `${input.path} ${base ?? ''}`.trim()));
  if (type === 'boolean') return;
  const isHeld = allowed === null || range !== null || (listed !== null && type !== 'number');
  notes.push(...[...(isHeld ? [] : [allowed]), ...unheld].map((text) => dmnNote('allowed', `${input.path}: ${text}`)));
}

/** A fact from an input. `inTables` are the allowed values that tables state for it, each once. */
export function factFrom(element: DmnElement | null, input: ImportedInput, inTables: readonly string[], notes: DmnNote[]): Fact {
  const extension = ownAmong(extensionsOf(element), 'fact');
  const { declared, name, path } = input;
  const stated = statedFor(declared?.allowed ?? null, inTables);
  const type = typeFrom(extension, declared ? declared.base : input.type, stated.listed);
  if (!extension) noteType(input, type, stated, notes);
  const isMany = declared?.isCollection === true;
  const choices = type === 'number' || type === 'boolean' ? choicesIn(extension) : choicesFrom(extension, stated.listed);
  return present({
    name,
    type: isMany ? 'choices' as const : type ?? 'text',
    label: bilingualOf(extension, 'label') ?? both(textOf(element, 'label') ?? path),
    question: bilingualOf(extension, 'question'),
    choices: choices ?? (isMany && !extension ? [] : undefined),
    ...limitsFor(extension, stated.range),
    unit: bilingualOf(extension, 'unit'),
    isWhole: truthOf(extension, 'isWhole'),
    isNullable: truthOf(extension, 'isNullable'),
  });
}

/** The file's own limits count; ours where it states none, as beside a list of numbers. */
function limitsFor(extension: DmnElement | null, range: Stated['range']): { min: number | undefined; max: number | undefined } {
  return range ?? { min: numberOf(extension, 'min'), max: numberOf(extension, 'max') };
}

function limitsOf(allowed: string | null): { min: number | undefined; max: number | undefined } | null {
  const syntax = readCell(allowed !== null && isReadable(allowed) ? allowed : '-');
  const [only] = syntax.kind === 'oneOf' && !syntax.isNegated && syntax.alternatives.length === 1 ? syntax.alternatives : [];
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  if (only?.kind === 'range') return only.isLowOpen || only.isHighOpen || typeof only.low !== 'number' ? null : { min: number(only.low), max: number(only.high) };
  if (only?.operator === '>=' && typeof only.value === 'number') return { min: only.value, max: undefined };
  return only?.operator === '<=' && typeof only.value === 'number' ? { min: undefined, max: only.value } : null;
}

/** A parameter as long as its decision still is one plain value; null otherwise. */
export function parameterFrom(element: DmnElement, name: string): Parameter | null {
  const extension = ownAmong(extensionsOf(element), 'parameter');
  const type = (['number', 'boolean', 'text'] as const).find((each) => each === attributeOf(extension, 'type'));
  if (!extension || !type) return null;
  const text = textOf(childOf(element, 'decisionLogic'), 'text') ?? '';
  const value = literalIn(text, attributeOf(extension, 'value'));
  if (typeof value !== (type === 'text' ? 'string' : type) || value === null) return null;
  return present({ name, type, label: bilingualOf(extension, 'label') ?? both(name), value, unit: bilingualOf(extension, 'unit'), clause: attributeOf(extension, 'clause') });
}

function literalIn(text: string, own: string | undefined): string | number | boolean | null {
  // JSON knows escapes that the compiled part of FEEL does not.
  if (text.startsWith('"')) {
    const plain = parseJson(text);
    return own !== undefined && plain !== own ? own : typeof plain === 'string' ? plain : null;
  }
  if (!isReadable(text) || readCell(text).kind !== 'oneOf') return null;
  const value = compileExpression(text)({});
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

export function derivedFrom(element: DmnElement, { name: path, type: typeRef }: Pick<GraphDecision, 'name' | 'type'>, name: string, feel: (element: DmnElement | null) => string): DerivedFact {
  const extension = ownAmong(extensionsOf(element), 'derived');
  return present({
    name,
    type: typeFrom(extension, typeRef, null) ?? 'text',
    label: bilingualOf(extension, 'label') ?? both(textOf(element, 'label') ?? path),
    expression: feel(childOf(element, 'decisionLogic')),
    choices: choicesIn(extension),
    isNullable: truthOf(extension, 'isNullable'),
    clause: attributeOf(extension, 'clause'),
  });
}
