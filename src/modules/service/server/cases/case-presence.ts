import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';

/** A page says every few seconds that it is open; after this long without a word it is closed. */
const GONE_MS = 30_000;

export interface PresentPerson {
  readonly id: Id;
  readonly name: string;
  readonly isWriting: boolean;
}

/** Notes that the actor has the case open and answers who else has (SE-10). Their pages hear of a change at once. Errors: record.not-found. */
export async function bePresent(ctx: Context, caseId: Id, state: 'reading' | 'writing' | 'gone'): Promise<PresentPerson[]> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', caseId);
  const { userId } = ctx.actor;
  const before = await ctx.db.maybe<{ isWriting: boolean; seenAt: string }>(sql`SELECT is_writing AS "isWriting", seen_at AS "seenAt" FROM case_presence WHERE case_id = ${caseId} AND user_id = ${userId}`);
  const now = ctx.now.toISOString();
  const since = new Date(ctx.now.getTime() - GONE_MS).toISOString();
  if (state === 'gone') await ctx.db.run(sql`DELETE FROM case_presence WHERE case_id = ${caseId} AND user_id = ${userId}`);
  else await ctx.db.run(sql`
    INSERT INTO case_presence (case_id, user_id, is_writing, seen_at) VALUES (${caseId}, ${userId}, ${state === 'writing'}, ${now})
    ON CONFLICT (case_id, user_id) DO UPDATE SET is_writing = excluded.is_writing, seen_at = excluded.seen_at`);
  const others = await ctx.db.rows<PresentPerson>(sql`
    SELECT u.id, u.name, p.is_writing AS "isWriting" FROM case_presence p JOIN app_user u ON u.id = p.user_id
    WHERE p.case_id = ${caseId} AND p.user_id <> ${userId} AND p.seen_at > ${since} ORDER BY u.name, u.id`);
  const was = before && new Date(before.seenAt) > new Date(since) ? (before.isWriting ? 'writing' : 'reading') : 'gone';
  if (was !== state) for (const other of others) ctx.tell({ userId: other.id, topic: 'case-presence', payload: { case: caseId } });
  return others;
}
