import type { Services } from '../runtime/services.ts';

/** Twice a second is as often as a person can follow a number. */
const PAUSE_MS = 500;
const told = new WeakMap<Services, Map<string, number>>();

/** Whether progress of this run may be told again; the last word always may. */
export function isTime(services: Services, id: string, isLast: boolean): boolean {
  const known = told.get(services) ?? new Map<string, number>();
  told.set(services, known);
  const now = performance.now();
  if (!isLast && now - (known.get(id) ?? -PAUSE_MS) < PAUSE_MS) return false;
  if (isLast) known.delete(id);
  else known.set(id, now);
  return true;
}
