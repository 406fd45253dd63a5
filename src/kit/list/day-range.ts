import { zonedInstant } from '#meta/fields/date-types.ts';
import type { Filter } from '#meta/filter.ts';
import type { FieldMeta } from '#meta/view-model.ts';
import { dayIn } from '../texts/dates.ts';

/** The beginning of a day as a value of the field: the day itself, or the instant in the person's time zone. */
const dayStart = (field: FieldMeta, day: string, zone: string): string => (field.type === 'dateTime' ? zonedInstant(day, '00:00:00', zone) : day);

/** Records whose date lies from `from` up to but not on `to`, both `YYYY-MM-DD`. */
export const dayRange = (field: FieldMeta, from: string, to: string, zone: string): Filter => ({
  and: [{ field: field.key, op: 'gte', value: dayStart(field, from, zone) }, { field: field.key, op: 'lt', value: dayStart(field, to, zone) }],
});

/** The day of a field's value, `YYYY-MM-DD`; undefined when it has none. */
export function dayOf(field: FieldMeta, value: unknown, zone: string): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return field.type === 'dateTime' ? dayIn(value, zone).day : value.slice(0, 10);
}

/** The value moved to another day; a moment keeps its time of day. */
export function onDay(field: FieldMeta, value: unknown, day: string, zone: string): string {
  if (field.type !== 'dateTime') return day;
  const time = typeof value === 'string' && value !== '' ? dayIn(value, zone).time : '09:00';
  return zonedInstant(day, `${time}:00`, zone);
}
