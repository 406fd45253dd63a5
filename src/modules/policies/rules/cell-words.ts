import type { Bilingual, Locale } from '#kernel/texts.ts';
import { CalendarDate } from '#meta/decisions/feel/calendar-date.ts';
import type { Literal, Operator } from '#meta/decisions/feel/cell-test.ts';
import type { Choice, FactType } from '#meta/decisions/decision-model.ts';
import { readForm, type CellForm } from './cell-form.ts';
import { readResult } from './result-form.ts';

/** What words need of a column: its type, the names of its choices, its unit. */
export interface ColumnWords {
  readonly type: FactType;
  readonly choices?: readonly Choice[];
  readonly unit?: Bilingual;
}

const words = {
  'zh-CN': { yes: '是', no: '否', unknown: '不清楚', empty: '空', comma: '、', or: '、', not: '不是', and: '且', to: '至' },
  en: { yes: 'Yes', no: 'No', unknown: 'Not known', empty: 'empty', comma: ', ', or: ' or ', not: 'not', and: 'and', to: 'to' },
} as const;

const signs: Readonly<Record<Operator, string>> = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' };
const dateSigns: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { '<': '早于', '<=': '不晚于', '>': '晚于', '>=': '不早于' },
  en: { '<': 'before', '<=': 'by', '>': 'after', '>=': 'from' },
};

/** One constant as people read it: a choice by its name, yes and no, a number with its unit. */
export function literalWords(value: Literal, column: ColumnWords | null, locale: Locale): string {
  const say = words[locale];
  if (value === null) return say.unknown;
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (value instanceof CalendarDate) return value.iso;
  if (typeof value === 'string') return column?.choices?.find((choice) => choice.value === value)?.label[locale] ?? (value === '' ? say.empty : value);
  return withUnit(String(value), column, locale);
}

function withUnit(text: string, column: ColumnWords | null, locale: Locale): string {
  const unit = column?.unit?.[locale] ?? '';
  return unit === '' ? text : `${text}${unit.startsWith('%') ? '' : ' '}${unit}`;
}

/** A condition cell in words (`是`, `≤ 1 个月`, `–` for any); FEEL that no words exist for stays as it is. */
export function cellWords(text: string, column: ColumnWords | null, locale: Locale): string {
  return formWords(readForm(text), column, locale);
}

/** The same for a form that is being edited. */
export function formWords(form: CellForm, column: ColumnWords | null, locale: Locale): string {
  const say = words[locale];
  switch (form.kind) {
    case 'any': return '–';
    case 'feel': return form.text;
    case 'compare': return compareWords(form.operator, form.value, column, locale);
    case 'range': {
      const { low, high, isLowOpen, isHighOpen } = form;
      if (!isLowOpen && !isHighOpen) return `${bound(low)} ${say.to} ${literalWords(high, column, locale)}`;
      return `${compareWords(isLowOpen ? '>' : '>=', low, null, locale)} ${say.and} ${compareWords(isHighOpen ? '<' : '<=', high, column, locale)}`;
    }
    default: {
      const list = form.values.map((value) => literalWords(value, column, locale)).join(form.isNegated ? say.or : say.comma);
      return form.isNegated ? `${say.not} ${list}` : list;
    }
  }
}

const bound = (value: Literal): string => (value instanceof CalendarDate ? value.iso : String(value));

function compareWords(operator: Operator, value: Literal, column: ColumnWords | null, locale: Locale): string {
  const sign = value instanceof CalendarDate ? (dateSigns[locale][operator] ?? operator) : signs[operator];
  return `${sign} ${literalWords(value, column, locale)}`;
}

/** A result cell in words; an empty one is an empty text. */
export function resultWords(text: string, column: ColumnWords, locale: Locale): string {
  const form = readResult(text, column.type);
  if (form.kind === 'feel') return form.text;
  const { value } = form;
  if (value === null) return '';
  if (typeof value === 'object') return value.map((each) => literalWords(each, column, locale)).join(words[locale].comma);
  return literalWords(value, column, locale);
}

/** Whether a cell shows FEEL instead of words. */
export const isFeelCell = (text: string): boolean => readForm(text).kind === 'feel';
