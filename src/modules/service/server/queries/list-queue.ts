import sql, { type Sql, empty } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { RawJson } from '#platform/http/route.ts';
import { objectDef } from '#platform/records/action-records.ts';

export const queueBoxes = ['mine', 'steps', 'unassigned', 'team', 'waiting', 'overdue'] as const;
export type QueueBox = (typeof queueBoxes)[number];

export interface QueueQuestion {
  readonly box: QueueBox;
  readonly queue?: Id | undefined;
  readonly kind?: string | undefined;
  readonly limit: number;
  /** The last row of the page before. */
  readonly after?: { readonly dueAt: string | null; readonly id: Id } | undefined;
}

const LIVE = sql`c.state IN ('open', 'waiting', 'answered') AND c.deleted_at IS NULL`;
const LAST = '9999-12-31T00:00:00Z';

/** What a box holds; the same words as its count. */
function boxSql(ctx: Pick<Context, 'actor' | 'now'>, box: QueueBox): Sql {
  const selves = sql`ANY(${[...ctx.actor.selves]}::uuid[])`;
  const boxes: Readonly<Record<QueueBox, Sql>> = {
    mine: sql`c.owner_id = ${selves}`,
    steps: sql`EXISTS (SELECT 1 FROM case_step s WHERE s.case_id = c.id AND s.state = 'open' AND s.actor_id = ${selves})`,
    unassigned: sql`c.owner_id IS NULL`,
    team: sql`true`,
    waiting: sql`c.state = 'waiting'`,
    // In the words of the index, so that it ends where the overdue ones end.
    overdue: sql`coalesce(c.due_at, '9999-12-31T00:00:00Z'::timestamptz) <= ${ctx.now.toISOString()}`,
  };
  return boxes[box];
}

/** One page of an agent's queue, the nearest deadline first, within their rights (SE-10). The database's JSON is passed through. */
export async function listQueue(ctx: Context, { box, queue, kind, limit, after }: QueueQuestion): Promise<RawJson> {
  const may = predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c');
  const more = sql`${queue === undefined ? empty : sql`AND c.queue_id = ${queue}`} ${kind === undefined ? empty : sql`AND c.kind = ${kind}`}`;
  const from = after === undefined ? empty : sql`AND (coalesce(c.due_at, '9999-12-31T00:00:00Z'::timestamptz), c.id) > (${after.dueAt ?? LAST}::timestamptz, ${after.id}::uuid)`;
  const { text } = await ctx.db.one<{ text: string }>(sql`
    WITH page AS MATERIALIZED (SELECT c.* FROM service_case c WHERE ${LIVE} AND ${boxSql(ctx, box)} ${more} ${from} AND ${may} ORDER BY coalesce(c.due_at, '9999-12-31T00:00:00Z'::timestamptz), c.id LIMIT ${limit + 1})
    SELECT jsonb_build_object('data', coalesce((SELECT jsonb_agg(jsonb_build_object(
        'id', p.id, 'number', p.number, 'kind', p.kind, 'type', t.name, 'channel', p.channel, 'subject', p.subject, 'state', p.state, 'priority', p.priority, 'severity', p.severity,
        'step', p.step, 'dueAt', p.due_at, 'urgency', p.urgency, 'receivedAt', p.received_at, 'version', p.version,
        'stepLabel', (SELECT st->'label' FROM process_template pt, jsonb_array_elements(pt.steps) st WHERE pt.id = p.process_template_id AND st->>'key' = p.step),
        'customer', CASE WHEN cu.id IS NULL THEN NULL ELSE jsonb_build_object('id', cu.id, 'name', cu.name) END, 'reporter', p.reporter_name,
        'owner', CASE WHEN o.id IS NULL THEN NULL ELSE jsonb_build_object('id', o.id, 'name', o.name) END
      ) ORDER BY p.n) FROM (SELECT x.*, row_number() OVER (ORDER BY coalesce(x.due_at, '9999-12-31T00:00:00Z'::timestamptz), x.id) AS n FROM page x) p
      JOIN case_type t ON t.id = p.case_type_id LEFT JOIN customer cu ON cu.id = p.customer_id LEFT JOIN app_user o ON o.id = p.owner_id WHERE p.n <= ${limit}), '[]'),
      'next', (SELECT CASE WHEN count(*) > ${limit} THEN true ELSE false END FROM page))::text AS text`);
  return new RawJson(text);
}

/** How many lie in each box, up to a hundred. */
export async function countQueue(ctx: Context): Promise<Readonly<Record<QueueBox, number>>> {
  const may = predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c');
  const counts = await Promise.all(queueBoxes.map(async (box): Promise<[QueueBox, number]> => {
    const { n } = await ctx.db.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM (SELECT 1 FROM service_case c WHERE ${LIVE} AND ${boxSql(ctx, box)} AND ${may} LIMIT 100) x`);
    return [box, n];
  }));
  return Object.fromEntries(counts) as Record<QueueBox, number>;
}
