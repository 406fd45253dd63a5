import { useEffect, useMemo, useRef } from 'react';
import type { OrderPhoto } from '../kept/kept-order.ts';

/** Addresses of pictures that are on this device; given back when the page closes. */
export function useAddresses(photos: readonly OrderPhoto[]): ReadonlyMap<string, string> {
  const made = useRef(new Map<string, string>());
  useEffect(() => {
    const kept = made.current;
    return () => {
      for (const address of kept.values()) URL.revokeObjectURL(address);
      kept.clear();
    };
  }, []);
  return useMemo(() => new Map(photos.map(({ key, blob }) => {
    const address = made.current.get(key) ?? URL.createObjectURL(blob);
    made.current.set(key, address);
    return [key, address] as const;
  })), [photos]);
}
