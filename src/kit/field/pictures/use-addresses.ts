import { useEffect, useMemo, useRef } from 'react';
import { apiUrl } from '#kit/api/api-client.ts';

/** A picture that a page shows: its bytes on this device, or null when only the server has it as `fileId`. */
interface ShownPicture {
  readonly key: string;
  readonly blob: Blob | null;
  readonly fileId?: string | null;
}

/** Addresses of pictures by key, on this device or on the server; those made here are given back when the page closes. */
export function useAddresses(pictures: readonly ShownPicture[]): ReadonlyMap<string, string> {
  const made = useRef(new Map<string, string>());
  useEffect(() => {
    const kept = made.current;
    return () => {
      for (const address of kept.values()) URL.revokeObjectURL(address);
      kept.clear();
    };
  }, []);
  return useMemo(() => new Map(pictures.map(({ key, blob, fileId = null }) => {
    if (blob === null) return [key, fileId === null ? '' : apiUrl(`/files/${fileId}`, { inline: 1 })] as const;
    const address = made.current.get(key) ?? URL.createObjectURL(blob);
    made.current.set(key, address);
    return [key, address] as const;
  })), [pictures]);
}
