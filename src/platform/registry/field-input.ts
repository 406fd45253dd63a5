import { z } from 'zod';
import type { Bilingual } from '#kernel/texts.ts';
import { type Field, fieldTypeKeys } from '#meta/field.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Both languages; where only Chinese is given it stands for both. */
export const bilingual = (max: number) =>
  z.strictObject({ 'zh-CN': text(max), en: text(max).optional() }).transform((label) => ({ 'zh-CN': label['zh-CN'], en: label.en ?? label['zh-CN'] }));

const colour = z.enum(['ink', 'qing', 'zhu', 'hu', 'green', 'ju']);
const choiceValue = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

export const choiceInput = z.strictObject({
  /** Made from the label when absent. */
  value: choiceValue.optional(),
  label: bilingual(60),
  colour: colour.optional(),
  retired: z.boolean().optional(),
});
export type ChoiceInput = z.infer<typeof choiceInput>;

const rollUp = z.strictObject({
  object: z.string().max(40),
  via: z.string().max(60),
  measure: z.enum(['count', 'sum', 'min', 'max']),
  field: z.string().max(60).optional(),
});

/** What may be changed of a field at any time. */
const changeable = {
  label: bilingual(60),
  help: bilingual(300).nullable(),
  choices: z.array(choiceInput).max(300),
  required: z.boolean(),
  default: z.unknown(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  group: z.string().max(60).nullable(),
  position: z.number().int().min(0).max(10_000),
  inList: z.boolean(),
  inCreate: z.boolean(),
  synonyms: z.array(text(60)).max(30),
  mask: z.enum(['phone', 'email', 'tail', 'all']).nullable(),
  pattern: z.string().max(60),
  formula: z.string().max(500),
  rollUp,
  /** Found by the search box; text, phone, email and number fields only, and never beyond what a person may see. */
  searchable: z.boolean(),
  /** Whether the field has an index of its own, built beside normal work. */
  isIndexed: z.boolean(),
};

export const fieldKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,29}$/);

export const newFieldInput = z.strictObject({
  object: z.string().max(40),
  /** Made from the Chinese label's pinyin when absent; never changes. */
  key: fieldKey.optional(),
  type: z.enum(fieldTypeKeys),
  target: z.string().max(40).optional(),
  check: z.enum(['uscc', 'chineseId']).optional(),
  /** Encrypted at rest, shown shortened, in full only by reveal (CU-50). */
  sensitive: z.boolean().optional(),
  ...z.object(changeable).partial().required({ label: true }).shape,
});
export type NewFieldInput = z.infer<typeof newFieldInput>;

export const fieldChangeInput = z.strictObject({ type: z.enum(fieldTypeKeys).optional(), ...z.object(changeable).partial().shape });
export type FieldChangeInput = z.infer<typeof fieldChangeInput>;

/** A row of `custom_field`. */
export interface FieldRow {
  readonly id: string;
  readonly object: string;
  readonly key: string;
  readonly definition: Omit<Field, 'key'> & { readonly label: Bilingual };
  readonly position: number;
  readonly is_indexed: boolean;
  readonly index_state: 'none' | 'building' | 'ready' | 'failed';
  readonly index_error: string | null;
  readonly created_at: string;
  readonly updated_at: string | null;
  readonly retired_at: string | null;
}
