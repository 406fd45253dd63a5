import { Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { useSave } from '#kit/records/use-save.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import type { TimelineEntry } from './timeline-entry-data.ts';

interface EntryActionsProps {
  readonly activities: ObjectMeta;
  readonly entry: TimelineEntry;
  onEdit(): void;
}

/** Pin, edit and take away one entry, each with undo. */
export function EntryActions({ activities, entry, onEdit }: EntryActionsProps) {
  const t = useCustomersTexts();
  const { patch, remove, restore } = useSave(activities);
  const undoable = useUndo();
  const mayDelete = activities.grants.delete !== undefined;
  const pin = () => {
    patch(entry.recordId, undefined, { isPinned: !entry.isPinned }).then(
      () => undoable(t(entry.isPinned ? 'timeline.unpinned' : 'timeline.pinned'), () => patch(entry.recordId, undefined, { isPinned: entry.isPinned })),
      reportProblem,
    );
  };
  const erase = () => {
    remove(entry.recordId, entry.version).then(() => undoable(t('timeline.deleted', { entry: entry.title }), () => restore(entry.recordId)), reportProblem);
  };
  const PinIcon = entry.isPinned ? PinOff : Pin;
  return (
    <span className="entry-actions no-print">
      <button type="button" className="plain-button" aria-label={t(entry.isPinned ? 'timeline.unpin' : 'timeline.pin', { entry: entry.title })} onClick={pin}><PinIcon size={14} aria-hidden /></button>
      <button type="button" className="plain-button" aria-label={t('timeline.edit', { entry: entry.title })} onClick={onEdit}><Pencil size={14} aria-hidden /></button>
      {mayDelete && <button type="button" className="plain-button" aria-label={t('timeline.delete', { entry: entry.title })} onClick={erase}><Trash2 size={14} aria-hidden /></button>}
    </span>
  );
}
