/** What was, is and may be again. Edits of the same place within one breath stay one step. */
export interface EditHistory<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

/** Steps kept for undo. */
const KEPT = 200;

export const beginHistory = <T>(present: T): EditHistory<T> => ({ past: [], present, future: [] });

/** A new present; what could be done again is gone. The same value is no step. */
export function edited<T>(history: EditHistory<T>, present: T): EditHistory<T> {
  if (present === history.present) return history;
  return { past: [...history.past, history.present].slice(-KEPT), present, future: [] };
}

export function undone<T>(history: EditHistory<T>): EditHistory<T> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  const before = past[past.length - 1] as T;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redone<T>(history: EditHistory<T>): EditHistory<T> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  const [after] = future as readonly [T];
  return { past: [...past, present], present: after, future: future.slice(1) };
}
