import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, startOfDay } from '#kernel/period.ts';
import { loadActor } from '#modules/identity/server/identity.public.ts';
import type { Actor } from '#platform/context/actor.ts';
import type { Context } from '#platform/context/context.ts';
import type { Dice } from '../seeded-random.ts';
import type { OfficePeople } from './office-people.ts';
import type { Timeline } from './timeline.ts';

export interface UnitForSale {
  readonly id: Id;
  /** CNY text. */
  readonly price: string;
}

/** The sales office while its past is played. */
export interface Office {
  readonly ctx: Context;
  readonly dice: Dice;
  readonly timeline: Timeline;
  readonly people: OfficePeople;
  readonly siteId: Id;
  /** Employees elsewhere in the company who introduce customers, with their superiors. */
  readonly introducers: readonly { readonly id: Id; readonly manager: Id | null }[];
  /** Customers of the first weeks, of whom others come. */
  readonly known: Id[];
  /** Registrations of the day that the manager confirms in the evening. */
  readonly toConfirm: Id[];
  /** Units that nobody has taken yet. */
  readonly units: UnitForSale[];
  /** Day 0, ISO. */
  readonly firstDay: string;
  /** Whole days before today. */
  readonly days: number;
  /** Runs an action of the product as this person, at this instant. */
  act<R>(who: Id, at: Date, work: (ctx: Context) => Promise<R>): Promise<R>;
  /** The instant of a day, in minutes after midnight at the site. */
  at(day: number, minute: number): Date;
  /** A time of arrival that is still free on the day or after it. */
  slot(day: number): { readonly day: number; readonly minute: number } | undefined;
  /** Whether a salesperson has the day off. */
  isOff(seller: Id, day: number): boolean;
  /** The first day from here on that the person has off, at most a week away. */
  dayOffFrom(seller: Id, day: number): number;
  onSite(day: number): readonly Id[];
  /** A number that is not assigned: 0000 in its middle. */
  phone(): string;
}

const firstSlot = 9 * 60 + 15;
const slotMinutes = 40;
const slotsPerDay = 11;

/** Ids that rise with the instants of what they name, also within one of them. */
export function makeIds(dice: Dice): (at: Date) => Id {
  let last = 0;
  let serial = 0;
  return (at) => {
    const isLater = at.getTime() > last;
    serial = isLater ? 0 : (serial + 1) % 0x1000;
    if (isLater) last = at.getTime();
    else if (serial === 0) last += 1;
    const id = dice.id(new Date(last));
    return `${id.slice(0, 15)}${serial.toString(16).padStart(3, '0')}${id.slice(18)}`;
  };
}

/** How the actions of the product are run in the past: by the person, with a clock that shows the instant, without live effects. */
export async function makeActing(ctx: Context, idAt: (at: Date) => Id, people: readonly Id[]): Promise<Office['act']> {
  const actors = new Map<Id, Actor>();
  for (const id of people) {
    const loaded = await loadActor(ctx.db, ctx.registry, id, ctx.now);
    if (loaded) actors.set(id, loaded.actor);
  }
  return (who, at, work) => {
    const actor = actors.get(who);
    if (actor === undefined) throw new Error(`nobody with the id ${who}`);
    const silent = { announce: () => undefined, tell: () => undefined, afterCommit: () => undefined };
    return work({ ...ctx, ...silent, actor, now: at, newId: () => idAt(at), requestId: idAt(at) });
  };
}

type Calendar = Pick<Office, 'at' | 'slot' | 'isOff' | 'dayOffFrom' | 'onSite' | 'phone'>;

/** Days, arrivals and days off of the office. */
export function makeCalendar(ctx: Context, dice: Dice, { sellers, firstDay, days }: { readonly sellers: readonly Id[]; readonly firstDay: string; readonly days: number }): Calendar {
  const free = Array.from({ length: days }, () => Array.from({ length: slotsPerDay }, (_, place) => place));
  let numbers = 0;
  const isOff = (seller: Id, day: number) => (day + sellers.indexOf(seller)) % 7 === 0;
  return {
    at: (day, minute) => new Date(startOfDay(addDays(firstDay, day), ctx.timeZone).getTime() + minute * 60_000),
    slot(from) {
      for (let day = from; day < days; day += 1) {
        const left = free[day] ?? [];
        if (left.length === 0) continue;
        const [place = 0] = left.splice(dice.between(0, left.length - 1), 1);
        return { day, minute: firstSlot + place * slotMinutes + dice.between(0, 12) };
      }
      return undefined;
    },
    isOff,
    dayOffFrom: (seller, day) => day + Array.from({ length: 7 }, (_, more) => more).findIndex((more) => isOff(seller, day + more)),
    onSite: (day) => sellers.filter((seller) => !isOff(seller, day)),
    phone() {
      numbers += 1;
      return `+8619${numbers % 10}0000${String(1_000 + numbers).padStart(4, '0')}`;
    },
  };
}

/** Who looks after a customer now. */
export const ownerOf = async ({ ctx }: Pick<Office, 'ctx'>, customer: Id): Promise<Id | null> =>
  (await ctx.db.one<{ owner: Id | null }>(sql`SELECT owner_id AS owner FROM customer WHERE id = ${customer}`)).owner;
