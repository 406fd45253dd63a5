import { useQueryClient } from '@tanstack/react-query';
import { CloudUpload } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useSession } from '#kit/api/session.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useKeptVisits } from './kept/use-kept-visits.ts';
import { useVisitsTexts } from './use-visits-texts.ts';
import { sendWaiting } from './kept/visit-queue.ts';
import './visits.css';

const EVERY_MS = 15_000;

/** Sends what waits: now, when the network returns, and every few seconds while something is left. */
function useSender(waiting: number): void {
  const t = useVisitsTexts();
  const client = useQueryClient();
  const { user, viewing } = useSession();
  const isLooking = viewing !== null && viewing !== undefined;
  const send = useCallback(() => {
    if (isLooking) return;
    void sendWaiting(user.id).then((results) => {
      for (const result of results.values()) {
        if (result.state !== 'sent') continue;
        showToast(t('waiting.sent', { name: result.name }));
        void client.invalidateQueries({ queryKey: ['records', 'activity'] });
        void client.invalidateQueries({ queryKey: ['record', 'customer', result.customerId] });
      }
    }, () => undefined);
  }, [client, isLooking, t, user.id]);
  const hasWaiting = waiting > 0;
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

/** In the top bar: how many visits still wait on this device. Nothing while there are none. */
export function VisitSignal() {
  const t = useVisitsTexts();
  const visits = useKeptVisits() ?? [];
  const waiting = visits.filter((visit) => visit.state === 'waiting').length;
  const refused = visits.filter((visit) => visit.state === 'refused').length;
  useSender(waiting);
  // The pages must be there when the network is not: they are loaded while it is.
  useEffect(() => {
    const timer = setTimeout(() => {
      void import('./check-in-page.tsx').catch(() => undefined);
      void import('./waiting-visits-page.tsx').catch(() => undefined);
    }, 3_000);
    return () => clearTimeout(timer);
  }, []);
  if (waiting + refused === 0) return null;
  const words = refused > 0 ? t('waiting.chipRefused', { count: refused }) : t('waiting.chip', { count: waiting });
  return <PageLink to="/check-in" className={`visit-signal tag ${refused > 0 ? 'tag-zhu' : 'tag-hu'}`} aria-label={words} title={words}><CloudUpload size={14} aria-hidden /><span className="visit-signal-words">{words}</span><b aria-hidden>{refused || waiting}</b></PageLink>;
}
