import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useId, useRef, useState } from 'react';
import { isProblem } from '../../api/api-problem.ts';
import { FieldInput } from '../../field/field-input.tsx';
import { usePick } from '../../texts/locale-provider.tsx';
import type { RecordData } from '../../records/record-types.ts';

interface CellEditorProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly record: RecordData;
  /** Throws ApiProblem when the value is refused. */
  save(value: unknown): Promise<void>;
  onClose(): void;
}

/** Types that are done with one choice; the others are saved by Enter or by leaving the cell. */
const instant = new Set(['choice', 'boolean', 'date', 'reference']);

function useCellValue({ field, record, save, onClose }: CellEditorProps) {
  const [value, setValue] = useState<unknown>(record[field.key]);
  const [error, setError] = useState('');
  const isBusy = useRef(false);
  const commit = async (next: unknown) => {
    if (isBusy.current) return;
    if (JSON.stringify(next ?? null) === JSON.stringify(record[field.key] ?? null)) return onClose();
    isBusy.current = true;
    try {
      await save(next);
      onClose();
    } catch (problem) {
      const own = isProblem(problem) ? problem.errors.find((e) => e.path === field.key)?.message : undefined;
      setError(own ?? (isProblem(problem) ? problem.detail : String(problem)));
      isBusy.current = false;
    }
  };
  const change = (next: unknown) => {
    setValue(next);
    setError('');
    if (instant.has(field.type)) void commit(next);
  };
  return { value, error, change, commit: () => void commit(value) };
}

/** Edits one cell in place; a refusal is said below the cell and what was typed stays (UX-1). */
export default function CellEditor(props: CellEditorProps) {
  const id = useId();
  const pick = usePick();
  const { value, error, change, commit } = useCellValue(props);
  return (
    <div
      className="cell-editor" role="presentation"
      onBlur={(event) => {
        // Popups of pickers lie outside the cell: moving into them is not leaving.
        const into = event.relatedTarget;
        if (into instanceof Node && event.currentTarget.contains(into)) return;
        if (into === null || !(into instanceof HTMLElement && into.closest('[class*="-dropdown"]'))) commit();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') props.onClose();
        if (event.key === 'Enter' && !instant.has(props.field.type)) {
          event.preventDefault();
          commit();
        }
      }}
    >
      <FieldInput
        object={props.object} field={props.field} recordId={props.record.id} value={value} id={id} label={pick(props.field.label)} autoFocus isInline isInvalid={error !== ''}
        describedBy={error ? `${id}-error` : undefined} onChange={change}
      />
      {error && <div id={`${id}-error`} className="cell-error" role="alert">{error}</div>}
    </div>
  );
}
