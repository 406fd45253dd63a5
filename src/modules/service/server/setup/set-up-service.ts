import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addShippedFlow, managersOf } from '#modules/approvals/server/approvals.public.ts';
import { installPack } from '#modules/policies/server/policies.public.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';
import { servicePacks } from '../../service.packs.ts';
import { extensionApproval } from '../clocks/extend-clock.ts';
import { installProcesses } from './processes.ts';
import { shippedCauses, shippedReplies, shippedTypes } from './shipped-setup.ts';

export interface ServiceSetup {
  /** `service-days` or `service-hours`. */
  readonly pack: string;
  /** The unit of the first queue; null: the company's calendar. */
  readonly unit: Id | null;
  readonly members: readonly Id[];
}

/**
 * Opens the service desk in one go: policies, processes, a queue, service types, causes and replies; each may be changed
 * afterwards. Does nothing where service types exist. Errors: record.invalid for an unknown pack.
 */
export async function setUpService(ctx: Context, { pack: key, unit, members }: ServiceSetup): Promise<void> {
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('service-set-up', 0))`);
  const { exists } = await ctx.db.one<{ exists: boolean }>(sql`SELECT EXISTS (SELECT 1 FROM case_type WHERE deleted_at IS NULL) AS exists`);
  if (exists) return;
  const pack = servicePacks.find((each) => each.key === key);
  if (!pack) throw fail('record.invalid', { count: 1 }, [{ path: 'pack', code: 'not-a-choice', params: { value: key } }]);
  await installPack(ctx, pack);
  await installProcesses(ctx);
  // An extension takes every level of management that the people of the desk have, up to three (P2-11).
  const above = await Promise.all(members.map((member) => managersOf(ctx, member)));
  const levels = Math.min(3, Math.max(1, ...above.map((managers) => managers.length)));
  const name = ctx.locale === 'en' ? 'Extension, level by level' : '延期逐级审批';
  await addShippedFlow(ctx, { kind: extensionApproval.key, name, steps: [{ by: { kind: 'manager', levels }, rule: { kind: 'any' } }] });
  const words = ctx.locale;
  const queue = await insertRecord(ctx, 'serviceQueue', { values: { name: words === 'en' ? 'Service desk' : '客服台', unit, skills: [], assignment: members.length > 0 ? 'load' : 'manual', isActive: true } });
  for (const member of new Set(members)) await ctx.db.run(sql`INSERT INTO service_queue_member (queue_id, user_id) VALUES (${queue}, ${member})`);
  for (const [position, { kind, process, name, isPublic }] of shippedTypes.entries()) {
    await insertRecord(ctx, 'caseType', { values: { name: name[words], kind, process, pack: key, queue, skills: [], isPublic, position, isActive: true } });
  }
  for (const [position, { name, feedsBackTo, parts }] of shippedCauses.entries()) {
    const parent = await insertRecord(ctx, 'complaintCause', { values: { name: name[words], feedsBackTo, position, isActive: true } });
    for (const [place, part] of parts.entries()) await insertRecord(ctx, 'complaintCause', { values: { name: part[words], parent, feedsBackTo, position: place, isActive: true } });
  }
  for (const { locale, name, body } of shippedReplies) await insertRecord(ctx, 'cannedReply', { values: { locale, name, body } });
}
