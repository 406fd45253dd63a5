import { useSyncExternalStore } from 'react';

/** Whether a CSS media query holds now; re-renders when it changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** The phone layout: bottom bar, cards, 44 px targets (UX-16). */
export const useIsPhone = (): boolean => useMediaQuery('(max-width: 767px)');
