import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { type Announcements, DndContext, type DragEndEvent, KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { useMemo } from 'react';
import { isNumeric } from '../field/field-props.ts';
import { EmptyState } from '../overlay/empty-state.tsx';
import { FieldChoice } from '../list/field-choice.tsx';
import { boardField, boardFields } from '../list/list-modes.ts';
import type { ListOpening } from '../list/list-opening.ts';
import type { ListState } from '../list/list-state.ts';
import { useCreateWith } from '../list/use-create-with.tsx';
import type { RecordData } from '../records/record-types.ts';
import { fieldOf } from '../records/use-meta.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { columnStep } from './keyboard-step.ts';
import { KanbanColumn } from './kanban-column.tsx';
import { useBoardColumns } from './kanban-data.ts';
import { useMove } from './use-move.tsx';
import './kanban.css';

interface BoardProps {
  readonly object: ObjectMeta;
  readonly state: ListState;
  readonly opening: ListOpening;
}

const isRecord = (value: unknown): value is RecordData => typeof value === 'object' && value !== null && 'id' in value && 'version' in value;

function useSpeech(field: FieldMeta): { announcements: Announcements; screenReaderInstructions: { draggable: string } } {
  const t = useKitTexts();
  const pick = usePick();
  const name = (value: unknown) => {
    const choice = field.choices?.find((c) => c.value === value);
    return choice ? pick(choice.label) : t('kanban.noValue');
  };
  return {
    screenReaderInstructions: { draggable: t('kanban.drag') },
    announcements: {
      onDragStart: () => undefined,
      onDragOver: ({ over }) => (over ? name(over.data.current?.['value']) : undefined),
      onDragEnd: ({ over }) => (over ? t('kanban.moved', { column: name(over.data.current?.['value']) }) : undefined),
      onDragCancel: () => undefined,
    },
  };
}

function Board({ object, state, opening, field }: BoardProps & { field: FieldMeta }) {
  const { filter, sort, columns: keys } = state.settings;
  const query = useMemo(() => ({ filter, q: state.q, sort: sort || undefined }), [filter, state.q, sort]);
  const sums = keys.filter((key) => { const f = fieldOf(object, key); return f !== undefined && isNumeric(f) && f.type === 'money'; }).slice(0, 1);
  const columns = useBoardColumns(object, field, sums, query);
  const { move, dialog } = useMove(object, field);
  const creating = useCreateWith(object, field.key);
  const speech = useSpeech(field);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: columnStep }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    const record: unknown = active.data.current?.['record'];
    const to: unknown = over?.data.current?.['value'];
    if (isRecord(record) && (typeof to === 'string' || to === null)) move(record, to);
  };
  const mayMove = object.writes === 'records' && object.grants.update !== undefined && field.access.edit && field.readOnly !== true;
  return (
    <DndContext sensors={sensors} onDragEnd={drop} accessibility={speech}>
      <div className="kanban">
        {columns.map((column) => (
          <KanbanColumn key={column.value ?? ''} object={object} field={field} column={column} query={query} columns={keys} sums={sums} opening={opening} mayMove={mayMove} onCreate={creating.open} />
        ))}
      </div>
      {dialog}
      {creating.dialog}
    </DndContext>
  );
}

/** Any list as a board on a choice field: drag by mouse, finger or keyboard (UX-3). */
export default function KanbanBoard(props: BoardProps) {
  const t = useKitTexts();
  const { object, state } = props;
  const fields = boardFields(object);
  const field = boardField(object, state.settings);
  if (!field) return <EmptyState title={t('kanban.none')} />;
  return (
    <>
      {fields.length > 1 && (
        <div className="row"><FieldChoice label={t('kanban.by')} fields={fields} field={field} onChange={(key) => state.change({ groupBy: key })} /></div>
      )}
      <Board {...props} field={field} />
    </>
  );
}
