import { Button } from 'antd';
import { Camera, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { shrinkPicture } from '#kit/field/pictures/shrink-picture.ts';
import { useAddresses } from '#kit/field/pictures/use-addresses.ts';
import type { AuditPhoto } from '../kept/kept-audit.ts';
import { useStandardsTexts } from '../use-standards.ts';

interface PhotosProps {
  readonly item: string;
  readonly text: string;
  readonly photos: readonly AuditPhoto[];
  onAdd(photos: readonly AuditPhoto[]): void;
  onRemove(key: string): void;
}

/** Photos of one item: from the camera or the album, shrunk before anything is kept or sent. */
export function ItemPhotos({ item, text, photos, onAdd, onRemove }: PhotosProps) {
  const t = useStandardsTexts();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const addresses = useAddresses(photos);
  const add = async (files: readonly File[]) => {
    setBusy(true);
    const made: AuditPhoto[] = [];
    for (const [at, file] of files.entries()) {
      const blob = await shrinkPicture(file);
      const ending = blob.type === 'image/jpeg' ? 'jpg' : (file.name.split('.').pop() ?? 'jpg');
      made.push({ key: newId(), item, name: `${item}-${photos.length + at + 1}.${ending}`, blob, fileId: null });
    }
    setBusy(false);
    onAdd(made);
  };
  return (
    <div className="fill-photos">
      {photos.map(({ key }, at) => (
        <span key={key} className="fill-photo">
          <img src={addresses.get(key)} alt={t('fill.photoOf', { at: at + 1, item: text })} />
          <button type="button" aria-label={t('fill.photoRemove', { at: at + 1 })} onClick={() => onRemove(key)}><X size={16} aria-hidden /></button>
        </span>
      ))}
      <Button icon={<Camera size={16} aria-hidden />} loading={isBusy} onClick={() => input.current?.click()}>{t('fill.photo')}</Button>
      <input
        ref={input} className="visually-hidden" tabIndex={-1} aria-hidden type="file" accept="image/*" multiple data-item={item}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void add(files);
        }}
      />
    </div>
  );
}
