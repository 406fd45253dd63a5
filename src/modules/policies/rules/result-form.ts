import { CalendarDate } from '#meta/decisions/feel/calendar-date.ts';
import type { FactType, FactValue } from '#meta/decisions/decision-model.ts';
import { readForm, writeLiteral } from './cell-form.ts';

/** A result cell as the editor holds it: a value of the column's type, empty, or FEEL that computes it. */
export type ResultForm =
  | { readonly kind: 'value'; readonly value: FactValue }
  | { readonly kind: 'feel'; readonly text: string };

/** Reads a result's FEEL; an empty text is the empty value. */
export function readResult(text: string, type: FactType): ResultForm {
  if (text.trim() === '') return { kind: 'value', value: null };
  if (type === 'choices') {
    const list = readList(text);
    return list ? { kind: 'value', value: list } : { kind: 'feel', text };
  }
  const form = readForm(text);
  if (form.kind !== 'oneOf' || form.isNegated || form.values.length !== 1) return { kind: 'feel', text };
  const [only = null] = form.values;
  const value = only instanceof CalendarDate ? only.iso : only;
  const isFitting = value === null || (type === 'date' ? only instanceof CalendarDate : !(only instanceof CalendarDate) && typeof value === plain[type]);
  return isFitting ? { kind: 'value', value } : { kind: 'feel', text };
}

const plain: Readonly<Record<FactType, string>> = { boolean: 'boolean', number: 'number', choice: 'string', choices: '', text: 'string', date: '', dateTime: 'string' };

function readList(text: string): readonly string[] | null {
  const inner = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
  if (inner === undefined) return null;
  if (inner.trim() === '') return [];
  const form = readForm(inner);
  const isTexts = form.kind === 'oneOf' && !form.isNegated && form.values.every((value) => typeof value === 'string');
  return isTexts ? form.values.map(String) : null;
}

/** The FEEL of a result; the empty value is an empty text. */
export function writeResult(form: ResultForm, type: FactType): string {
  if (form.kind === 'feel') return form.text;
  const { value } = form;
  if (value === null) return '';
  if (typeof value === 'object') return `[${value.map((each) => writeLiteral(each)).join(', ')}]`;
  return type === 'date' && typeof value === 'string' ? writeLiteral(new CalendarDate(value)) : writeLiteral(value);
}
