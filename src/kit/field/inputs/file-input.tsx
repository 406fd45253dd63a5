import { Button } from 'antd';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { isProblem } from '../../api/api-problem.ts';
import { useKitTexts } from '../../texts/use-texts.ts';
import type { FieldInputProps } from '../field-props.ts';
import { FileValue } from '../link-values.tsx';
import { isPendingFile, storeFile } from '../stored-file.ts';

/** Uploads at once where the record exists; a new record's file waits in the form until the record is created. */
export default function FileInput({ object, field, value, onChange, id, recordId }: FieldInputProps) {
  const t = useKitTexts();
  const picker = useRef<HTMLInputElement>(null);
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const upload = async (file: File) => {
    if (recordId === undefined) return onChange({ file, name: file.name });
    setBusy(true);
    setError('');
    try {
      const stored = await storeFile(object, recordId, field.key, file);
      onChange({ id: stored.id, name: file.name });
    } catch (problem) {
      setError(isProblem(problem) ? problem.detail : String(problem));
    } finally {
      setBusy(false);
    }
  };
  const isImage = field.type === 'image';
  return (
    <div className="row wrap">
      {isPendingFile(value) ? <span className="truncate">{value.name}</span> : <FileValue value={value} isImage={isImage} />}
      <input
        ref={picker} type="file" className="visually-hidden" tabIndex={-1} aria-hidden {...(isImage ? { accept: 'image/*' } : {})}
        onChange={(e) => { const file = e.target.files?.[0]; if (file) void upload(file); }}
      />
      <Button id={id} icon={<Upload size={15} aria-hidden />} loading={isBusy} onClick={() => picker.current?.click()}>
        {isBusy ? t('field.uploading') : t('field.file')}
      </Button>
      {value !== null && value !== undefined && <button type="button" className="link-button" onClick={() => onChange(null)}>{t('action.remove')}</button>}
      {error && <p className="small danger" role="alert">{error}</p>}
    </div>
  );
}
