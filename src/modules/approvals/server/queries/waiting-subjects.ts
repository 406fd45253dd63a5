import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind } from '#platform/modules/approval-kind.ts';
import { waitsForMe } from './list-approvals.ts';

const MOST = 500;

/** What of a kind waits for the caller: the request by its subject, the oldest 500. For pages that list the subjects themselves. */
export async function waitingApprovals(ctx: Context, kind: Pick<ApprovalKind, 'key'>): Promise<ReadonlyMap<Id, Id>> {
  const rows = await ctx.db.rows<{ id: Id; subject: Id }>(sql`
    SELECT a.id, a.subject_id AS subject FROM approval a WHERE a.kind = ${kind.key} AND ${waitsForMe(ctx)} ORDER BY a.id LIMIT ${MOST}`);
  return new Map(rows.map(({ id, subject }) => [subject, id]));
}
