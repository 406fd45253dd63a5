import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import type { RecordData } from '../records/record-types.ts';

/** What every input of a field takes. `value` is the API's value; null when empty. */
export interface FieldInputProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly value: unknown;
  readonly id: string;
  /** The record whose field this is; absent while it is being created, and in filters and bulk changes. */
  readonly recordId?: string | undefined;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  /** The name of the input where no visible label points to it: in a cell, in a filter. */
  readonly label?: string;
  readonly autoFocus?: boolean;
  /** In a cell of the table: no frame, opens at once. */
  readonly isInline?: boolean;
  onChange(value: unknown): void;
}

export interface FieldValueProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly value: unknown;
  readonly record?: RecordData;
  /** A cell of a table: one line, short dates. */
  readonly isCell?: boolean;
}

export const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Whether there is anything to show. */
export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Fields that stand right-aligned in tables. */
export const isNumeric = (field: FieldMeta): boolean =>
  ['number', 'integer', 'money', 'percent', 'rollUp', 'formula'].includes(field.type);

export const inputAria = (props: FieldInputProps) => ({
  id: props.id,
  'aria-label': props.label,
  'aria-invalid': props.isInvalid === true,
  'aria-required': props.field.required === true,
  ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
});
