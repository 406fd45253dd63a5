import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { isOrderOver } from '../../rules/order-states.ts';
import type { checklistAnswer, orderSheetAnswer } from '../fieldwork.answers.ts';
import { partsOfWorker } from '../parts/show-stock.ts';
import { storeOf } from '../parts/spend-parts.ts';
import { one, readOrders, unordered } from './show-orders.ts';

type Sheet = Answered<typeof orderSheetAnswer>;
type Rest = Pick<Sheet, 'items' | 'answers' | 'partsCost' | 'revision' | 'signature' | 'unsignedFor' | 'result' | 'failedFor' | 'cancelledFor' | 'leftAt' | 'arrivedAt'>;

/** An order as its worker carries it: what to do and where, the checklist, the van's parts, and what was reported. Errors: record.not-found. */
export async function showSheet(ctx: Context, id: Id): Promise<Sheet> {
  const [order] = await readOrders(ctx, one(id), unordered, 1);
  if (!order) throw fail('record.not-found');
  const rest = await ctx.db.one<Rest>(sql`
    SELECT items, answers, parts_cost::numeric(20, 2)::text AS "partsCost", checklist_revision AS revision, signature, unsigned_for AS "unsignedFor", result, failed_for AS "failedFor", cancelled_for AS "cancelledFor",
      left_at AS "leftAt", arrived_at AS "arrivedAt" FROM service_order WHERE id = ${id}`);
  const sees = (key: string) => seesFields(ctx, 'serviceOrder', key);
  const time = (key: string, text: string | null) => (text === null || !sees(key) ? null : isoTime(text));
  const used = sees('result') ? await partsOf(ctx, id) : [];
  const parts = sees('partsCost') ? used : used.map((part) => ({ ...part, cost: null }));
  const reported = sees('result') ? rest : { ...rest, answers: [], signature: null, unsignedFor: null, result: null };
  const isMine = order.worker !== null && ctx.actor.selves.includes(order.worker.id);
  return {
    ...order, ...reported, parts, partsCost: sees('partsCost') ? rest.partsCost : null, failedFor: sees('failedFor') ? rest.failedFor : null, cancelledFor: sees('cancelledFor') ? rest.cancelledFor : null,
    van: order.worker !== null && isMine && !isOrderOver(order.state) ? await partsOfWorker(ctx, await storeOf(ctx, order.worker.id)) : [],
    leftAt: time('leftAt', rest.leftAt), arrivedAt: time('arrivedAt', rest.arrivedAt), isMine,
  };
}

const partsOf = (ctx: Pick<Context, 'db'>, id: Id) => ctx.db.rows<Sheet['parts'][number]>(sql`
  SELECT part_id AS part, name, trim_scale(quantity)::text AS quantity, measure, cost::text AS cost FROM order_part WHERE order_id = ${id} ORDER BY position`);

/** A checklist with its items, in force or as they were in an earlier revision. Errors: record.not-found. */
export async function showChecklist(ctx: Context, id: Id, asked?: number): Promise<Answered<typeof checklistAnswer>> {
  const row = await ctx.db.maybe<Omit<Answered<typeof checklistAnswer>, 'revisions' | 'shown'>>(sql`
    SELECT id, name, name_en AS "nameEn", state, revision, items FROM order_checklist WHERE id = ${id} AND deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  const revisions = await ctx.db.rows<{ revision: number; at: string; by: string | null }>(sql`
    SELECT r.revision, r.saved_at AS at, u.name AS by FROM order_checklist_revision r LEFT JOIN app_user u ON u.id = r.saved_by WHERE r.checklist_id = ${id} ORDER BY r.revision DESC LIMIT 100`);
  const told = { ...row, shown: asked ?? row.revision, revisions: revisions.map((each) => ({ ...each, at: isoTime(each.at) })) };
  if (asked === undefined) return told;
  const old = await ctx.db.maybe<{ items: Sheet['items'] }>(sql`SELECT items FROM order_checklist_revision WHERE checklist_id = ${id} AND revision = ${asked}`);
  if (!old) throw fail('record.not-found');
  return { ...told, items: old.items };
}
