import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { useCaseTexts } from '../use-case.ts';
import { causeLines } from './cause-tree.ts';

interface PickerProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly value: string;
  onChange(value: string): void;
}

const active: Filter = { field: 'isActive', op: 'eq', value: true };
/** More causes than anybody could choose from. */
const MOST = 200;

function Causes({ causes, id, describedBy, value, onChange }: PickerProps & { readonly causes: ObjectMeta }) {
  const t = useCaseTexts();
  const { records } = useRecords(causes, { filter: active, sort: 'position' }, MOST);
  return (
    <select id={id} className="case-select" value={value} {...(describedBy !== undefined && { 'aria-describedby': describedBy })} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('choose')}</option>
      {causeLines(records).map((line) => <option key={line.id} value={line.id}>{'\u3000'.repeat(line.depth)}{line.name}</option>)}
    </select>
  );
}

/** The tree of causes in the browser's own list: groups, and what lies below them set in (SE-8). */
export function CausePicker(props: PickerProps) {
  const causes = useFindObject()('complaintCause');
  return causes ? <Causes causes={causes} {...props} /> : null;
}
