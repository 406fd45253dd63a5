import type { ObjectMeta } from '#meta/view-model.ts';
import type { RecordData } from '../records/record-types.ts';
import { RecordFormDialog } from './record-form.tsx';

/** All fields of a record in one form; loaded when first asked for. */
export default function EditDialog({ object, record, onClose }: { object: ObjectMeta; record: RecordData; onClose: () => void }) {
  return <RecordFormDialog object={object} record={record} onClose={onClose} onSaved={onClose} />;
}
