import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { lockUnit } from '../sale-rows.ts';
import { savePriceList } from './save-price-list.ts';

export interface UnitFacts {
  readonly code: string;
  readonly floor: number;
  readonly position: number;
  readonly layout: string | null;
  /** Square metres. */
  readonly area: number;
  readonly grade: number;
}

export interface NewUnit extends UnitFacts {
  /** CNY text; without one the unit cannot be held yet. */
  readonly price: string | null;
}

/**
 * Adds units to a building, for sale at once where they have a price; their prices are a price list of their own, so
 * that the history begins with it. Errors: record.not-found, auth.forbidden (prices without the right), record.duplicate (the number is taken in this building).
 */
export async function addUnits(ctx: Context, building: Id, units: readonly NewUnit[], listName: string): Promise<{ readonly count: number }> {
  await requireRecord(ctx, objectDef(ctx, 'building'), 'update', building);
  const { project } = await ctx.db.one<{ project: Id }>(sql`SELECT project_id AS project FROM building WHERE id = ${building} FOR UPDATE`);
  if (units.some(({ price }) => price !== null) && ctx.actor.grants.get('priceList')?.has('create') !== true) throw fail('auth.forbidden', { right: 'priceList.create' });
  const lines: { unit: Id; price: string }[] = [];
  for (const { price, ...facts } of units) {
    const unit = await insertRecord(ctx, 'saleUnit', { values: { project, building, status: 'available', ...facts } });
    if (price !== null) lines.push({ unit, price });
  }
  if (lines.length > 0) await savePriceList(ctx, { project, name: listName, effectiveOn: localDate(ctx.now, ctx.timeZone), lines });
  return { count: units.length };
}

/** Corrects what a unit is, while nobody has papers on it. Errors: record.wrong-state, record.not-found, record.duplicate. */
export async function correctUnit(ctx: Context, id: Id, facts: UnitFacts): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'saleUnit'), 'update', id);
  const unit = await lockUnit(ctx, id);
  if (unit.status !== 'available' && unit.status !== 'withdrawn') throw fail('record.wrong-state');
  const perMetre = unit.price === null ? {} : { unitPrice: { amount: (Number(unit.price) / facts.area).toFixed(2), currency: 'CNY' } };
  await changeRecord(ctx, 'saleUnit', id, { ...facts, ...perMetre });
}
