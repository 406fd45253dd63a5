import { Button } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { draftOf, type FieldDraft, layoutOf, newDraft, wireOf } from './field-draft.ts';
import { FieldForm } from './field-form.tsx';
import type { PickedType } from './type-catalogue.ts';
import { withField } from './layout-model.ts';
import { TypePicker } from './type-picker.tsx';
import { type CustomFieldView, useRegistryWrites } from './use-layout.ts';

interface DialogProps {
  readonly object: ObjectMeta;
  readonly group: string;
  /** Absent for a new field. */
  readonly field?: FieldMeta | undefined;
  readonly custom?: CustomFieldView | undefined;
  /** The button that takes the field out of use. */
  readonly retire?: ReactNode;
  onClose(): void;
}

function useSaveField({ object, field, custom }: DialogProps) {
  const writes = useRegistryWrites(object.key);
  return async (draft: FieldDraft): Promise<void> => {
    if (!field) await writes.addField(wireOf(draft, true));
    else if (custom) await writes.changeField(custom.id, wireOf(draft, false));
    else await writes.changeLayout((layout) => withField(layout, field.key, layoutOf(draft, field)));
  };
}

/** A field to add (type first) or to change. */
export function FieldDialog(props: DialogProps) {
  const { object, group, field, custom, retire, onClose } = props;
  const t = useTexts(administrationTexts);
  const kit = useKitTexts();
  const pick = usePick();
  const formId = useId();
  const save = useSaveField(props);
  const [draft, setDraft] = useState<FieldDraft | undefined>(() => field && draftOf(field, custom, group));
  const { isBusy, error, issues, run } = useSubmit();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!draft || !(await run(() => save(draft)))) return;
    showToast(t(field ? 'fields.saved' : 'fields.added', { name: draft.zh }));
    onClose();
  };
  if (!draft) return <Dialog title={t('fields.pickType')} width={860} onClose={onClose}><TypePicker onPick={(type: PickedType) => setDraft(newDraft(type, group))} /></Dialog>;
  const title = field ? t('fields.edit', { name: pick(field.label) }) : t('fields.newOf', { type: t(`fields.type.${draft.type}`) });
  const foot = (
    <>
      {retire}
      <span className="grow">{error && <span className="danger small" role="alert">{error}</span>}</span>
      {!field && <Button onClick={() => setDraft(undefined)}>{t('fields.otherType')}</Button>}
      <Button onClick={onClose}>{kit('action.cancel')}</Button>
      <Button type="primary" htmlType="submit" form={formId} loading={isBusy} disabled={draft.zh.trim() === ''}>{t(field ? 'fields.save' : 'fields.add')}</Button>
    </>
  );
  return (
    <Dialog title={title} width={640} onClose={onClose} footer={foot}>
      <form id={formId} onSubmit={(e) => void submit(e)}>
        <FieldForm object={object} draft={draft} isNew={!field} declared={custom ? undefined : field} issues={issues} onChange={(part) => setDraft({ ...draft, ...part })} />
      </form>
    </Dialog>
  );
}
