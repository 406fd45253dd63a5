import type { ObjectMeta } from '#meta/view-model.ts';
import { Button } from 'antd';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { lazyOf, useModules } from '../module/registry.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import { showToast } from '../overlay/toast-store.ts';
import { type RecordData, titleOf } from '../records/record-types.ts';
import type { Values } from '../records/use-save.ts';
import { usePick, usePickInside } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { FieldGroup, FormField, ReasonField } from './form-fields.tsx';
import { askedFields, firstFields, groupFields } from './form-groups.ts';
import { type RecordForm, useRecordForm } from './use-record-form.ts';

const ConflictDialog = lazy(() => import('./conflict-dialog.tsx'));

export interface RecordFormProps {
  readonly object: ObjectMeta;
  readonly record?: RecordData;
  readonly given?: Values;
  onClose(): void;
  onSaved(record: RecordData): void;
}

function FormBody({ object, form, isNew }: { object: ObjectMeta; form: RecordForm; isNew: boolean }) {
  const t = useKitTexts();
  const pick = usePick();
  const [isLong, setLong] = useState(!isNew);
  const asked = askedFields(object, form.values);
  const first = firstFields(object, asked);
  const rest = asked.filter((f) => !first.includes(f));
  // A field with an error must be seen, wherever it is.
  const hasHiddenError = rest.some((f) => form.errors[f.key] !== undefined);
  if (!isNew) {
    return <>{groupFields(object, asked).map((g) => <FieldGroup key={g.key} object={object} title={g.label && pick(g.label)} fields={g.fields} form={form} />)}</>;
  }
  return (
    <>
      <div className="form-grid">{first.map((field) => <FormField key={field.key} object={object} field={field} form={form} autoFocus={field.key === object.title} />)}</div>
      {rest.length > 0 && (
        <button type="button" className="link-button form-more" aria-expanded={isLong} onClick={() => setLong(!isLong)}>{isLong ? t('form.fewerFields') : t('form.moreFields')}</button>
      )}
      {(isLong || hasHiddenError) && groupFields(object, rest).map((g) => <FieldGroup key={g.key} object={object} title={g.label && pick(g.label)} fields={g.fields} form={form} />)}
    </>
  );
}

function FormSide({ object, form, id }: { object: ObjectMeta; form: RecordForm; id: string | undefined }): ReactNode {
  const panels = useModules().flatMap((m) => m.formPanels ?? []).filter((p) => p.object === object.key);
  if (panels.length === 0) return null;
  return (
    <div className="form-side" aria-live="polite">
      <Suspense fallback={null}>
        {panels.map(({ key, load }) => {
          const View = lazyOf(load);
          return <View key={key} object={object} values={form.values} {...(id === undefined ? {} : { id })} />;
        })}
      </Suspense>
    </div>
  );
}

function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const t = useKitTexts();
  return (
    <Dialog
      title={t('form.unsaved')} width={400} onClose={onStay}
      footer={<><Button onClick={onLeave}>{t('form.leave')}</Button><Button type="primary" onClick={onStay}>{t('form.stay')}</Button></>}
    >
      <p>{t('form.unsavedHint')}</p>
    </Dialog>
  );
}

/** Warns before the tab is closed; leaving inside the app keeps the draft and needs no warning of the browser. */
function useUnloadGuard(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
}

function FormFoot({ form, isNew, onCancel, onSave }: { form: RecordForm; isNew: boolean; onCancel: () => void; onSave: (another: boolean) => void }) {
  const t = useKitTexts();
  const wrong = Object.keys(form.errors).length;
  return (
    <>
      <span className="grow small" role="status">{form.failure || wrong > 0 ? <span className="danger">{wrong > 0 ? t('form.fix', { count: wrong }) : form.failure}</span> : <span className="faint">{t('form.saveKeys')}</span>}</span>
      <Button onClick={onCancel}>{t('action.cancel')}</Button>
      {isNew && <Button disabled={form.isBusy} onClick={() => onSave(true)}>{t('form.another')}</Button>}
      <Button type="primary" loading={form.isBusy} onClick={() => onSave(false)}>{t('action.save')}</Button>
    </>
  );
}

/** Create or edit any record in a side dialog: few fields first, draft kept, Ctrl+Enter saves, Esc closes (UX-5, UX-8). */
export function RecordFormDialog({ object, record, given, onClose, onSaved }: RecordFormProps) {
  const t = useKitTexts();
  const pick = usePick();
  const pickInside = usePickInside();
  const form = useRecordForm({ object, record, given });
  const [isLeaving, setLeaving] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const isNew = record === undefined;
  useUnloadGuard(form.isChanged);
  const cancel = () => (form.isChanged ? setLeaving(true) : onClose());
  const finish = (saved: RecordData) => {
    showToast(isNew ? t('form.created', { name: titleOf(object, saved) || pick(object.label.one) }) : t('form.saved'));
    onSaved(saved);
  };
  const save = async (another: boolean, beside?: Values) => {
    if (!isNew && !form.isChanged) return onClose();
    const saved = await form.save(beside);
    if (!saved) {
      queueMicrotask(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (!another) return finish(saved);
    showToast(t('form.created', { name: titleOf(object, saved) }));
    form.reset();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save(false);
  };
  const title = t(isNew ? 'form.createTitle' : 'form.editTitle', { object: pickInside(object.label.one) });
  return (
    <Dialog title={title} place="side" width={720} onClose={cancel} footer={<FormFoot form={form} isNew={isNew} onCancel={cancel} onSave={(another) => void save(another)} />}>
      <div ref={body} className="form-body" role="presentation" onKeyDown={onKeyDown}>
        <div className="form-main">
          {form.hasDraft && <p className="tag tag-hu form-draft">{t('form.draftFound')} <button type="button" className="link-button" onClick={form.reset}>{t('form.dropDraft')}</button></p>}
          <FormBody object={object} form={form} isNew={isNew} />
          {form.errors['_reason'] !== undefined && <ReasonField form={form} />}
          {form.isDuplicate && (
            <p className="tag tag-hu form-draft" role="alert">{form.failure} <button type="button" className="link-button" onClick={() => void save(false, { _acceptDuplicate: true })}>{t('form.acceptDuplicate')}</button></p>
          )}
        </div>
        <FormSide object={object} form={form} id={record?.id} />
      </div>
      {isLeaving && <LeaveDialog onStay={() => setLeaving(false)} onLeave={onClose} />}
      {form.stale && record && (
        <Suspense fallback={null}>
          <ConflictDialog
            object={object} before={form.stale.before} mine={form.changes} current={form.stale.current} onClose={() => form.setStale(undefined)}
            onSave={(values, version) => { form.setStale(undefined); void form.send(values, version).then((saved) => saved && finish(saved)); }}
          />
        </Suspense>
      )}
    </Dialog>
  );
}
