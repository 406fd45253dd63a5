import { Button, Checkbox } from 'antd';
import { LocateFixed, MapPin, MapPinOff } from 'lucide-react';
import { useState } from 'react';
import { type NoPlace, findPlace } from '#kit/field/find-place.ts';
import { metresBetween, type Point } from '../../rules/visit-distance.ts';
import type { KeptPlace } from './kept/kept-visit.ts';
import { sayDistance } from './say-distance.ts';
import { useVisitsTexts } from './use-visits-texts.ts';

interface PlaceProps {
  readonly place: KeptPlace | null;
  readonly isCustomerPlace: boolean;
  /** The customer's point; undefined when none is known. */
  readonly target: Point | undefined;
  /** The person may put a point on the map for this customer. */
  readonly mayRemember: boolean;
  onChange(change: { readonly place?: KeptPlace | null; readonly isCustomerPlace?: boolean }): void;
}

/** Where one is: asked in words first, taken once, and never needed. */
export function CheckInPlace({ place, isCustomerPlace, target, mayRemember, onChange }: PlaceProps) {
  const t = useVisitsTexts();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<NoPlace['why']>();
  const take = async () => {
    setBusy(true);
    setFailure(undefined);
    const found = await findPlace();
    setBusy(false);
    if ('why' in found) setFailure(found.why);
    else onChange({ place: found });
  };
  return (
    <section className="check-in-part" aria-label={t('place.title')}>
      <h2>{t('place.title')}</h2>
      <p className={`check-in-place${place ? ' is-found' : ''}`} role="status">
        {place ? <MapPin size={18} aria-hidden /> : <MapPinOff size={18} aria-hidden />}
        <span>
          {place ? t('place.found', { accuracy: sayDistance(t, place.accuracy) }) : isBusy ? t('place.finding') : t('place.none')}
          {place && <span className="small muted value-block">{target ? t('place.distance', { distance: sayDistance(t, metresBetween(place, target)) }) : t('place.unknown')}</span>}
        </span>
      </p>
      {failure && <p className="small danger" role="alert">{t(`place.${failure}`)}</p>}
      <div className="row wrap">
        <Button icon={<LocateFixed size={16} aria-hidden />} loading={isBusy} onClick={() => void take()}>{isBusy ? t('place.finding') : t(place ? 'place.again' : 'place.take')}</Button>
        {place && <Button type="text" onClick={() => onChange({ place: null })}>{t('place.without')}</Button>}
      </div>
      {place && !target && mayRemember && <Checkbox checked={isCustomerPlace} onChange={(event) => onChange({ isCustomerPlace: event.target.checked })}>{t('place.remember')}</Checkbox>}
      <p className="small muted">{t('place.why')}</p>
    </section>
  );
}
