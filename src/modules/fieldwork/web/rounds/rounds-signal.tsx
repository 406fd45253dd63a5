import { ScanSearch } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useSending } from '#kit/kept/use-sending.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { sendRounds } from '../kept/round-queue.ts';
import { useKeptRounds } from '../kept/use-kept-rounds.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { useRefreshRounds } from '../use-rounds.ts';
import '../phone/phone.css';

/** In the top bar: rounds that still wait on this device, and their sending. Nothing while there is none. */
export function RoundsSignal() {
  const t = useFieldworkTexts();
  const pick = usePick();
  const refresh = useRefreshRounds();
  const mayWork = useFindObject()('inspectionRound')?.grants.update !== undefined;
  const kept = useKeptRounds() ?? [];
  const waiting = kept.filter(({ state }) => state === 'waiting').length;
  const refused = kept.filter(({ state }) => state === 'refused').length;
  useSending(waiting > 0, useCallback(async (userId) => {
    const results = await sendRounds(userId);
    for (const { kept: { sheet }, state } of results) if (state === 'sent') showToast(t('signal.sent', { title: `${sheet.number} ${pick(sheet.route)}` }));
    if (results.some(({ state }) => state !== 'waiting')) refresh();
  }, [pick, refresh, t]));
  // The pages must be there when the network is not: they are loaded while it is.
  useEffect(() => {
    if (!mayWork) return;
    const timer = setTimeout(() => { for (const page of [import('./round-page.tsx'), import('./my-rounds-page.tsx')]) void page.catch(() => undefined); }, 3_500);
    return () => clearTimeout(timer);
  }, [mayWork]);
  if (waiting + refused === 0) return null;
  const words = refused > 0 ? t('rounds.refusedCount', { count: refused }) : t('rounds.waitingCount', { count: waiting });
  return <PageLink to="/fieldwork/rounds" className={`fieldwork-signal tag ${refused > 0 ? 'tag-zhu' : 'tag-hu'}`} aria-label={words} title={words}><ScanSearch size={14} aria-hidden /><span className="fieldwork-signal-words">{words}</span></PageLink>;
}
