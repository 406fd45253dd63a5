import { Button } from 'antd';
import { Camera, Images, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { shrinkPicture } from '#kit/field/pictures/shrink-picture.ts';
import { useAddresses } from '#kit/field/pictures/use-addresses.ts';
import type { KeptPhoto } from './kept/kept-visit.ts';
import { useVisitsTexts } from './use-visits-texts.ts';

interface PhotosProps {
  readonly photos: readonly KeptPhoto[];
  onAdd(photos: readonly KeptPhoto[]): void;
  onRemove(key: string): void;
}

/** Photos of the visit: from the camera or the album, several, shrunk before anything is kept or sent. */
export function CheckInPhotos({ photos, onAdd, onRemove }: PhotosProps) {
  const t = useVisitsTexts();
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const addresses = useAddresses(photos);
  const add = async (files: readonly File[]) => {
    setBusy(true);
    const made: KeptPhoto[] = [];
    for (const [i, file] of files.entries()) {
      const blob = await shrinkPicture(file);
      const ending = blob.type === 'image/jpeg' ? 'jpg' : (file.name.split('.').pop() ?? 'jpg');
      made.push({ key: newId(), name: `${t('photos.name')}-${photos.length + i + 1}.${ending}`, blob, isSent: false });
    }
    setBusy(false);
    onAdd(made);
  };
  const taken = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) void add(files);
  };
  return (
    <section className="check-in-part" aria-label={t('photos.title')}>
      <h2>{t('photos.title')}</h2>
      {photos.length > 0 && (
        <ul className="check-in-photos">
          {photos.map(({ key }, i) => (
            <li key={key}>
              <img src={addresses.get(key)} alt={t('photos.photo', { at: i + 1 })} />
              <button type="button" aria-label={t('photos.remove', { at: i + 1 })} onClick={() => onRemove(key)}><X size={16} aria-hidden /></button>
            </li>
          ))}
        </ul>
      )}
      <div className="row wrap">
        <Button icon={<Camera size={16} aria-hidden />} loading={isBusy} onClick={() => camera.current?.click()}>{t('photos.take')}</Button>
        <Button icon={<Images size={16} aria-hidden />} onClick={() => album.current?.click()}>{t('photos.choose')}</Button>
      </div>
      <p className="small muted">{t('photos.hint')}</p>
      <input ref={camera} className="visually-hidden" tabIndex={-1} aria-hidden type="file" accept="image/*" capture="environment" onChange={(event) => taken(event.target)} />
      <input ref={album} className="visually-hidden" tabIndex={-1} aria-hidden type="file" accept="image/*" multiple onChange={(event) => taken(event.target)} />
    </section>
  );
}
