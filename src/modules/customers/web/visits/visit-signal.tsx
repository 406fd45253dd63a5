import { useQueryClient } from '@tanstack/react-query';
import { CloudUpload } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useSending } from '#kit/kept/use-sending.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useKeptVisits } from './kept/use-kept-visits.ts';
import { useVisitsTexts } from './use-visits-texts.ts';
import { sendWaiting } from './kept/visit-queue.ts';
import './visits.css';

function useSender(hasWaiting: boolean): void {
  const t = useVisitsTexts();
  const client = useQueryClient();
  useSending(hasWaiting, useCallback(async (userId) => {
    for (const result of (await sendWaiting(userId)).values()) {
      if (result.state !== 'sent') continue;
      showToast(t('waiting.sent', { name: result.name }));
      void client.invalidateQueries({ queryKey: ['records', 'activity'] });
      void client.invalidateQueries({ queryKey: ['record', 'customer', result.customerId] });
    }
  }, [client, t]));
}

/** In the top bar: how many visits still wait on this device. Nothing while there are none. */
export function VisitSignal() {
  const t = useVisitsTexts();
  const visits = useKeptVisits() ?? [];
  const waiting = visits.filter((visit) => visit.state === 'waiting').length;
  const refused = visits.filter((visit) => visit.state === 'refused').length;
  useSender(waiting > 0);
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
