import { addMonths } from '#kernel/period.ts';

/** A field a company requires: `weight` 1 unless given; `verifiedWithinMonths`: how long a check of it lasts. */
export type RequiredField = { field: string; weight?: number; verifiedWithinMonths?: number };

/** `score` 0 to 100, whole; `missing`: empty fields; `stale`: filled, but not verified within their months. */
export type Completeness = { score: number; missing: string[]; stale: string[] };

/**
 * How complete a customer's file is (CU-13): the weight of fields that are filled and freshly verified, over the weight
 * of all. A stale field earns half. `verifiedAt` holds ISO dates or instants by field, `today` is an ISO date: a field
 * verified on 31 January for one month is fresh through 28 February. Nothing required: 100.
 */
export function completeness(
  requiredFields: readonly RequiredField[],
  values: Readonly<Record<string, unknown>>,
  verifiedAt: Readonly<Record<string, string>>,
  today: string,
): Completeness {
  const missing: string[] = [];
  const stale: string[] = [];
  let earned = 0;
  let total = 0;
  for (const { field, weight = 1, verifiedWithinMonths } of requiredFields) {
    total += weight;
    if (isEmpty(values[field])) {
      missing.push(field);
    } else if (verifiedWithinMonths !== undefined && !isFresh(verifiedAt[field], verifiedWithinMonths, today)) {
      stale.push(field);
      earned += weight / 2;
    } else {
      earned += weight;
    }
  }
  // Never 100 while something is open, however small its weight.
  const share = total === 0 ? 100 : Math.floor((100 * earned) / total + 1e-9);
  return { score: missing.length + stale.length > 0 ? Math.min(99, share) : 100, missing, stale };
}

/** True for what a form would show as empty: null, blank text, an empty list, an object with nothing but such parts. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === 'object' && !(value instanceof Date) && Object.values(value).every(isEmpty);
}

function isFresh(verified: string | undefined, months: number, today: string): boolean {
  return verified !== undefined && addMonths(verified.slice(0, 10), months) >= today.slice(0, 10);
}
