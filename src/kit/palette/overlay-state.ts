import { useSyncExternalStore } from 'react';

export type Overlay = 'palette' | 'keys' | undefined;

let open: Overlay;
const listeners = new Set<() => void>();

function set(next: Overlay): void {
  open = next;
  for (const listener of listeners) listener();
}

export const openOverlay = (which: 'palette' | 'keys'): void => set(which);
export const closeOverlay = (): void => set(undefined);

export const useOverlay = (): Overlay =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
