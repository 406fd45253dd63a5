import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { startOfDay } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { causesAnswer, complaintValueAnswer, leaksAnswer, offendersAnswer } from './service-board.answers.ts';
import { readCauses, readComplaintValue } from './causes.ts';
import { type Period, leakKinds, listOffenders, readLeaks } from './leaks.ts';

const shared = { method: 'GET', kind: 'query', access: { object: 'case', action: 'read' }, tag: 'service' } as const;
/** Days of the company's zone, `to` inclusive. */
const period = { from: z.iso.date(), to: z.iso.date(), unit: z.uuid().toLowerCase().optional() };

function periodOf(ctx: Pick<Context, 'timeZone'>, { from, to, unit }: { readonly from: string; readonly to: string; readonly unit?: string | undefined }): Period {
  if (to < from) throw fail('request.invalid', {}, [{ path: 'to', code: 'too-small', params: { min: from } }]);
  const after = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { from: startOfDay(from, ctx.timeZone), to: startOfDay(after, ctx.timeZone), unit };
}

/** The board of the service desk: the four no-leaks, causes, what complaints are worth. */
export const boardRoutes: readonly Route[] = [
  defineRoute({ ...shared, path: '/service/leaks', summary: 'The four no-leaks and the three control rates', query: z.strictObject(period), answer: leaksAnswer, handle: (ctx, { query }) => readLeaks(ctx, periodOf(ctx, query)) }),
  defineRoute({
    ...shared, path: '/service/leaks/offenders', summary: 'The cases that miss one of the four checks', query: z.strictObject({ ...period, leak: z.enum(leakKinds) }), answer: offendersAnswer,
    handle: (ctx, { query: { leak, ...query } }) => listOffenders(ctx, leak, periodOf(ctx, query)),
  }),
  defineRoute({ ...shared, path: '/service/causes', summary: 'Problems by cause, with the cost of their remedies', query: z.strictObject(period), answer: causesAnswer, handle: (ctx, { query }) => readCauses(ctx, periodOf(ctx, query)) }),
  defineRoute({ ...shared, path: '/service/complaint-value', summary: 'Who bought again after a complaint', answer: complaintValueAnswer, handle: (ctx) => readComplaintValue(ctx) }),
];
