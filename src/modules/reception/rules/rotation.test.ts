import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutyReceiver, joiningCount, lunchDuty, nextInRotation, type PassEffect, type RosterPerson, waitingOrder } from './rotation.ts';

const person = (userId: string, position: number, more: Partial<RosterPerson> = {}): RosterPerson => ({ userId, position, consumed: 0, state: 'waiting', onPass: 'lost', ...more });

/** A day in memory: what the actions do to a roster, with the ledger that the counts must equal. */
class Day {
  people: RosterPerson[];
  readonly ledger: { userId: string; amount: number; kind: string }[] = [];

  constructor(count: number) {
    this.people = Array.from({ length: count }, (_, index) => person(`p${index}`, index));
  }

  post(userId: string, amount: number, kind: string): void {
    this.ledger.push({ userId, amount, kind });
    this.change(userId, (each) => ({ ...each, consumed: each.consumed + amount }));
  }

  change(userId: string, to: (each: RosterPerson) => RosterPerson): void {
    this.people = this.people.map((each) => (each.userId === userId ? to(each) : each));
  }

  arrive(): string | null {
    const rotation = nextInRotation(this.people);
    if (!rotation) return null;
    for (const { userId, effect, amount } of rotation.passed) if (amount > 0) this.post(userId, amount, effect === 'lost' ? 'lost' : 'forgiven');
    this.post(rotation.receiver, 1, 'counted');
    return rotation.receiver;
  }

  leave(userId: string, onPass: PassEffect): void {
    this.change(userId, (each) => ({ ...each, state: 'away', onPass }));
  }

  comeBack(userId: string): void {
    this.change(userId, (each) => ({ ...each, state: 'waiting' }));
  }

  received(userId: string): number {
    return this.ledger.filter((entry) => entry.userId === userId && entry.kind === 'counted').length;
  }
}

describe('rotation (RE-1 to RE-6)', () => {
  test('goes round in the order of the roster', () => {
    const day = new Day(3);
    expect([1, 2, 3, 4, 5].map(() => day.arrive())).toEqual(['p0', 'p1', 'p2', 'p0', 'p1']);
  });

  test('absent without good reason: the turn is lost, once each round', () => {
    const day = new Day(3);
    day.leave('p1', 'lost');
    expect([1, 2, 3, 4].map(() => day.arrive())).toEqual(['p0', 'p2', 'p0', 'p2']);
    day.comeBack('p1');
    expect(day.ledger.filter((entry) => entry.kind === 'lost')).toHaveLength(2);
    expect([1, 2, 3].map(() => day.arrive())).toEqual(['p0', 'p1', 'p2']);
  });

  test('sent away by a superior: first in line on return, for one turn', () => {
    const day = new Day(3);
    day.leave('p0', 'firstOnReturn');
    expect([1, 2, 3, 4, 5, 6].map(() => day.arrive())).toEqual(['p1', 'p2', 'p1', 'p2', 'p1', 'p2']);
    day.comeBack('p0');
    expect([1, 2, 3, 4].map(() => day.arrive())).toEqual(['p0', 'p0', 'p1', 'p2']);
  });

  test('two sent away at once: each is first on return for one turn', () => {
    const day = new Day(4);
    day.leave('p0', 'firstOnReturn');
    day.leave('p1', 'firstOnReturn');
    for (let times = 0; times < 8; times += 1) day.arrive();
    day.comeBack('p0');
    day.comeBack('p1');
    expect([1, 2, 3, 4, 5, 6].map(() => day.arrive())).toEqual(['p0', 'p1', 'p0', 'p1', 'p2', 'p3']);
  });

  test('away on business: as many are made up as were missed', () => {
    const day = new Day(3);
    day.leave('p0', 'madeUp');
    for (let times = 0; times < 6; times += 1) day.arrive();
    day.comeBack('p0');
    expect([1, 2, 3, 4].map(() => day.arrive())).toEqual(['p0', 'p0', 'p0', 'p0']);
    expect(['p0', 'p1', 'p2'].map((id) => day.received(id))).toEqual([4, 3, 3]);
  });

  test('a turn that counts as idle comes back at once (3.10c)', () => {
    const day = new Day(3);
    day.arrive();
    day.arrive();
    day.post('p0', -1, 'idle');
    expect(day.arrive()).toBe('p0');
    expect(day.arrive()).toBe('p2');
  });

  test('the duty receiver is the last in the order, or the rotation’s next', () => {
    const people = [person('a', 1, { consumed: 1 }), person('b', 2), person('c', 3, { state: 'busy' }), person('d', 4, { consumed: 1 })];
    expect(dutyReceiver(people, 'lastInOrder')).toBe('d');
    expect(dutyReceiver(people, 'nextInRotation')).toBe('b');
    expect(dutyReceiver([person('a', 1, { state: 'away' })], 'lastInOrder')).toBeNull();
  });

  test('two stay on duty at lunch; who joins later starts level', () => {
    const people = [person('a', 1, { consumed: 2 }), person('b', 2, { consumed: 1 }), person('c', 3, { consumed: 1 }), person('d', 4, { state: 'off' })];
    expect(lunchDuty(people, 2)).toEqual(['b', 'c']);
    expect(joiningCount(people)).toBe(1);
    expect(joiningCount([])).toBe(0);
  });
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'arrive' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), who: fc.nat(5), effect: fc.constantFrom<PassEffect>('lost', 'firstOnReturn', 'madeUp') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back' as const), who: fc.nat(5) }) },
);

test('any day: nobody absent receives, the ledger explains every count, and those always present differ by at most one', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
    const day = new Day(6);
    const left = new Set<string>();
    for (const each of steps) {
      if (each.kind === 'arrive') {
        const present = new Set(waitingOrder(day.people).map((one) => one.userId));
        const receiver = day.arrive();
        expect(receiver === null ? present.size === 0 : present.has(receiver)).toBe(true);
      } else if (each.kind === 'leave') {
        if (day.people[each.who]?.state === 'waiting') day.leave(`p${each.who}`, each.effect);
        left.add(`p${each.who}`);
      } else if (day.people[each.who]?.state === 'away') day.comeBack(`p${each.who}`);
    }
    for (const one of day.people) {
      expect(day.ledger.filter((entry) => entry.userId === one.userId).reduce((sum, entry) => sum + entry.amount, 0)).toBe(one.consumed);
    }
    const steady = day.people.filter((one) => !left.has(one.userId)).map((one) => day.received(one.userId));
    if (steady.length > 1) expect(Math.max(...steady) - Math.min(...steady)).toBeLessThanOrEqual(1);
  }), { numRuns: 2_000 });
});
