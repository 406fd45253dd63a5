import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { maskPhone } from '#kernel/phone.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalOutcome, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import { recordWrite } from '#platform/records/write-record.ts';
import { staffReferralObject } from '../../registration/staff-referral.object.ts';
import { endReferral } from './confirm-referral.ts';

interface Facts {
  readonly visitor: string;
  readonly phone: string;
  readonly introducer: string;
  readonly introducerId: Id;
  readonly site: string;
  readonly agreedOn: string;
  readonly status: string;
}

const factsOf = (ctx: Context, { id }: ApprovalSubject): Promise<Facts | undefined> => ctx.db.maybe<Facts>(sql`
  SELECT r.visitor, r.phone, u.name AS introducer, u.id AS "introducerId", s.name AS site, r.agreed_on::text AS "agreedOn", r.status
  FROM staff_referral r JOIN app_user u ON u.id = r.introducer_id JOIN site s ON s.id = r.site_id WHERE r.id = ${id} AND r.deleted_at IS NULL`);

async function signersOf(ctx: Context, subject: ApprovalSubject): Promise<readonly Id[]> {
  const facts = await factsOf(ctx, subject);
  return facts === undefined ? [] : (await managersOf(ctx, facts.introducerId)).slice(0, 1);
}

async function summarise(ctx: Context, subject: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const facts = await factsOf(ctx, subject);
  if (facts === undefined) return undefined;
  return {
    title: { 'zh-CN': `员工介绍：${facts.visitor}（${facts.site}，${facts.agreedOn} 来访）`, en: `Staff referral: ${facts.visitor} (${facts.site}, visit on ${facts.agreedOn})` },
    withheld: { 'zh-CN': '员工介绍', en: 'A staff referral' }, about: { object: 'staffReferral', id: subject.id }, link: `/staff-referrals/${subject.id}`,
    clause: { ref: '6.2', text: { 'zh-CN': '员工介绍有效的，介绍人 30%，接待人 70%。', en: 'A valid staff referral: 30 % introducer, 70 % receiver.' } },
    changes: [
      { label: { 'zh-CN': '介绍人', en: 'Introducer' }, from: null, to: facts.introducer },
      { label: { 'zh-CN': '电话', en: 'Phone' }, from: null, to: maskPhone(facts.phone), field: 'staffReferral.phone' },
    ],
  };
}

const referralDefOf = (ctx: Pick<Context, 'registry'>) => ctx.registry.object('staffReferral') ?? staffReferralObject;

async function settle(ctx: Context, { id }: ApprovalSubject, outcome: ApprovalOutcome): Promise<void> {
  const approval = outcome === 'approved' ? 'approved' : 'rejected';
  const { version } = await ctx.db.one<{ version: number }>(sql`
    UPDATE staff_referral SET approval = ${approval}, version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE id = ${id} RETURNING version`);
  await recordWrite(ctx, referralDefOf(ctx), { action: 'update', recordId: id, version, changes: { approval: ['waiting', approval] } });
  if (outcome !== 'approved') await endReferral(ctx, id, 'void', 'rejected');
}

/** The day's referrals go to the department head (RE-13). */
export const referralApproval: ApprovalKind = {
  key: 'reception.staffReferral', label: { 'zh-CN': '员工介绍', en: 'Staff referral' }, signersOf, summarise, settle,
};
