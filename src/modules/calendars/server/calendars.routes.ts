import { z } from 'zod';
import type { Issue } from '#kernel/failure.ts';
import { type Answered, nothing, rowsOf } from '#platform/http/answer.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { versionOf } from '#platform/records/record-routes.ts';
import { contentChanges, contentIssues, usualWeek, withDays } from '../rules/calendar-content.ts';
import { asChanges, readHolidayList } from '../rules/holiday-list.ts';
import { assignCalendar } from './actions/assign-calendar.ts';
import { correctCalendar, createCalendar, removeCalendar } from './actions/save-calendar.ts';
import {
  assignBody, calendarAnswer, correctBody, createBody, previewAnswer, previewBody, unitCalendarAnswer, versionAnswer, yearsAnswer,
} from './calendars.answers.ts';
import { chinaHolidayYears, chinaHolidays } from './china-holidays.ts';
import { listUnitCalendars, listVersions, showCalendar } from './queries/show-calendar.ts';

const params = z.object({ id: z.uuid().toLowerCase() });
const read = { access: { object: 'workingCalendar', action: 'read' }, kind: 'query', tag: 'calendars' } as const;
const keep = { access: { right: 'admin.settings' }, kind: 'action', tag: 'calendars' } as const;

/** What a list would change in a calendar; nothing is written. */
async function preview(ctx: Context, id: string, body: z.output<typeof previewBody>): Promise<Answered<typeof previewAnswer>> {
  const calendar = await showCalendar(ctx, id);
  const { days, issues } = 'year' in body ? { days: chinaHolidays(body.year), issues: [] } : readHolidayList(body.text);
  const after = withDays(calendar, asChanges(days));
  const changes = contentChanges(withDays(calendar, []), after);
  const dates = new Set(days.map(({ date }) => date));
  const found: readonly Issue[] = [...issues, ...contentIssues(after).filter(({ path }) => path.startsWith('days.'))];
  return { changes, unchanged: dates.size - changes.length, issues: found.map(({ path, code, params: given }) => ({ path, code, ...(given && { params: { ...given } }) })) };
}

/** Working calendars (SE-4); the plain list is the records engine's. */
export const calendarRoutes: readonly Route[] = [
  defineRoute({
    ...read, method: 'GET', path: '/working-calendars/units', summary: 'Units that were given a calendar of their own', answer: rowsOf(unitCalendarAnswer),
    handle: async (ctx) => ({ data: await listUnitCalendars(ctx) }),
  }),
  defineRoute({
    ...read, method: 'GET', path: '/working-calendars/published-years', summary: 'Years whose public holidays of China are known', answer: yearsAnswer,
    handle: () => Promise.resolve({ years: [...chinaHolidayYears] }),
  }),
  defineRoute({
    ...read, method: 'GET', path: '/working-calendars/:id/content', summary: 'Hours and days of a calendar', params, answer: calendarAnswer,
    handle: (ctx, input) => showCalendar(ctx, input.params.id),
  }),
  defineRoute({
    ...read, method: 'GET', path: '/working-calendars/:id/versions', summary: 'Who corrected a calendar, when and why', params, answer: rowsOf(versionAnswer),
    handle: async (ctx, input) => ({ data: await listVersions(ctx, input.params.id) }),
  }),
  defineRoute({
    ...keep, kind: 'query', method: 'POST', path: '/working-calendars/:id/holidays-preview', summary: 'What a list of holidays would change', params, body: previewBody, answer: previewAnswer,
    handle: (ctx, input) => preview(ctx, input.params.id, input.body),
  }),
  defineRoute({
    ...keep, method: 'POST', path: '/working-calendars', status: 201, summary: 'A new calendar', body: createBody, answer: calendarAnswer,
    handle: async (ctx, { body: { name, timeZone, week, from, reason } }) => {
      const days = from === undefined ? [] : (await showCalendar(ctx, from)).days;
      return showCalendar(ctx, await createCalendar(ctx, { name, timeZone, week: week ?? usualWeek, days, reason: reason ?? null }));
    },
  }),
  defineRoute({
    ...keep, method: 'PATCH', path: '/working-calendars/:id', summary: 'Correct a calendar; deadlines are computed anew', params, body: correctBody, answer: calendarAnswer,
    handle: async (ctx, input) => {
      await correctCalendar(ctx, input.params.id, input.body, versionOf(input));
      return showCalendar(ctx, input.params.id);
    },
  }),
  defineRoute({
    ...keep, method: 'DELETE', path: '/working-calendars/:id', summary: 'Remove a calendar that no unit has', params, answer: nothing,
    handle: (ctx, input) => removeCalendar(ctx, input.params.id),
  }),
  defineRoute({
    ...keep, method: 'PUT', path: '/working-calendars/units/:id', status: 204, summary: 'Give a unit a calendar, or that of the unit above', params, body: assignBody, answer: nothing,
    handle: (ctx, input) => assignCalendar(ctx, input.params.id, input.body),
  }),
];
