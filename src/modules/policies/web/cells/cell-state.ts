import { CalendarDate, parseCalendarDate } from '#meta/decisions/feel/calendar-date.ts';
import type { Literal } from '#meta/decisions/feel/cell-test.ts';
import type { FactType } from '#meta/decisions/decision-model.ts';
import { type CellForm, readForm, sameLiteral, writeForm } from '../../rules/cell-form.ts';

export type CellMode = 'any' | 'oneOf' | 'not' | 'compare' | 'range' | 'feel';

/** What stands in the fields of the cell editor: what the person typed, as typed, in every mode at once. */
export interface CellState {
  readonly mode: CellMode;
  readonly picked: readonly Literal[];
  /** One value a line, for numbers, dates and texts. */
  readonly lines: string;
  readonly operator: '<' | '<=' | '>' | '>=';
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly isLowOpen: boolean;
  readonly isHighOpen: boolean;
  readonly feel: string;
}

const isListed = (type: FactType): boolean => type === 'boolean' || type === 'choice';

/** The ways in which a condition on a column of a type can be said without FEEL. */
export function modesOf(type: FactType | null): readonly CellMode[] {
  if (type === null || type === 'choices') return ['any', 'feel'];
  if (isListed(type)) return ['any', 'oneOf', 'not', 'feel'];
  return type === 'text' ? ['any', 'oneOf', 'not', 'feel'] : ['any', 'compare', 'range', 'oneOf', 'not', 'feel'];
}

const blank: CellState = { mode: 'any', picked: [], lines: '', operator: '<=', value: '', low: '', high: '', isLowOpen: false, isHighOpen: false, feel: '' };

/** Fills the fields from a cell. A cell that the column's type cannot say so is shown as FEEL. */
export function beginEdit(text: string, type: FactType | null): CellState {
  const form = readForm(text);
  const asFeel: CellState = { ...blank, mode: 'feel', feel: text };
  if (form.kind === 'any') return { ...blank, feel: text.trim() === '-' ? '' : text };
  if (type === null || form.kind === 'feel' || !isFitting(form, type)) return asFeel;
  const state = stateOf(form, type);
  return modesOf(type).includes(state.mode) ? { ...state, feel: text } : asFeel;
}

function stateOf(form: Exclude<CellForm, { kind: 'any' | 'feel' }>, type: FactType): CellState {
  if (form.kind === 'compare') return { ...blank, mode: 'compare', operator: form.operator, value: typedOf(form.value) };
  if (form.kind === 'range') return { ...blank, mode: 'range', low: typedOf(form.low), high: typedOf(form.high), isLowOpen: form.isLowOpen, isHighOpen: form.isHighOpen };
  const mode = form.isNegated ? 'not' : 'oneOf';
  if (isListed(type)) return { ...blank, mode, picked: form.values };
  return { ...blank, mode, picked: form.values.filter((value) => value === null), lines: form.values.filter((value) => value !== null).map(typedOf).join('\n') };
}

function isFitting(form: Exclude<CellForm, { kind: 'any' | 'feel' }>, type: FactType): boolean {
  const values = form.kind === 'oneOf' ? form.values.filter((value) => value !== null) : form.kind === 'range' ? [form.low, form.high] : [form.value];
  return values.every((value) => {
    if (value instanceof CalendarDate) return type === 'date';
    if (typeof value === 'string') return (type === 'text' || type === 'choice' || type === 'dateTime') && !value.includes('\n') && (isListed(type) || (value.trim() === value && value !== ''));
    return typeof value === type && (typeof value !== 'number' || Number.isFinite(value));
  });
}

const typedOf = (value: Literal): string => (value instanceof CalendarDate ? value.iso : String(value));

/** The FEEL of what stands in the fields. What is not a value of the type is kept as typed, so that it is marked and not lost. */
export function endEdit(state: CellState, type: FactType | null): string {
  if (state.mode === 'any') return '-';
  if (state.mode === 'feel') return state.feel.trim() === '' ? '-' : state.feel;
  const form = formOf(state, type ?? 'text');
  return form === null ? typedFeel(state) : writeForm(form);
}

function formOf(state: CellState, type: FactType): CellForm | null {
  if (state.mode === 'compare') {
    if (state.value.trim() === '') return { kind: 'any' };
    const value = valueOf(state.value, type);
    return value === null ? null : { kind: 'compare', operator: state.operator, value };
  }
  if (state.mode === 'range') return rangeOf(state, type);
  const typed = isListed(type) ? [] : state.lines.split('\n').filter((line) => line.trim() !== '').map((line) => valueOf(line, type));
  if (typed.some((value) => value === null)) return null;
  const values = [...typed, ...state.picked];
  return values.length === 0 ? { kind: 'any' } : { kind: 'oneOf', isNegated: state.mode === 'not', values };
}

/** One end alone is a comparison. */
function rangeOf({ low, high, isLowOpen, isHighOpen }: CellState, type: FactType): CellForm | null {
  const [from, to] = [low.trim() === '' ? null : valueOf(low, type), high.trim() === '' ? null : valueOf(high, type)];
  if ((low.trim() !== '' && from === null) || (high.trim() !== '' && to === null)) return null;
  if (from === null && to === null) return { kind: 'any' };
  if (from === null) return { kind: 'compare', operator: isHighOpen ? '<' : '<=', value: to };
  if (to === null) return { kind: 'compare', operator: isLowOpen ? '>' : '>=', value: from };
  return { kind: 'range', low: from, high: to, isLowOpen, isHighOpen };
}

function valueOf(typed: string, type: FactType): Literal {
  const text = typed.trim();
  if (type === 'number') return Number.isFinite(Number(text)) ? Number(text) : null;
  if (type === 'date') return parseCalendarDate(text);
  return text;
}

function typedFeel({ mode, operator, value, low, high, isLowOpen, isHighOpen, lines }: CellState): string {
  if (mode === 'compare') return `${operator} ${value}`;
  if (mode === 'range') return `${isLowOpen ? '(' : '['}${low}..${high}${isHighOpen ? ')' : ']'}`;
  const list = lines.split('\n').filter((line) => line.trim() !== '').join(', ');
  return mode === 'not' ? `not(${list})` : list;
}

/** Picks a value, or takes it out again. */
export function togglePicked(state: CellState, value: Literal): CellState {
  const has = state.picked.some((each) => sameLiteral(each, value));
  return { ...state, picked: has ? state.picked.filter((each) => !sameLiteral(each, value)) : [...state.picked, value] };
}
