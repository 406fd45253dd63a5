import type { Condition } from '#meta/filter.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Select } from 'antd';
import { useId } from 'react';
import { useChoiceOptions } from '../field/choice-options.ts';
import { FieldInput } from '../field/field-input.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { relativeSpans, spanKeys } from './filter-words.ts';

interface FilterValueProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly condition: Condition;
  onChange(value: unknown): void;
}

/** While filtering nothing is required, and a computed number is typed as a number. */
function asInput(field: FieldMeta, type = field.type): FieldMeta {
  const computed = type === 'formula' || type === 'rollUp' ? 'number' : type === 'autoNumber' || type === 'longText' || type === 'richText' ? 'text' : type;
  return { ...field, required: false, type: computed };
}

function NullValue({ condition, onChange }: FilterValueProps) {
  const t = useKitTexts();
  return (
    <Select
      aria-label={t('filter.value')} value={condition.value === false ? 'filled' : 'empty'} style={{ width: '100%' }} onChange={(v) => onChange(v === 'empty')}
      options={[{ value: 'empty', label: t('filter.isEmpty') }, { value: 'filled', label: t('filter.isFilled') }]}
    />
  );
}

function SpanValue({ condition, onChange }: FilterValueProps) {
  const t = useKitTexts();
  return (
    <Select
      aria-label={t('filter.value')} value={condition.value} style={{ width: '100%' }} onChange={onChange} placeholder={t('field.pick')}
      options={spanKeys.map((key) => ({ value: relativeSpans[key], label: t(`filter.within.${key}`) }))}
    />
  );
}

function BetweenValue({ object, field, condition, onChange }: FilterValueProps) {
  const id = useId();
  const t = useKitTexts();
  const [from = null, to = null]: unknown[] = Array.isArray(condition.value) ? condition.value : [];
  const shared = { object, field: asInput(field), isInline: false };
  return (
    <div className="input-pair">
      <FieldInput {...shared} id={`${id}-from`} label={t('filter.from')} value={from} onChange={(v) => onChange([v, to])} />
      <FieldInput {...shared} id={`${id}-to`} label={t('filter.to')} value={to} onChange={(v) => onChange([from, v])} />
    </div>
  );
}

function ListValue(props: FilterValueProps) {
  const { object, field, condition, onChange } = props;
  const id = useId();
  const t = useKitTexts();
  const options = useChoiceOptions(field);
  if (field.type === 'reference' || field.type === 'multiReference') {
    return <FieldInput object={object} field={asInput(field, 'multiReference')} id={id} label={t('filter.value')} value={condition.value} onChange={onChange} />;
  }
  const values = Array.isArray(condition.value) ? condition.value.map(String) : [];
  const isFree = field.choices === undefined;
  return (
    <Select
      id={id} aria-label={t('filter.value')} mode={isFree ? 'tags' : 'multiple'} options={options} value={values} onChange={onChange} style={{ width: '100%' }}
      placeholder={isFree ? t('field.addTag') : t('field.pickMany')} showSearch={{ optionFilterProp: 'label' }}
    />
  );
}

function SingleValue({ object, field, condition, onChange }: FilterValueProps) {
  const id = useId();
  const t = useKitTexts();
  const isWords = condition.op === 'contains' || condition.op === 'startsWith';
  const type = isWords && field.type !== 'multiReference' ? 'text' : field.type;
  return <FieldInput object={object} field={asInput(field, type)} id={id} label={t('filter.value')} value={condition.value} onChange={onChange} />;
}

/** The value part of one condition, by operator and field type. */
export function FilterValue(props: FilterValueProps) {
  const { op } = props.condition;
  if (op === 'isNull') return <NullValue {...props} />;
  if (op === 'within') return <SpanValue {...props} />;
  if (op === 'between') return <BetweenValue {...props} />;
  if (op === 'in' || op === 'nin') return <ListValue {...props} />;
  return <SingleValue {...props} />;
}
