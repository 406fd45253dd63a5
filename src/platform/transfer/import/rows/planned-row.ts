import type { Issue } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import type { Context, FullRecord } from '../../../context/context.ts';
import { sealValues } from '../../../records/to-columns.ts';
import { changesOf } from '../../../records/write-record.ts';
import type { ImportMatch } from '../import-adapter.ts';
import type { ImportPlan } from './import-plan.ts';
import type { ReadRow, RowDecision } from './read-cells.ts';

/** What is to become of a row. */
export interface PlannedRow {
  readonly row: number;
  readonly cells: ReadRow['cells'];
  readonly fate: 'create' | 'update' | 'unchanged' | 'duplicate' | 'error';
  /** Sealed; of an update only what changes. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly before?: FullRecord;
  readonly issues: readonly Issue[];
  readonly matches: readonly ImportMatch[];
  readonly decision?: RowDecision;
}

type Base = Pick<PlannedRow, 'row' | 'cells' | 'matches' | 'decision'>;

/** The values of an update that differ; a row that changes nothing leaves the record alone. */
export function plannedUpdate(
  ctx: Context, plan: ImportPlan, base: Base, given: Readonly<Record<string, unknown>>, before: FullRecord,
): PlannedRow {
  const sealed = sealValues(ctx.secrets, plan.def, given);
  const changes = changesOf(before.values, sealed);
  const values = Object.fromEntries(Object.entries(sealed).filter(([key]) => key in changes));
  if ('owner' in values && findField(plan.def, 'unit')) values.unit = unitFor(ctx, plan, values.owner) ?? before.values.unit;
  const fate = Object.keys(values).length === 0 ? 'unchanged' : 'update';
  const { row, cells, matches, decision } = base;
  return { row, cells, matches, fate, values, issues: [], before, ...(decision && { decision }) };
}

export function plannedCreate(ctx: Context, plan: ImportPlan, base: Base, given: Readonly<Record<string, unknown>>): PlannedRow {
  const values = sealValues(ctx.secrets, plan.def, given);
  if (findField(plan.def, 'unit')) values.unit = unitFor(ctx, plan, values.owner);
  return { ...base, fate: 'create', values, issues: [] };
}

/** What a record is called; '' when its title is no text. */
export const titleOf = (def: ObjectDef, values: Readonly<Record<string, unknown>>): string => {
  const title = values[def.title];
  return typeof title === 'string' ? title : '';
};

const unitFor = (ctx: Context, plan: ImportPlan, owner: unknown): Id | null =>
  typeof owner === 'string' && owner !== ctx.actor.userId ? (plan.units.get(owner) ?? null) : ctx.actor.primaryUnit;
