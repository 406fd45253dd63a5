import { Button, Input } from 'antd';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type FieldInputProps, inputAria } from '../field-props.ts';
import { findPlace } from '../find-place.ts';

interface Typed {
  readonly lat: string;
  readonly lng: string;
}

function readPoint(value: unknown): Typed {
  if (typeof value !== 'object' || value === null || !('lat' in value) || !('lng' in value)) return { lat: '', lng: '' };
  return { lat: String(value.lat), lng: String(value.lng) };
}

const isSame = (a: Typed, b: Typed): boolean => Object.is(Number(a.lat), Number(b.lat)) && Object.is(Number(a.lng), Number(b.lng));

/** A place on earth: typed, or taken from the device. Degrees, WGS 84. */
export default function GeoInput(props: FieldInputProps) {
  const t = useKitTexts();
  const { value, onChange } = props;
  const [kept, setTyped] = useState(() => readPoint(value));
  // What is half typed (36. or a single number) stays as typed; a value from outside replaces it.
  const typed = isSame(kept, readPoint(value)) ? kept : readPoint(value);
  const [said, setSaid] = useState<{ readonly words: string; readonly isBad: boolean }>();
  const [isBusy, setBusy] = useState(false);
  const set = (next: Typed) => {
    setTyped(next);
    if (next.lat.trim() === '' && next.lng.trim() === '') onChange(null);
    else onChange({ lat: Number(next.lat), lng: Number(next.lng) });
  };
  const locate = async () => {
    setBusy(true);
    setSaid(undefined);
    const found = await findPlace();
    setBusy(false);
    if ('why' in found) return setSaid({ words: t('field.locationOff'), isBad: true });
    setSaid({ words: t('field.accuracy', { metres: Math.round(found.accuracy) }), isBad: false });
    onChange({ lat: found.lat, lng: found.lng });
  };
  return (
    <div className="geo-input">
      <div className="input-pair">
        <Input {...inputAria(props)} aria-label={t('field.latitude')} placeholder={t('field.latitude')} value={typed.lat} inputMode="decimal" onChange={(e) => set({ ...typed, lat: e.target.value })} />
        <Input aria-label={t('field.longitude')} placeholder={t('field.longitude')} value={typed.lng} inputMode="decimal" onChange={(e) => set({ ...typed, lng: e.target.value })} />
        <Button icon={<LocateFixed size={15} aria-hidden />} loading={isBusy} onClick={() => void locate()}>{isBusy ? t('field.locating') : t('field.here')}</Button>
      </div>
      {said && <p className={`small ${said.isBad ? 'danger' : 'muted'}`} role={said.isBad ? 'alert' : 'status'}>{said.words}</p>}
    </div>
  );
}
