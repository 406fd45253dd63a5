import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalRow } from './approval-row.ts';

export const entryActions = [
  'request', 'approve', 'reject', 'return', 'resubmit', 'withdraw', 'delegate', 'addBefore', 'addAfter', 'remind', 'escalate', 'assign', 'approveElsewhere', 'rejectElsewhere',
] as const;
export type EntryAction = (typeof entryActions)[number];

interface Entry {
  readonly action: EntryAction;
  readonly opinion?: string | undefined;
  /** The signer for whom the actor stood in. */
  readonly for?: Id | undefined;
  readonly to?: Id | undefined;
}

/** What was done and said, for the form and for the audit trail, in the transaction of the act (PL-50). */
export async function writeEntry(ctx: Context, row: Pick<ApprovalRow, 'id' | 'round' | 'step' | 'kind' | 'subject'>, entry: Entry): Promise<void> {
  const actor = authorOf(ctx);
  await ctx.db.run(sql`
    INSERT INTO approval_entry (id, approval_id, round, step, at, actor_id, for_id, to_id, action, opinion)
    VALUES (${ctx.newId()}, ${row.id}, ${row.round}, ${row.step}, ${ctx.now.toISOString()}, ${actor}, ${entry.for ?? null}, ${entry.to ?? null},
      ${entry.action}, ${entry.opinion ?? null})`);
  await writeAudit(ctx, [{
    action: `approval-${entry.action}`, object: 'approval', recordId: row.id,
    detail: {
      kind: row.kind, subject: row.subject, round: row.round, step: row.step, ...(entry.opinion !== undefined && { opinion: entry.opinion }),
      ...(entry.for !== undefined && { for: entry.for }), ...(entry.to !== undefined && { to: entry.to }),
    },
  }]);
}
