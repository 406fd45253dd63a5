import sql, { join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { ApprovalSubject } from '#platform/modules/approval-kind.ts';
import { involvedCondition } from './involved.ts';

/** A request that is under way, told on the page of its subject. */
export interface PendingApproval {
  readonly id: Id;
  readonly kind: string;
  readonly subject: ApprovalSubject;
  /** `returned`: the one who asked has to put it right first. */
  readonly state: 'open' | 'returned';
  /** Which of how many steps, from 1. */
  readonly step: number;
  readonly stepCount: number;
  readonly waitingFor: readonly { readonly id: Id; readonly name: string }[];
  /** Since when it lies with them; ISO. */
  readonly since: string;
  /** Whether the reader may open the request itself. */
  readonly mayOpen: boolean;
}

/** What is under way for these subjects, oldest first, with who decides; whoever asks has made sure that the reader may see the subjects. */
export async function pendingApprovals(ctx: Context, subjects: readonly ApprovalSubject[]): Promise<PendingApproval[]> {
  if (subjects.length === 0) return [];
  const any = join(subjects.map(({ object, id }) => sql`(${object}, ${id}::uuid)`));
  const rows = await ctx.db.rows<Omit<PendingApproval, 'subject'> & { readonly object: string; readonly subjectId: Id }>(sql`
    SELECT a.id, a.kind, a.subject_object AS object, a.subject_id AS "subjectId", a.state, a.step + 1 AS step, jsonb_array_length(a.flow->'steps') AS "stepCount",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) ORDER BY t.created_at, t.id) FROM approval_task t JOIN app_user u ON u.id = t.user_id
        WHERE t.approval_id = a.id AND t.state = 'waiting' AND t.round = a.round AND t.step = a.step), '[]') AS "waitingFor",
      coalesce((SELECT min(t.created_at) FROM approval_task t WHERE t.approval_id = a.id AND t.state = 'waiting' AND t.round = a.round AND t.step = a.step), a.updated_at) AS since,
      ${involvedCondition(ctx)} AS "mayOpen"
    FROM approval a WHERE (a.subject_object, a.subject_id) IN (${any}) AND a.state IN ('open', 'returned') ORDER BY a.id`);
  return rows.map(({ object, subjectId, ...row }) => ({ ...row, since: isoTime(row.since), subject: { object, id: subjectId } }));
}
