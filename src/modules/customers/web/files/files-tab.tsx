import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Download, FileArchive, FileSpreadsheet, FileText, File as PlainFile, Trash2, UploadCloud, X } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { api, apiUrl } from '#kit/api/api-client.ts';
import type { RowOf } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { sayBytes } from '#kit/texts/say-bytes.ts';
import { type Upload, useUploads } from './use-uploads.ts';
import './files.css';

type StoredFile = RowOf<'GET /customers/{id}/files'>;

function FileSign({ mime, name, href }: { mime: string; name: string; href: string }) {
  if (/^image\/(png|jpeg|webp|gif)$/.test(mime)) return <img className="file-picture" src={href} alt={name} loading="lazy" />;
  const Icon = mime.includes('sheet') || mime.includes('csv') || mime.includes('excel') ? FileSpreadsheet : mime.includes('zip') ? FileArchive : mime.includes('pdf') || mime.startsWith('text/') || mime.includes('word') ? FileText : PlainFile;
  return <span className="file-picture"><Icon size={24} aria-hidden /></span>;
}

function FileLine({ file, onRemove }: { file: StoredFile; onRemove: (() => void) | undefined }) {
  const t = useCustomersTexts();
  const format = useFormat();
  const href = apiUrl(`/files/${file.id}`);
  return (
    <li className="file-line">
      <FileSign mime={file.mime} name="" href={`${href}?inline=1`} />
      <div className="grow">
        <a href={href} download={file.name} className="file-name">{file.name}</a>
        <div className="small muted row wrap"><span>{sayBytes(file.size)}</span><time dateTime={file.createdAt} title={format.fullMoment(file.createdAt)}>{format.moment(file.createdAt)}</time>{file.createdBy && <span>{t('file.by', { name: file.createdBy.name })}</span>}</div>
      </div>
      <a className="plain-button" href={href} download={file.name} aria-label={t('file.download', { name: file.name })}><Download size={15} aria-hidden /></a>
      {onRemove && <button type="button" className="plain-button" aria-label={t('file.remove', { name: file.name })} onClick={onRemove}><Trash2 size={15} aria-hidden /></button>}
    </li>
  );
}

function UploadLine({ upload, onAgain, onDismiss }: { upload: Upload; onAgain: () => void; onDismiss: () => void }) {
  const t = useCustomersTexts();
  const { file, percent, failure } = upload;
  if (failure !== undefined) {
    return (
      <li className="upload-line"><span className="grow danger small" role="alert">{t('file.failed', { name: file.name, reason: failure })}</span>
        <Button size="small" onClick={onAgain}>{t('file.again')}</Button><Button size="small" type="text" onClick={onDismiss}>{t('file.dismiss')}</Button>
      </li>
    );
  }
  const words = t('file.uploading', { name: file.name, percent });
  return (
    <li className="upload-line">
      <div className="grow"><span className="small truncate">{words}</span><progress value={percent} max={100} aria-label={words} /></div>
      <button type="button" className="plain-button" aria-label={t('file.cancel', { name: file.name })} onClick={upload.cancel}><X size={15} aria-hidden /></button>
    </li>
  );
}

/** Drop files here, or press; several at once. */
function DropPlace({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useCustomersTexts();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={`drop-place${isOver ? ' is-over' : ''}`} onDragEnter={hold} onDragOver={hold} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); onFiles([...event.dataTransfer.files]); }}
    >
      <UploadCloud size={20} aria-hidden />
      <span>{isOver ? t('file.dropHere') : <>{t('file.drop')} <button type="button" className="link-button" onClick={() => picker.current?.click()}>{t('file.choose')}</button></>}</span>
      <input ref={picker} type="file" multiple className="visually-hidden" tabIndex={-1} aria-hidden onChange={(e) => { onFiles([...(e.target.files ?? [])]); e.target.value = ''; }} />
    </div>
  );
}

function RemoveDialog({ file, onClose, onConfirm }: { file: StoredFile; onClose: () => void; onConfirm: () => void }) {
  const t = useCustomersTexts();
  const kit = useKitTexts();
  return (
    <Dialog title={t('file.removeTitle')} width={420} onClose={onClose} footer={<><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" danger onClick={onConfirm}>{t('file.confirmRemove')}</Button></>}>
      <p>{t('file.removeHint', { name: file.name })}</p>
    </Dialog>
  );
}

/** The files of a customer: upload by dropping, pictures as pictures, download by name (PL-51). */
export default function FilesTab({ object, record }: RecordSlotProps) {
  const t = useCustomersTexts();
  const client = useQueryClient();
  const { uploads, drop, start } = useUploads(object.key, record.id);
  const [removing, setRemoving] = useState<StoredFile>();
  const queryKey = ['record', object.key, record.id, 'files'];
  const files = useQuery({ queryKey, queryFn: ({ signal }) => api.get<{ data: readonly StoredFile[] }>(`/${object.plural}/${record.id}/files`, { signal }), select: (answer) => answer.data });
  const mayEdit = record.capabilities?.includes('update') ?? object.grants.update !== undefined;
  const remove = (file: StoredFile) => {
    setRemoving(undefined);
    api.del(`/files/${file.id}`).then(() => {
      showToast(t('file.removed', { name: file.name }));
      void client.invalidateQueries({ queryKey });
    }, reportProblem);
  };
  return (
    <div className="files">
      {mayEdit && <DropPlace onFiles={(list) => list.forEach(start)} />}
      {uploads.length > 0 && <ul>{uploads.map((u) => <UploadLine key={u.key} upload={u} onAgain={() => { drop(u.key); start(u.file); }} onDismiss={() => drop(u.key)} />)}</ul>}
      {files.error && !files.data && <ErrorState error={files.error} onRetry={() => void files.refetch()} />}
      {files.isPending && <SkeletonLines count={4} />}
      {files.data?.length === 0 && uploads.length === 0 && <EmptyState title={t('file.empty')} hint={t('file.hint')} />}
      <ul>{files.data?.map((file) => <FileLine key={file.id} file={file} onRemove={mayEdit ? () => setRemoving(file) : undefined} />)}</ul>
      {removing && <RemoveDialog file={removing} onClose={() => setRemoving(undefined)} onConfirm={() => remove(removing)} />}
    </div>
  );
}
