import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { movesAnswer, stockAnswer } from './parts.answers.ts';

/** Every part with what lies of it in each depot and van (SE-11). Quantities as decimal text. */
export async function showStock(ctx: Context): Promise<Answered<typeof stockAnswer>> {
  const [stores, parts, stock] = await Promise.all([
    ctx.db.rows<{ id: Id; name: string; kind: 'depot' | 'van'; worker: string | null }>(sql`
      SELECT s.id, s.name, s.kind, u.name AS worker FROM part_store s LEFT JOIN app_user u ON u.id = s.worker_id WHERE s.is_active AND s.deleted_at IS NULL ORDER BY s.kind, s.name`),
    ctx.db.rows<{ id: Id; code: string; name: string; measure: string; price: string; lowAt: string | null; total: string; isLow: boolean }>(sql`
      SELECT p.id, p.code, p.name, p.measure, p.price::numeric(20, 2)::text AS price, trim_scale(p.low_at)::text AS "lowAt", trim_scale(coalesce(t.total, 0))::text AS total,
        p.low_at IS NOT NULL AND coalesce(t.total, 0) < p.low_at AS "isLow"
      FROM part p LEFT JOIN (SELECT part_id, sum(quantity) AS total FROM part_stock GROUP BY part_id) t ON t.part_id = p.id
      WHERE p.is_active AND p.deleted_at IS NULL ORDER BY p.code LIMIT 2000`),
    ctx.db.rows<{ store: Id; part: Id; quantity: string }>(sql`SELECT store_id AS store, part_id AS part, trim_scale(quantity)::text AS quantity FROM part_stock WHERE quantity <> 0`),
  ]);
  const lying = new Map<Id, { store: Id; quantity: string }[]>();
  for (const { store, part, quantity } of stock) lying.set(part, [...(lying.get(part) ?? []), { store, quantity }]);
  return { stores, parts: parts.map((part) => ({ ...part, stock: lying.get(part.id) ?? [] })) };
}

/** The last two hundred moves of a part, the newest first. Errors: record.not-found. */
export async function listMoves(ctx: Context, part: Id): Promise<Answered<typeof movesAnswer>> {
  if (!(await ctx.db.maybe(sql`SELECT 1 FROM part WHERE id = ${part} AND deleted_at IS NULL`))) throw fail('record.not-found');
  const rows = await ctx.db.rows<Answered<typeof movesAnswer>['data'][number]>(sql`
    SELECT m.id, m.kind, trim_scale(m.quantity)::text AS quantity, s.name AS store, o.number AS "order", m.note, m.at, u.name AS by
    FROM part_move m JOIN part_store s ON s.id = m.store_id LEFT JOIN service_order o ON o.id = m.order_id LEFT JOIN app_user u ON u.id = m.by_id
    WHERE m.part_id = ${part} ORDER BY m.at DESC, m.id DESC LIMIT 200`);
  return { data: rows.map((row) => ({ ...row, at: isoTime(row.at) })) };
}

/** What a worker finds in their van, for the telephone; nothing where there is no store. */
export const partsOfWorker = (ctx: Pick<Context, 'db'>, store: Id | null) => ctx.db.rows<{ part: Id; name: string; measure: string; quantity: string }>(sql`
  SELECT p.id AS part, p.name, p.measure, trim_scale(coalesce(s.quantity, 0))::text AS quantity FROM part p LEFT JOIN part_stock s ON s.part_id = p.id AND s.store_id = ${store}
  WHERE p.is_active AND p.deleted_at IS NULL ORDER BY coalesce(s.quantity, 0) > 0 DESC, p.name LIMIT 200`);
