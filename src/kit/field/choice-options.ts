import type { FieldMeta } from '#meta/view-model.ts';
import { usePick } from '../texts/locale-provider.tsx';

/** Choices to offer: retired ones only while a record still has them. */
export function useChoiceOptions(field: FieldMeta, kept: readonly unknown[] = []) {
  const pick = usePick();
  return (field.choices ?? [])
    .filter((choice) => !choice.retired || kept.includes(choice.value))
    .map((choice) => ({ value: choice.value, label: pick(choice.label) }));
}
