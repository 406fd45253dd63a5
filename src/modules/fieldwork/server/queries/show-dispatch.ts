import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, startOfDay } from '#kernel/period.ts';
import { workingSecondsBetween } from '#kernel/working-time/working-time.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { type AreaPoint, type DayStop, overlapping, routeOrder, travelGaps } from '../../rules/day-route.ts';
import type { boardAnswer, fitAnswer, loadAnswer } from '../fieldwork.answers.ts';
import { workerObjections } from '../orders/worker-filters.ts';
import { type ShownOrder, readOrders, workers } from './show-orders.ts';

interface Worker {
  readonly id: Id;
  readonly name: string;
  readonly unit: string | null;
  readonly unitId: Id | null;
}

interface Span {
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
}

/** The map of the areas, and from where each worker's day begins: the area of their van. */
async function readMap(ctx: Pick<Context, 'db'>) {
  const [areas, vans] = await Promise.all([
    ctx.db.rows<AreaPoint & { name: string; nameEn: string }>(sql`SELECT id, name, name_en AS "nameEn", east_km::float AS east, north_km::float AS north FROM service_area WHERE deleted_at IS NULL`),
    ctx.db.rows<{ worker: Id; area: Id }>(sql`SELECT worker_id AS worker, area_id AS area FROM part_store WHERE worker_id IS NOT NULL AND area_id IS NOT NULL AND is_active AND deleted_at IS NULL`),
  ]);
  const byId = new Map(areas.map((area) => [area.id, area]));
  const startOf = new Map(vans.map(({ worker, area }) => [worker, byId.get(area)]));
  return { byId, startOf };
}

type AreaMap = Awaited<ReturnType<typeof readMap>>;

const stopsOf = (orders: readonly ShownOrder[], { byId }: AreaMap): DayStop[] => orders.flatMap(({ id, from, to, areaId, state }) =>
  (from === null || to === null || state === 'failed' ? [] : [{ id, from: Date.parse(from), to: Date.parse(to), area: (areaId === null ? undefined : byId.get(areaId)) ?? null }]));

/** The minutes that each of these people works within a span, by the calendar of their unit. */
async function capacities(ctx: Context, people: readonly Worker[], spans: readonly Span[]): Promise<ReadonlyMap<Id, readonly number[]>> {
  const byUnit = new Map<Id | null, readonly number[]>();
  for (const { unitId } of people) {
    if (byUnit.has(unitId)) continue;
    const { calendar } = await calendarOfUnit(ctx, unitId);
    byUnit.set(unitId, spans.map(({ from, to }) => Math.round(workingSecondsBetween(calendar, new Date(from), new Date(to)) / 60)));
  }
  return new Map(people.map(({ id, unitId }) => [id, byUnit.get(unitId) ?? []]));
}

const placedIn = ({ from, to }: Span) => sql`o.owner_id IS NOT NULL AND o.state <> 'cancelled' AND o.window_from < ${to} AND o.window_to > ${from}`;
const byStart = sql`ORDER BY o.window_from, o.number`;

/** Everybody who may be dispatched, and who still has orders in the span though their role changed. */
async function everybody(ctx: Context, placed: readonly ShownOrder[]): Promise<readonly Worker[]> {
  const people = await workers(ctx);
  const known = new Set(people.map(({ id }) => id));
  const others = placed.flatMap(({ worker }) => (worker !== null && !known.has(worker.id) ? [{ ...worker, unit: null, unitId: null }] : []));
  return [...people, ...new Map(others.map((person) => [person.id, person])).values()];
}

/** The day of the dispatcher: each worker's windows and load, what does not fit, the order of the way, and what still goes to nobody (SE-11). */
export async function showBoard(ctx: Context, span: Span): Promise<Answered<typeof boardAnswer>> {
  const [placed, unassigned, map] = await Promise.all([
    readOrders(ctx, placedIn(span), byStart, 2_000), readOrders(ctx, sql`o.state = 'planned'`, sql`ORDER BY o.window_from NULLS LAST, o.created_at`, 200), readMap(ctx),
  ]);
  const people = await everybody(ctx, placed);
  const capacity = await capacities(ctx, people, [span]);
  return {
    unassigned,
    workers: people.map(({ unitId: _unit, ...person }) => {
      const orders = placed.filter(({ worker }) => worker?.id === person.id);
      const stops = stopsOf(orders, map);
      const start = map.startOf.get(person.id);
      return {
        ...person, orders, minutes: orders.reduce((sum, order) => sum + minutesOf(order, span), 0), capacity: capacity.get(person.id)?.[0] ?? 0,
        flags: flagsOf(orders, stops), route: routeOrder(stops, start ?? null).map(({ id }) => id), start: start ? (ctx.locale === 'en' ? start.nameEn : start.name) : null,
      };
    }),
  };
}

