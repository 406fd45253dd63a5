import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

export interface KeptFor {
  readonly changeId: Id;
  readonly subscriptionId: Id;
  readonly number: string;
  readonly customerId: Id;
  readonly customer: string;
}

/** The exchange that a unit is kept for. */
export const keptFor = (ctx: Pick<Context, 'db'>, unit: Id): Promise<KeptFor | undefined> => ctx.db.maybe<KeptFor>(sql`
  SELECT a.id AS "changeId", s.id AS "subscriptionId", s.number, c.id AS "customerId", c.name AS customer
  FROM after_sale_change a JOIN subscription s ON s.id = a.subscription_id JOIN customer c ON c.id = a.customer_id
  WHERE a.new_sale_unit_id = ${unit} AND a.kind = 'exchange' AND a.state = 'approving' ORDER BY a.created_at LIMIT 1`);
