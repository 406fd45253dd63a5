import { CalendarDate } from '#meta/decisions/feel/calendar-date.ts';
import { type Alternative, type Literal, type Operator, readCell } from '#meta/decisions/feel/cell-test.ts';

/** A condition cell as the editor holds it: what a pick list or a comparison can say, and FEEL for everything else. */
export type CellForm =
  | { readonly kind: 'any' }
  | { readonly kind: 'oneOf'; readonly isNegated: boolean; readonly values: readonly Literal[] }
  | { readonly kind: 'compare'; readonly operator: Exclude<Operator, '=' | '!='>; readonly value: Literal }
  | { readonly kind: 'range'; readonly low: Literal; readonly high: Literal; readonly isLowOpen: boolean; readonly isHighOpen: boolean }
  | { readonly kind: 'feel'; readonly text: string };

/** Reads a cell's FEEL for the editor. Never throws and never loses anything: what no form can say stays FEEL. */
export function readForm(text: string): CellForm {
  const syntax = readCell(text);
  if (syntax.kind === 'any') return { kind: 'any' };
  if (syntax.kind === 'opaque') return { kind: 'feel', text };
  const { alternatives, isNegated } = syntax;
  const values = alternatives.flatMap((each) => (each.kind === 'compare' && each.operator === '=' ? [each.value] : []));
  if (values.length === alternatives.length) return { kind: 'oneOf', isNegated, values };
  const [only] = alternatives;
  return only && alternatives.length === 1 && !isNegated ? singleForm(only, text) : { kind: 'feel', text };
}

function singleForm(only: Alternative, text: string): CellForm {
  if (only.kind === 'range') return only;
  const { operator, value } = only;
  // `!= x` is unknown for a value of another kind where `not(x)` holds, so it is not read as a list.
  return operator === '=' || operator === '!=' ? { kind: 'feel', text } : { kind: 'compare', operator, value };
}

/** The FEEL of a form; `readForm` gives the same form back. */
export function writeForm(form: CellForm): string {
  switch (form.kind) {
    case 'any': return '-';
    case 'feel': return form.text;
    case 'compare': return `${form.operator} ${writeLiteral(form.value)}`;
    case 'range': return `${form.isLowOpen ? '(' : '['}${writeLiteral(form.low)}..${writeLiteral(form.high)}${form.isHighOpen ? ')' : ']'}`;
    default: {
      const list = form.values.map(writeLiteral).join(', ');
      return form.isNegated ? `not(${list})` : list;
    }
  }
}

/** One constant as FEEL. */
export function writeLiteral(value: Literal): string {
  if (value === null) return 'null';
  if (value instanceof CalendarDate) return `date("${value.iso}")`;
  if (typeof value === 'string') return `"${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}"`;
  return String(value);
}

/** Whether two constants are the same. */
export const sameLiteral = (a: Literal, b: Literal): boolean =>
  (a instanceof CalendarDate && b instanceof CalendarDate ? a.iso === b.iso : a === b);
