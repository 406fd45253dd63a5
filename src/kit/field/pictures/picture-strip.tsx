import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { apiUrl } from '../../api/api-client.ts';
import { Dialog } from '../../overlay/dialog.tsx';
import type { NamedRef } from '../../records/record-types.ts';
import { useKitTexts } from '../../texts/use-texts.ts';
import './picture-strip.css';

const addressOf = (id: string): string => apiUrl(`/files/${id}`, { inline: 1 });

interface LargeProps {
  readonly pictures: readonly NamedRef[];
  readonly at: number;
  onTurn(at: number): void;
  onClose(): void;
}

/** One picture over the whole page, the arrow keys turn on. */
function LargePicture({ pictures, at, onTurn, onClose }: LargeProps) {
  const t = useKitTexts();
  const shown = pictures[at];
  const turn = (by: number) => onTurn((at + by + pictures.length) % pictures.length);
  useEffect(() => {
    const turnByKey = ({ key }: KeyboardEvent) => {
      const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
      if (by !== 0) onTurn((at + by + pictures.length) % pictures.length);
    };
    window.addEventListener('keydown', turnByKey);
    return () => window.removeEventListener('keydown', turnByKey);
  }, [at, onTurn, pictures.length]);
  if (!shown) return null;
  const isOne = pictures.length === 1;
  return (
    <Dialog title={shown.name} width={1_100} onClose={onClose}>
      <div className="picture-large">
        <img src={addressOf(shown.id)} alt={shown.name} />
        <div className="row wrap picture-foot">
          {!isOne && <button type="button" className="plain-button" onClick={() => turn(-1)}><ChevronLeft size={16} aria-hidden />{t('field.previous')}</button>}
          {!isOne && <span className="small muted" role="status">{t('field.pictureOf', { at: at + 1, count: pictures.length })}</span>}
          {!isOne && <button type="button" className="plain-button" onClick={() => turn(1)}>{t('field.next')}<ChevronRight size={16} aria-hidden /></button>}
          <span className="grow" />
          <a href={addressOf(shown.id)} target="_blank" rel="noreferrer">{t('field.original')}</a>
        </div>
      </div>
    </Dialog>
  );
}

/** Pictures in a row; one press opens one large. */
export function PictureStrip({ pictures }: { pictures: readonly NamedRef[] }) {
  const t = useKitTexts();
  const [at, setAt] = useState<number>();
  return (
    <>
      <span className="picture-strip">
        {pictures.map((picture, i) => (
          <button key={picture.id} type="button" aria-label={t('field.picture', { name: picture.name })} onClick={(event) => { event.stopPropagation(); setAt(i); }}>
            <img src={addressOf(picture.id)} alt="" loading="lazy" />
          </button>
        ))}
      </span>
      {at !== undefined && <LargePicture pictures={pictures} at={at} onTurn={setAt} onClose={() => setAt(undefined)} />}
    </>
  );
}
