import { useQueryClient } from '@tanstack/react-query';
import { CloudUpload } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useSession } from '#kit/api/session.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { sendWaitingAudits } from '../kept/audit-queue.ts';
import { useKeptAudits } from '../kept/use-kept-audits.ts';
import { useStandardsTexts } from '../use-standards.ts';
import './fill.css';

const EVERY_MS = 15_000;

/** Sends what waits: now, when the network returns, and every few seconds while something is left. */
function useAuditSender(hasWaiting: boolean): void {
  const t = useStandardsTexts();
  const client = useQueryClient();
  const { user, viewing } = useSession();
  const isLooking = viewing !== null && viewing !== undefined;
  const send = useCallback(() => {
    if (isLooking) return;
    void sendWaitingAudits(user.id).then((results) => {
      for (const { state, title } of results.values()) {
        if (state !== 'sent') continue;
        showToast(t('signal.sent', { title }));
        void client.invalidateQueries({ queryKey: ['records', 'serviceAudit'] });
      }
    }, () => undefined);
  }, [client, isLooking, t, user.id]);
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

/** In the top bar: how many audits still wait on this device. Nothing while there are none. */
export function AuditSignal() {
  const t = useStandardsTexts();
  const mayFill = useFindObject()('serviceAudit')?.grants.update !== undefined;
  const audits = useKeptAudits() ?? [];
  const waiting = audits.filter(({ state }) => state === 'waiting').length;
  const refused = audits.filter(({ state }) => state === 'refused').length;
  useAuditSender(waiting > 0);
  // The pages must be there when the network is not: they are loaded while it is.
  useEffect(() => {
    if (!mayFill) return;
    const timer = setTimeout(() => {
      void import('./audit-fill-page.tsx').catch(() => undefined);
      void import('../audits/audits-page.tsx').catch(() => undefined);
    }, 3_000);
    return () => clearTimeout(timer);
  }, [mayFill]);
  if (waiting + refused === 0) return null;
  const words = refused > 0 ? t('signal.refused', { count: refused }) : t('signal.waiting', { count: waiting });
  return <PageLink to="/audits" className={`audit-signal tag ${refused > 0 ? 'tag-zhu' : 'tag-hu'}`} aria-label={words} title={words}><CloudUpload size={14} aria-hidden /><span className="audit-signal-words">{words}</span></PageLink>;
}
