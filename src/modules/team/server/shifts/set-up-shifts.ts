import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import type { CoverNeed } from '../../rules/plan-conflicts.ts';
import type { shiftColours } from '../../rules/team-choices.ts';
import { requireUnit } from '../team-people.ts';

export interface ShiftPattern {
  readonly name: string;
  readonly shortName: string;
  readonly starts: string;
  readonly ends: string;
  readonly breakMinutes: number;
  readonly colour: (typeof shiftColours)[number];
  readonly state: 'active' | 'retired';
}

const shipped: Readonly<Record<'zh-CN' | 'en', readonly ShiftPattern[]>> = {
  'zh-CN': [
    { name: '早班', shortName: '早', starts: '08:00', ends: '16:00', breakMinutes: 45, colour: 'qing', state: 'active' },
    { name: '中班', shortName: '中', starts: '14:00', ends: '22:00', breakMinutes: 45, colour: 'hu', state: 'active' },
    { name: '夜班', shortName: '夜', starts: '22:00', ends: '08:00', breakMinutes: 60, colour: 'ju', state: 'active' },
  ],
  en: [
    { name: 'Early', shortName: 'E', starts: '08:00', ends: '16:00', breakMinutes: 45, colour: 'qing', state: 'active' },
    { name: 'Late', shortName: 'L', starts: '14:00', ends: '22:00', breakMinutes: 45, colour: 'hu', state: 'active' },
    { name: 'Night', shortName: 'N', starts: '22:00', ends: '08:00', breakMinutes: 60, colour: 'ju', state: 'active' },
  ],
};

/** Saves a shift pattern. Shifts that were published keep their times until their week is published again. Errors: record.not-found, record.duplicate. */
export async function savePattern(ctx: Context, id: Id | undefined, pattern: ShiftPattern): Promise<{ readonly id: Id }> {
  const twin = await ctx.db.maybe(sql`SELECT 1 FROM shift_template WHERE name = ${pattern.name} AND deleted_at IS NULL AND id IS DISTINCT FROM ${id ?? null}::uuid`);
  if (twin) throw fail('record.duplicate');
  if (id !== undefined) {
    await changeRecord(ctx, 'shiftTemplate', id, { ...pattern });
    return { id };
  }
  const { position } = await ctx.db.one<{ position: number }>(sql`SELECT coalesce(max(position) + 1, 0)::int AS position FROM shift_template`);
  return { id: await insertRecord(ctx, 'shiftTemplate', { values: { ...pattern, position } }) };
}

/** The early, late and night shift that ship, in the caller's language; nothing where there are patterns already. */
export async function loadPatterns(ctx: Context): Promise<{ readonly added: number }> {
  const known = await ctx.db.maybe(sql`SELECT 1 FROM shift_template WHERE deleted_at IS NULL LIMIT 1`);
  if (known) return { added: 0 };
  for (const pattern of shipped[ctx.locale]) await savePattern(ctx, undefined, pattern);
  return { added: shipped[ctx.locale].length };
}

/** Whether a unit's cases go by shifts, and how many people each shift of a weekday needs. Errors: record.not-found. */
export async function saveUnitShifts(ctx: Context, unitId: Id, given: { readonly isPlanned: boolean; readonly cover: readonly CoverNeed[] }): Promise<void> {
  const unit = await requireUnit(ctx, unitId, 'shiftUnit', 'update');
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413091, hashtext(${unitId}))`);
  const known = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM shift_unit WHERE unit_id = ${unitId} AND deleted_at IS NULL`);
  const values = { isPlanned: given.isPlanned, cover: given.cover.filter(({ heads }) => heads > 0) };
  if (known) await changeRecord(ctx, 'shiftUnit', known.id, values);
  else await insertRecord(ctx, 'shiftUnit', { values: { ...values, subject: unit.name, unit: unitId } });
}
