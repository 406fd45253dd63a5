import { provinceOf } from '#kernel/province.ts';
import type { Locale } from '#kernel/texts.ts';
import type { Condition, Filter } from '#meta/filter.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useCallback } from 'react';
import { textOf } from '../field/field-props.ts';
import { fieldOf } from '../records/use-meta.ts';
import { isNamedRef } from '../records/record-types.ts';
import { useLocale, usePick } from '../texts/locale-provider.tsx';
import { formatMoney, isMoney } from '../texts/numbers.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { isCondition } from './filter-model.ts';

const dateOps = { lt: 'before', gt: 'after', lte: 'onOrBefore', gte: 'onOrAfter' } as const;
const operatorKeys = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'nin', 'contains', 'startsWith', 'isNull', 'between', 'within'] as const;
export type OperatorKey = (typeof operatorKeys)[number];

export const isOperatorKey = (key: string): key is OperatorKey => operatorKeys.some((known) => known === key);

const isDateField = (field: FieldMeta | undefined): boolean => field?.type === 'date' || field?.type === 'dateTime';

/** Relative spans of `within`; the keys are texts at `filter.within`. */
export const relativeSpans = {
  today: 'today', yesterday: 'yesterday', thisWeek: 'thisWeek', lastWeek: 'lastWeek', thisMonth: 'thisMonth', lastMonth: 'lastMonth', thisYear: 'thisYear',
  last7: 'last:7d', last30: 'last:30d', last90: 'last:90d', next7: 'next:7d', next30: 'next:30d', next90: 'next:90d',
} as const;
export type SpanKey = keyof typeof relativeSpans;
export const spanKeys = Object.keys(relativeSpans).filter((key): key is SpanKey => key in relativeSpans);

/** The words of an operator: dates are before and after, numbers less and more. */
export function useOperatorWords(): (field: FieldMeta | undefined, op: OperatorKey) => string {
  const t = useKitTexts();
  return useCallback(
    (field, op) => {
      if (isDateField(field) && (op === 'lt' || op === 'gt' || op === 'lte' || op === 'gte')) return t(`filter.op.${dateOps[op]}`);
      return t(`filter.op.${op}`);
    },
    [t],
  );
}

/** A province's code, whole or its first two digits, by name. */
function regionWords(code: string, locale: Locale): string {
  const province = provinceOf(code.padEnd(6, '0'));
  if (!province || !/^\d{2}(0000)?$/.test(code)) return code;
  return locale === 'en' ? province.en : province.name;
}

function useValueWords(): (field: FieldMeta | undefined, condition: Condition) => string {
  const t = useKitTexts();
  const pick = usePick();
  const { locale } = useLocale();
  return useCallback(
    (field, { op, value }) => {
      const one = (item: unknown): string => {
        if (item === '@me') return t('filter.me');
        if (isNamedRef(item)) return item.name;
        if (isMoney(item)) return formatMoney(item);
        if (field?.type === 'address' && typeof item === 'string') return regionWords(item, locale);
        if (typeof item === 'boolean') return t(item ? 'field.yes' : 'field.no');
        const choice = field?.choices?.find((c) => c.value === item);
        return choice ? pick(choice.label) : textOf(item);
      };
      if (op === 'within') {
        const span = spanKeys.find((key) => relativeSpans[key] === value);
        return span ? t(`filter.within.${span}`) : String(value);
      }
      if (Array.isArray(value)) return value.map(one).join(op === 'between' ? ' – ' : t('app.comma'));
      return one(value);
    },
    [t, pick, locale],
  );
}

/** Says a filter in words for its chip: `级别 属于 三星、二星`. */
export function useFilterWords(object: ObjectMeta): (filter: Filter) => string {
  const t = useKitTexts();
  const pick = usePick();
  const operatorWords = useOperatorWords();
  const valueWords = useValueWords();
  const say = useCallback(
    (filter: Filter): string => {
      if ('and' in filter) return filter.and.map(say).join(` ${t('filter.and')} `);
      if ('or' in filter) return filter.or.map(say).join(` ${t('filter.or')} `);
      if ('not' in filter) return `${t('filter.not')} (${say(filter.not)})`;
      if (!isCondition(filter)) return '';
      const field = fieldOf(object, filter.field.split('.')[0] ?? '');
      const name = field ? pick(field.label) : filter.field;
      if (filter.op === 'isNull') return `${name} ${t(filter.value === false ? 'filter.isFilled' : 'filter.isEmpty')}`;
      return `${name} ${operatorWords(field, filter.op)} ${valueWords(field, filter)}`;
    },
    [object, t, pick, operatorWords, valueWords],
  );
  return say;
}
