import { z } from 'zod';
import { isoMoment, named } from '#platform/http/answer.ts';
import { specialKinds } from '../rules/calendar-content.ts';

const kind = z.enum(specialKinds);

const dayRow = z.strictObject({ date: z.iso.date(), kind, name: z.string(), hours: z.string().nullable() });

const change = z.strictObject({
  what: z.enum(['name', 'timeZone', 'weekday', 'day']), key: z.string(),
  from: z.union([z.string(), dayRow]).nullable(), to: z.union([z.string(), dayRow]).nullable(),
});

export const calendarAnswer = z.strictObject({
  id: z.uuid(), version: z.int(), name: z.string(), timeZone: z.string(), week: z.array(z.string()), days: z.array(dayRow),
  units: z.array(named.extend({ isCompany: z.boolean() })),
});

export const versionAnswer = z.strictObject({
  version: z.int(), at: isoMoment, by: named.nullable(), reason: z.string().nullable(), changes: z.array(change),
});

export const unitCalendarAnswer = z.strictObject({ unit: named, calendar: named });

/** What a list of holidays would change; `text` is what is wrong with the list. */
export const previewAnswer = z.strictObject({
  changes: z.array(change), unchanged: z.int(),
  issues: z.array(z.strictObject({ path: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })),
});

export const yearsAnswer = z.strictObject({ years: z.array(z.int()) });

const hoursText = z.string().trim().max(120);
const reason = z.string().trim().min(2).max(300);
const week = z.array(hoursText).length(7);
const dayTo = z.strictObject({ kind, name: z.string().trim().max(40).default(''), hours: hoursText.nullable().default(null) });

export const createBody = z.strictObject({
  name: z.string().trim().min(1).max(60), timeZone: z.string().trim().min(1).max(60), week: week.optional(),
  /** A calendar whose days are taken over. */
  from: z.uuid().toLowerCase().optional(), reason: reason.optional(),
});

export const correctBody = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(), timeZone: z.string().trim().min(1).max(60).optional(), week: week.optional(),
  days: z.array(z.strictObject({ date: z.iso.date(), to: dayTo.nullable() })).max(1000).optional(), reason,
});

export const previewBody = z.union([z.strictObject({ year: z.int().min(2000).max(2099) }), z.strictObject({ text: z.string().min(1).max(200_000) })]);

export const assignBody = z.strictObject({ calendar: z.uuid().toLowerCase().nullable(), reason });
