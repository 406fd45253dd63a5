import type { ObjectMeta } from '#meta/view-model.ts';
import { useNavigate } from '@tanstack/react-router';
import { Button, Popover } from 'antd';
import { ChevronLeft, ChevronRight, Link2, MoreHorizontal, PencilLine, Trash2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FieldValue } from '../field/field-value.tsx';
import { isBlank } from '../field/field-props.ts';
import { neighboursOf } from '../list/list-memory.ts';
import { useAddress } from '../module/registry.tsx';
import { usePageKeys } from '../palette/use-global-keys.ts';
import { reportProblem, useUndo } from '../overlay/use-undo.ts';
import { showToast } from '../overlay/toast-store.ts';
import { type RecordData, titleOf } from '../records/record-types.ts';
import { useSave } from '../records/use-save.ts';
import { PageLink } from '../shell/page-link.tsx';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { PanelSlot } from './panel-slot.tsx';

const EditDialog = lazy(() => import('../form/edit-dialog.tsx'));

interface HeadProps {
  readonly object: ObjectMeta;
  readonly record: RecordData;
}

/** Previous and next in the list from which the record was opened; J and K, Ctrl+arrows (UX-5). */
export function ListSteps({ object, record }: HeadProps) {
  const t = useKitTexts();
  const navigate = useNavigate();
  const address = useAddress()(object);
  const list = neighboursOf(object.key);
  const at = list?.ids.indexOf(record.id) ?? -1;
  const go = (id: string | undefined) => (id === undefined ? undefined : () => void navigate({ to: `${address}/${id}` }));
  const previous = at > 0 ? go(list?.ids[at - 1]) : undefined;
  const next = at >= 0 ? go(list?.ids[at + 1]) : undefined;
  const keys = useMemo(() => ({ j: next, k: previous, 'ctrl+ArrowDown': next, 'ctrl+ArrowUp': previous }), [next, previous]);
  usePageKeys(keys);
  if (at < 0) return null;
  return (
    <span className="row no-print">
      <button type="button" className="plain-button" aria-label={t('action.previous')} title={`${t('action.previous')} (K)`} disabled={!previous} onClick={previous}><ChevronLeft size={16} aria-hidden /></button>
      <button type="button" className="plain-button" aria-label={t('action.next')} title={`${t('action.next')} (J)`} disabled={!next} onClick={next}><ChevronRight size={16} aria-hidden /></button>
    </span>
  );
}

function MoreMenu({ object, record, onEdit }: HeadProps & { onEdit: (() => void) | undefined }) {
  const t = useKitTexts();
  const navigate = useNavigate();
  const undoable = useUndo();
  const address = useAddress()(object);
  const { remove, restore } = useSave(object);
  const may = (action: 'delete') => object.writes === 'records' && (record.capabilities?.includes(action) ?? object.grants[action] !== undefined);
  const erase = () => {
    remove(record.id, record.version).then(() => {
      undoable(t('record.deleted', { name: titleOf(object, record) }), () => restore(record.id));
      void navigate({ to: address });
    }, reportProblem);
  };
  const copy = () => navigator.clipboard.writeText(location.href).then(() => showToast(t('record.linkCopied')), reportProblem);
  const content = (
    <div className="stack">
      {onEdit && <button type="button" className="plain-button" onClick={onEdit}><PencilLine size={15} aria-hidden />{t('action.edit')}</button>}
      {'clipboard' in navigator && <button type="button" className="plain-button" onClick={() => void copy()}><Link2 size={15} aria-hidden />{t('record.copyLink')}</button>}
      {may('delete') && <button type="button" className="plain-button danger" onClick={erase}><Trash2 size={15} aria-hidden />{t('action.delete')}</button>}
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" arrow={false}>
      <Button aria-label={t('action.more')} icon={<MoreHorizontal size={16} aria-hidden />} />
    </Popover>
  );
}

/** The line below the name: the list's first columns that are not shown as badges. */
function Subtitle({ object, record }: HeadProps) {
  const fields = object.fields.filter((f) => f.inList && f.key !== object.title && f.choices?.every((c) => c.colour === undefined) !== false && f.type !== 'choice' && f.type !== 'boolean' && !isBlank(record[f.key])).slice(0, 5);
  return (
    <div className="small muted row wrap">
      {fields.map((field, at) => <span key={field.key}>{at > 0 && '· '}<FieldValue object={object} field={field} value={record[field.key]} record={record} isCell /></span>)}
    </div>
  );
}

/** Name, badges, next and previous, actions. */
export function RecordHead({ object, record }: HeadProps) {
  const t = useKitTexts();
  const pick = usePick();
  const address = useAddress()(object);
  const [isEditing, setEditing] = useState(false);
  const back = neighboursOf(object.key)?.back ?? address;
  const mayEdit = object.writes === 'records' && (record.capabilities?.includes('update') ?? object.grants.update !== undefined);
  const edit = mayEdit ? () => setEditing(true) : undefined;
  usePageKeys({ e: edit });
  const badges = object.fields.filter((f) => f.type === 'choice' && f.inList && !isBlank(record[f.key]));
  return (
    <header className="page-head">
      <div className="grow">
        <div className="record-crumbs"><PageLink to={back}>{pick(object.label.many)}</PageLink><ListSteps object={object} record={record} /></div>
        <div className="record-title">
          <h1>{titleOf(object, record)}</h1>
          {badges.map((field) => <FieldValue key={field.key} object={object} field={field} value={record[field.key]} record={record} isCell />)}
          <PanelSlot place="badge" object={object} record={record} />
        </div>
        <Subtitle object={object} record={record} />
      </div>
      <div className="record-actions no-print">
        <PanelSlot place="action" object={object} record={record} />
        {edit && <Button onClick={edit}>{t('action.edit')}</Button>}
        <MoreMenu object={object} record={record} onEdit={edit} />
      </div>
      {isEditing && <Suspense fallback={null}><EditDialog object={object} record={record} onClose={() => setEditing(false)} /></Suspense>}
    </header>
  );
}
