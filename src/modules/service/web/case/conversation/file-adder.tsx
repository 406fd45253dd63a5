import { Paperclip, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { FileValue } from '#kit/field/link-values.tsx';
import type { StoredFile } from '#kit/field/pictures/stored-file.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useCaseTexts } from '../use-case.ts';

interface AdderProps {
  readonly id?: string;
  readonly caseId: string;
  readonly files: readonly NamedRef[];
  /** Takes what makes the new list out of the list as it is by then: several uploads run at once. */
  onChange(update: (files: readonly NamedRef[]) => readonly NamedRef[]): void;
}

/** Adds files to the case at once, so that a lost page loses none; a message or a step takes them from there. */
export function FileAdder({ id, caseId, files, onChange }: AdderProps) {
  const t = useCaseTexts();
  const picker = useRef<HTMLInputElement>(null);
  const [waiting, setWaiting] = useState(0);
  const [error, setError] = useState('');
  const add = async (file: File) => {
    setWaiting((count) => count + 1);
    setError('');
    try {
      const { id: fileId, name, size, mime } = await api.post<Required<StoredFile>>('/files', file, { query: { name: file.name, object: 'case', record: caseId } });
      onChange((before) => [...before, { id: fileId, name, size, mime }]);
    } catch (problem) {
      const why = isProblem(problem) ? [...new Set([problem.detail, ...problem.errors.map((each) => each.message)])].join(' ') : String(problem);
      setError(t('write.refused', { name: file.name, why }));
    } finally {
      setWaiting((count) => count - 1);
    }
  };
  return (
    <div className="case-files">
      <input ref={picker} type="file" multiple className="visually-hidden" tabIndex={-1} aria-hidden onChange={(event) => { const chosen = [...(event.target.files ?? [])]; event.target.value = ''; for (const file of chosen) void add(file); }} />
      <button type="button" {...(id !== undefined && { id })} className="plain-button" onClick={() => picker.current?.click()}><Paperclip size={15} aria-hidden />{t(waiting > 0 ? 'write.uploading' : 'write.attach')}</button>
      {files.map((file) => (
        <span key={file.id} className="case-file"><FileValue value={file} /><button type="button" className="case-file-off" aria-label={t('write.detach', { name: file.name })} onClick={() => onChange((before) => before.filter((each) => each.id !== file.id))}><X size={13} aria-hidden /></button></span>
      ))}
      {error !== '' && <span className="small danger" role="alert">{error}</span>}
    </div>
  );
}
