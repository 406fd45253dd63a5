import type { FieldMeta } from '#meta/view-model.ts';
import { type ComponentType, lazy, Suspense } from 'react';
import { BooleanInput, LongTextInput, TextInput } from './inputs/text-inputs.tsx';
import { ChoiceInput, MultiChoiceInput } from './inputs/choice-inputs.tsx';
import type { FieldInputProps } from './field-props.ts';
import { IntegerInput, MoneyInput, NumberInput, PercentInput } from './inputs/number-inputs.tsx';
import { MultiReferenceInput, ReferenceInput } from './inputs/reference-inputs.tsx';

// Date pickers, the region table and the like are heavy and rare: each comes with its first use.
const DateInput = lazy(() => import('./inputs/date-inputs.tsx').then((m) => ({ default: m.DateInput })));
const DateTimeInput = lazy(() => import('./inputs/date-inputs.tsx').then((m) => ({ default: m.DateTimeInput })));
const AddressInput = lazy(() => import('./inputs/address-input.tsx'));
const RichTextInput = lazy(() => import('./inputs/rich-text-input.tsx'));
const JsonInput = lazy(() => import('./inputs/json-input.tsx'));
const GeoInput = lazy(() => import('./inputs/geo-input.tsx'));
const FileInput = lazy(() => import('./inputs/file-input.tsx'));

const inputs: Partial<Record<FieldMeta['type'], ComponentType<FieldInputProps>>> = {
  text: TextInput,
  phone: TextInput,
  email: TextInput,
  url: TextInput,
  longText: LongTextInput,
  richText: RichTextInput,
  number: NumberInput,
  integer: IntegerInput,
  percent: PercentInput,
  money: MoneyInput,
  date: DateInput,
  dateTime: DateTimeInput,
  boolean: BooleanInput,
  choice: ChoiceInput,
  multiChoice: MultiChoiceInput,
  reference: ReferenceInput,
  multiReference: MultiReferenceInput,
  address: AddressInput,
  json: JsonInput,
  geo: GeoInput,
  file: FileInput,
  image: FileInput,
};

/** The input of a field, by its type. The caller gives the label (`htmlFor={id}`) and shows errors. */
export function FieldInput(props: FieldInputProps) {
  const Input = inputs[props.field.type];
  if (!Input) return null;
  return (
    <Suspense fallback={<div className="skeleton" style={{ height: 'var(--control)' }} />}>
      <Input {...props} />
    </Suspense>
  );
}
