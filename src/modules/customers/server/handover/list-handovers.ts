import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { type HandoverRule, dealOut } from '../../rules/handover-draw.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { handoversAnswer, handoverAnswer } from './handover.answers.ts';

export type ShownHandover = Answered<typeof handoversAnswer>['data'][number];

export type ShownItem = Answered<typeof handoverAnswer>['items'][number];

const isOverAll = (ctx: Context): boolean => ctx.actor.rights.has('handover.manage') && ctx.actor.grants.get('customer')?.get('assign') === 'all';

/** Whoever handed over, whoever receives, and who may assign everything. */
const visible = (ctx: Context): Sql => sql`(h.manager_id = ${ctx.actor.userId} OR ${isOverAll(ctx)}::boolean
  OR EXISTS (SELECT 1 FROM handover_item i WHERE i.handover_id = h.id AND i.to_user = ${ctx.actor.userId}))`;

const handoverRows = (ctx: Context, which: Sql): Promise<{ r: ShownHandover }[]> => ctx.db.rows<{ r: ShownHandover }>(sql`
  SELECT json_build_object('id', h.id, 'from', json_build_object('id', f.id, 'name', f.name), 'manager', json_build_object('id', m.id, 'name', m.name),
    'rule', h.rule, 'seed', h.seed, 'note', h.note, 'acceptance', h.needs_acceptance, 'createdAt', h.created_at, 'undoneAt', h.undone_at,
    'counts', (SELECT json_build_object('waiting', count(*) FILTER (WHERE state = 'waiting'), 'accepted', count(*) FILTER (WHERE state = 'accepted'),
      'declined', count(*) FILTER (WHERE state = 'declined'), 'undone', count(*) FILTER (WHERE state = 'undone')) FROM handover_item WHERE handover_id = h.id),
    'mine', (SELECT count(*) FROM handover_item WHERE handover_id = h.id AND to_user = ${ctx.actor.userId} AND state = 'waiting')) AS r
  FROM handover h JOIN app_user f ON f.id = h.from_user JOIN app_user m ON m.id = h.manager_id
  WHERE ${visible(ctx)} AND ${which} ORDER BY h.created_at DESC, h.id DESC LIMIT 100`);

/** Hand-overs that concern the actor, newest first; `mine`: only those waiting for the actor's answer. */
export async function listHandovers(ctx: Context, isMine: boolean): Promise<ShownHandover[]> {
  const which = isMine ? sql`EXISTS (SELECT 1 FROM handover_item i WHERE i.handover_id = h.id AND i.to_user = ${ctx.actor.userId} AND i.state = 'waiting')` : sql`true`;
  return (await handoverRows(ctx, which)).map(({ r }) => r);
}

/** One hand-over with its customers; a receiver sees only their own. */
export async function showHandover(ctx: Context, id: Id): Promise<ShownHandover & { items: ShownItem[] }> {
  const [row] = await handoverRows(ctx, sql`h.id = ${id}`);
  if (!row) throw fail('record.not-found');
  const sees = row.r.manager.id === ctx.actor.userId || isOverAll(ctx);
  const items = await ctx.db.rows<{ r: ShownItem }>(sql`
    SELECT json_build_object('customer', json_build_object('id', c.id, 'name', c.name), 'to', json_build_object('id', u.id, 'name', u.name),
      'state', i.state, 'note', i.note, 'reason', i.reason) AS r
    FROM handover_item i JOIN customer c ON c.id = i.customer_id JOIN app_user u ON u.id = i.to_user
    WHERE i.handover_id = ${id} AND (${sees}::boolean OR i.to_user = ${ctx.actor.userId}) ORDER BY i.position LIMIT 20000`);
  return { ...row.r, items: items.map(({ r }) => r) };
}

/** Draws again with the recorded seed: the same customers must have gone to the same people (CU-52). */
export async function checkDraw(ctx: Context, id: Id): Promise<{ seed: string; isSame: boolean; customers: number }> {
  const [shown] = await handoverRows(ctx, sql`h.id = ${id}`);
  const row = await ctx.db.maybe<{ seed: string | null; rule: HandoverRule; receivers: Id[] }>(sql`SELECT seed, rule, receivers FROM handover WHERE id = ${id}`);
  if (!shown || !row) throw fail('record.not-found');
  if (row.seed === null) throw fail('record.wrong-state');
  const items = await ctx.db.rows<{ customer_id: Id; to_user: Id }>(sql`
    SELECT customer_id, to_user FROM handover_item WHERE handover_id = ${id} ORDER BY position`);
  const drawn = dealOut(row.rule, items.map((item) => item.customer_id), row.receivers, row.seed);
  return { seed: row.seed, customers: items.length, isSame: items.every((item) => drawn.get(item.customer_id) === item.to_user) };
}