function flagsOf(orders: readonly ShownOrder[], stops: readonly DayStop[]) {
  const numberOf = new Map(orders.map(({ id, number }) => [id, number]));
  return [
    ...[...overlapping(stops)].map((order) => ({ order, kind: 'overlap' as const, after: null, needed: 0, free: 0 })),
    ...travelGaps(stops).map(({ id, after, needed, free }) => ({ order: id, kind: 'travel' as const, after: numberOf.get(after) ?? null, needed, free })),
  ];
}

/** The part of a window that lies within the span, in minutes. */
function minutesOf(order: ShownOrder, { from, to }: Span): number {
  if (order.from === null || order.to === null) return 0;
  return Math.max(0, Math.round((Math.min(Date.parse(order.to), Date.parse(to)) - Math.max(Date.parse(order.from), Date.parse(from))) / 60_000));
}

/** The load of each person by day against the hours that they work: `from` an ISO date, days of the reader's zone (SE-11). */
export async function showLoad(ctx: Context, { from, days }: { readonly from: string; readonly days: number }): Promise<Answered<typeof loadAnswer>> {
  const dates = Array.from({ length: days }, (_, at) => addDays(from, at));
  const spans = dates.map((day) => ({ from: startOfDay(day, ctx.timeZone).toISOString(), to: startOfDay(addDays(day, 1), ctx.timeZone).toISOString() }));
  const placed = await readOrders(ctx, placedIn({ from: spans[0]?.from ?? '', to: spans.at(-1)?.to ?? '' }), byStart, 5_000);
  const people = await everybody(ctx, placed);
  const capacity = await capacities(ctx, people, spans);
  return {
    data: people.map(({ unitId: _unit, ...person }) => {
      const own = placed.filter(({ worker }) => worker?.id === person.id);
      return {
        ...person, days: dates.map((day, at) => {
          const minutes = own.map((order) => minutesOf(order, spans[at] ?? { from: '', to: '' }));
          return { day, minutes: minutes.reduce((sum, each) => sum + each, 0), capacity: capacity.get(person.id)?.[at] ?? 0, count: minutes.filter((each) => each > 0).length };
        }),
      };
    }),
  };
}

export interface FitQuestion extends Span {
  readonly order?: Id | undefined;
  readonly skills: readonly string[];
  readonly area?: Id | undefined;
}

/** Who fits for a window, the best first: what speaks against each, what overlaps, where the way is too long, and the load of that day. */
export async function showFit(ctx: Context, { order, skills, area, from, to }: FitQuestion): Promise<Answered<typeof fitAnswer>> {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ctx.timeZone }).format(new Date(from));
  const span = { from: startOfDay(day, ctx.timeZone).toISOString(), to: startOfDay(addDays(day, 1), ctx.timeZone).toISOString() };
  const [people, all, map] = await Promise.all([workers(ctx), readOrders(ctx, placedIn(span), byStart, 2_000), readMap(ctx)]);
  const placed = all.filter(({ id }) => id !== order);
  const [capacity, objections] = await Promise.all([capacities(ctx, people, [span]), workerObjections(ctx, { order: order ?? null, skills, window: { from, to }, people: people.map(({ id }) => id) })]);
  const here: DayStop = { id: 'new', from: Date.parse(from), to: Date.parse(to), area: (area === undefined ? undefined : map.byId.get(area)) ?? null };
  const rows = people.map(({ unitId: _unit, ...person }) => {
    const own = placed.filter(({ worker, state }) => worker?.id === person.id && state !== 'failed');
    const numberOf = (id: string) => own.find((each) => each.id === id)?.number ?? '';
    const isOpen = new Set(own.filter(({ state }) => state !== 'done').map(({ id }) => id));
    const stops = stopsOf(own, map);
    return {
      ...person, minutes: own.reduce((sum, each) => sum + minutesOf(each, span), 0), capacity: capacity.get(person.id)?.[0] ?? 0,
      overlaps: stops.filter((stop) => isOpen.has(stop.id) && stop.from < here.to && stop.to > here.from).map(({ id }) => numberOf(id)),
      late: travelGaps([...stops, here]).filter(({ id, after }) => id === 'new' || after === 'new').map(({ id, after, needed, free }) => ({ number: numberOf(id === 'new' ? after : id), needed, free })),
      reasons: objections.filter(({ userId }) => userId === person.id).map(({ reason }) => reason),
    };
  });
  const weigh = (row: (typeof rows)[number]) => row.reasons.length * 1_000 + row.overlaps.length * 100 + row.late.length * 10 + (row.capacity === 0 ? 5 : row.minutes / row.capacity);
  return { data: rows.toSorted((a, b) => weigh(a) - weigh(b) || a.name.localeCompare(b.name)) };
}
