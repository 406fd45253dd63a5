import type { FastifyReply } from 'fastify';
import sql from 'sql-template-tag';
import { issueText } from '#kernel/issue-texts.ts';
import type { Issue } from '#kernel/failure.ts';
import type { Locale } from '#kernel/texts.ts';
import { type ObjectDef, fieldLabel, findField } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import { writeCsv, writeXlsx } from '../../tabular/write-table.ts';
import type { TableCell } from '../../tabular/table-types.ts';
import { sendTable } from '../send-table.ts';
import type { ImportRun } from './import-store.ts';

const PAGE = 500;
const words = {
  'zh-CN': { row: '行号', reason: '未导入原因', file: '未导入的行' },
  en: { row: 'Row', reason: 'Why it was not imported', file: 'rows not imported' },
} as const;

/** One issue in the reader's language, with the field's label in front. */
export function issueSentence(def: ObjectDef, locale: Locale, issue: Issue): string {
  const field = findField(def, issue.path);
  const sentence = issueText(locale, issue);
  return field ? `${fieldLabel(def, field, locale)}${locale === 'zh-CN' ? '：' : ': '}${sentence}` : sentence;
}

interface FailedRow {
  readonly row: number;
  readonly issues: Issue[] | null;
  readonly cells: TableCell[] | null;
}

/** The rows that were left out, as they stood in the file, with the reason beside them (CU-12). */
export async function sendFailedRows(ctx: Context, run: ImportRun, def: ObjectDef, format: 'csv' | 'xlsx', reply: FastifyReply): Promise<void> {
  const text = words[ctx.locale];
  const headers = [...run.headers, text.row, text.reason];
  const name = `${run.fileName.replace(/\.[a-z0-9]+$/i, '')} ${text.file}.${format}`;
  const rows = failedRows(ctx, run, def);
  await sendTable(reply, name, format, (out) =>
    format === 'csv' ? writeCsv(rows, headers, out, { bom: true }) : writeXlsx(rows, headers, out, { sheetName: text.file }));
}

async function* failedRows(ctx: Context, run: ImportRun, def: ObjectDef): AsyncGenerator<TableCell[]> {
  const phase = run.state === 'checked' || run.state === 'checking' ? 0 : 1;
  for (let after = 0; ; ) {
    const rows = await ctx.db.rows<FailedRow>(sql`
      SELECT row, issues, cells FROM import_row
      WHERE import_id = ${run.id} AND phase = ${phase} AND state IN ('error', 'duplicate') AND row > ${after} ORDER BY row LIMIT ${PAGE}`);
    for (const { row, issues, cells } of rows) {
      const reasons = (issues ?? []).map((issue) => issueSentence(def, ctx.locale, issue)).join(ctx.locale === 'zh-CN' ? '；' : '; ');
      yield [...run.headers.map((_, column) => cells?.[column] ?? null), row, reasons];
      after = row;
    }
    if (rows.length < PAGE) return;
  }
}
