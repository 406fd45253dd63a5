import { Input, Segmented } from 'antd';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type FieldInputProps, inputAria, textOf } from '../field-props.ts';

const kinds: Readonly<Record<string, { type: string; inputMode: 'text' | 'tel' | 'email' | 'url'; autoComplete: string }>> = {
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'off' },
  // Not type=email or url: the browser's own check would speak before ours.
  email: { type: 'text', inputMode: 'email', autoComplete: 'off' },
  url: { type: 'text', inputMode: 'url', autoComplete: 'off' },
};

export function TextInput(props: FieldInputProps) {
  const { field, value, onChange, isInvalid, autoFocus = false } = props;
  const kind = kinds[field.type] ?? { type: 'text', inputMode: 'text' as const, autoComplete: 'off' };
  return (
    <Input
      {...inputAria(props)} {...kind} autoFocus={autoFocus} value={textOf(value)} status={isInvalid ? 'error' : ''}
      {...(field.max === undefined ? {} : { maxLength: field.max })} onChange={(e) => onChange(e.target.value === '' ? null : e.target.value)}
    />
  );
}

export function LongTextInput(props: FieldInputProps) {
  const { value, onChange, isInvalid, autoFocus = false } = props;
  return (
    <Input.TextArea
      {...inputAria(props)} autoFocus={autoFocus} value={textOf(value)} status={isInvalid ? 'error' : ''} autoSize={{ minRows: 2, maxRows: 10 }}
      onChange={(e) => onChange(e.target.value === '' ? null : e.target.value)}
    />
  );
}

export function BooleanInput({ field, value, onChange, id }: FieldInputProps) {
  const t = useKitTexts();
  const options = [{ value: 'true', label: t('field.yes') }, { value: 'false', label: t('field.no') }];
  const all = field.required ? options : [...options, { value: 'null', label: t('field.none') }];
  return (
    <div role="group" id={id} tabIndex={-1}>
      <Segmented options={all} value={typeof value === 'boolean' ? String(value) : 'null'} onChange={(v) => onChange(v === 'null' ? null : v === 'true')} />
    </div>
  );
}
