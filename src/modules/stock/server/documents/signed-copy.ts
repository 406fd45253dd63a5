import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { copyMarks } from './documents.routes.ts';
import { wordingSource } from './document-source.ts';
import { printPdf } from './print-pdf.ts';

/** The customer's copy of a signed subscription, in the wording that was signed; the caller has asked for the rights. Errors: record.not-found. */
export async function signedCopy(ctx: Pick<Context, 'db'>, id: Id): Promise<Buffer> {
  const row = await ctx.db.maybe<{ wording: string }>(sql`SELECT wording FROM subscription WHERE id = ${id} AND wording IS NOT NULL AND deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  return printPdf(wordingSource(row.wording, copyMarks[0]));
}
