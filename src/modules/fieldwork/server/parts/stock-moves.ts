import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';

export type MoveKind = 'receive' | 'transfer' | 'use' | 'count';

export interface StockMove {
  readonly store: Id;
  readonly part: Id;
  readonly kind: MoveKind;
  /** Decimal text with its sign, at most three decimals. */
  readonly quantity: string;
  readonly order?: Id;
  readonly note?: string | null;
}

/**
 * Books moves of parts: the stock is always the sum of its moves, exact in decimals. Rows of stock are locked in one
 * order, so two bookings at once never wait for each other in a circle.
 */
export async function bookMoves(ctx: Context, moves: readonly StockMove[]): Promise<void> {
  for (const { store, part, kind, quantity, order, note } of moves.toSorted((a, b) => (`${a.store}${a.part}` < `${b.store}${b.part}` ? -1 : 1))) {
    await ctx.db.run(sql`
      INSERT INTO part_stock (store_id, part_id, quantity) VALUES (${store}, ${part}, ${quantity}::numeric)
      ON CONFLICT (store_id, part_id) DO UPDATE SET quantity = part_stock.quantity + EXCLUDED.quantity`);
    await ctx.db.run(sql`
      INSERT INTO part_move (id, store_id, part_id, kind, quantity, order_id, note, at, by_id)
      VALUES (${ctx.newId()}, ${store}, ${part}, ${kind}, ${quantity}::numeric, ${order ?? null}, ${note ?? null}, ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
  }
}

export interface StockChange {
  readonly kind: 'receive' | 'transfer' | 'count';
  readonly store: Id;
  /** Where a transfer goes. */
  readonly to?: Id | undefined;
  /** Decimal text; of a count, what lies there. */
  readonly lines: readonly { readonly part: Id; readonly quantity: string }[];
  readonly note?: string | null | undefined;
}

/**
 * Receives parts into a store, moves them to another one, or writes down what was counted (SE-11). Nothing is moved that
 * is not there. Errors: record.invalid for an unknown store or part, fieldwork.short with the part and what is there.
 */
export async function changeStock(ctx: Context, { kind, store, to, lines, note }: StockChange): Promise<void> {
  // Two transfers in opposite directions would wait for each other.
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413097)`);
  await requireKnown(ctx, 'store', kind === 'transfer' && to !== undefined ? [store, to] : [store]);
  await requireKnown(ctx, 'part', lines.map(({ part }) => part));
  if (kind === 'transfer' && (to === undefined || to === store)) throw fail('record.invalid', { count: 1 }, [{ path: 'to', code: 'required' }]);
  const sums = new Map<Id, string>();
  for (const { part, quantity } of lines) {
    if (sums.has(part)) throw fail('record.invalid', { count: 1 }, [{ path: 'lines', code: 'not-unique', params: { value: '' } }]);
    sums.set(part, quantity);
  }
  const moves: StockMove[] = [];
  for (const [part, quantity] of [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))) moves.push(...await movesOf(ctx, { kind, store, to, note }, part, quantity));
  await bookMoves(ctx, moves);
  await writeAudit(ctx, [{ action: 'stock', object: 'partStore', recordId: store, detail: { kind, to: to ?? null, lines: lines.map((line) => ({ ...line })), note: note ?? null } }]);
}

async function movesOf(ctx: Context, { kind, store, to, note }: Omit<StockChange, 'lines'>, part: Id, quantity: string): Promise<StockMove[]> {
  const said = { note: note ?? null };
  if (kind === 'receive') return [{ store, part, kind, quantity, ...said }];
  // The row is there to be locked: what is counted or moved stays what was seen.
  await ctx.db.run(sql`INSERT INTO part_stock (store_id, part_id, quantity) VALUES (${store}, ${part}, 0) ON CONFLICT DO NOTHING`);
  const { there, rest, isEnough } = await ctx.db.one<{ there: string; rest: string; isEnough: boolean }>(sql`
    SELECT trim_scale(quantity)::text AS there, (${quantity}::numeric - quantity)::text AS rest, quantity >= ${quantity}::numeric AS "isEnough" FROM part_stock WHERE store_id = ${store} AND part_id = ${part} FOR UPDATE`);
  if (kind === 'count') return Number(rest) === 0 ? [] : [{ store, part, kind, quantity: rest, ...said }];
  if (!isEnough) throw fail('fieldwork.short', { part: (await ctx.db.one<{ name: string }>(sql`SELECT name FROM part WHERE id = ${part}`)).name, there });
  return to === undefined ? [] : [{ store, part, kind, quantity: `-${quantity}`, ...said }, { store: to, part, kind, quantity, ...said }];
}

async function requireKnown(ctx: Context, what: 'store' | 'part', ids: readonly Id[]): Promise<void> {
  const asked = [...new Set(ids)];
  const rows = what === 'store'
    ? await ctx.db.rows(sql`SELECT 1 FROM part_store WHERE id = ANY(${asked}::uuid[]) AND deleted_at IS NULL`)
    : await ctx.db.rows(sql`SELECT 1 FROM part WHERE id = ANY(${asked}::uuid[]) AND deleted_at IS NULL`);
  if (rows.length < asked.length) throw fail('record.invalid', { count: 1 }, [{ path: what, code: 'not-found', params: { value: '' } }]);
}
