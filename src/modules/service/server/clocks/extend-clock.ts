import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { managersOf, requestApproval } from '#modules/approvals/server/approvals.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import type { Measure } from '../../rules/deadline.ts';
import { isOver, lockCase, takeCase } from '../case-rows.ts';
import { openClocks, recompute, refreshDue } from './clock-rows.ts';

interface ExtensionFacts {
  readonly caseId: Id;
  readonly clockId: Id;
  readonly number: string;
  readonly subject: string;
  readonly days: number;
  readonly reason: string;
  readonly dueAt: string;
  readonly ownerId: Id | null;
  readonly state: 'asked' | 'granted' | 'refused';
}

const factsOf = (ctx: Pick<Context, 'db'>, id: Id): Promise<ExtensionFacts | undefined> => ctx.db.maybe<ExtensionFacts>(sql`
  SELECT e.case_id AS "caseId", e.clock_id AS "clockId", c.number, c.subject, e.days, e.reason, k.due_at AS "dueAt", c.owner_id AS "ownerId", e.state
  FROM case_extension e JOIN service_case c ON c.id = e.case_id JOIN case_clock k ON k.id = e.clock_id WHERE e.id = ${id}`);

async function summarise(ctx: Context, { id }: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const facts = await factsOf(ctx, id);
  if (facts === undefined) return undefined;
  const due = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ctx.timeZone }).format(new Date(facts.dueAt));
  return {
    title: { 'zh-CN': `${facts.number} 申请延期 ${facts.days} 个工作日`, en: `${facts.days} more working days for ${facts.number}` },
    withheld: { 'zh-CN': '一件服务请求的延期', en: 'More time for a case' }, about: { object: 'case', id: facts.caseId }, link: `/cases/${facts.caseId}`,
    changes: [
      { label: { 'zh-CN': '现时限', en: 'Due now' }, from: null, to: due }, { label: { 'zh-CN': '延长', en: 'Longer by' }, from: null, to: { 'zh-CN': `${facts.days} 个工作日`, en: `${facts.days} working days` } },
      { label: { 'zh-CN': '原因', en: 'Reason' }, from: null, to: facts.reason },
    ],
    stamp: id,
  };
}

/** More time in a special case: by each level of management, unless a flow says otherwise (SE-4, P2-11). */
export const extensionApproval: ApprovalKind = {
  key: 'service.extension', label: { 'zh-CN': '时限延期', en: 'More time for a case' }, summarise,
  signersOf: async (ctx, { id }) => {
    const facts = await factsOf(ctx, id);
    return facts?.ownerId == null ? [] : (await managersOf(ctx, facts.ownerId)).slice(0, 1);
  },
  settle: async (ctx, { id }, outcome) => {
    const facts = await factsOf(ctx, id);
    if (facts?.state !== 'asked') return;
    const isGranted = outcome === 'approved';
    await ctx.db.run(sql`UPDATE case_extension SET state = ${isGranted ? 'granted' : 'refused'}, settled_at = ${ctx.now.toISOString()} WHERE id = ${id}`);
    if (isGranted) await lengthen(ctx, facts);
  },
};

async function lengthen(ctx: Context, { caseId, clockId, days }: ExtensionFacts): Promise<void> {
  const row = await lockCase(ctx, caseId);
  const clock = (await openClocks(ctx, caseId)).find((each) => each.id === clockId);
  if (!clock) return;
  const extendedDays = clock.extendedDays + days;
  await ctx.db.run(sql`UPDATE case_clock SET extended_days = ${extendedDays} WHERE id = ${clockId}`);
  await recompute(ctx, { ...clock, extendedDays }, row.unitId, 'extended');
  await refreshDue(ctx, [caseId]);
}

/** Working days that the policy allows in all, and how many may still be asked for. */
export async function extensionRoom(ctx: Pick<Context, 'db'>, clock: { readonly decisionId: Id; readonly measure: Measure; readonly amount: number | string; readonly extendedDays: number }): Promise<{ readonly most: number; readonly left: number }> {
  const { results } = await ctx.db.one<{ results: Readonly<Record<string, unknown>> }>(sql`SELECT results FROM decision WHERE id = ${clock.decisionId}`);
  const most = typeof results['maxDays'] === 'number' ? results['maxDays'] : 0;
  const used = (clock.measure === 'workingDays' ? Number(clock.amount) : 0) + clock.extendedDays;
  return { most, left: Math.max(0, Math.floor(most - used)) };
}

/**
 * Asks for more working days for the answer to the customer. With what was granted they may not pass the most that the
 * policy names (seven in the shipped packs). Errors: record.not-found, record.wrong-state, service.too-long.
 */
export async function askExtension(ctx: Context, caseId: Id, days: number, reason: string): Promise<{ readonly id: Id }> {
  const row = await takeCase(ctx, caseId);
  const clock = (await openClocks(ctx, caseId)).find((each) => each.kind === 'whole');
  if (isOver(row.state) || !clock) throw fail('record.wrong-state');
  const { most, left } = await extensionRoom(ctx, clock);
  if (days > left) throw fail('service.too-long', { most, left });
  const id = ctx.newId();
  const added = await ctx.db.run(sql`
    INSERT INTO case_extension (id, case_id, clock_id, days, reason, at, actor_id) VALUES (${id}, ${caseId}, ${clock.id}, ${days}, ${reason}, ${ctx.now.toISOString()}, ${ctx.actor.userId})
    ON CONFLICT (clock_id) WHERE state = 'asked' DO NOTHING`);
  if (added === 0) throw fail('record.wrong-state');
  await requestApproval(ctx, { kind: extensionApproval, subject: { object: 'caseExtension', id } });
  return { id };
}
