import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

interface MomentPickerProps {
  readonly label: string;
  readonly value: string | null;
  onChange(value: string | null): void;
}

/** A moment in the computer's time zone, sent as ISO 8601. */
export default function MomentPicker({ label, value, onChange }: MomentPickerProps) {
  return (
    <DatePicker
      className="composer-date" aria-label={label} placeholder={label} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" needConfirm={false}
      value={value === null ? null : dayjs(value)} onChange={(at) => onChange(at ? at.toISOString() : null)}
    />
  );
}
