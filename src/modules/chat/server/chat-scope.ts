import sql, { type Sql } from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';

/** The one place that says which conversations of cases `c` the actor comes to: those of the queues that they work in (SE-31). */
export const isOfTheirQueue = (ctx: Pick<Context, 'actor'>): Sql => sql`(c.deleted_at IS NULL AND EXISTS (
  SELECT 1 FROM service_queue_member m WHERE m.queue_id = c.queue_id AND m.user_id = ${ctx.actor.userId}))`;
