import { useQueryClient } from '@tanstack/react-query';
import { CloudUpload } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useSending } from '#kit/kept/use-sending.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { sendWaitingAudits } from '../kept/audit-queue.ts';
import { useKeptAudits } from '../kept/use-kept-audits.ts';
import { useStandardsTexts } from '../use-standards.ts';
import './fill.css';

function useAuditSender(hasWaiting: boolean): void {
  const t = useStandardsTexts();
  const client = useQueryClient();
  useSending(hasWaiting, useCallback(async (userId) => {
    for (const { state, title } of (await sendWaitingAudits(userId)).values()) {
      if (state !== 'sent') continue;
      showToast(t('signal.sent', { title }));
      void client.invalidateQueries({ queryKey: ['records', 'serviceAudit'] });
    }
  }, [client, t]));
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
