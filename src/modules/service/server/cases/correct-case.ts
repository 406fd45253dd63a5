import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { checkReferences } from '#platform/access/check-references.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, objectDef } from '#platform/records/action-records.ts';
import { getRecord, loadForUpdate } from '#platform/records/get-record.ts';
import { validateValues } from '#platform/records/validate-values.ts';
import { invalid } from '#platform/records/write-record.ts';

/** What anybody who works on a case may put right by hand; all else follows from actions. */
export const correctable = ['subject', 'description', 'priority', 'customer', 'contact', 'reporterName', 'reporterPhone', 'reporterEmail', 'place'] as const;

type Values = Readonly<Partial<Record<(typeof correctable)[number], unknown>>>;

/**
 * Puts right what was taken down: who it is about, how to reach them, where, how urgent. A new customer takes the whole
 * conversation along. Errors: record.not-found, record.stale with both versions, record.invalid, record.wrong-state for a merged case.
 */
export async function correctCase(ctx: Context, id: Id, input: Values, version: number | undefined): Promise<void> {
  const def = objectDef(ctx, 'case');
  await requireRecord(ctx, def, 'update', id);
  const before = await loadForUpdate(ctx, def, id);
  if (!before || before.deletedAt !== null) throw fail('record.not-found');
  if (version !== undefined && version !== before.version) throw fail('record.stale', {}, [], { current: await getRecord(ctx, def, id, { include: ['*'] }), yours: input });
  if (before.values['state'] === 'merged') throw fail('record.wrong-state');
  const checked = validateValues(def, input, { actor: ctx.actor, isCreate: false, before: before.values });
  if (checked.issues.length > 0) throw invalid(checked.issues, checked.hasUnknown);
  const changed = Object.fromEntries(Object.entries(checked.values).filter(([key, value]) => value !== before.values[key]));
  const lost = await checkReferences(ctx, def, changed);
  if (lost.length > 0) throw invalid(lost, false);
  await changeRecord(ctx, 'case', id, changed);
  if (!('customer' in changed)) return;
  const customer = typeof changed['customer'] === 'string' ? changed['customer'] : null;
  await ctx.db.run(sql`UPDATE case_message SET customer_id = ${customer} WHERE case_id = ${id}`);
  await ctx.db.run(sql`UPDATE case_remedy SET customer_id = ${customer} WHERE case_id = ${id}`);
}
