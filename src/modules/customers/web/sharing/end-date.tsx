import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

interface EndDateProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | null;
  readonly isDisabled: boolean;
  onChange(value: string | null): void;
}

/** The last day of something, kept as the end of that day; a day that is over cannot be chosen. */
export default function EndDate({ label, placeholder, value, isDisabled, onChange }: EndDateProps) {
  return (
    <DatePicker
      className="collaborator-until" aria-label={label} placeholder={placeholder} disabled={isDisabled} value={value === null ? null : dayjs(value)} format="YYYY-MM-DD"
      disabledDate={(day) => day.isBefore(dayjs(), 'day')} onChange={(day) => onChange(day ? day.endOf('day').toISOString() : null)}
    />
  );
}
