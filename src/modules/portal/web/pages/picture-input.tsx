import { type ChangeEvent, useEffect, useMemo, useState } from 'react';
import type { KeptPicture } from '../kept/kept-report.ts';
import { makeKey } from '#kit/guest/guest-call.ts';
import { redrawPicture } from '../redraw-picture.ts';
import { usePortal } from '../use-portal.tsx';

const MOST = 10;

/** Pictures that go along; drawn anew and kept on the device before they are sent. */
export function PictureInput({ pictures, onAdd, onRemove }: { readonly pictures: readonly KeptPicture[]; onAdd(added: readonly KeptPicture[]): void; onRemove(key: string): void }) {
  const { t } = usePortal();
  const [problem, setProblem] = useState<string>();
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    setProblem(files.length + pictures.length > MOST ? t('pictures.most', { max: MOST }) : undefined);
    const added: KeptPicture[] = [];
    for (const file of files.slice(0, MOST - pictures.length)) {
      const blob = await redrawPicture(file);
      if (blob === undefined) setProblem(t('pictures.notOne', { name: file.name }));
      else added.push({ key: makeKey(), name: `${file.name.replace(/\.[^.]*$/, '').slice(0, 100) || 'photo'}.jpg`, blob, isSent: false });
    }
    if (added.length > 0) onAdd(added);
  };
  return (
    <div className="portal-pictures">
      {pictures.map(({ key, blob }, index) => <OnePicture key={key} blob={blob} at={index + 1} onRemove={() => onRemove(key)} />)}
      <label className="portal-add-picture">{t('pictures.add')}<input className="visually-hidden" type="file" accept="image/*" multiple onChange={(event) => void add(event)} /></label>
      {problem !== undefined && <p role="alert" className="danger small">{problem}</p>}
    </div>
  );
}

function OnePicture({ blob, at, onRemove }: { readonly blob: Blob; readonly at: number; onRemove(): void }) {
  const { t } = usePortal();
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <span className="portal-picture">
      <img src={url} alt={t('pictures.at', { at })} />
      <button type="button" aria-label={t('pictures.remove', { at })} onClick={onRemove}>×</button>
    </span>
  );
}
