import { Select } from 'antd';
import { useState } from 'react';
import { useReferenceOptions } from '#kit/field/reference-options.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';

interface PickerProps {
  /** The object's key: `user`, `orgUnit` … */
  readonly target: string;
  readonly value: NamedRef | undefined;
  readonly id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  /** Ids that are not offered. */
  readonly without?: readonly string[];
  onChange(value: NamedRef | undefined): void;
}

/** Chooses one record by name, pinyin or code. */
export function RecordPicker({ target, value, id, label, placeholder, without = [], onChange }: PickerProps) {
  const t = useKitTexts();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { options, isLoading } = useReferenceOptions(target, typed, isOpen);
  const known = options.filter((o) => !without.includes(o.id));
  const shown = value && { value: value.id, label: value.name };
  return (
    <Select
      {...(id === undefined ? {} : { id })} {...(label === undefined ? {} : { 'aria-label': label })} labelInValue allowClear
      value={shown}
      showSearch={{ onSearch: setTyped, filterOption: false }} onOpenChange={setOpen} loading={isLoading}
      options={known.map((o) => ({ value: o.id, label: o.name }))} placeholder={placeholder ?? t('field.typeToSearch')}
      notFoundContent={isLoading ? t('palette.searching') : t('field.noMatch')} style={{ width: '100%' }}
      onChange={(next: { value: string } | undefined) => onChange(known.find((o) => o.id === next?.value))}
    />
  );
}
