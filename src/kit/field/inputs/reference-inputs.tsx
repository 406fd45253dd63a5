import { Select } from 'antd';
import { useState } from 'react';
import { isNamedRef, type NamedRef, refId } from '../../records/record-types.ts';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type FieldInputProps, inputAria } from '../field-props.ts';
import { useReferenceOptions } from '../reference-options.ts';

function useSearch(target: string | undefined, chosen: readonly unknown[], isOpenAtFirst: boolean) {
  const t = useKitTexts();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { options, isLoading } = useReferenceOptions(target ?? '', typed, isOpen);
  const kept = typed === '' ? chosen.filter(isNamedRef) : [];
  const known = [...kept, ...options.filter((o) => !kept.some((k) => k.id === o.id))];
  return {
    known,
    // The value kept by the form is `{id, name}`, so that the name needs no second request.
    named: (id: string): NamedRef => known.find((o) => o.id === id) ?? { id, name: id.slice(-6) },
    shared: {
      showSearch: { onSearch: setTyped, filterOption: false as const },
      options: known.map((o) => ({ value: o.id, label: o.name })),
      onOpenChange: setOpen,
      loading: isLoading,
      placeholder: t('field.typeToSearch'),
      notFoundContent: isLoading ? t('palette.searching') : t('field.noMatch'),
      style: { width: '100%' },
    },
  };
}

const shownValue = (value: unknown) => {
  const id = refId(value);
  return id === undefined ? undefined : { value: id, label: isNamedRef(value) ? value.name : id.slice(-6) };
};

export function ReferenceInput(props: FieldInputProps) {
  const { field, value, onChange, isInvalid, autoFocus = false, isInline = false } = props;
  const { shared, named } = useSearch(field.target, [value], isInline);
  return (
    <Select
      {...inputAria(props)} {...shared} labelInValue autoFocus={autoFocus} defaultOpen={isInline} allowClear={!field.required}
      value={shownValue(value)} status={isInvalid ? 'error' : ''}
      onChange={(next: { value: string } | undefined) => onChange(next ? named(next.value) : null)}
    />
  );
}

export function MultiReferenceInput(props: FieldInputProps) {
  const { field, value, onChange, isInvalid, autoFocus = false } = props;
  const values = Array.isArray(value) ? value : [];
  const { shared, named } = useSearch(field.target, values, false);
  const keep = (id: string): unknown => values.find((v) => refId(v) === id) ?? named(id);
  return (
    <Select
      {...inputAria(props)} {...shared} mode="multiple" labelInValue autoFocus={autoFocus} status={isInvalid ? 'error' : ''}
      value={values.flatMap((v) => shownValue(v) ?? [])}
      onChange={(next: { value: string }[]) => onChange(next.length > 0 ? next.map((n) => keep(n.value)) : null)}
    />
  );
}
