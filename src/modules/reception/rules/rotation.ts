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
  /** Those whose turn it was and who could not take it. */
  readonly passed: readonly PassedPerson[];
}

/** `amount`: turns that the pass consumes, 0 when the turn is kept whole. */
export interface PassedPerson {
  readonly userId: Id;
  readonly effect: PassEffect;
  readonly amount: number;
}

const comesBefore = (a: RosterPerson, b: RosterPerson) => a.consumed - b.consumed || a.position - b.position;

/** The order of those who can receive: fewest consumed turns first, then the order of the roster (RE-1). */
export function waitingOrder<P extends RosterPerson>(people: readonly P[]): P[] {
  return people.filter((person) => person.state === 'waiting').toSorted(comesBefore);
}

/** Whose turn it is, and whom it passes (RE-2, 3). Null when nobody can receive. */
export function nextInRotation(people: readonly RosterPerson[]): Rotation | null {
  const [next] = waitingOrder(people);
  if (!next) return null;
  const passed = people.filter((person) => (person.state === 'busy' || person.state === 'away') && comesBefore(person, next) < 0);
  return { receiver: next.userId, passed: passed.toSorted(comesBefore).map((person) => passOf(person, next)) };
}

/**
 * What a pass costs: a lost turn one; "first on return" owes one turn at most, so whoever is passed a round later is
 * brought level with the one who receives; what is made up costs nothing.
 */
function passOf({ userId, onPass, consumed }: RosterPerson, next: RosterPerson): PassedPerson {
  const amount = onPass === 'lost' ? 1 : onPass === 'firstOnReturn' ? next.consumed - consumed : 0;
  return { userId, effect: onPass, amount };
}

/** The receiver of a duty reception: the last in the day's order, or the rotation's next (RE-5). Not counted either way. */
export function dutyReceiver(people: readonly RosterPerson[], rule: 'lastInOrder' | 'nextInRotation'): Id | null {
  const waiting = people.filter((person) => person.state === 'waiting');
  const order = rule === 'lastInOrder' ? waiting.toSorted((a, b) => b.position - a.position) : waitingOrder(waiting);
  return order[0]?.userId ?? null;
}

/** The count with which somebody joins a running day: nobody is ahead or behind for having come later. */
export function joiningCount(people: readonly RosterPerson[]): number {
  const present = people.filter((person) => person.state !== 'off');
  // Turns owed to somebody who is away are that person's alone.
  const level = present.some((person) => person.state === 'waiting') ? present.filter((person) => person.state === 'waiting') : present;
  return level.length === 0 ? 0 : Math.min(...level.map((person) => person.consumed));
}

/** At lunch the first in the order stay on duty (RE-6). */
export function lunchDuty(people: readonly RosterPerson[], howMany: number): Id[] {
  return waitingOrder(people).slice(0, howMany).map((person) => person.userId);
}
