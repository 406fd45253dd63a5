import { Button, Input } from 'antd';
import { Camera, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { shrinkPicture } from '#kit/field/pictures/shrink-picture.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { type ChecklistItem, type KeptAnswer, type OrderPhoto, itemOf } from '../kept/kept-order.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { useAddresses } from './use-addresses.ts';

interface LineProps {
  readonly item: ChecklistItem;
  readonly at: number;
  readonly answer: KeptAnswer | undefined;
  readonly photos: readonly OrderPhoto[];
  /** Marked because something of it is missing. */
  readonly isMarked: boolean;
  onAnswer(answer: KeptAnswer): void;
  onPhotos(add: readonly OrderPhoto[], remove?: string): void;
}

function LinePhotos({ item, text, photos, onPhotos }: Pick<LineProps, 'item' | 'photos' | 'onPhotos'> & { readonly text: string }) {
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
      made.push({ key: newId(), of: itemOf(item.key), name: `${item.key}-${photos.length + at + 1}.${ending}`, blob, fileId: null });
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
        ref={input} className="visually-hidden" tabIndex={-1} aria-hidden type="file" accept="image/*" multiple data-item={item.key}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void add(files);
        }}
      />
    </div>
  );
}

/** One line of the checklist: kept or not, why not, photos where they are asked for. */
export function ChecklistLine({ item, at, answer, photos, isMarked, onAnswer, onPhotos }: LineProps) {
  const t = useFieldworkTexts();
  const text = usePick()(item.label);
  const value = answer?.value;
  const comment = answer?.comment ?? '';
  const missing = value === undefined ? (isMarked && t('order.missing')) : value === 'no' ? (comment.trim() === '' && t('order.needsComment')) : item.needsPhoto && photos.length === 0 && t('order.needsPhoto');
  return (
    <li className="order-item" id={`order-${item.key}`} tabIndex={-1}>
      <p className="order-text"><span className="order-at">{at}</span>{text}{!item.isRequired && <span className="small muted"> {t('order.optional')}</span>}</p>
      <div className="order-choices" role="group" aria-label={text}>
        {(['yes', 'no'] as const).map((choice) => <button key={choice} type="button" aria-pressed={value === choice} onClick={() => onAnswer({ value: choice, comment })}>{t(`order.${choice}`)}</button>)}
      </div>
      {value === 'no' && <Input.TextArea aria-label={t('order.whyOf', { item: text })} autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2_000} placeholder={t('order.why')} value={comment} onChange={(event) => onAnswer({ value: 'no', comment: event.target.value })} />}
      {(item.needsPhoto || photos.length > 0) && <LinePhotos item={item} text={text} photos={photos} onPhotos={onPhotos} />}
      {typeof missing === 'string' && <p className={`small ${isMarked ? 'danger' : 'muted'}`} role={isMarked ? 'alert' : undefined}>{missing}</p>}
    </li>
  );
}
