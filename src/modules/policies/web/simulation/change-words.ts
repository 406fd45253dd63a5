import type { SimulatedChange } from './impact-registry.ts';

/** How often a person is named by the results before and after: who would gain records and who would lose some. */
export interface PersonChange {
  readonly id: string;
  readonly name: string;
  readonly gained: number;
  readonly lost: number;
}

/** Persons are the ids among results that the decision knows a name for, the subject apart. */
export function personChanges(changes: readonly SimulatedChange[]): PersonChange[] {
  const people = new Map<string, { name: string; gained: number; lost: number }>();
  const named = (change: SimulatedChange, side: 'before' | 'after') => new Set(
    Object.values(change[side].results ?? {}).flatMap((value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : []))
      .filter((id) => change.names[id] !== undefined && id !== change.subject.id),
  );
  for (const change of changes) {
    const [before, after] = [named(change, 'before'), named(change, 'after')];
    for (const id of new Set([...before, ...after])) {
      if (before.has(id) === after.has(id)) continue;
      const person = people.get(id) ?? { name: change.names[id] ?? id, gained: 0, lost: 0 };
      people.set(id, { ...person, gained: person.gained + Number(after.has(id)), lost: person.lost + Number(before.has(id)) });
    }
  }
  return [...people].map(([id, person]) => ({ id, ...person })).toSorted((a, b) => b.gained + b.lost - a.gained - a.lost || a.name.localeCompare(b.name));
}
