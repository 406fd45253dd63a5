import { Button } from 'antd';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { EmptyState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { useSave } from '#kit/records/use-save.ts';
import { AdminCard, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { MacroForm } from './macro-form.tsx';
import { readSteps } from './macro-steps.ts';
import { useSetupTexts } from './setup-web.texts.ts';

function Macro({ object, record, onEdit }: { object: ObjectMeta; record: RecordData; onEdit: () => void }) {
  const t = useSetupTexts();
  const save = useSave(object);
  const submit = useSubmit();
  const remove = async () => {
    const done = await submit.run(() => save.remove(record.id, record.version));
    if (done) showToast(t('macros.removed'), { action: { label: t('macros.undo'), run: () => save.restore(record.id) } });
  };
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><b>{String(record['name'])}</b>{record['isActive'] === false && <span className="tag">{t('macros.off2')}</span>}</div>
        <p className="small muted">{readSteps(record['steps']).map((step) => t(`macros.act.${step.do}`)).join(' → ')}</p>
        {submit.error && <p className="small danger" role="alert">{submit.error}</p>}
      </div>
      {object.grants.update !== undefined && <Button size="small" onClick={onEdit}>{t('macros.edit')}</Button>}
      {object.grants.delete !== undefined && <Button size="small" type="text" onClick={() => void remove()}>{t('macros.delete')}</Button>}
    </li>
  );
}

/** The macros of the desk and their editor. */
export function MacroList({ object }: { readonly object: ObjectMeta }) {
  const t = useSetupTexts();
  const found = useRecords(object, { sort: 'position' });
  const [editing, setEditing] = useState<RecordData | 'new'>();
  return (
    <AdminCard title={t('macros.title')} note={object.grants.create === undefined ? t('macros.note') : <Button size="small" onClick={() => setEditing('new')}>{t('macros.create')}</Button>} isFlush>
      {found.isPending && <div className="card-body"><SkeletonLines count={2} /></div>}
      {found.data && found.records.length === 0 && <EmptyState title={t('macros.none')} hint={t('macros.noneHint')} />}
      <ul className="admin-lines">{found.records.map((record) => <Macro key={record.id} object={object} record={record} onEdit={() => setEditing(record)} />)}</ul>
      {editing !== undefined && <MacroForm object={object} {...(editing !== 'new' && { record: editing })} onClose={() => setEditing(undefined)} />}
    </AdminCard>
  );
}
