import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { multiplyMoney, sumMoney } from '#kernel/money.ts';
import { addDays, localDate, startOfDay } from '#kernel/period.ts';
import type { FileHost } from '#modules/mail/server/taking/store-parts.ts';
import type { Context } from '#platform/context/context.ts';
import type { DemoRecord } from '../demo-customers.ts';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';
import { insertRows } from '../service/write-past-cases.ts';
import { makeReports } from './field-reports.ts';
import type { FieldCase, FieldOrder, OrderState, UsedPart } from './field-order.ts';
import { makeRounds } from './make-rounds.ts';
import { type FieldParts, type FieldPeople, makeAreas, makeParts, makeRepairList, makeWorkers } from './field-setup.ts';

const DAY = 86_400_000;
/** Days before and after today that hold orders. */
const PAST = 14;
const AHEAD = 7;
/** So many days ago the checklist got its pictures. */
const CHANGED = 4;

/** Three weeks of service orders around today, with workers, areas, checklists, parts and stock, and the rounds of two areas (SE-11). Answers how many people it made. */
export async function loadFieldwork(ctx: Context, dice: Dice, people: FieldPeople, host: FileHost): Promise<{ readonly people: number }> {
  const began = new Date(ctx.now.getTime() - 40 * DAY);
  const past: Context = { ...ctx, now: began, locale: 'zh-CN' };
  const workers = await makeWorkers(ctx, dice, people, began);
  const areas = await makeAreas(past);
  const list = await makeRepairList(past, began, new Date(ctx.now.getTime() - CHANGED * DAY));
  const parts = await makeParts(past, workers, areas);
  const cases = await ctx.db.rows<FieldCase>(sql`
    SELECT id, customer_id AS customer, subject, place, reporter_name AS name, reporter_phone AS phone, unit_id AS unit, received_at AS "receivedAt", state IN ('open', 'waiting') AS "isOpen"
    FROM service_case WHERE kind IN ('repair', 'complaint', 'service') AND state NOT IN ('merged', 'withdrawn') AND deleted_at IS NULL ORDER BY received_at DESC, id LIMIT 400`);
  const orders = planOrders({ ctx, dice, workers, areas, parts, cases });
  await insertOrders(ctx, list, people, orders);
  await makeReports({ ctx, dice, host, list, parts }, orders);
  await stockUp(ctx, dice, parts, began);
  await makeRounds({ ctx, dice, host, workers });
  for (const table of [sql`service_order`, sql`part_move`, sql`part_stock`, sql`inspection_round`]) await ctx.db.run(sql`ANALYZE ${table}`);
  return { people: workers.length };
}

interface Plan {
  readonly ctx: Context;
  readonly dice: Dice;
  readonly workers: readonly { readonly id: Id; readonly name: string }[];
  readonly areas: readonly Id[];
  readonly parts: FieldParts;
  readonly cases: readonly FieldCase[];
}

/** The state of an order by where its window lies. */
function stateOf(dice: Dice, from: Date, to: Date, now: Date): OrderState {
  if (to < now) return dice.weighted({ done: 88, failed: 8, cancelled: 4 });
  if (from > now) return 'dispatched';
  return dice.pick(['onSite', 'onTheWay'] as const);
}

function planOrders({ ctx, dice, workers, areas, parts, cases }: Plan): readonly FieldOrder[] {
  const today = localDate(ctx.now, ctx.timeZone);
  const open = cases.filter(({ isOpen }) => isOpen);
  const year = today.slice(0, 4);
  const orders: FieldOrder[] = [];
  const caseFor = (at: Date): FieldCase | undefined => {
    if (at > ctx.now) return open.length === 0 ? undefined : dice.pick(open);
    const fitting = cases.filter(({ receivedAt }) => new Date(receivedAt) < at);
    return fitting[dice.between(0, Math.min(fitting.length, 30) - 1)] ?? undefined;
  };
  const add = (order: Omit<FieldOrder, 'id' | 'number' | 'madeAt' | 'hasPictures' | 'used'>): void => {
    const madeAt = new Date(Math.min((order.from ?? ctx.now).getTime() - dice.between(3, 30) * 3_600_000, ctx.now.getTime() - dice.between(20, 900) * 60_000));
    const isDone = order.state === 'done';
    const used = isDone && dice.chance(0.7) ? drawParts(dice, parts) : [];
    orders.push({ ...order, id: dice.id(madeAt), number: `FD-${year}-${String(orders.length + 1).padStart(6, '0')}`, madeAt, hasPictures: isDone && madeAt.getTime() > ctx.now.getTime() - CHANGED * DAY, used });
  };
  for (let day = -PAST; day <= AHEAD; day += 1) {
    const date = addDays(today, day);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    const midnight = startOfDay(date, ctx.timeZone).getTime();
    for (const [place, worker] of workers.entries()) {
      // On Sundays one of them is on call; ahead of today the days are only partly full.
      const count = weekday === 0 ? (place === 0 ? 1 : 0) : day > 3 ? dice.between(0, 2) : dice.between(2, 4);
      let minute = 9 * 60 + dice.between(0, 2) * 15;
      for (let at = 0; at < count; at += 1) {
        const from = new Date(midnight + minute * 60_000);
        const to = new Date(from.getTime() + dice.pick([45, 60, 60, 90, 120]) * 60_000);
        minute = (to.getTime() - midnight) / 60_000 + dice.pick([5, 20, 30, 45]);
        const of = caseFor(from);
        if (of && minute < 19 * 60) add({ of, state: stateOf(dice, from, to, ctx.now), worker, from, to, area: dice.pick(dice.chance(0.6) ? areas.slice(0, 3) : areas) });
      }
    }
  }
  for (let at = 0; at < Math.min(7, open.length); at += 1) {
    const from = new Date(startOfDay(addDays(today, at < 5 ? 0 : 1), ctx.timeZone).getTime() + (14 + (at % 4)) * 3_600_000);
    const of = dice.pick(open);
    add({ of, state: 'planned', worker: null, from: at === 2 ? null : from, to: at === 2 ? null : new Date(from.getTime() + 3_600_000), area: dice.pick(areas) });
  }
  return orders;
}

