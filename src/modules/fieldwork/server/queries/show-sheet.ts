import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { orderSheetAnswer } from '../fieldwork.answers.ts';
import { one, readOrders, unordered } from './show-orders.ts';

type Sheet = Answered<typeof orderSheetAnswer>;
type Rest = Pick<Sheet, 'items' | 'answers' | 'parts' | 'signature' | 'unsignedFor' | 'result' | 'failedFor' | 'cancelledFor' | 'leftAt' | 'arrivedAt'>;

/** An order as its worker carries it: what to do and where, the checklist, and what was reported. Errors: record.not-found. */
export async function showSheet(ctx: Context, id: Id): Promise<Sheet> {
  const [order] = await readOrders(ctx, one(id), unordered, 1);
  if (!order) throw fail('record.not-found');
  const rest = await ctx.db.one<Rest>(sql`
    SELECT items, answers, parts, signature, unsigned_for AS "unsignedFor", result, failed_for AS "failedFor", cancelled_for AS "cancelledFor", left_at AS "leftAt", arrived_at AS "arrivedAt" FROM service_order WHERE id = ${id}`);
  const sees = (key: string) => seesFields(ctx, 'serviceOrder', key);
  const time = (key: string, text: string | null) => (text === null || !sees(key) ? null : isoTime(text));
  const reported = sees('result') ? rest : { ...rest, answers: [], parts: [], signature: null, unsignedFor: null, result: null };
  return {
    ...order, ...reported, failedFor: sees('failedFor') ? rest.failedFor : null, cancelledFor: sees('cancelledFor') ? rest.cancelledFor : null,
    leftAt: time('leftAt', rest.leftAt), arrivedAt: time('arrivedAt', rest.arrivedAt), isMine: order.worker !== null && ctx.actor.selves.includes(order.worker.id),
  };
}

/** A checklist with its items, as its editor shows it. Errors: record.not-found. */
export async function showChecklist(ctx: Context, id: Id) {
  const row = await ctx.db.maybe<{ id: Id; name: string; nameEn: string; state: 'active' | 'retired'; items: Sheet['items'] }>(sql`
    SELECT id, name, name_en AS "nameEn", state, items FROM order_checklist WHERE id = ${id} AND deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  return row;
}
