import sql from 'sql-template-tag';
import { z } from 'zod';
import type { TextKey } from '#kernel/texts.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { named } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { TableCell } from '#platform/tabular/table-types.ts';
import { type ColumnType, writeXlsx } from '#platform/tabular/write-table.ts';
import { sendTable } from '#platform/transfer/send-table.ts';
import { visitChannels } from '../../registration/visit-registration.object.ts';
import { statisticsTexts } from '../../statistics/statistics.texts.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { type StatisticsQuery, type StatisticsRow, statisticsQuery, visitorStatistics } from './visitor-statistics.ts';

const row = z.strictObject({
  key: z.string().nullable(), label: z.string().nullable(), visits: z.int(), newVisits: z.int(), returning: z.int(), calls: z.int(), callsCame: z.int(), deals: z.int(), amount: z.string(),
  dealRate: z.number().nullable(), cameRate: z.number().nullable(),
});
const answer = z.strictObject({ data: z.array(row), total: row, sites: z.array(named) });
const access = { object: 'visitRegistration', action: 'read' } as const;

type Key = TextKey<(typeof statisticsTexts)['trees']['zh-CN']>;
const columns: readonly (readonly [Key, (each: StatisticsRow) => TableCell, ColumnType])[] = [
  ['column.visits', (each) => each.visits, 'number'], ['column.newVisits', (each) => each.newVisits, 'number'], ['column.returning', (each) => each.returning, 'number'],
  ['column.calls', (each) => each.calls, 'number'], ['column.callsCame', (each) => each.callsCame, 'number'], ['column.cameRate', (each) => each.cameRate, 'number'],
  ['column.deals', (each) => each.deals, 'number'], ['column.amount', (each) => each.amount, 'number'], ['column.dealRate', (each) => each.dealRate, 'number'],
];

const isChannel = (key: string): key is (typeof visitChannels)[number] => visitChannels.some((each) => each === key);

function labelOf(ctx: Context, by: StatisticsQuery['by'], each: StatisticsRow): string {
  if (each.key === null) return statisticsTexts.t(ctx.locale, by === 'channel' ? 'none' : 'nobody');
  return by === 'channel' && isChannel(each.key) ? statisticsTexts.t(ctx.locale, `channel.${each.key}`) : (each.label ?? each.key);
}

const sitesOf = (ctx: Context) => {
  const site = ctx.registry.object('site');
  return site === undefined ? Promise.resolve([]) : ctx.db.rows<{ id: string; name: string }>(sql`SELECT s.id, s.name FROM site s WHERE s.deleted_at IS NULL AND ${predicateSql(ctx, site, 'read', 's')} ORDER BY s.name LIMIT 200`);
};

/** Visitor and call statistics with conversion (RE-43). */
export const statisticsRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/visitor-statistics', access, kind: 'query', tag: 'reception', summary: 'Visitors, calls and deals in a span', query: statisticsQuery, answer,
    handle: async (ctx, { query }) => ({ ...(await visitorStatistics(ctx, query)), sites: await sitesOf(ctx) }),
  }),
  defineRoute({
    method: 'GET', path: '/visitor-statistics/xlsx', access, kind: 'query', tag: 'reception', summary: 'The same as an Excel file', query: statisticsQuery, isHijacked: true,
    handle: async (ctx, { query, reply }) => {
      const { data, total } = await visitorStatistics(ctx, query);
      await writeAudit(ctx, [{ action: 'export', object: 'visitRegistration', detail: { what: 'visitor-statistics', ...query } }]);
      const t = (key: Key) => statisticsTexts.t(ctx.locale, key);
      const lines = [...data.map((each) => [labelOf(ctx, query.by, each), ...columns.map(([, read]) => read(each))]), [t('total'), ...columns.map(([, read]) => read(total))]];
      const name = `${t('short')} ${query.from} ${query.to}.xlsx`;
      await sendTable(reply, name, 'xlsx', (out) => writeXlsx(lines, [t(`grouping.${query.by}`), ...columns.map(([key]) => t(key))], out, { sheetName: t('short'), columnTypes: ['text', ...columns.map(([, , type]) => type)] }));
    },
  }),
];
