import { z } from 'zod';
import { named } from '#platform/http/answer.ts';
import { absenceKinds, shiftColours, swapStates } from '../../rules/team-choices.ts';

const id = z.uuid();
const day = z.string();
const maybe = z.string().nullable();
const colour = z.enum(shiftColours);

export const planConflict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['double', 'leave']), person: id, day }), z.strictObject({ kind: z.literal('rest'), person: id, day, hours: z.number() }),
  z.strictObject({ kind: z.literal('cover'), day, template: id, planned: z.int(), needed: z.int() }),
]);
export const coverNeed = z.strictObject({ template: id, weekday: z.int().min(0).max(6), heads: z.int().min(0).max(99) });
export const planEntry = z.strictObject({ person: id, day: z.iso.date(), template: id });
const pattern = z.strictObject({ id, name: z.string(), shortName: z.string(), starts: z.string(), ends: z.string(), breakMinutes: z.int(), colour, state: z.enum(['active', 'retired']) });

export const swapRow = z.strictObject({
  id, state: z.enum(swapStates), person: named, partner: named, shift: z.string(), gets: maybe, reason: maybe, answer: maybe, isMine: z.boolean(), isForMe: z.boolean(),
});

export const planAnswer = z.strictObject({
  unit: named.nullable(), units: z.array(named), week: day, today: day, version: z.int(), state: z.enum(['none', 'draft', 'published']), publishedAt: maybe, isPlanned: z.boolean(), restHours: z.int(), hasEarlier: z.boolean(),
  days: z.array(z.strictObject({ day, kind: z.enum(['workday', 'rest', 'holiday', 'makeUp', 'special']), name: z.string() })),
  patterns: z.array(pattern), people: z.array(named), entries: z.array(z.strictObject({ person: id, day, template: id })), cover: z.array(z.strictObject({ template: id, weekday: z.int(), heads: z.int() })),
  leave: z.array(z.strictObject({ person: id, from: day, to: day, kind: z.enum(absenceKinds) })), conflicts: z.array(planConflict), swaps: z.array(swapRow),
});

export const myShiftsAnswer = z.strictObject({
  today: day, timeZone: z.string(), isOnNow: z.boolean(),
  shifts: z.array(z.strictObject({ id, name: z.string(), colour, day, from: z.string(), to: z.string(), breakMinutes: z.int(), isSwapOpen: z.boolean(), canSwap: z.boolean() })),
  swaps: z.array(swapRow), leave: z.array(z.strictObject({ id, kind: z.enum(absenceKinds), from: day, to: day, note: maybe })),
});

export const partnersAnswer = z.strictObject({ data: z.array(z.strictObject({ id, name: z.string(), shifts: z.array(z.strictObject({ id, name: z.string(), day, from: z.string(), to: z.string() })) })) });
