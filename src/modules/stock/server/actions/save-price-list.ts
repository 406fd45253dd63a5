import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';

export interface PriceListDraft {
  readonly project: Id;
  readonly name: string;
  readonly effectiveOn: string;
  /** CNY texts; a unit that is not named keeps its price. */
  readonly lines: readonly { readonly unit: Id; readonly price: string }[];
}

/** A new version of a project's prices; in force from its day on. Errors: record.not-found, record.invalid (a unit of another project). */
export async function savePriceList(ctx: Context, { project, name, effectiveOn, lines }: PriceListDraft): Promise<{ readonly id: Id }> {
  await requireRecord(ctx, objectDef(ctx, 'project'), 'update', project);
  const id = await insertRecord(ctx, 'priceList', { values: { name, project, effectiveOn, unitCount: lines.length } });
  const added = await ctx.db.run(sql`
    INSERT INTO price_list_line (price_list_id, sale_unit_id, list_price)
    SELECT ${id}, u.id, l.price FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS l(unit uuid, price numeric(20, 2)) JOIN sale_unit u ON u.id = l.unit AND u.project_id = ${project} AND u.deleted_at IS NULL`);
  if (added !== lines.length) throw fail('record.invalid', { count: 1 }, [{ path: 'lines', code: 'not-found', params: { value: String(lines.length - added) } }]);
  await applyPriceLists(ctx, project);
  return { id };
}

/** Puts the price lists whose day has come onto units that are still for sale, the earlier ones first; a held unit keeps what its customer was told. */
export async function applyPriceLists(ctx: Context, project: Id | null = null): Promise<number> {
  const today = localDate(ctx.now, ctx.timeZone);
  const due = await ctx.db.rows<{ id: Id }>(sql`
    SELECT id FROM price_list WHERE applied_at IS NULL AND effective_on <= ${today} AND deleted_at IS NULL AND (${project}::uuid IS NULL OR project_id = ${project})
    ORDER BY effective_on, created_at FOR UPDATE`);
  for (const { id } of due) {
    const units = await ctx.db.rows<{ id: Id; area: string; price: string }>(sql`
      SELECT u.id, u.area, l.list_price AS price FROM price_list_line l JOIN sale_unit u ON u.id = l.sale_unit_id
      WHERE l.price_list_id = ${id} AND u.status IN ('available', 'withdrawn') AND u.list_price IS DISTINCT FROM l.list_price ORDER BY u.id`);
    for (const unit of units) {
      const perMetre = (Number(unit.price) / Number(unit.area)).toFixed(2);
      await changeRecord(ctx, 'saleUnit', unit.id, { listPrice: { amount: unit.price, currency: 'CNY' }, unitPrice: { amount: perMetre, currency: 'CNY' }, priceList: id });
    }
    await changeRecord(ctx, 'priceList', id, { appliedAt: ctx.now.toISOString() });
  }
  return due.length;
}
