import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalSubject } from '#platform/modules/approval-kind.ts';
import { lockOpenVersion } from './actions/change-draft.ts';
import { changedCells } from './changed-cells.ts';
import { approveVersion, returnVersion } from './actions/settle-version.ts';

interface Submitted {
  readonly key: string;
  readonly label: Bilingual;
  readonly number: number;
  readonly note: string;
  readonly activeFrom: string;
  readonly model: PolicyModel;
  readonly base: PolicyModel | null;
}

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

/** A policy version that waits to be put in force (PL-40, 42): asked of whoever may approve policies, never of its author alone. */
export const policyApproval: ApprovalKind = {
  key: 'policies.version',
  label: both('制度生效', 'Policy to be put in force'),
  signersOf: (ctx) => peopleWhoApprove(ctx),
  summarise: async (ctx, subject) => {
    const version = await readSubmitted(ctx, subject);
    if (version === undefined) return undefined;
    const { label, number, note } = version;
    const day = localDate(new Date(version.activeFrom), ctx.timeZone);
    return {
      title: both(`${label['zh-CN']} 第 ${number} 版，${day} 起生效`, `${label.en}, version ${number}, in force from ${day}`),
      changes: [{ label: both('说明', 'Note'), from: null, to: note }, ...changedCells(version.base, version.model)],
      link: `/policies/${version.key}/history`,
    };
  },
  settle: async (ctx, subject, outcome) => {
    const version = await readSubmitted(ctx, subject);
    if (version === undefined) return;
    if (outcome === 'approved') await approveVersion(ctx, version.key);
    else await returnVersion(ctx, version.key, outcome);
  },
};

async function peopleWhoApprove(ctx: Context): Promise<Id[]> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    SELECT DISTINCT u.id FROM app_user u JOIN user_role ur ON ur.user_id = u.id JOIN role r ON r.key = ur.role
    WHERE u.is_active AND u.deleted_at IS NULL AND 'policies.approve' = ANY(r.rights) ORDER BY u.id LIMIT 20`);
  return rows.map((row) => row.id);
}

/** Who submitted a version does not put it in force as well, unless nobody else could. Errors: auth.forbidden. */
export async function refuseOwn(ctx: Context, key: string): Promise<void> {
  const { submittedBy } = await lockOpenVersion(ctx, key);
  if (submittedBy !== ctx.actor.userId) return;
  const others = (await peopleWhoApprove(ctx)).filter((id) => id !== ctx.actor.userId);
  if (others.length > 0) throw fail('policy.own-submission');
}

const readSubmitted = (ctx: Context, { id }: ApprovalSubject): Promise<Submitted | undefined> => ctx.db.maybe<Submitted>(sql`
  SELECT p.key, p.label, v.number, v.note, v.active_from AS "activeFrom", v.model, b.model AS base
  FROM policy_version v JOIN policy p ON p.id = v.policy_id LEFT JOIN policy_version b ON b.policy_id = v.policy_id AND b.number = v.based_on
  WHERE v.id = ${id} AND v.status = 'submitted'`);
