import { Button } from 'antd';
import { Camera, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { shrinkPicture } from '#kit/field/pictures/shrink-picture.ts';
import { useAddresses } from '#kit/field/pictures/use-addresses.ts';
import type { OrderPhoto } from '../kept/kept-order.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';

interface RowProps {
  /** What the pictures are of, as they are kept. */
  readonly of: string;
  /** Begins the names of the files. */
  readonly mark: string;
  readonly text: string;
  readonly photos: readonly OrderPhoto[];
  onPhotos(add: readonly OrderPhoto[], remove?: string): void;
}

/** Pictures that are on this device, and the camera. */
export function PhotoRow({ of, mark, text, photos, onPhotos }: RowProps) {
  const t = useFieldworkTexts();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const addresses = useAddresses(photos);
  const add = async (files: readonly File[]) => {
    setBusy(true);
    const made: OrderPhoto[] = [];
    for (const [at, file] of files.entries()) {
      const blob = await shrinkPicture(file);
      const ending = blob.type === 'image/jpeg' ? 'jpg' : (file.name.split('.').pop() ?? 'jpg');
      made.push({ key: newId(), of, name: `${mark}-${photos.length + at + 1}.${ending}`, blob, fileId: null });
    }
    setBusy(false);
    onPhotos(made);
  };
  return (
    <div className="order-photos">
      {photos.map(({ key }, at) => (
        <span key={key} className="order-photo">
          <img src={addresses.get(key)} alt={t('order.photoOf', { at: at + 1, item: text })} />
          <button type="button" aria-label={t('order.photoRemove', { at: at + 1 })} onClick={() => onPhotos([], key)}><X size={16} aria-hidden /></button>
        </span>
      ))}
      <Button icon={<Camera size={16} aria-hidden />} loading={isBusy} onClick={() => input.current?.click()}>{t('order.photo')}</Button>
      <input
        ref={input} className="visually-hidden" tabIndex={-1} aria-hidden type="file" accept="image/*" multiple data-item={mark}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void add(files);
        }}
      />
    </div>
  );
}
