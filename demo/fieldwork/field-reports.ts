import type { Id } from '#kernel/ids.ts';
import { multiplyMoney } from '#kernel/money.ts';
import { type FileHost, type StoredBytes, storeBytes } from '#modules/mail/server/taking/store-parts.ts';
import type { Context } from '#platform/context/context.ts';
import sql from 'sql-template-tag';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';
import { insertRows } from '../service/write-past-cases.ts';
import { signaturePicture, workPicture } from './field-pictures.ts';
import type { FieldParts, makeRepairList } from './field-setup.ts';
import type { FieldOrder } from './field-order.ts';

interface Reporting {
  readonly ctx: Context;
  readonly dice: Dice;
  readonly host: FileHost;
  readonly list: Awaited<ReturnType<typeof makeRepairList>>;
  readonly parts: FieldParts;
}

type Row = Record<string, unknown>;

/** What the workers reported: answers, pictures and signatures since the list asks for them, parts out of their vans, a note on the case. */
export async function makeReports({ ctx, dice, host, list, parts }: Reporting, orders: readonly FieldOrder[]): Promise<void> {
  const [files, used, moves, notes, answers]: [Row[], Row[], Row[], FieldOrder[], Row[]] = [[], [], [], [], []];
  for (const order of orders) {
    if (order.state !== 'done' || !order.worker || !order.to) continue;
    const at = order.to.toISOString();
    const fileOf = async (name: string, content: Buffer): Promise<Id> => {
      const stored = await storeBytes(host, content, name, 'image/png');
      files.push(fileRow(order, stored, at));
      return stored.id;
    };
    const photos = order.hasPictures ? [await fileOf('before-1.png', workPicture(dice)), await fileOf('before-2.png', workPicture(dice))] : [];
    const signature = order.hasPictures && dice.chance(0.85) ? await fileOf('signature.png', signaturePicture(dice)) : null;
    answers.push({ id: order.id, answers: answersOf(dice, order.hasPictures ? list.current : list.old, photos), signature, unsigned: signature === null ? '客户不便签字，电话确认' : null });
    for (const [place, { part, quantity }] of order.used.entries()) {
      const cost = multiplyMoney({ amount: part.price, currency: 'CNY' }, quantity).amount;
      used.push({ order_id: order.id, position: place + 1, part_id: part.id, name: part.name, quantity, measure: part.measure, price: part.price, cost });
      moves.push({ id: dice.id(order.to), store_id: parts.vans.get(order.worker.id), part_id: part.id, kind: 'use', quantity: `-${quantity}`, order_id: order.id, note: null, at, by_id: order.worker.id });
    }
    notes.push(order);
  }
  await insertRows(ctx, 'file_object', files);
  await ctx.db.run(sql`
    UPDATE service_order o SET answers = a.answers, signature = a.signature, unsigned_for = a.unsigned FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS a (id uuid, answers jsonb, signature uuid, unsigned text) WHERE o.id = a.id`);
  await insertRows(ctx, 'order_part', used);
  await insertRows(ctx, 'part_move', moves);
  await insertRecords(ctx, 'caseMessage', notes.map(({ of, worker, number, to }) => ({
    id: dice.id(to ?? ctx.now), at: to ?? ctx.now, author: worker?.id ?? '',
    values: { case: of.id, customer: of.customer, kind: 'note', channel: 'inPerson', body: `现场服务 ${number} 已完成（${worker?.name ?? ''}）`, author: worker?.id ?? null, authorName: worker?.name ?? null },
  })));
}

const fileRow = (order: FieldOrder, { id, storeKey, name, mime, size, sha256 }: StoredBytes, at: string): Row => ({
  id, object: 'serviceOrder', record_id: order.id, customer_id: order.of.customer, field: null, name, mime, size, sha256, store_key: storeKey, created_at: at, created_by: order.worker?.id ?? null,
});

function answersOf(dice: Dice, items: Reporting['list']['current'], photos: readonly Id[]): Row[] {
  return items.flatMap(({ key, kind, isRequired }): Row[] => {
    if (!isRequired && dice.chance(0.5)) return [];
    if (kind === 'photo') return [{ key, value: '', comment: '', photos }];
    if (kind === 'text') return [{ key, value: '两天内请留意有无渗水', comment: '', photos: [] }];
    if (kind === 'choice') return [{ key, value: dice.weighted({ good: 85, watch: 15 }), comment: '', photos: [] }];
    if (kind === 'number') return [{ key, value: key === 'pressure' ? `0.${dice.between(20, 45)}` : String(dice.between(2, 40)), comment: '', photos: [] }];
    const isKept = dice.chance(0.94);
    return [{ key, value: isKept ? 'yes' : 'no', comment: isKept ? '' : '公共区域作业，未进户', photos: [] }];
  });
}
