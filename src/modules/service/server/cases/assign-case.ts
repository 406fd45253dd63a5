import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

/** Of these people, those who can take a case now: shifts, skills, absence. Modules above narrow the choice (SE-10, SE-40). */
export type AssigneeFilter = (ctx: Context, people: readonly Id[], need: { readonly skills: readonly string[]; readonly queueId: Id }) => Promise<ReadonlySet<Id>>;

const filters: AssigneeFilter[] = [];

/** Called at load. When nobody is left the case stays in its queue, and the module above says why to those who supervise it. */
export const addAssigneeFilter = (filter: AssigneeFilter): void => {
  filters.push(filter);
};

/**
 * Who gets the next case of a queue: of its people, narrowed by the filters, the one with the fewest open cases, then the
 * one who waited longest. The queue's row is locked, so cases that come at once go to different people. Null: people take it themselves.
 */
export async function chooseAssignee(ctx: Context, queueId: Id, skills: readonly string[]): Promise<Id | null> {
  const queue = await ctx.db.maybe<{ assignment: string }>(sql`SELECT assignment FROM service_queue WHERE id = ${queueId} AND is_active AND deleted_at IS NULL FOR UPDATE`);
  if (queue?.assignment !== 'load') return null;
  const members = await ctx.db.rows<{ id: Id }>(sql`
    SELECT u.id FROM service_queue_member m JOIN app_user u ON u.id = m.user_id AND u.is_active AND u.deleted_at IS NULL
    LEFT JOIN LATERAL (SELECT count(*)::int AS open, max(c.received_at) AS last FROM service_case c
      WHERE c.owner_id = u.id AND c.state IN ('open', 'waiting', 'answered') AND c.deleted_at IS NULL) load ON true
    WHERE m.queue_id = ${queueId} AND (m.max_open IS NULL OR load.open < m.max_open)
      AND NOT EXISTS (SELECT 1 FROM delegation d WHERE d.from_user = u.id AND d.revoked_at IS NULL AND d.from_at <= ${ctx.now.toISOString()} AND d.until_at > ${ctx.now.toISOString()})
    ORDER BY load.open, load.last NULLS FIRST, u.id`);
  let people = members.map((member) => member.id);
  for (const filter of filters) {
    const able = await filter(ctx, people, { skills, queueId });
    people = people.filter((id) => able.has(id));
  }
  return people[0] ?? null;
}
