import { useMemo, useState } from 'react';
import type { RecordData } from '../records/record-types.ts';

/** Chosen rows: single ids, or everything that the filter matches. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly isAll: boolean;
  has(id: string): boolean;
  toggle(id: string): void;
  /** From the last toggled row to this one (Shift+click). */
  toggleTo(id: string): void;
  selectLoaded(): void;
  selectAll(): void;
  clear(): void;
}

interface State {
  readonly ids: ReadonlySet<string>;
  readonly isAll: boolean;
  readonly anchor?: string;
}

const nothing: State = { ids: new Set(), isAll: false };

function flipped(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function spanned(state: State, order: readonly string[], id: string): State {
  const from = order.indexOf(state.anchor ?? id);
  const to = order.indexOf(id);
  const span = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...state.ids, ...span]), isAll: false, anchor: id };
}

/** `listKey` is the list's query: another query drops the selection. */
export function useSelection(records: readonly RecordData[], listKey: string): Selection {
  const [held, setHeld] = useState({ listKey, state: nothing });
  const state = held.listKey === listKey ? held.state : nothing;
  return useMemo(() => {
    const set = (next: State) => setHeld({ listKey, state: next });
    const loaded = records.map((r) => r.id);
    return {
      ids: state.ids,
      isAll: state.isAll,
      has: (id) => state.isAll || state.ids.has(id),
      toggle: (id) => set({ ids: flipped(state.isAll ? new Set(loaded) : state.ids, id), isAll: false, anchor: id }),
      toggleTo: (id) => set(spanned(state, loaded, id)),
      selectLoaded: () => set({ ids: new Set(loaded), isAll: false }),
      selectAll: () => set({ ids: new Set(loaded), isAll: true }),
      clear: () => set(nothing),
    };
  }, [records, state, listKey]);
}
