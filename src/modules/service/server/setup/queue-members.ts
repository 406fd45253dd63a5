import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { queueMembersAnswer } from '../desk/desk.answers.ts';

type Members = Answered<typeof queueMembersAnswer>;

export interface QueueMember {
  readonly id: Id;
  /** Open cases that may lie with them at once; null: no limit. */
  readonly maxOpen: number | null;
}

/** The people of a queue with what lies with each now. Errors: record.not-found. */
export async function listMembers(ctx: Context, queue: Id): Promise<Members> {
  await requireRecord(ctx, objectDef(ctx, 'serviceQueue'), 'read', queue);
  const data = await ctx.db.rows<Members['data'][number]>(sql`
    SELECT u.id, u.name, m.max_open AS "maxOpen", (SELECT count(*)::int FROM service_case c WHERE c.owner_id = u.id AND c.state IN ('open', 'waiting', 'answered') AND c.deleted_at IS NULL) AS open
    FROM service_queue_member m JOIN app_user u ON u.id = m.user_id WHERE m.queue_id = ${queue} ORDER BY u.name, u.id`);
  return { data };
}

/** Says who works on a queue, all at once. Cases stay where they lie. Errors: record.not-found, record.invalid for somebody who may not sign in. */
export async function saveMembers(ctx: Context, queue: Id, members: readonly QueueMember[]): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'serviceQueue'), 'update', queue);
  await ctx.db.run(sql`SELECT 1 FROM service_queue WHERE id = ${queue} FOR UPDATE`);
  const before = await ctx.db.rows<QueueMember>(sql`SELECT user_id AS id, max_open AS "maxOpen" FROM service_queue_member WHERE queue_id = ${queue} ORDER BY user_id`);
  const wanted = [...new Map(members.map((member) => [member.id, member])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const ids = wanted.map((member) => member.id);
  const fresh = ids.filter((id) => !before.some((member) => member.id === id));
  const able = new Set((await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM app_user WHERE id = ANY(${fresh}::uuid[]) AND is_active AND deleted_at IS NULL`)).map((row) => row.id));
  const stranger = fresh.find((id) => !able.has(id));
  if (stranger !== undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'members', code: 'not-found', params: { value: stranger } }]);
  await ctx.db.run(sql`DELETE FROM service_queue_member WHERE queue_id = ${queue} AND user_id <> ALL(${ids}::uuid[])`);
  for (const { id, maxOpen } of wanted) {
    await ctx.db.run(sql`INSERT INTO service_queue_member (queue_id, user_id, max_open) VALUES (${queue}, ${id}, ${maxOpen}) ON CONFLICT (queue_id, user_id) DO UPDATE SET max_open = excluded.max_open`);
  }
  if (JSON.stringify(before) !== JSON.stringify(wanted)) await writeAudit(ctx, [{ action: 'update', object: 'serviceQueue', recordId: queue, detail: { members: wanted, before } }]);
}
