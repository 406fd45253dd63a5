import { textOf } from '#kit/field/field-props.ts';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { useCaseTexts } from '../use-case.ts';

interface PickerProps {
  readonly id: string;
  readonly value: string;
  /** Not offered: the one that it is. */
  readonly without?: string | undefined;
  onChange(value: string): void;
}

const active: Filter = { field: 'isActive', op: 'eq', value: true };

function Types({ types, id, value, without, onChange }: PickerProps & { readonly types: ObjectMeta }) {
  const t = useCaseTexts();
  const { records } = useRecords(types, { filter: active, sort: 'position' }, 100);
  return (
    <select id={id} className="case-select" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('choose')}</option>
      {records.filter((type) => type.id !== without).map((type) => <option key={type.id} value={type.id}>{textOf(type['name'])}</option>)}
    </select>
  );
}

/** The service types of the company, in their order: few enough to be seen at once. */
export function CaseTypePicker(props: PickerProps) {
  const types = useFindObject()('caseType');
  return types ? <Types types={types} {...props} /> : null;
}
