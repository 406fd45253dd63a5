import { useCallback, useEffect } from 'react';
import { useSession } from '../api/session.ts';

const EVERY_MS = 15_000;

/**
 * Sends what waits on the device: now, when the network returns, and every few seconds while something is left. Never
 * while somebody looks as another person. `sendAll` sends for a person and says what became of it; a fresh function
 * sends anew. What it rejects with is tried again.
 */
export function useSending(hasWaiting: boolean, sendAll: (userId: string) => Promise<void>): void {
  const { user, viewing } = useSession();
  const isLooking = viewing !== null && viewing !== undefined;
  const send = useCallback(() => {
    if (!isLooking) void sendAll(user.id).catch(() => undefined);
  }, [isLooking, sendAll, user.id]);
  useEffect(() => {
    if (!hasWaiting) return;
    send();
    const timer = setInterval(send, EVERY_MS);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [hasWaiting, send]);
}
