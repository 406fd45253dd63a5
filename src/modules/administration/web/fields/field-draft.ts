import type { FieldTypeKey, RollUp } from '#meta/field.ts';
import type { FieldMeta } from '#meta/view-model.ts';
import { type EditedChoice, editedChoices, newChoice, sentChoices } from './choices-editor.tsx';
import type { FieldLayout } from './layout-model.ts';
import type { CustomFieldView } from './use-layout.ts';

/** Everything that the dialog edits of a field. */
export interface FieldDraft {
  readonly type: FieldTypeKey;
  readonly zh: string;
  readonly en: string;
  readonly helpZh: string;
  readonly helpEn: string;
  readonly group: string;
  readonly required: boolean;
  readonly inList: boolean;
  readonly inCreate: boolean;
  readonly isIndexed: boolean;
  readonly searchable: boolean;
  readonly choices: readonly EditedChoice[];
  readonly target: string;
  readonly default: unknown;
  readonly min: number | null;
  readonly max: number | null;
  readonly mask: string;
  readonly sensitive: boolean;
  readonly pattern: string;
  readonly formula: string;
  readonly rollUp: Partial<RollUp>;
}

export const isChoiceType = (type: FieldTypeKey): boolean => type === 'choice' || type === 'multiChoice';
export const isLinkType = (type: FieldTypeKey): boolean => type === 'reference' || type === 'multiReference';
export const isComputedType = (type: FieldTypeKey): boolean => type === 'autoNumber' || type === 'formula' || type === 'rollUp';
/** Text that may be shortened for those who need not see it in full. */
export const isMaskable = (type: FieldTypeKey): boolean => ['text', 'phone', 'email'].includes(type);
/** What the search box can look into. */
export const isFindable = (type: FieldTypeKey): boolean => ['text', 'phone', 'email', 'autoNumber'].includes(type);
export const hasLimits = (type: FieldTypeKey): boolean => ['integer', 'number', 'percent'].includes(type);
export const hasDefault = (type: FieldTypeKey): boolean => ['text', 'longText', 'integer', 'number', 'percent', 'boolean', 'choice', 'date'].includes(type);

export const newDraft = (type: FieldTypeKey, group: string): FieldDraft => ({
  type, zh: '', en: '', helpZh: '', helpEn: '', group, required: false, inList: false, inCreate: false, isIndexed: true, searchable: false, choices: isChoiceType(type) ? [newChoice(), newChoice()] : [],
  target: '', default: null, min: null, max: null, mask: '', sensitive: false, pattern: '{0000}', formula: '', rollUp: { measure: 'count' },
});

/** A field as it is now. */
export const draftOf = (field: FieldMeta, custom: CustomFieldView | undefined, group: string): FieldDraft => ({
  ...newDraft(field.type, group), zh: field.label['zh-CN'], en: field.label.en, helpZh: field.help?.['zh-CN'] ?? '', helpEn: field.help?.en ?? '',
  required: field.required === true, inList: field.inList === true, inCreate: field.inCreate === true, isIndexed: custom?.isIndexed ?? true, searchable: field.searchable === true,
  choices: editedChoices(field.choices ?? []), target: field.target ?? '', default: custom?.default ?? null, min: field.min ?? null, max: field.max ?? null,
  mask: field.mask ?? '', sensitive: field.sensitive === true, pattern: field.pattern ?? '', formula: field.formula ?? '', rollUp: field.rollUp ?? { measure: 'count' },
});

const words = (zh: string, en: string) => ({ 'zh-CN': zh.trim(), en: en.trim() || zh.trim() });
const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

/** What only the type of the field decides. */
function typeParts(draft: FieldDraft): Record<string, unknown> {
  const { type } = draft;
  if (isChoiceType(type)) return { choices: sentChoices(draft.choices) };
  if (hasLimits(type)) return { min: draft.min, max: draft.max };
  if (type === 'autoNumber') return { pattern: draft.pattern };
  if (type === 'formula') return { formula: draft.formula };
  if (type === 'rollUp') return { rollUp: draft.rollUp };
  return type === 'text' && draft.max !== null ? { max: draft.max } : {};
}

/** The body of `POST /admin/fields`, or of `PATCH` without what never changes. */
export function wireOf(draft: FieldDraft, isNew: boolean): Record<string, unknown> {
  const { type, group, inList, inCreate, isIndexed } = draft;
  const helped = draft.helpZh.trim() !== '';
  return {
    ...(isNew ? { type, ...(isLinkType(type) ? { target: draft.target } : {}), ...(draft.sensitive ? { sensitive: true } : {}) } : {}),
    label: words(draft.zh, draft.en), ...(helped ? { help: words(draft.helpZh, draft.helpEn) } : isNew ? {} : { help: null }),
    group, inList, inCreate, isIndexed, required: !isComputedType(type) && draft.required,
    ...typeParts(draft),
    ...(isFindable(type) ? { searchable: draft.searchable && !draft.sensitive } : {}),
    ...(isMaskable(type) && !draft.sensitive ? { mask: draft.mask === '' ? null : draft.mask } : {}),
    ...(hasDefault(type) && (!isNew || !isBlank(draft.default)) ? { default: isBlank(draft.default) ? null : draft.default } : {}),
  };
}

/** What changes of a declared field: words, choices, required, where it is shown. */
export function layoutOf(draft: FieldDraft, field: FieldMeta): FieldLayout {
  return {
    label: words(draft.zh, draft.en), ...(draft.helpZh.trim() === '' ? {} : { help: words(draft.helpZh, draft.helpEn) }), group: draft.group, inList: draft.inList, inCreate: draft.inCreate,
    ...(draft.required === (field.required === true) ? {} : { required: draft.required }),
    ...(field.choices === undefined ? {} : { choices: sentChoices(draft.choices) }),
  };
}
