import sql from 'sql-template-tag';
import { Failure } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import type { CompletedRow, ImportAdapter, IncomingRow, SideRows, WrittenRow } from '#platform/transfer/import/import-adapter.ts';
import { judgeStage } from './customer-hooks.ts';
import { customerKeys, findCustomerDoubles } from './duplicates/import-doubles.ts';
import { nameKeyOf } from './duplicates/name-key.ts';
import { type Verified, assess, columnsOf } from './quality/completeness-columns.ts';
import { type Requirements, readRequirements } from './quality/requirements.ts';

/** Customers in bulk: the same keys, scores and stage events as one by one (CU-6, CU-10, CU-13), a batch at a time. */
export const customerImport: ImportAdapter = {
  findMatches: findCustomerDoubles,
  keysOf: customerKeys,
  async complete(ctx, rows, reason) {
    const requirements = await readRequirements(ctx.db);
    const verified = await verifiedOf(ctx, rows);
    const today = localDate(ctx.now, ctx.timeZone);
    return new Map(rows.map((row) => [row.row, completeOne(ctx, row, { requirements, verified, today, reason })]));
  },
  afterWrite: addStageEvents,
  async removeSide(ctx, side) {
    await ctx.db.run(sql`DELETE FROM customer_stage_event WHERE id = ANY(${side.customer_stage_event ?? []}::uuid[])`);
  },
};

interface Given {
  readonly requirements: Requirements;
  readonly verified: ReadonlyMap<Id, Verified>;
  readonly today: string;
  readonly reason: string;
}

function completeOne(ctx: Context, row: IncomingRow, given: Given): CompletedRow {
  try {
    const values = judgeStage({ ctx, before: row.before, values: row.values, id: row.before?.id ?? '', ...(given.reason !== '' && { reason: given.reason }) });
    const after = { ...row.before?.values, ...row.values, ...values };
    const isRenamed = 'name' in row.values || 'kind' in row.values;
    return { values, columns: { ...(isRenamed && { name_key: nameKeyOf(after.kind, after.name) }), ...scoreOf(row, after, given) } };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { issues: error.issues };
  }
}

/** A field that the file changes is no longer verified. */
function scoreOf(row: IncomingRow, after: Readonly<Record<string, unknown>>, given: Given): Readonly<Record<string, unknown>> {
  const earlier = given.verified.get(row.before?.id ?? '') ?? {};
  const verified = Object.fromEntries(Object.entries(earlier).filter(([field]) => !(field in row.values)));
  const isUnverified = Object.keys(verified).length < Object.keys(earlier).length;
  return { ...columnsOf(given.requirements, assess(given.requirements, after, verified, given.today)), ...(isUnverified && { verified: JSON.stringify(verified) }) };
}

async function verifiedOf(ctx: Context, rows: readonly IncomingRow[]): Promise<Map<Id, Verified>> {
  const ids = rows.flatMap((row) => (row.before ? [row.before.id] : []));
  if (ids.length === 0) return new Map();
  const found = await ctx.db.rows<{ id: Id; verified: Verified }>(sql`
    SELECT id, verified FROM customer WHERE id = ANY(${ids}::uuid[]) AND verified <> '{}'`);
  return new Map(found.map((row) => [row.id, row.verified]));
}

/** A stage that a row changes is an event with its reason (CU-6). */
async function addStageEvents(ctx: Context, rows: readonly WrittenRow[], reason: string): Promise<ReadonlyMap<number, SideRows>> {
  const events = rows.filter((row) => row.before && typeof row.changed.stage === 'string').map((row) => ({
    row: row.row, id: ctx.newId(), customer_id: row.id, from_stage: row.before?.values.stage ?? null, to_stage: row.changed.stage,
    lost_reason: row.changed.lostReason ?? null,
  }));
  if (events.length === 0) return new Map();
  await ctx.db.run(sql`
    INSERT INTO customer_stage_event (id, customer_id, from_stage, to_stage, reason, lost_reason, at, actor_id)
    SELECT e.id, e.customer_id, e.from_stage, e.to_stage, ${reason === '' ? null : reason}, e.lost_reason, ${ctx.now.toISOString()}, ${ctx.actor.userId}
    FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS e (id uuid, customer_id uuid, from_stage text, to_stage text, lost_reason text)`);
  return new Map(events.map((event) => [event.row, { customer_stage_event: [event.id] }]));
}
