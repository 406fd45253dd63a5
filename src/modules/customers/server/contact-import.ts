import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ImportAdapter, ImportMatch, IncomingRow } from '#platform/transfer/import/import-adapter.ts';
import { interpersonalStyle } from '../rules/interpersonal-style.ts';

/** People of one customer with the same name or the same phone are the same person. */
const signsOf = (customer: unknown, name: unknown, phones: readonly unknown[]): string[] =>
  [`${String(customer)}|n:${String(name)}`, ...phones.filter((phone) => typeof phone === 'string').map((phone) => `${String(customer)}|p:${phone}`)];

const signsOfRow = (row: IncomingRow): string[] => signsOf(row.values.customer, row.values.name, [row.values.phone, row.values.altPhone]);

export const contactImport: ImportAdapter = {
  findMatches,
  keysOf: signsOfRow,
  complete: (_ctx, rows) => Promise.resolve(new Map(rows.map((row) => [row.row, { values: styleOf(row) }]))),
};

/** The style follows from the two scores (CU-4). */
function styleOf(row: IncomingRow): Readonly<Record<string, unknown>> {
  if (!('assertiveness' in row.values) && !('responsiveness' in row.values)) return {};
  const { assertiveness, responsiveness } = { ...row.before?.values, ...row.values };
  const isScored = typeof assertiveness === 'number' && typeof responsiveness === 'number';
  return { style: isScored ? interpersonalStyle({ assertiveness, responsiveness }) : null };
}

interface Row {
  id: Id; customer_id: Id; name: string; phone: string | null; alt_phone: string | null;
}

async function findMatches(ctx: Context, rows: readonly IncomingRow[]): Promise<ReadonlyMap<number, readonly ImportMatch[]>> {
  const customers = [...new Set(rows.map((row) => row.values.customer).filter((id): id is Id => typeof id === 'string'))];
  const known = await ctx.db.rows<Row>(sql`
    SELECT id, customer_id, name, phone, alt_phone FROM contact WHERE customer_id = ANY(${customers}::uuid[]) AND deleted_at IS NULL`);
  const bySign = new Map<string, { readonly id?: Id; readonly row?: number }>();
  for (const { id, customer_id: customer, name, phone, alt_phone: altPhone } of known) {
    for (const sign of signsOf(customer, name, [phone, altPhone])) bySign.set(sign, { id });
  }
  const found = new Map<number, ImportMatch[]>();
  for (const row of rows) {
    const signs = signsOfRow(row);
    const match = signs.map((sign) => bySign.get(sign)).find((one) => one !== undefined);
    if (match) found.set(row.row, [{ ...match, score: 80, isExact: false, isDouble: true, reasons: ['same-person'] }]);
    for (const sign of signs) if (!bySign.has(sign)) bySign.set(sign, { row: row.row });
  }
  return found;
}
