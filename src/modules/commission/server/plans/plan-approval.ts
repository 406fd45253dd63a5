import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalChange, ApprovalKind, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import type { PlanTerms, Rate } from '../../rules/plan-terms.ts';
import { commissionApprovers } from '../settlement/settlement-approval.ts';
import { approvePlan, returnPlan } from './plan-draft.ts';

/** What the approval is about: a row of `commission_plan_version`. */
export const PLAN_VERSION = 'commissionPlanVersion';

interface Submitted {
  readonly planId: Id;
  readonly name: string;
  readonly number: number;
  readonly note: string;
  readonly activeFrom: string;
  readonly submittedBy: Id | null;
  readonly terms: PlanTerms;
  readonly before: PlanTerms | null;
}

const submitted = (ctx: Context, { id }: ApprovalSubject): Promise<Submitted | undefined> => ctx.db.maybe<Submitted>(sql`
  SELECT v.plan_id AS "planId", p.name, v.number, v.note, v.active_from::text AS "activeFrom", v.submitted_by AS "submittedBy", v.terms,
    (SELECT b.terms FROM commission_plan_version b WHERE b.plan_id = v.plan_id AND b.status = 'approved' AND b.number < v.number ORDER BY b.number DESC LIMIT 1) AS before
  FROM commission_plan_version v JOIN commission_plan p ON p.id = v.plan_id WHERE v.id = ${id} AND v.status = 'submitted'`);

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });
const accruals = { contract: both('签约时全额计提', 'in full when the contract is signed'), received: both('按收款比例计提', 'in proportion to the money received') } as const;

function rateWords(rate: Rate): Bilingual {
  if (rate.kind === 'percent') return both(`${rate.percent}%`, `${rate.percent}%`);
  const tiers = (from: string) => rate.tiers.map((tier) => `${from}${tier.from} ${tier.percent}%`);
  const isParts = rate.kind === 'marginal';
  return both(`${isParts ? '分段' : '全额'}：${tiers('≥ ').join('，')}`, `${isParts ? 'by parts' : 'whole amount'}: ${tiers('≥ ').join(', ')}`);
}

/** Every line of the terms under its label, in the plan's order. */
function linesOf(terms: PlanTerms | null): Map<string, { label: Bilingual; text: Bilingual }> {
  const lines = new Map<string, { label: Bilingual; text: Bilingual }>();
  if (terms === null) return lines;
  lines.set('accrual', { label: both('计提方式', 'Accrual'), text: accruals[terms.accrual] });
  for (const { product, rate } of terms.rates) lines.set(`rate ${product ?? ''}`, { label: product === null ? both('其他产品', 'Every other product') : both(product, product), text: rateWords(rate) });
  if (terms.target) lines.set('target', { label: both('团队目标', 'Team target'), text: both(`月签约满 ${terms.target.monthly}，每笔另加 ${terms.target.extraPercent}%`, `${terms.target.monthly} signed in a month: ${terms.target.extraPercent}% more on every deal`) });
  return lines;
}

function changesOf({ terms, before, note }: Submitted): ApprovalChange[] {
  const [from, to] = [linesOf(before), linesOf(terms)];
  const changed = [...new Set([...from.keys(), ...to.keys()])].flatMap((key): ApprovalChange[] => {
    const [old, now] = [from.get(key), to.get(key)];
    const label = now?.label ?? old?.label;
    return label === undefined || old?.text.en === now?.text.en ? [] : [{ label, from: old?.text ?? null, to: now?.text ?? null }];
  });
  return [...(note === '' ? [] : [{ label: both('说明', 'Note'), from: null, to: note }]), ...changed];
}

async function summarise(ctx: Context, subject: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const version = await submitted(ctx, subject);
  if (version === undefined) return undefined;
  const { name, number, activeFrom } = version;
  return {
    title: both(`佣金方案“${name}”第 ${number} 版，${activeFrom} 起执行`, `Commission plan ${name}, version ${number}, from ${activeFrom}`),
    changes: changesOf(version), link: '/commission/plans', stamp: JSON.stringify([version.terms, activeFrom]),
  };
}

/** A commission plan to be put in force (RE-31, PL-42): asked of whoever approves commission, never of who handed it in. */
export const planApproval: ApprovalKind = {
  key: 'commission.plan', label: both('佣金方案', 'Commission plan'), summarise,
  signersOf: async (ctx, subject) => {
    const version = await submitted(ctx, subject);
    return (await commissionApprovers(ctx)).filter((id) => id !== version?.submittedBy);
  },
  settle: async (ctx, subject, outcome) => {
    const version = await submitted(ctx, subject);
    if (version === undefined) return;
    if (outcome === 'approved') await approvePlan(ctx, version.planId);
    else await returnPlan(ctx, version.planId, outcome);
  },
};
