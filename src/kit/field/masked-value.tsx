import { lazy, Suspense, useEffect, useState } from 'react';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import type { RevealProps } from './reveal-dialog.tsx';

const RevealDialog = lazy(() => import('./reveal-dialog.tsx'));

/** Seconds a revealed value stays on the screen (SEC-27). */
const SHOWN_S = 30;

function useCountdown(isOn: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(SHOWN_S);
  useEffect(() => {
    if (!isOn) return;
    setLeft(SHOWN_S);
    const timer = setInterval(() => setLeft((s) => s - 1), 1_000);
    return () => clearInterval(timer);
  }, [isOn]);
  useEffect(() => {
    if (isOn && left <= 0) onEnd();
  }, [isOn, left, onEnd]);
  return left;
}

/** A shortened personal value with "show" → reason → the value for half a minute; every look is recorded. */
export function MaskedValue({ value, isCell, ...reveal }: RevealProps & { readonly value: string; readonly isCell: boolean }) {
  const t = useKitTexts();
  const pick = usePick();
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<string>();
  const left = useCountdown(shown !== undefined, () => setShown(undefined));
  const may = reveal.object.grants.reveal !== undefined && value.includes('*');
  if (shown !== undefined) {
    return <span className="row">{shown} <button type="button" className="link-button small" onClick={() => setShown(undefined)}>{t('action.hide')}</button><span className="small faint">{t('field.revealed', { seconds: left })}</span></span>;
  }
  return (
    <span className="masked">
      <span>{value}</span>
      {may && !isCell && (
        <button type="button" className="link-button small" aria-label={t('field.revealTitle', { field: pick(reveal.field.label) })} onClick={() => setAsking(true)}>
          {t('field.reveal')}
        </button>
      )}
      {isAsking && <Suspense fallback={null}><RevealDialog {...reveal} onClose={() => setAsking(false)} onValue={setShown} /></Suspense>}
    </span>
  );
}
