import type { Id } from '#kernel/ids.ts';

/** What a missed turn does, as the `turn` policy says. */
export type PassEffect = 'lost' | 'firstOnReturn' | 'madeUp';

/** One person of a day's roster. `consumed` is the sum of the person's turn ledger (UX-17). */
export interface RosterPerson {
  readonly userId: Id;
  readonly position: number;
  readonly consumed: number;
  readonly state: 'waiting' | 'busy' | 'away' | 'off';
  /** What happens when a turn passes this person now; only asked of those who are busy or away. */
  readonly onPass: PassEffect;
}

export interface Rotation {
  readonly receiver: Id;
  /** Those whose turn it was and who could not take it; `lost` consumes one turn. */
  readonly passed: readonly { readonly userId: Id; readonly effect: PassEffect }[];
}

const comesBefore = (a: RosterPerson, b: RosterPerson) => a.consumed - b.consumed || a.position - b.position;

/** The order of those who can receive: fewest consumed turns first, then the order of the roster (RE-1). */
export function waitingOrder(people: readonly RosterPerson[]): RosterPerson[] {
  return people.filter((person) => person.state === 'waiting').toSorted(comesBefore);
}

/** Whose turn it is, and whom it passes (RE-2, 3). Null when nobody can receive. */
export function nextInRotation(people: readonly RosterPerson[]): Rotation | null {
  const [next] = waitingOrder(people);
  if (!next) return null;
  const passed = people.filter((person) => (person.state === 'busy' || person.state === 'away') && comesBefore(person, next) < 0);
  return { receiver: next.userId, passed: passed.toSorted(comesBefore).map(({ userId, onPass }) => ({ userId, effect: onPass })) };
}

/** The receiver of a duty reception: the last in the day's order, or the rotation's next (RE-5). Not counted either way. */
export function dutyReceiver(people: readonly RosterPerson[], rule: 'lastInOrder' | 'nextInRotation'): Id | null {
  const waiting = people.filter((person) => person.state === 'waiting');
  const order = rule === 'lastInOrder' ? waiting.toSorted((a, b) => b.position - a.position) : waitingOrder(waiting);
  return order[0]?.userId ?? null;
}

/**
 * Turns to add to a person's count on return, so that "first on return" owes one turn at most and the rest is forgiven;
 * 0 when nothing was missed. Turns that are made up stay owed.
 */
export function forgivenOnReturn(people: readonly RosterPerson[], userId: Id, effect: PassEffect): number {
  const person = people.find((each) => each.userId === userId);
  const others = people.filter((each) => each.userId !== userId && each.state !== 'off');
  if (!person || effect !== 'firstOnReturn' || others.length === 0) return 0;
  const least = Math.min(...others.map((each) => each.consumed));
  return Math.max(0, least - 1 - person.consumed);
}

/** The count with which somebody joins a running day: nobody is ahead or behind for having come later. */
export function joiningCount(people: readonly RosterPerson[]): number {
  const present = people.filter((person) => person.state !== 'off');
  return present.length === 0 ? 0 : Math.min(...present.map((person) => person.consumed));
}

/** At lunch the first in the order stay on duty (RE-6). */
export function lunchDuty(people: readonly RosterPerson[], howMany: number): Id[] {
  return waitingOrder(people).slice(0, howMany).map((person) => person.userId);
}
