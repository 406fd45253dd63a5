import type { ObjectMeta } from '#meta/view-model.ts';
import { useDraggable } from '@dnd-kit/core';
import { GripVertical } from 'lucide-react';
import { isBlank } from '../field/field-props.ts';
import { FieldValue } from '../field/field-value.tsx';
import { type RecordData, titleOf } from '../records/record-types.ts';
import { fieldOf } from '../records/use-meta.ts';
import { PageLink } from '../shell/page-link.tsx';
import { daysBetween } from '../texts/dates.ts';
import { useFormat } from '../texts/use-format.ts';
import { useKitTexts } from '../texts/use-texts.ts';

/** Days without a change after which a card is marked. */
const STALE_DAYS = 14;

interface CardProps {
  readonly object: ObjectMeta;
  readonly record: RecordData;
  readonly columns: readonly string[];
  readonly boardField: string;
  readonly href: string;
  readonly mayMove: boolean;
  onOpen(): void;
}

/** One card: its name leads to the record, the rest of it is the handle. */
export function KanbanCard({ object, record, columns, boardField, href, mayMove, onOpen }: CardProps) {
  const t = useKitTexts();
  const format = useFormat();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({ id: record.id, data: { record }, disabled: !mayMove });
  const fields = columns.flatMap((key) => fieldOf(object, key) ?? []).filter((f) => f.key !== object.title && f.key !== boardField && !isBlank(record[f.key])).slice(0, 4);
  const changed = typeof record['updatedAt'] === 'string' ? record['updatedAt'] : undefined;
  const idle = changed === undefined ? 0 : daysBetween(changed.slice(0, 10), format.today());
  const name = titleOf(object, record);
  return (
    <div ref={setNodeRef} className={`kanban-card${isDragging ? ' is-dragging' : ''}${idle >= STALE_DAYS ? ' is-stale' : ''}`} {...(mayMove ? listeners : {})}>
      <span className="kanban-title">
        <PageLink to={href} className="grid-link" onClick={onOpen} onPointerDown={(e) => e.stopPropagation()}>{name}</PageLink>
        {mayMove && (
          <button ref={setActivatorNodeRef} type="button" className="kanban-grip" {...attributes} aria-label={t('kanban.grip', { name })}><GripVertical size={14} aria-hidden /></button>
        )}
      </span>
      {fields.map((field) => <div key={field.key} className="small muted truncate"><FieldValue object={object} field={field} value={record[field.key]} record={record} isCell /></div>)}
      {idle >= STALE_DAYS && <span className="tag tag-hu">{t('kanban.stale', { days: idle })}</span>}
    </div>
  );
}
