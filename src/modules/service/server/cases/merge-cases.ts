import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, objectDef } from '#platform/records/action-records.ts';
import { tellCaseListeners } from '../case-listeners.ts';
import { isOver, lockCase, takeCase } from '../case-rows.ts';
import { stopClocks } from '../clocks/run-clocks.ts';
import { openCase } from './open-case.ts';

/**
 * Merges a case into another one that tells of the same thing (SE-10): messages and watchers go over, the merged one's
 * clocks stop and it leads to the other. Locked in the order of ids, so that two merges never wait for each other.
 * Errors: record.not-found, record.wrong-state when either is over or both are one, record.invalid for different customers.
 */
export async function mergeCase(ctx: Context, from: Id, into: Id): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'update', from);
  await requireRecord(ctx, objectDef(ctx, 'case'), 'update', into);
  if (from === into) throw fail('record.wrong-state');
  const [first, second] = [from, into].toSorted();
  const rows = new Map([[first ?? from, await lockCase(ctx, first ?? from)], [second ?? into, await lockCase(ctx, second ?? into)]]);
  const [source, target] = [rows.get(from), rows.get(into)];
  if (!source || !target || isOver(source.state) || isOver(target.state)) throw fail('record.wrong-state');
  if (source.customerId !== null && target.customerId !== null && source.customerId !== target.customerId) throw fail('record.invalid', { count: 1 }, [{ path: 'into', code: 'not-allowed' }]);
  await stopClocks(ctx, from, ['firstResponse', 'whole', 'callback']);
  await ctx.db.run(sql`UPDATE case_message SET case_id = ${into}, moved_from_id = coalesce(moved_from_id, ${from}) WHERE case_id = ${from}`);
  await ctx.db.run(sql`INSERT INTO case_watcher (case_id, user_id, since) SELECT ${into}, user_id, since FROM case_watcher WHERE case_id = ${from} ON CONFLICT DO NOTHING`);
  await ctx.db.run(sql`UPDATE case_step SET state = 'done', done_at = ${ctx.now.toISOString()} WHERE case_id = ${from} AND state <> 'done'`);
  // The earlier promise holds: the customer counts from the first time they spoke of it.
  await ctx.db.run(sql`
    INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by)
    SELECT gen_random_uuid(), 'case', ${into}, u.id, 'write', ${ctx.now.toISOString()}, NULL FROM app_user u WHERE u.id = ${source.firstReceiverId} ON CONFLICT DO NOTHING`);
  await changeRecord(ctx, 'case', from, { state: 'merged', mergedInto: into, step: null, closedAt: ctx.now.toISOString() });
  if (target.customerId === null && source.customerId !== null) await changeRecord(ctx, 'case', into, { customer: source.customerId });
  await writeAudit(ctx, [{ action: 'merge', object: 'case', recordId: into, customerId: target.customerId, detail: { from, number: source.number } }]);
  await tellCaseListeners(ctx, { kind: 'merged', caseId: from, number: source.number, customerId: source.customerId, channel: source.channel });
}

/**
 * Makes a case of its own out of messages that speak of something else (SE-10); they go over with it.
 * Errors: record.not-found, record.wrong-state, record.invalid when a message is not of this case.
 */
export async function splitCase(ctx: Context, id: Id, split: { readonly caseType: Id; readonly subject: string; readonly messages: readonly Id[] }): Promise<{ readonly id: Id; readonly number: string }> {
  const row = await takeCase(ctx, id);
  if (row.state === 'merged') throw fail('record.wrong-state');
  const own = await ctx.db.rows<{ id: Id; body: string }>(sql`SELECT id, body FROM case_message WHERE case_id = ${id} AND id = ANY(${[...split.messages]}::uuid[]) ORDER BY created_at, id FOR UPDATE`);
  if (own.length !== new Set(split.messages).size) throw fail('record.invalid', { count: 1 }, [{ path: 'messages', code: 'not-found', params: { value: '' } }]);
  const made = await openCase(ctx, {
    caseType: split.caseType, channel: row.channel, subject: split.subject, description: own[0]?.body ?? null, customer: row.customerId, contact: row.contactId, isLocal: row.isLocal, splitFrom: id,
  });
  await ctx.db.run(sql`UPDATE case_message SET case_id = ${made.id}, moved_from_id = ${id} WHERE id = ANY(${own.map((message) => message.id)}::uuid[])`);
  await ctx.db.run(sql`INSERT INTO case_link (case_id, other_id, since, created_by) VALUES (${id}, ${made.id}, ${ctx.now.toISOString()}, ${authorOf(ctx)}) ON CONFLICT DO NOTHING`);
  return { id: made.id, number: made.number };
}
