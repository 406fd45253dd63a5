import { Button, Input } from 'antd';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type FieldInputProps, inputAria } from '../field-props.ts';

function readPoint(value: unknown): { lat: string; lng: string } {
  if (typeof value !== 'object' || value === null || !('lat' in value) || !('lng' in value)) return { lat: '', lng: '' };
  return { lat: String(value.lat), lng: String(value.lng) };
}

/** A place on earth: typed, or taken from the device. Degrees, WGS 84. */
export default function GeoInput(props: FieldInputProps) {
  const t = useKitTexts();
  const { value, onChange } = props;
  const [isOff, setOff] = useState(false);
  const point = readPoint(value);
  const set = (lat: string, lng: string) => onChange(lat === '' && lng === '' ? null : { lat: Number(lat), lng: Number(lng) });
  const locate = () => {
    if (!('geolocation' in navigator)) return setOff(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => { setOff(false); onChange({ lat: coords.latitude, lng: coords.longitude }); },
      () => setOff(true),
    );
  };
  return (
    <>
      <div className="input-pair">
        <Input {...inputAria(props)} aria-label={t('field.latitude')} placeholder={t('field.latitude')} value={point.lat} inputMode="decimal" onChange={(e) => set(e.target.value, point.lng)} />
        <Input aria-label={t('field.longitude')} placeholder={t('field.longitude')} value={point.lng} inputMode="decimal" onChange={(e) => set(point.lat, e.target.value)} />
        <Button icon={<LocateFixed size={15} aria-hidden />} onClick={locate}>{t('field.here')}</Button>
      </div>
      {isOff && <p className="small danger" role="alert">{t('field.locationOff')}</p>}
    </>
  );
}
