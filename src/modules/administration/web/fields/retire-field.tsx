import { Button } from 'antd';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';
import { withField } from './layout-model.ts';
import { type CustomFieldView, useRegistryWrites } from './use-layout.ts';

interface RetireProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly custom: CustomFieldView | undefined;
  onDone(): void;
}

/** Takes a field out of use; its values stay, and undo brings it back. */
export function RetireField({ object, field, custom, onDone }: RetireProps) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const undoable = useUndo();
  const writes = useRegistryWrites(object.key);
  const isNeeded = field.key === object.title || field.identity === true || field.readOnly === true || field.key === 'owner' || (!custom && field.required === true);
  if (isNeeded) return null;
  // The label goes along: meta no longer names a field that is retired.
  const set = (isRetired: boolean) => {
    if (!custom) return writes.changeLayout((layout) => withField(layout, field.key, { retired: isRetired, label: field.label }));
    return isRetired ? writes.retireField(custom.id) : writes.restoreField(custom.id);
  };
  const retire = () => {
    set(true).then(() => { undoable(t('fields.retired', { name: pick(field.label) }), () => set(false)); onDone(); }, reportProblem);
  };
  return <Button danger onClick={retire}>{t('fields.retire')}</Button>;
}
