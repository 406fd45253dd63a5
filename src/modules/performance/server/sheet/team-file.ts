import type { FastifyReply } from 'fastify';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { TableCell } from '#platform/tabular/table-types.ts';
import { type ColumnType, writeCsv, writeXlsx } from '#platform/tabular/write-table.ts';
import { sendTable } from '#platform/transfer/send-table.ts';
import { requireGrant } from '#platform/access/allowed-ids.ts';
import { incentiveEntryObject } from '../../objects/performance.objects.ts';
import { performanceTexts } from '../../performance.texts.ts';
import { type Figure, type FigureKey, type Sheet, figureKeys, figureNature } from '../../rules/figures.ts';
import type { Span } from '../span.ts';
import { readTeam } from './read-sheets.ts';

const minutes = (seconds: number | null): number | null => (seconds === null ? null : Math.round(seconds / 6) / 10);
const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 1_000) / 10);

/** A figure's columns in the file: times take four, in minutes; shares are per cent beside what they are of. */
function cellsOf(key: FigureKey, { count, value, p90, clock, clockP90, of }: Figure): TableCell[] {
  const { measure } = figureNature[key];
  if (measure === 'seconds') return [count, minutes(value), minutes(p90), minutes(clock), minutes(clockP90)];
  if (measure === 'share') return [percent(value), of];
  if (measure === 'mean') return [value === null ? null : Math.round(value * 100) / 100, count];
  return [value];
}

function headOf(ctx: Context, key: FigureKey): string[] {
  const { measure } = figureNature[key];
  const name = performanceTexts.t(ctx.locale, `figure.${key}`);
  const more = measure === 'seconds' ? (['count', 'median', 'p90', 'clock', 'clockP90'] as const) : measure === 'share' ? (['percent', 'of'] as const) : measure === 'mean' ? (['mean', 'count'] as const) : undefined;
  return more ? more.map((part) => `${name} ${performanceTexts.t(ctx.locale, `file.${part}`)}`) : [name];
}

/** The team's sheets as a file, all of them together last; written down in the trail. Errors: auth.forbidden without the right to export. */
export async function sendTeamFile(ctx: Context, reply: FastifyReply, { span, unit, format }: { readonly span: Span; readonly unit: Id | undefined; readonly format: 'csv' | 'xlsx' }): Promise<void> {
  requireGrant(ctx, incentiveEntryObject, 'export');
  const { data, total } = await readTeam(ctx, span, unit);
  await writeAudit(ctx, [{ action: 'export', object: 'incentiveEntry', detail: { what: 'performance', from: span.firstDay, to: span.lastDay, unit: unit ?? null, people: data.length } }]);
  const t = performanceTexts;
  const line = (name: string, place: string | null, sheet: Sheet): TableCell[] => [name, place, ...figureKeys.flatMap((key) => cellsOf(key, sheet[key]))];
  const lines = [...data.map(({ name, unit: place, sheet }) => line(name, place, sheet)), line(t.t(ctx.locale, 'file.total'), null, total)];
  const head = [t.t(ctx.locale, 'file.person'), t.t(ctx.locale, 'file.unit'), ...figureKeys.flatMap((key) => headOf(ctx, key))];
  const columnTypes = head.map((_, at): ColumnType => (at < 2 ? 'text' : 'number'));
  const title = t.t(ctx.locale, 'file.title');
  await sendTable(reply, `${title} ${span.firstDay} ${span.lastDay}.${format}`, format, (out) => (format === 'csv' ? writeCsv(lines, head, out, { bom: true, columnTypes }) : writeXlsx(lines, head, out, { sheetName: title, columnTypes })));
}
