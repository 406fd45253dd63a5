import type { FieldMeta } from '#meta/view-model.ts';

/** Types that nobody types: the system makes them. */
const made: ReadonlySet<FieldMeta['type']> = new Set(['autoNumber', 'formula', 'rollUp']);

/** Whether a person may type a value for this field. Apart from the inputs, which are heavy and come with the first edit. */
export const isEditable = (field: FieldMeta): boolean =>
  field.access.edit && field.readOnly !== true && field.retired !== true && !made.has(field.type);
