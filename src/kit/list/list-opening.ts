import type { ObjectMeta } from '#meta/view-model.ts';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAddress } from '../module/registry.tsx';
import { rememberNeighbours } from './list-memory.ts';

/** Opens records from this list and remembers it for previous, next and back. */
export function useOpening(object: ObjectMeta) {
  const address = useAddress()(object);
  const navigate = useNavigate();
  const here = useLocation({ select: (at) => at.href });
  const hrefOf = useCallback((id: string) => `${address}/${id}`, [address]);
  const remember = useCallback((ids: readonly string[]) => rememberNeighbours({ object: object.key, ids, back: here }), [object.key, here]);
  const follow = useCallback((id: string) => void navigate({ to: `${address}/${id}` }), [address, navigate]);
  return { hrefOf, remember, follow };
}

export type ListOpening = ReturnType<typeof useOpening>;
