import { useEffect, useState } from 'react';
import { useKitTexts } from '../texts/use-texts.ts';
import { API_BASE, setApiHandlers } from './api-client.ts';

const PROBE_MS = 4_000;

/** Says when the network is away, looks for it, and goes away by itself. */
export function NetworkBanner() {
  const t = useKitTexts();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    setApiHandlers({ onNetwork: setLost });
    const goOffline = () => setLost(true);
    window.addEventListener('offline', goOffline);
    return () => window.removeEventListener('offline', goOffline);
  }, []);
  useEffect(() => {
    if (!isLost) return;
    const probe = () => void fetch(`${API_BASE}/setup`).then(() => setLost(false), () => {});
    const timer = setInterval(probe, PROBE_MS);
    return () => clearInterval(timer);
  }, [isLost]);
  return <div role="status" aria-live="polite">{isLost && <div className="network-lost">{t('network.lost')}</div>}</div>;
}
