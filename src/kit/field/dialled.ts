/** Whose number was dialled: a record of any object. */
export interface Dialled {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  /** Values of the record, for whoever wants to know more. */
  readonly record: Readonly<Record<string, unknown>>;
}

const listeners = new Set<(call: Dialled) => void>();

/** Hears of every number that is dialled from a page; returns how to stop hearing. */
export function onDialled(listener: (call: Dialled) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function tellDialled(call: Dialled): void {
  for (const listener of listeners) listener(call);
}
