import type { Locale, TextParams } from '#kernel/texts.ts';
import type { Field } from '../field.ts';
import type { Operator } from '../filter.ts';

/** How values of a type lie in the database and compare with each other. */
export type Family =
  | 'text' | 'number' | 'money' | 'date' | 'dateTime' | 'boolean' | 'list' | 'reference' | 'references'
  | 'address' | 'json' | 'computed';

export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly params?: TextParams };

/** What text parsing may need to know: labels of choices in both languages, the language of the reader. */
export interface TextContext {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly choiceLabels: (field: Field) => readonly { readonly value: string; readonly labels: readonly string[] }[];
}

/** One field type: everything that differs by type and has nothing to do with SQL or React. */
export interface FieldType {
  readonly family: Family;
  readonly operators: readonly Operator[];
  readonly isSortable: boolean;
  readonly isGroupable: boolean;
  /** Checks and normalises a value from JSON; null stays null. */
  parse(value: unknown, field: Field): Parsed;
  /** From a cell of a file; the text is trimmed and not empty. */
  fromText(text: string, field: Field, ctx: TextContext): Parsed;
  /** For export and history; '' for nothing. */
  toText(value: unknown, field: Field, ctx: TextContext): string;
}

export const ok = (value: unknown): Parsed => ({ ok: true, value });
export const bad = (code: string, params?: TextParams): Parsed => ({ ok: false, code, ...(params && { params }) });

export const EQUALITY = ['eq', 'ne', 'in', 'nin', 'isNull'] as const satisfies readonly Operator[];
export const ORDER = ['lt', 'lte', 'gt', 'gte', 'between'] as const satisfies readonly Operator[];
/** Text, numbers and booleans as they are; anything else as JSON; nothing for nothing. */
export const plainText = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
