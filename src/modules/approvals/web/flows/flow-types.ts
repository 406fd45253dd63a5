import type { RowOf } from '#kit/api/typed-client.ts';

export type FlowKind = RowOf<'GET /approval-flows'>;
export type Flow = FlowKind['flows'][number];
export type FlowStep = Flow['steps'][number];
export type FlowCondition = Flow['conditions'][number];
export type FlowDraft = Omit<Flow, 'id' | 'version'>;

export const newStep = (): FlowStep => ({ name: null, by: { kind: 'manager', levels: 1 }, rule: { kind: 'any' }, timeoutHours: null });

/** What a new flow begins with: one step by the requester's manager. */
export const newFlow = (kind: string, position: number): FlowDraft => ({
  kind, name: '', position, isActive: true, allowsOwn: false, conditions: [], steps: [newStep()],
});

/** A list with one item replaced, or without it. */
export const replaceAt = <T>(list: readonly T[], at: number, item: T | undefined): T[] =>
  list.flatMap((one, index) => (index === at ? (item === undefined ? [] : [item]) : [one]));

/** The items with their places, from 0: drafts have no ids of their own. */
export const placed = <T>(list: readonly T[]): { readonly at: number; readonly item: T }[] => list.map((item, at) => ({ at, item }));

/** A list with two neighbours exchanged. */
export function moveBy<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const [moved] = next.splice(at, 1);
  if (moved !== undefined) next.splice(at + by, 0, moved);
  return next;
}
