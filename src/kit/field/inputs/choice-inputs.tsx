import type { FieldMeta } from '#meta/view-model.ts';
import { Select } from 'antd';
import { usePick } from '../../texts/locale-provider.tsx';
import { useKitTexts } from '../../texts/use-texts.ts';
import { type FieldInputProps, inputAria } from '../field-props.ts';

/** Choices to offer: retired ones only while a record still has them. */
export function useChoiceOptions(field: FieldMeta, kept: readonly unknown[] = []) {
  const pick = usePick();
  return (field.choices ?? [])
    .filter((choice) => !choice.retired || kept.includes(choice.value))
    .map((choice) => ({ value: choice.value, label: pick(choice.label) }));
}

const byLabel = { optionFilterProp: 'label' } as const;

export function ChoiceInput(props: FieldInputProps) {
  const t = useKitTexts();
  const { field, value, onChange, isInvalid, autoFocus = false, isInline = false } = props;
  const options = useChoiceOptions(field, [value]);
  return (
    <Select
      {...inputAria(props)} autoFocus={autoFocus} defaultOpen={isInline} allowClear={!field.required} showSearch={options.length > 8 ? byLabel : false}
      options={options} value={typeof value === 'string' ? value : undefined} status={isInvalid ? 'error' : ''} placeholder={t('field.pick')}
      onChange={(next: string | undefined) => onChange(next ?? null)} style={{ width: '100%' }}
    />
  );
}

/** Several of a list, or free tags when the field has no list. */
export function MultiChoiceInput(props: FieldInputProps) {
  const t = useKitTexts();
  const { field, value, onChange, isInvalid, autoFocus = false, isInline = false } = props;
  const values = Array.isArray(value) ? value.map(String) : [];
  const options = useChoiceOptions(field, values);
  const isFree = field.choices === undefined;
  return (
    <Select
      {...inputAria(props)} mode={isFree ? 'tags' : 'multiple'} autoFocus={autoFocus} defaultOpen={isInline && !isFree} options={options} value={values}
      status={isInvalid ? 'error' : ''} placeholder={isFree ? t('field.addTag') : t('field.pickMany')} showSearch={byLabel} maxTagCount="responsive"
      tokenSeparators={[',', '，', '、', ';', '；']} onChange={(next: string[]) => onChange(next.length > 0 ? next : null)} style={{ width: '100%' }}
    />
  );
}
