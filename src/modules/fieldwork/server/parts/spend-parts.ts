import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, multiplyMoney, sumMoney } from '#kernel/money.ts';
import type { Context } from '#platform/context/context.ts';
import { bookMoves } from './stock-moves.ts';

export interface UsedPart {
  /** Null: something that is not on the list of parts. */
  readonly part: Id | null;
  readonly name: string;
  /** Decimal text, at most three decimals. */
  readonly quantity: string;
}

interface Priced {
  readonly id: Id;
  readonly name: string;
  readonly measure: string;
  readonly price: string;
  readonly currency: string;
}

/** Where a worker's parts come from: their van, else the oldest depot; null where there is neither. */
export const storeOf = async (ctx: Pick<Context, 'db'>, worker: Id): Promise<Id | null> => (await ctx.db.maybe<{ id: Id }>(sql`
  SELECT id FROM part_store WHERE is_active AND deleted_at IS NULL AND (worker_id = ${worker} OR kind = 'depot') ORDER BY worker_id = ${worker} DESC NULLS LAST, created_at LIMIT 1`))?.id ?? null;

/**
 * Writes down what an order used, at today's price, and takes it out of the worker's store. The stock may fall below
 * nought: work is done before its papers. Errors: record.invalid for a part that is not on the list.
 * @returns the cost in CNY
 */
export async function spendParts(ctx: Context, order: Id, worker: Id, used: readonly UsedPart[]): Promise<Money> {
  const known = new Map((await ctx.db.rows<Priced>(sql`
    SELECT id, name, measure, price::text AS price, price_currency AS currency FROM part WHERE id = ANY(${used.flatMap(({ part }) => part ?? [])}::uuid[])`)).map((row) => [row.id, row]));
  const store = await storeOf(ctx, worker);
  const costs: Money[] = [];
  for (const [at, { part, name, quantity }] of used.entries()) {
    const priced = part === null ? null : known.get(part);
    if (priced === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'parts', code: 'not-found', params: { value: name } }]);
    const cost = priced && multiplyMoney({ amount: priced.price, currency: priced.currency }, quantity);
    if (cost) costs.push(cost);
    await ctx.db.run(sql`
      INSERT INTO order_part (order_id, position, part_id, name, quantity, measure, price, cost)
      VALUES (${order}, ${at + 1}, ${part}, ${priced?.name ?? name}, ${quantity}::numeric, ${priced?.measure ?? null}, ${priced?.price ?? null}, ${cost?.amount ?? null})`);
  }
  if (store !== null) await bookMoves(ctx, used.flatMap(({ part, quantity }) => (part === null ? [] : [{ store, part, kind: 'use' as const, quantity: `-${quantity}`, order }])));
  return sumMoney(costs.filter(({ currency }) => currency === 'CNY'), 'CNY');
}
