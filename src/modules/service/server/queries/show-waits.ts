import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { pendingApprovals } from '#modules/approvals/server/approvals.public.ts';
import { openMeetingsAbout } from '#modules/meetings/server/meetings.public.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { caseProcessAnswer } from '../service.answers.ts';

type CaseProcess = Answered<typeof caseProcessAnswer>;

const kinds = { 'service.solution': 'solution', 'service.extension': 'extension', 'service.remedy': 'remedy' } as const;
const isKind = (kind: string): kind is keyof typeof kinds => kind in kinds;

/** What of a case waits for an approval, with who decides and since when; the caller has asked for the rights on the case. */
export async function showWaits(ctx: Context, id: Id): Promise<CaseProcess['waits']> {
  const asked = await ctx.db.rows<{ object: string; id: Id }>(sql`
    SELECT 'caseExtension' AS object, id FROM case_extension WHERE case_id = ${id} AND state = 'asked'
    UNION ALL SELECT 'caseRemedy', id FROM case_remedy WHERE case_id = ${id} AND state = 'approving' AND deleted_at IS NULL`);
  const pending = await pendingApprovals(ctx, [{ object: 'case', id }, ...asked]);
  return pending.flatMap((each) => (isKind(each.kind) ? [{
    about: kinds[each.kind], approval: each.id, isReturned: each.state === 'returned', step: each.step, stepCount: each.stepCount, waitingFor: [...each.waitingFor], since: each.since, mayOpen: each.mayOpen,
  }] : []));
}

/** The meetings whose resolution a solution waits for (SE-5). */
export async function showMeetings(ctx: Context, id: Id): Promise<CaseProcess['meetings']> {
  const ids = await openMeetingsAbout(ctx, 'case', id);
  if (ids.length === 0) return [];
  const rows = await ctx.db.rows<{ id: Id; subject: string; at: string; chair: string | null }>(sql`
    SELECT m.id, m.subject, m.starts_at AS at, u.name AS chair FROM meeting m LEFT JOIN app_user u ON u.id = m.owner_id WHERE m.id = ANY(${[...ids]}::uuid[]) ORDER BY m.starts_at, m.id`);
  const open = ctx.actor.grants.get('meeting')?.has('read') === true ? await allowedIds(ctx, objectDef(ctx, 'meeting'), 'read', rows.map((row) => row.id)) : new Set<Id>();
  return rows.map((row) => ({ ...row, at: isoTime(row.at), mayOpen: open.has(row.id) }));
}
