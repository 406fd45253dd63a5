import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { figureKeys } from '../rules/figures.ts';
import { measuredTimes } from '../rules/service-times.ts';
import { figureListAnswer, personAnswer, teamAnswer, timeListAnswer, timesAnswer } from './performance.answers.ts';
import { listFigure } from './sheet/figure-list.ts';
import { listedPeople, readPerson, readTeam } from './sheet/read-sheets.ts';
import { sendTeamFile } from './sheet/team-file.ts';
import { spanOf } from './span.ts';
import { listTime, readTimes } from './times/read-times.ts';

const tag = 'performance';
const id = z.uuid().toLowerCase();
/** Days of the company's zone, both inclusive. */
const period = { from: z.iso.date(), to: z.iso.date(), unit: id.optional() };
const skip = z.coerce.number().int().min(0).max(1_000_000).default(0);
const sheets = { object: 'incentiveEntry', action: 'read' } as const;
const cases = { object: 'case', action: 'read' } as const;
const whose = z.union([z.literal('me'), id]);

/** Performance sheets and service times (SE-40, SE-23). */
export const sheetRoutes = ({ timeZone }: Pick<Services, 'timeZone'>): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/performance/team', kind: 'query', access: sheets, tag, summary: 'Performance sheets of everybody whom the caller may see', query: z.strictObject(period), answer: teamAnswer,
    handle: (ctx, { query: { from, to, unit } }) => readTeam(ctx, spanOf(from, to, timeZone), unit),
  }),
  defineRoute({
    method: 'GET', path: '/performance/team/file', kind: 'query', access: sheets, tag, summary: 'The same as a CSV or Excel file', isHijacked: true,
    query: z.strictObject({ ...period, format: z.enum(['csv', 'xlsx']).default('csv') }), handle: (ctx, { query: { from, to, unit, format }, reply }) => sendTeamFile(ctx, reply, { span: spanOf(from, to, timeZone), unit, format }),
  }),
  defineRoute({
    method: 'GET', path: '/performance/people/:person', kind: 'query', access: sheets, tag, summary: 'One person’s sheet, with the medians of their unit and twelve months', params: z.object({ person: whose }),
    query: z.strictObject({ from: period.from, to: period.to }), answer: personAnswer, handle: (ctx, { params, query: { from, to } }) => readPerson(ctx, params.person, spanOf(from, to, timeZone)),
  }),
  defineRoute({
    method: 'GET', path: '/performance/people/:person/figures/:figure', kind: 'query', access: sheets, tag, summary: 'The cases that a figure counts; `team` for everybody',
    params: z.object({ person: z.union([z.literal('team'), whose]), figure: z.enum(figureKeys) }), query: z.strictObject({ ...period, skip }), answer: figureListAnswer,
    handle: async (ctx, { params: { person, figure }, query: { from, to, unit, skip: after } }) => listFigure(ctx, { figure, people: await listedPeople(ctx, person, unit), span: spanOf(from, to, timeZone), skip: after }),
  }),
  defineRoute({
    method: 'GET', path: '/performance/times', kind: 'query', access: cases, tag, summary: 'The times of a service, by month and by type or unit', answer: timesAnswer,
    query: z.strictObject({ ...period, by: z.enum(['type', 'unit']).default('type') }), handle: (ctx, { query: { from, to, unit, by } }) => readTimes(ctx, spanOf(from, to, timeZone), by, unit),
  }),
  defineRoute({
    method: 'GET', path: '/performance/times/:key', kind: 'query', access: cases, tag, summary: 'The cases behind a time, the longest first', params: z.object({ key: z.enum(measuredTimes) }), answer: timeListAnswer,
    query: z.strictObject({ ...period, skip }), handle: (ctx, { params, query: { from, to, unit, skip: after } }) => listTime(ctx, { key: params.key, span: spanOf(from, to, timeZone), unit, skip: after }),
  }),
];
