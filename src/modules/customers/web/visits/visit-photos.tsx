import { isJsonObject } from '#kernel/json.ts';
import { PictureStrip } from '#kit/field/pictures/picture-strip.tsx';
import { sayDistance } from './say-distance.ts';
import { useVisitsTexts } from './use-visits-texts.ts';

const readPictures = (value: unknown) =>
  (Array.isArray(value) ? value : []).flatMap((item: unknown) => (isJsonObject(item) && typeof item['id'] === 'string' && typeof item['name'] === 'string' ? [{ id: item['id'], name: item['name'] }] : []));

/** The photos of an activity in the timeline. */
export function VisitPhotos({ detail }: { detail: Readonly<Record<string, unknown>> }) {
  const pictures = readPictures(detail['photos']);
  return pictures.length === 0 ? null : <div className="visit-photos"><PictureStrip pictures={pictures} /></div>;
}

/** How the check-in was placed: `有位置，距客户 120 米`. */
export function useCheckInWords(): (detail: Readonly<Record<string, unknown>>) => string {
  const t = useVisitsTexts();
  return (detail) => {
    if (detail['checkIn'] === 'noPlace') return t('place.none');
    return typeof detail['distance'] === 'number' ? t('place.distance', { distance: sayDistance(t, detail['distance']) }) : '';
  };
}
