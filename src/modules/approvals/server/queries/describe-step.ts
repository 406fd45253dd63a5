import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import type { Step } from '../../rules/flow.ts';
import { approvalsTexts } from '../../approvals.texts.ts';

/** A step in words: who is asked and how their opinions count. */
export async function describeStep(ctx: Context, { by, rule }: Step): Promise<{ by: string; rule: string }> {
  const t = (key: Parameters<typeof approvalsTexts.t>[1], params = {}) => approvalsTexts.t(ctx.locale, key, params);
  const how = rule.kind === 'vote' ? t('rule.vote', { quorum: rule.quorum, majority: t(`majority.${rule.majority}`) }) : t(`rule.${rule.kind}`);
  if (by.kind === 'manager') return { by: by.levels === 1 ? t('by.manager') : t('by.managerUp', { level: by.levels }), rule: how };
  if (by.kind === 'subject') return { by: t('by.subject'), rule: how };
  if (by.kind === 'people') return { by: t('by.people', { count: by.users.length }), rule: how };
  const role = await ctx.db.maybe<{ label: string | null }>(sql`SELECT label->>${ctx.locale} AS label FROM role WHERE key = ${by.role}`);
  return { by: role?.label ?? by.role, rule: how };
}
