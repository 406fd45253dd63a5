import { Select } from 'antd';
import { useKitTexts } from '../../texts/use-texts.ts';
import { useChoiceOptions } from '../choice-options.ts';
import { type FieldInputProps, inputAria } from '../field-props.ts';

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
      {...inputAria(props)} {...(isFree ? { open: false, suffixIcon: null } : {})} mode={isFree ? 'tags' : 'multiple'} autoFocus={autoFocus} defaultOpen={isInline} options={options} value={values}
      status={isInvalid ? 'error' : ''} placeholder={isFree ? t('field.addTag') : t('field.pickMany')} showSearch={byLabel} maxTagCount="responsive"
      tokenSeparators={[',', '，', '、', ';', '；']} onChange={(next: string[]) => onChange(next.length > 0 ? next : null)} style={{ width: '100%' }}
    />
  );
}
