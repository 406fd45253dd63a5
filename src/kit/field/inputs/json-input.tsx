import { Input } from 'antd';
import { useState } from 'react';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type FieldInputProps, inputAria } from '../field-props.ts';

export default function JsonInput(props: FieldInputProps) {
  const t = useKitTexts();
  const { value, onChange, autoFocus = false } = props;
  const [text, setText] = useState(() => (value === null || value === undefined ? '' : JSON.stringify(value, null, 2)));
  const [isBad, setBad] = useState(false);
  const change = (typed: string) => {
    setText(typed);
    try {
      onChange(typed.trim() === '' ? null : JSON.parse(typed));
      setBad(false);
    } catch {
      setBad(true);
    }
  };
  return (
    <>
      <Input.TextArea
        {...inputAria(props)} autoFocus={autoFocus} value={text} status={isBad ? 'error' : ''} autoSize={{ minRows: 3, maxRows: 14 }} spellCheck={false}
        onChange={(e) => change(e.target.value)}
      />
      {isBad && <p className="small danger" role="alert">{t('field.badJson')}</p>}
    </>
  );
}
