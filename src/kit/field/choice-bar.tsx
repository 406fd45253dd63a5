import { useId } from 'react';
import './text-box.css';

interface ChoiceBarProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly isWide?: boolean;
  onChange(value: V): void;
}

/** A few choices side by side, real radio buttons underneath. */
export function ChoiceBar<V extends string>({ label, value, options, isWide = false, onChange }: ChoiceBarProps<V>) {
  const name = useId();
  return (
    <span role="radiogroup" aria-label={label} className={`choice-bar${isWide ? ' choice-bar-wide' : ''}`}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </span>
  );
}

/** A choice in a toolbar: the browser's own list, which also works best on a phone. */
export function PlainSelect({ label, value, options, onChange }: Omit<ChoiceBarProps<string>, 'isWide'>) {
  return (
    <select className="plain-select" aria-label={label} value={value} onChange={(e) => onChange(e.target.value)}>
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}