function drawParts(dice: Dice, { parts }: FieldParts): UsedPart[] {
  const chosen = new Map<string, UsedPart>();
  for (let at = dice.between(1, 3); at > 0; at -= 1) {
    const part = dice.pick(parts);
    chosen.set(part.id, { part, quantity: part.measure === '米' ? `${dice.between(1, 6)}.${dice.pick(['5', '25', '8'])}` : String(dice.between(1, 2)) });
  }
  return [...chosen.values()];
}

const skillOf = (subject: string): string => (/灯|电|插座|闸/.test(subject) ? 'electric' : /水|管|漏/.test(subject) ? 'plumbing' : /洁|垃圾|绿/.test(subject) ? 'cleaning' : 'appliance');

const minutesAfter = (at: Date | null, minutes: number): string | null => (at === null ? null : new Date(at.getTime() + minutes * 60_000).toISOString());

/** When the worker left, was there and was done, as far as the state has come. */
function timesOf(state: OrderState, from: Date | null, to: Date | null) {
  const isOver = state === 'done' || state === 'failed';
  return { leftAt: isOver || state === 'onTheWay' || state === 'onSite' ? minutesAfter(from, -18) : null, arrivedAt: isOver || state === 'onSite' ? minutesAfter(from, 4) : null, doneAt: isOver ? minutesAfter(to, -7) : null };
}

async function insertOrders(ctx: Context, list: Awaited<ReturnType<typeof makeRepairList>>, { unit, agents, supervisor }: FieldPeople, orders: readonly FieldOrder[]): Promise<void> {
  const records: DemoRecord[] = orders.map(({ id, of, state, worker, from, to, area, madeAt, used }, at) => ({
    id, at: madeAt, author: agents[at % agents.length] ?? supervisor, values: {
      case: of.id, customer: of.customer, kind: 'repair', subject: of.subject.slice(0, 200), checklist: list.id, place: of.place, area, contactName: of.name, contactPhone: of.phone, skills: [skillOf(of.subject)], state,
      owner: worker?.id ?? null, unit: of.unit ?? unit, windowFrom: from?.toISOString() ?? null, windowTo: to?.toISOString() ?? null,
      ...timesOf(state, from, to),
      result: state === 'done' ? results[at % results.length] : null, failedFor: state === 'failed' ? failures[at % failures.length] : null, cancelledFor: state === 'cancelled' ? '客户来电改约' : null,
      ...(used.length > 0 && { partsCost: sumMoney(used.map(({ part, quantity }) => multiplyMoney({ amount: part.price, currency: 'CNY' }, quantity)), 'CNY') }),
    },
  }));
  const byId = new Map(orders.map((order) => [order.id, order]));
  const changed = ctx.now.getTime() - CHANGED * DAY;
  await insertRecords(ctx, 'serviceOrder', records, ({ id, at }) => ({
    number: byId.get(id)?.number, items: at.getTime() > changed ? list.current : list.old, checklist_revision: at.getTime() > changed ? 2 : 1, answers: [],
  }));
  await ctx.db.rows(sql`SELECT setval('zk_number_service_order_number', ${orders.length})`);
}

const results = ['更换角阀和软管，试水半小时无渗漏', '重新接线并紧固端子，恢复供电', '清理管道，排水顺畅', '更换损坏的配件，运行正常', '调整门锁和闭门器，开合顺畅', '修补防水，闭水试验后再回访'] as const;
const failures = ['客户临时外出，约改期', '缺少同型号配件，已申请采购', '需要楼上住户配合，另约时间'] as const;

/** What came into the depot and went to the vans, so that what was used came from somewhere; the stock is the sum of all moves. */
async function stockUp(ctx: Context, dice: Dice, { depot, vans, parts }: FieldParts, began: Date): Promise<void> {
  const used = new Map((await ctx.db.rows<{ key: string; quantity: string }>(sql`SELECT store_id || '/' || part_id AS key, (-sum(quantity))::text AS quantity FROM part_move WHERE kind = 'use' GROUP BY 1`)).map(({ key, quantity }) => [key, Number(quantity)]));
  const rows: Record<string, unknown>[] = [];
  const move = (store: Id, part: Id, kind: string, quantity: number) => rows.push({ id: dice.id(began), store_id: store, part_id: part, kind, quantity, order_id: null, note: kind === 'receive' ? '期初入库' : null, at: began.toISOString(), by_id: null });
  for (const { id } of parts) {
    let moved = 0;
    for (const van of vans.values()) {
      const quantity = Math.ceil(used.get(`${van}/${id}`) ?? 0) + dice.between(0, 4);
      if (quantity === 0) continue;
      move(van, id, 'transfer', quantity);
      move(depot, id, 'transfer', -quantity);
      moved += quantity;
    }
    move(depot, id, 'receive', moved + dice.between(2, 40));
  }
  await insertRows(ctx, 'part_move', rows);
  await ctx.db.run(sql`INSERT INTO part_stock (store_id, part_id, quantity) SELECT store_id, part_id, sum(quantity) FROM part_move GROUP BY store_id, part_id`);
}
