import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalSubject } from '#platform/modules/approval-kind.ts';
import type { ApprovalKinds } from '../kind-registry.ts';
import { involvedCondition } from './involved.ts';
import { type ApprovalLine, type LineRow, lineColumns, showLines } from './list-approvals.ts';

/** The requests for a subject that concern the caller, newest first. */
export async function subjectApprovals(ctx: Context, kinds: ApprovalKinds, subject: ApprovalSubject): Promise<ApprovalLine[]> {
  const rows = await ctx.db.rows<LineRow>(sql`
    SELECT ${lineColumns} FROM approval a JOIN app_user r ON r.id = a.requester_id
    WHERE a.subject_object = ${subject.object} AND a.subject_id = ${subject.id} AND ${involvedCondition(ctx)} ORDER BY a.id DESC LIMIT 20`);
  return showLines(ctx, kinds, rows);
}
