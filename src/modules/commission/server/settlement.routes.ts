import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { nothing } from '#platform/http/answer.ts';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { runAction } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { writeCsv, writeXlsx } from '#platform/tabular/write-table.ts';
import { confirmedAnswer, idSchema, monthSchema, ownStatementsAnswer, settlementAnswer, sitesAnswer } from './commission.answers.ts';
import { confirmMonth } from './settlement/confirm-month.ts';
import { listSites, showSettlement } from './settlement/list-settlements.ts';
import { ownStatements, seeStatements } from './settlement/see-statement.ts';
import { payrollTable } from './settlement/payroll-table.ts';

const tag = 'commission';
const params = z.strictObject({ site: idSchema, month: monthSchema });
const read = { object: 'commissionEntry', action: 'read' } as const;

/** The monthly run of a site (RE-32). */
export const settlementRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/commission/sites', access: read, kind: 'query', tag, summary: 'Sites with their open month', answer: sitesAnswer,
    handle: async (ctx) => ({ data: await listSites(ctx) }),
  }),
  defineRoute({
    method: 'GET', path: '/commission/settlements/:site/:month', access: read, kind: 'query', tag, summary: 'A site’s month with its statements', params, answer: settlementAnswer,
    handle: (ctx, input) => showSettlement(ctx, input.params.site, input.params.month),
  }),
  defineRoute({
    method: 'POST', path: '/commission/settlements/:site/:month/confirm', access: { right: 'commission.manage' }, kind: 'action', tag, params, answer: confirmedAnswer,
    summary: 'Confirm the month and ask finance for approval', body: z.strictObject({}),
    handle: (ctx, input) => confirmMonth(ctx, input.params.site, input.params.month),
  }),
  defineRoute({
    method: 'GET', path: '/commission/statements/:month', access: read, kind: 'query', tag, summary: 'One’s own statements of a closed month', params: z.strictObject({ month: monthSchema }), answer: ownStatementsAnswer,
    handle: async (ctx, input) => ({ data: await ownStatements(ctx, input.params.month) }),
  }),
  defineRoute({
    method: 'POST', path: '/commission/statements/:month/seen', access: read, kind: 'action', tag, summary: 'Say that one’s own statements of a month are right', params: z.strictObject({ month: monthSchema }), answer: nothing,
    body: z.strictObject({}), handle: (ctx, input) => seeStatements(ctx, input.params.month),
  }),
  defineRoute({
    method: 'GET', path: '/commission/settlements/:site/:month/file', access: { object: 'commissionEntry', action: 'export' }, kind: 'query', tag, params, isFreshNeeded: true, isHijacked: true,
    summary: 'The closed month for payroll, as .xlsx or .csv', query: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    handle: async (ctx, { params: { site, month }, query: { format }, reply }) => {
      const { headers, rows, columnTypes, siteName } = await payrollTable(ctx, site, month);
      await runAction(services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip }, (tx) =>
        writeAudit(tx, [{ action: 'export', object: 'commissionSettlement', detail: { site, month, format, rows: rows.length } }]));
      const out = new PassThrough();
      const writing = format === 'csv' ? writeCsv(rows, headers, out, { bom: true, columnTypes }) : writeXlsx(rows, headers, out, { sheetName: `${siteName} ${month}`, columnTypes });
      writing.catch((error: unknown) => {
        services.log.error({ err: error, requestId: ctx.requestId }, 'the payroll file broke off');
        out.destroy();
      });
      await reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="commission-${month}.${format}"`).send(out);
      return undefined;
    },
  }),
];
