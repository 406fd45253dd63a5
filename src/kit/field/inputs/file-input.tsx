import { Button } from 'antd';
import { Camera, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { isProblem } from '../../api/api-problem.ts';
import { useKitTexts } from '../../texts/use-texts.ts';
import type { FieldInputProps } from '../field-props.ts';
import { FileValue } from '../link-values.tsx';
import { shrinkPicture } from '../pictures/shrink-picture.ts';
import { storeFile } from '../pictures/stored-file.ts';

const jpegName = (name: string): string => `${name.replace(/\.[^.]*$/, '')}.jpg`;

/** Pictures are made small first; the name follows what they became. */
async function toSend(file: File, isImage: boolean): Promise<File> {
  if (!isImage) return file;
  const blob = await shrinkPicture(file);
  return blob === file ? file : new File([blob], jpegName(file.name), { type: blob.type });
}

/** Uploads at once, also where the record is still being written: a required file stands before it is created (UX-8). */
export default function FileInput({ object, field, value, onChange, id, recordId }: FieldInputProps) {
  const t = useKitTexts();
  const picker = useRef<HTMLInputElement>(null);
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isImage = field.type === 'image';
  const upload = async (file: File) => {
    setBusy(true);
    setError('');
    try {
      onChange(await storeFile(object, recordId, field.key, await toSend(file, isImage)));
    } catch (problem) {
      setError(isProblem(problem) ? [problem.detail, ...problem.errors.map((each) => each.message)].join(' ') : String(problem));
    } finally {
      setBusy(false);
    }
  };
  const Icon = isImage ? Camera : Upload;
  return (
    <div className="row wrap">
      {/* A file without its record yet cannot be read back: it stands by its name. */}
      <FileValue value={value} isImage={isImage && recordId !== undefined} />
      <input
        ref={picker} type="file" className="visually-hidden" tabIndex={-1} aria-hidden {...(isImage ? { accept: 'image/*' } : {})}
        onChange={(e) => { const file = e.target.files?.[0]; e.target.value = ''; if (file) void upload(file); }}
      />
      <Button id={id} icon={<Icon size={15} aria-hidden />} loading={isBusy} onClick={() => picker.current?.click()}>
        {isBusy ? t('field.uploading') : t(isImage ? 'field.takePicture' : 'field.file')}
      </Button>
      {value !== null && value !== undefined && <button type="button" className="link-button" onClick={() => onChange(null)}>{t('action.remove')}</button>}
      {error && <p className="small danger" role="alert">{error}</p>}
    </div>
  );
}
