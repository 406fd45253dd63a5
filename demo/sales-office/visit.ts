import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { type LearntFact, endTurn, recordOwnershipFact } from '#modules/reception/server/reception.public.ts';
import { changeReceiver, type ChangeInput } from '#modules/reception/server/registration/change-receiver.ts';
import { registerVisit } from '#modules/reception/server/registration/register-visit.ts';
import type { RegisterInput } from '#modules/reception/server/registration/visit-input.ts';
import { personName } from '../demo-names.ts';
import type { Office } from './office.ts';

/** A visitor who came, with what the registration made of it. */
export interface Visit {
  readonly id: Id;
  readonly customer: Id;
  readonly receiver: Id | null;
  readonly caseId: Id;
  readonly day: number;
  readonly minute: number;
}

export interface Visitor {
  readonly name: string;
  readonly phone: string;
}

export const newVisitor = (office: Office): Visitor => ({ name: personName(office.dice), phone: office.phone() });

export interface Coming extends Partial<Omit<RegisterInput, 'site' | 'phone' | 'visitor'>> {
  readonly visitor: Visitor;
  /** From this day on, as soon as there is a place. */
  readonly from: number;
  /** Nobody confirms this registration (RE-12). */
  readonly isForgotten?: boolean;
}

const channels = { walkIn: 34, signboard: 14, internet: 22, friend: 16, exhibition: 5, newspaper: 3, call: 6 } as const;

/** Lets somebody come, be received and be confirmed in the evening; `then` goes on from the registration. */
export function come(office: Office, { visitor, from, isForgotten = false, ...said }: Coming, then?: (visit: Visit) => Promise<void> | void): void {
  const { dice, timeline, people } = office;
  const place = office.slot(from);
  if (place === undefined) return;
  const { day, minute } = place;
  timeline.add(office.at(day, minute), async () => {
    const input: RegisterInput = {
      site: office.siteId, visitor: visitor.name, phone: visitor.phone, cameBefore: false, channel: dice.weighted(channels), companions: dice.between(0, 3),
      ...withSomebody(said, day, office),
    };
    const made = await office.act(people.desk, office.at(day, minute), (ctx) => registerVisit(ctx, input));
    const visit = { id: made.id, customer: made.customer, receiver: made.receiver, caseId: made.ownership, day, minute };
    if (made.turn !== null) seeOff(office, visit);
    if (!isForgotten) office.toConfirm.push(made.id);
    await then?.(visit);
  });
}

/** People who are asked for are chosen from those who are there. */
function withSomebody(said: Omit<Coming, 'visitor' | 'from' | 'isForgotten'>, day: number, office: Office): Omit<Coming, 'visitor' | 'from' | 'isForgotten'> {
  return said.askedFor === ANYBODY ? { ...said, askedFor: office.dice.pick(office.onSite(day)) } : said;
}

/** Stands for any salesperson who is on site that day. */
export const ANYBODY = 'anybody';

/** The reception is over; nobody pressed the button that says when it began. */
function seeOff(office: Office, { id, day, minute }: Visit): void {
  const ends = office.at(day, minute + office.dice.between(22, 70));
  office.timeline.add(ends, async () => {
    const open = await office.ctx.db.rows<{ id: Id; userId: Id }>(sql`SELECT id, user_id AS "userId" FROM turn WHERE registration_id = ${id} AND state IN ('assigned', 'receiving')`);
    for (const turn of open) await office.act(turn.userId, ends, (ctx) => endTurn(ctx, turn.id));
  });
}

/** The visitor wants somebody else a quarter of an hour into the reception; the manager settles it. */
export function wantsAnother(office: Office, visit: Visit, change: Omit<ChangeInput, 'reason' | 'askedFor'> & { readonly reason: string; readonly isFor?: boolean }): void {
  const at = office.at(visit.day, visit.minute + 15);
  const { isFor = false, ...input } = change;
  office.timeline.add(at, async () => {
    const others = office.onSite(visit.day).filter((seller) => seller !== visit.receiver);
    await office.act(office.people.manager, at, (ctx) => changeReceiver(ctx, visit.id, { ...input, ...(isFor && { askedFor: office.dice.pick(others) }) }));
  });
}

/** What the manager learns of the case at a later hour. */
export function learn(office: Office, visit: Visit, at: Date, facts: FactValues, more: Omit<LearntFact, 'facts'> = {}): void {
  office.timeline.add(at, async () => { await office.act(office.people.manager, at, (ctx) => recordOwnershipFact(ctx, visit.caseId, { facts, ...more })); });
}
