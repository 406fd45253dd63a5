import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate, startOfDay } from '#kernel/period.ts';
import { giveOpinion } from '#modules/approvals/server/actions/give-opinion.ts';
import { openApprovalOf } from '#modules/approvals/server/approvals.public.ts';
import { incentivePack } from '#modules/performance/performance.packs.ts';
import { incentiveApproval } from '#modules/performance/server/incentives/incentive-approval.ts';
import { draftRun, submitRun } from '#modules/performance/server/performance.public.ts';
import { installPack } from '#modules/policies/server/policies.public.ts';
import { makeAuditYears } from '#modules/standards/server/standards.public.ts';
import type { Context } from '#platform/context/context.ts';
import { makeActing, makeIds } from '../sales-office/office.ts';
import type { Dice } from '../seeded-random.ts';
import { type PerformancePeople, hangPraise } from './hang-praise.ts';

const MONTHS_OF_AUDITS = 14;
const HOUR = 3_600_000;

/** What the service team is measured and honoured by: audits of it, the wall of praise, a scheme with last month posted (SE-40). */
export async function loadPerformance(ctx: Context, dice: Dice, people: PerformancePeople): Promise<void> {
  const { unit, supervisor } = people;
  const auditors = await ctx.db.rows<{ id: Id }>(sql`SELECT user_id AS id FROM user_role WHERE role = 'serviceAuditor' ORDER BY user_id`);
  if (auditors.length > 0) {
    await makeAuditYears(ctx, { places: [{ unit, becomes: 'friendly' }], auditors: auditors.map(({ id }) => id), confirmedBy: supervisor, improvedBy: () => supervisor, months: MONTHS_OF_AUDITS, chance: () => dice.next() });
  }
  await hangPraise(ctx, dice, people);
  await installPack(ctx, incentivePack);
  await postLastMonth(ctx, dice, people);
  for (const table of [sql`service_audit`, sql`recognition`]) await ctx.db.run(sql`ANALYZE ${table}`);
}

/** The supervisor runs last month on the morning after it, her manager approves in the afternoon; today at the latest. */
async function postLastMonth(ctx: Context, dice: Dice, { unit, supervisor }: PerformancePeople): Promise<void> {
  const { chief } = await ctx.db.one<{ chief: Id | null }>(sql`SELECT manager_id AS chief FROM app_user WHERE id = ${supervisor}`);
  if (chief === null) return;
  const act = await makeActing(ctx, makeIds(dice), [supervisor, chief]);
  const first = `${localDate(ctx.now, ctx.timeZone).slice(0, 7)}-01`;
  const month = addDays(first, -1).slice(0, 7);
  const opens = startOfDay(first, ctx.timeZone).getTime();
  const at = (hours: number): Date => new Date(Math.min(opens + hours * HOUR, ctx.now.getTime()));
  const { id } = await act(supervisor, at(9.5), (now) => draftRun(now, { month, unit, pack: incentivePack.key }, ctx.timeZone));
  const { people: counted } = await ctx.db.one<{ people: number }>(sql`SELECT people FROM incentive_run WHERE id = ${id}`);
  if (counted === 0) return;
  await act(supervisor, at(10), (now) => submitRun(now, id));
  const approval = await openApprovalOf(ctx, { object: 'incentiveRun', id }, incentiveApproval);
  if (approval) await act(chief, at(15), (now) => giveOpinion(now, () => [incentiveApproval], approval.id, 'approve', '已核对'));
}
