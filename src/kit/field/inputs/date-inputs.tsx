import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type FieldInputProps, inputAria, textOf } from '../field-props.ts';

/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export function DateInput(props: FieldInputProps) {
  const { value, onChange, isInvalid, autoFocus = false, isInline = false } = props;
  const text = textOf(value);
  return (
    <DatePicker
      {...inputAria(props)} autoFocus={autoFocus} defaultOpen={isInline} value={text ? dayjs(text) : null} status={isInvalid ? 'error' : ''}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD', 'YYYY.M.D']} onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)} style={{ width: '100%' }}
    />
  );
}

/** A moment; shown in the computer's time zone, sent as ISO 8601. */
export function DateTimeInput(props: FieldInputProps) {
  const { value, onChange, isInvalid, autoFocus = false } = props;
  const text = textOf(value);
  return (
    <DatePicker
      {...inputAria(props)} autoFocus={autoFocus} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" needConfirm={false}
      value={text ? dayjs(text) : null} status={isInvalid ? 'error' : ''} onChange={(at) => onChange(at ? at.toISOString() : null)} style={{ width: '100%' }}
    />
  );
}
