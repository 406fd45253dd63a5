import { Button, Input, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../../transfer.texts.ts';
import { type ImportColumn, type ImportInfo, type NewFieldType, newFieldTypes } from '../use-imports.ts';

interface Props {
  readonly info: ImportInfo;
  readonly column: ImportColumn;
  onMade(key: string): Promise<void>;
  onClose(): void;
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

function useNewField({ info, column, onMade }: Props) {
  const [zh, setZh] = useState(column.header);
  const [en, setEn] = useState(isChinese(column.header) ? '' : column.header);
  const [type, setType] = useState<NewFieldType>(column.newType ?? 'text');
  const [error, setError] = useState<{ readonly path: string; readonly message: string }>();
  const [isBusy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const label = { 'zh-CN': zh.trim(), ...(en.trim() !== '' && { en: en.trim() }) };
    call('POST /imports/{id}/fields', { params: { id: info.id }, body: { column: column.column, label, type } }).then(({ key }) => onMade(key)).catch((problem: unknown) => {
      const [first] = isProblem(problem) ? problem.errors : [];
      setError(first ?? { path: '', message: isProblem(problem) ? problem.detail : String(problem) });
      setBusy(false);
    });
  };
  return { zh, setZh, en, setEn, type, setType, error, isBusy, submit };
}

/** A field for a column that no field fits: its names and its type, guessed from the values (UX-9). */
export function NewFieldDialog(props: Props) {
  const t = useTexts(transferTexts);
  const id = useId();
  const { zh, setZh, en, setEn, type, setType, error, isBusy, submit } = useNewField(props);
  const { column, onClose } = props;
  const footer = (
    <>
      <Button onClick={onClose}>{t('newField.cancel')}</Button>
      <Button type="primary" htmlType="submit" form={`${id}-form`} loading={isBusy} disabled={zh.trim() === ''}>{t('newField.make')}</Button>
    </>
  );
  return (
    <Dialog title={t('newField.title', { column: column.header })} width={460} onClose={onClose} footer={footer}>
      <form id={`${id}-form`} className="stack import-form" onSubmit={submit}>
        <div><label htmlFor={`${id}-zh`}>{t('newField.zh')}</label><Input id={`${id}-zh`} value={zh} maxLength={60} required onChange={(event) => setZh(event.target.value)} /></div>
        <div><label htmlFor={`${id}-en`}>{t('newField.en')}</label><Input id={`${id}-en`} value={en} maxLength={60} placeholder={t('newField.enHint')} onChange={(event) => setEn(event.target.value)} /></div>
        <div>
          <label htmlFor={`${id}-type`}>{t('newField.type')}</label>
          <Select id={`${id}-type`} value={type} onChange={setType} options={newFieldTypes.map((value) => ({ value, label: t(`newField.types.${value}`) }))} />
          {type === 'choice' && <p className="small muted">{t('newField.choiceHint')}</p>}
        </div>
        {(column.samples ?? []).length > 0 && <p className="small muted truncate">{t('map.sample')}: {(column.samples ?? []).slice(0, 4).join(' · ')}</p>}
        {error && <p className="danger" role="alert">{error.path === 'type' && type === 'choice' ? t('newField.tooMany') : error.message}</p>}
      </form>
    </Dialog>
  );
}
