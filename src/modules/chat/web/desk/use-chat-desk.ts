import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { onPersonalEvent } from '#kit/api/live-updates.ts';
import { type CallAnswer, call } from '#kit/api/typed-client.ts';
import { useFindObject } from '#kit/records/use-meta.ts';

export type Desk = CallAnswer<'GET /chat/desk'>;
export type ChatBrief = Desk['waiting'][number];
export type Chat = CallAnswer<'GET /chat/conversations/{id}'>;
export type ChatLine = Chat['lines'][number];
export type Presence = Desk['presence'];

/** Live updates come by themselves; this is for what passes without one (somebody leaves, a deadline passes). */
const REST_MS = 15_000;

export const useDesk = () => useQuery({ queryKey: ['chat', 'desk'], queryFn: ({ signal }) => call('GET /chat/desk', { signal }), refetchInterval: REST_MS });

/** Only for those who may work on cases at all; the others have nothing to count. */
export function useWaiting() {
  const isEnabled = useFindObject()('case')?.grants.update !== undefined;
  return useQuery({ queryKey: ['chat', 'waiting'], queryFn: ({ signal }) => call('GET /chat/waiting', { signal }), enabled: isEnabled, refetchInterval: (query) => (query.state.data?.isAgent === true ? REST_MS : false) });
}

export const useChat = (id: string) => useQuery({ queryKey: ['chat', 'one', id], queryFn: ({ signal }) => call('GET /chat/conversations/{id}', { params: { id }, signal }), refetchInterval: REST_MS });

/** Reads anew what the server says has changed. */
export function useChatUpdates(): void {
  const client = useQueryClient();
  useEffect(() => onPersonalEvent('chat', (payload) => {
    void client.invalidateQueries({ queryKey: ['chat', 'desk'] });
    void client.invalidateQueries({ queryKey: ['chat', 'waiting'] });
    void client.invalidateQueries({ queryKey: ['chat', 'one', payload['conversation']] });
  }), [client]);
}

export function useRefreshChats(): () => Promise<unknown> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: ['chat'] }), [client]);
}

/** Sets what the agent said of themselves; the page shows it at once. */
export function useSetPresence(): (next: Presence) => Promise<void> {
  const client = useQueryClient();
  return useCallback(async (next: Presence) => {
    await call('PUT /chat/presence', { body: next });
    await client.invalidateQueries({ queryKey: ['chat'] });
  }, [client]);
}

/** The clock of the page, so that how long they wait stays true. */
export function useTick(seconds: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), seconds * 1_000);
    return () => clearInterval(timer);
  }, [seconds]);
  return now;
}
