import type { ObjectMeta } from '#meta/view-model.ts';
import type { RecordData } from '../records/record-types.ts';
import type { Values } from '../records/use-save.ts';
import { RecordFormDialog } from './record-form.tsx';

interface CreateDialogProps {
  readonly object: ObjectMeta;
  readonly given?: Values;
  onClose(): void;
  onCreated(record: RecordData): void;
}

/** A new record of any object; loaded when first asked for. */
export default function CreateDialog({ object, given, onClose, onCreated }: CreateDialogProps) {
  return <RecordFormDialog object={object} {...(given ? { given } : {})} onClose={onClose} onSaved={onCreated} />;
}
