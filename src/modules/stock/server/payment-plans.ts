import sql, { join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Instalment } from '../rules/payment-plan.ts';

/** The plan of a subscription, in place of the former one. */
export async function writePlan(ctx: Context, id: Id, plan: readonly Instalment[]): Promise<void> {
  await ctx.db.run(sql`DELETE FROM subscription_instalment WHERE subscription_id = ${id}`);
  await ctx.db.run(sql`INSERT INTO subscription_instalment (subscription_id, position, due_on, label, amount)
    VALUES ${join(plan.map(({ dueOn, label, amount }, index) => sql`(${id}, ${index + 1}, ${dueOn}, ${label}, ${amount})`))}`);
}

/** The instalments of a subscription in their order. */
export const readPlan = (ctx: Pick<Context, 'db'>, id: Id): Promise<Instalment[]> => ctx.db.rows<Instalment>(sql`
  SELECT due_on::text AS "dueOn", label, amount FROM subscription_instalment WHERE subscription_id = ${id} ORDER BY position`);
