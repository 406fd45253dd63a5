import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { findField } from '#meta/object.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { fieldAccessOf, visibleFields } from '#platform/access/field-access.ts';
import type { Context } from '#platform/context/context.ts';
import { loadForUpdate, loadFull } from '#platform/records/get-record.ts';
import { recordWrite } from '#platform/records/write-record.ts';
import { customerObject } from '../../objects/customer.object.ts';
import { isEmpty } from '../../rules/completeness.ts';
import { assess, columnsOf, readVerified } from './completeness-columns.ts';
import { readRequirements, requiredOf } from './requirements.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { completenessAnswer } from './quality.answers.ts';

export type ShownCompleteness = Answered<typeof completenessAnswer>;

/** What is missing or due for a check in one customer's file, as far as the actor may see its fields (CU-13). */
export async function showCompleteness(ctx: Context, id: Id): Promise<ShownCompleteness> {
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  await requireRecord(ctx, def, 'read', id);
  const [record] = await loadFull(ctx, def, [id]);
  const requirements = await readRequirements(ctx.db);
  const verified = await readVerified(ctx.db, id);
  const { score, missing, stale } = assess(requirements, record?.values ?? {}, verified, localDate(ctx.now, ctx.timeZone));
  const keys = new Set(visibleFields(ctx.actor, def).map(({ key }) => key));
  const isShown = (field: string) => keys.has(field);
  return {
    score, missing: missing.filter(isShown), stale: stale.filter(isShown),
    verified: Object.fromEntries(Object.entries(verified).filter(([field]) => isShown(field))),
    required: requiredOf(requirements, record?.values.kind).filter(({ field }) => isShown(field)),
  };
}

/** A person checked these fields with the customer today (CU-13). Only filled fields that the person may see and edit. */
export async function verifyFields(ctx: Context, id: Id, fields: readonly string[]): Promise<ShownCompleteness> {
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  const record = await loadForUpdate(ctx, def, id);
  if (!record || record.deletedAt !== null) throw fail('record.not-found');
  await requireRecord(ctx, def, 'update', id);
  const issues = fields.flatMap((key) => {
    const field = findField(def, key);
    const access = field && fieldAccessOf(ctx.actor, def, field);
    if (!field || !access || access.view === 'hidden' || field.readOnly === true) return [{ path: `fields.${key}`, code: 'unknown' }];
    if (!access.edit) return [{ path: `fields.${key}`, code: 'not-allowed' }];
    return isEmpty(record.values[key]) ? [{ path: `fields.${key}`, code: 'required' }] : [];
  });
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
  const requirements = await readRequirements(ctx.db);
  const earlier = await readVerified(ctx.db, id);
  const now = ctx.now.toISOString();
  const verified = { ...earlier, ...Object.fromEntries(fields.map((field) => [field, now])) };
  const columns = columnsOf(requirements, assess(requirements, record.values, verified, localDate(ctx.now, ctx.timeZone)));
  await ctx.db.run(sql`
    UPDATE customer SET verified = ${JSON.stringify(verified)}, completeness = ${columns.completeness},
      completeness_rules = ${columns.completeness_rules}, completeness_until = ${columns.completeness_until}, version = version + 1
    WHERE id = ${id}`);
  await recordWrite(ctx, def, { action: 'verify', recordId: id, customerId: id, version: record.version + 1, detail: { fields } });
  return showCompleteness(ctx, id);
}
