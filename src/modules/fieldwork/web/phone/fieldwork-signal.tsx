import { CloudUpload } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useSending } from '#kit/kept/use-sending.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { sendFieldwork } from '../kept/order-queue.ts';
import { useKeptFieldwork } from '../kept/use-kept-fieldwork.ts';
import { useFieldworkTexts, useRefreshOrders } from '../use-fieldwork.ts';
import './phone.css';

function useFieldworkSender(hasWaiting: boolean): void {
  const t = useFieldworkTexts();
  const refresh = useRefreshOrders();
  useSending(hasWaiting, useCallback(async (userId) => {
    const results = await sendFieldwork(userId);
    for (const { what, state, title, problem } of results) {
      if (what === 'report' && state === 'sent') showToast(t('signal.sent', { title }));
      if (what === 'step' && state === 'refused') showToast(t('order.stepRefused', { title, problem }), { tone: 'bad' });
    }
    if (results.some(({ state }) => state !== 'waiting')) refresh();
  }, [refresh, t]));
}

/** In the top bar: how much of the field still waits on this device. Nothing while there is none. */
export function FieldworkSignal() {
  const t = useFieldworkTexts();
  const mayWork = useFindObject()('serviceOrder')?.grants.update !== undefined;
  const kept = useKeptFieldwork();
  const waiting = (kept?.orders.filter(({ state }) => state === 'waiting').length ?? 0) + (kept?.steps.length ?? 0);
  const refused = kept?.orders.filter(({ state }) => state === 'refused').length ?? 0;
  useFieldworkSender(waiting > 0);
  // The pages must be there when the network is not: they are loaded while it is.
  useEffect(() => {
    if (!mayWork) return;
    const timer = setTimeout(() => {
      for (const page of [import('./order-page.tsx'), import('./my-orders-page.tsx'), import('signature_pad')]) void page.catch(() => undefined);
    }, 3_000);
    return () => clearTimeout(timer);
  }, [mayWork]);
  if (waiting + refused === 0) return null;
  const words = refused > 0 ? t('signal.refused', { count: refused }) : t('signal.waiting', { count: waiting });
  return <PageLink to="/fieldwork/mine" className={`fieldwork-signal tag ${refused > 0 ? 'tag-zhu' : 'tag-hu'}`} aria-label={words} title={words}><CloudUpload size={14} aria-hidden /><span className="fieldwork-signal-words">{words}</span></PageLink>;
}
