import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

/**
 * Gives a message the files that its writer added to the case beforehand: they are there when the message is told of, and
 * an unsent draft loses none. Errors: record.invalid when one is not theirs, not of this case, or given to a message already.
 */
export async function takeFiles(ctx: Context, caseId: Id, messageId: Id, files: readonly Id[]): Promise<void> {
  const own = [...new Set(files)];
  if (own.length === 0) return;
  const taken = await ctx.db.run(sql`
    UPDATE file_object SET object = 'caseMessage', record_id = ${messageId}
    WHERE id = ANY(${own}::uuid[]) AND object = 'case' AND record_id = ${caseId} AND field IS NULL AND created_by = ${ctx.actor.userId} AND deleted_at IS NULL`);
  if (taken !== own.length) throw fail('record.invalid', { count: 1 }, [{ path: 'files', code: 'not-found', params: { value: '' } }]);
}
