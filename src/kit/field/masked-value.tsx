import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { PhoneValue } from './link-values.tsx';
import type { RevealProps } from './reveal-dialog.tsx';

const RevealDialog = lazy(() => import('./reveal-dialog.tsx'));

/** Seconds a revealed value stays on the screen (SEC-27). */
const SHOWN_S = 30;

function RevealedValue({ value, object, field, record, onEnd }: RevealProps & { value: string; onEnd: () => void }) {
  const t = useKitTexts();
  const [left, setLeft] = useState(SHOWN_S);
  useEffect(() => {
    const timer = setInterval(() => setLeft((s) => s - 1), 1_000);
    const end = setTimeout(onEnd, SHOWN_S * 1_000);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [onEnd]);
  return (
    <span className="row wrap">
      {field.type === 'phone' ? <PhoneValue phone={value} object={object} record={record} /> : value} <button type="button" className="link-button small" onClick={onEnd}>{t('action.hide')}</button>
      <span className="small faint">{t('field.revealed', { seconds: left })}</span>
    </span>
  );
}

/** A shortened personal value with "show" → reason → the value for half a minute; every look is recorded. */
export function MaskedValue({ value, isCell, ...reveal }: RevealProps & { readonly value: string; readonly isCell: boolean }) {
  const t = useKitTexts();
  const pick = usePick();
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<string>();
  const hide = useCallback(() => setShown(undefined), []);
  const may = reveal.object.grants.reveal !== undefined && value.includes('*');
  if (shown !== undefined) return <RevealedValue {...reveal} value={shown} onEnd={hide} />;
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
