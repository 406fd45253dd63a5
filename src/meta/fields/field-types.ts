import type { Field, FieldTypeKey } from '../field.ts';
import { choiceTypes } from './choice-types.ts';
import { dateTypes } from './date-types.ts';
import type { FieldType } from './field-type.ts';
import { linkTypes } from './link-types.ts';
import { numberTypes } from './number-types.ts';
import { structuredTypes } from './structured-types.ts';
import { textTypes } from './text-types.ts';

/** Every type of PL-11 with its facets. */
export const fieldTypes: Readonly<Record<FieldTypeKey, FieldType>> = {
  ...textTypes,
  ...numberTypes,
  ...dateTypes,
  ...choiceTypes,
  ...linkTypes,
  ...structuredTypes,
};

export const typeOf = (field: Field): FieldType => fieldTypes[field.type];
