import { DndContext, type DragEndEvent, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { type CallAnswer, call } from '#kit/api/typed-client.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { itemKinds } from '../../rules/order-report.ts';
import type { ChecklistItem } from '../kept/kept-order.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { ChecklistPreview } from './checklist-preview.tsx';
import { itemGaps, moveItem, newItem, trimItem } from './edited-items.ts';
import { ItemEditor } from './item-editor.tsx';
import './checklists.css';

type Sheet = CallAnswer<'GET /fieldwork/checklists/{id}'>;

const fresh: Sheet = { id: '', name: '', nameEn: '', state: 'active', revision: 0, shown: 0, items: [], revisions: [] };

/** A list with its versions: orders that were made keep the one they began with (SE-11). */
export default function ChecklistEditorPage() {
  const t = useFieldworkTexts();
  const pick = usePick();
  const { checklist = '' }: { checklist?: string } = useParams({ strict: false });
  const isNew = checklist === 'new';
  const [revision, setRevision] = useState<number>();
  const found = useQuery({
    queryKey: ['records', 'orderChecklist', 'sheet', checklist, revision ?? 0], enabled: !isNew, refetchOnWindowFocus: false,
    queryFn: ({ signal }) => call('GET /fieldwork/checklists/{id}', { signal, params: { id: checklist }, query: revision === undefined ? {} : { revision } }),
  });
  const sheet = isNew ? fresh : found.data;
  return (
    <AdminPage title={sheet && sheet.id !== '' ? pick({ 'zh-CN': sheet.name, en: sheet.nameEn }) : t('lists.new')} hint={t('lists.editHint')} back={{ to: '/fieldwork/checklists', label: t('lists.title') }}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {!sheet && !found.error && <div className="card card-body"><SkeletonLines count={10} /></div>}
      {sheet && <Editor key={`${sheet.id} ${sheet.revision} ${sheet.shown}`} sheet={sheet} onRevision={setRevision} />}
    </AdminPage>
  );
}

/** What is typed, and saving it as the next version. */
function useEditedList(sheet: Sheet, onSaved: () => void) {
  const t = useFieldworkTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(sheet.name);
  const [nameEn, setNameEn] = useState(sheet.nameEn);
  const [state, setState] = useState(sheet.state);
  const [items, setItems] = useState<readonly ChecklistItem[]>(sheet.items);
  const { isBusy, error, issues, run } = useSubmit();
  const save = async () => {
    const answer = await run(() => call('POST /fieldwork/checklists', { body: { ...(sheet.id !== '' && { id: sheet.id, revision: sheet.revision }), name: name.trim(), nameEn: nameEn.trim(), state, items: items.map(trimItem) } }));
    if (!answer) return;
    showToast(t('lists.saved', { revision: answer.done.revision }));
    onSaved();
    void client.invalidateQueries({ queryKey: ['records', 'orderChecklist'] });
    void client.invalidateQueries({ queryKey: ['fieldwork-choices'] });
    if (sheet.id === '') void navigate({ to: `/fieldwork/checklists/${answer.done.id}`, replace: true });
  };
  return { name, setName, nameEn, setNameEn, state, setState, items, setItems, isBusy, error: [error, ...Object.values(issues)].filter(Boolean).join(' '), save };
}

function Editor({ sheet, onRevision }: { readonly sheet: Sheet; onRevision(revision: number | undefined): void }) {
  const t = useFieldworkTexts();
  const ids = { name: useId(), nameEn: useId() };
  const grants = useFindObject()('orderChecklist')?.grants;
  const isOld = sheet.shown !== sheet.revision;
  const mayWrite = grants?.update !== undefined && !isOld;
  const { name, setName, nameEn, setNameEn, state, setState, items, setItems, isBusy, error, save } = useEditedList(sheet, () => onRevision(undefined));
  const [isTried, setTried] = useState(false);
  const gaps = itemGaps(items);
  const isWhole = items.length > 0 && name.trim() !== '' && nameEn.trim() !== '' && gaps.size === 0;
  return (
    <div className="check-layout">
      <div className="stack">
        <AdminCard title={t('lists.about')}>
          <div className="admin-form">
            <div className="admin-two">
              <div className="admin-field"><label htmlFor={ids.name}>{t('lists.name')}</label><Input id={ids.name} maxLength={80} disabled={!mayWrite} value={name} onChange={(event) => setName(event.target.value)} /></div>
              <div className="admin-field"><label htmlFor={ids.nameEn}>{t('lists.nameEn')}</label><Input id={ids.nameEn} maxLength={80} disabled={!mayWrite} value={nameEn} onChange={(event) => setNameEn(event.target.value)} /></div>
            </div>
            <ChoiceBar label={t('lists.state')} value={state} options={(['active', 'retired'] as const).map((value) => ({ value, label: t(`lists.${value}`) }))} onChange={(value: Sheet['state']) => setState(value)} />
            {sheet.revisions.length > 1 && <Revisions sheet={sheet} onRevision={onRevision} />}
          </div>
        </AdminCard>
        <ItemsCard items={items} gaps={isTried ? gaps : new Map()} mayWrite={mayWrite} onItems={setItems} />
        {error !== '' && <p className="danger" role="alert">{error}</p>}
        {mayWrite && <div className="admin-save"><span className="small muted grow">{isTried && !isWhole ? t('lists.unfinished') : t('lists.keeps')}</span><Button type="primary" loading={isBusy} onClick={() => { setTried(true); if (isWhole) void save(); }}>{t('lists.save')}</Button></div>}
      </div>
      <ChecklistPreview items={items} />
    </div>
  );
}

function Revisions({ sheet, onRevision }: { readonly sheet: Sheet; onRevision(revision: number | undefined): void }) {
  const t = useFieldworkTexts();
  const format = useFormat();
  const options = sheet.revisions.map(({ revision, at, by }) => ({ value: String(revision), label: `${t('lists.revision', { revision })} · ${format.fullMoment(at)}${by === null ? '' : ` · ${by}`}` }));
  return (
    <label className="admin-field"><span className="small muted">{t('lists.versions')}</span>
      <PlainSelect label={t('lists.versions')} value={String(sheet.shown)} options={options} onChange={(value) => onRevision(Number(value) === sheet.revision ? undefined : Number(value))} />
      {sheet.shown !== sheet.revision && <span className="small muted">{t('lists.old')}</span>}
    </label>
  );
}

interface ItemsProps {
  readonly items: readonly ChecklistItem[];
  readonly gaps: ReturnType<typeof itemGaps>;
  readonly mayWrite: boolean;
  onItems(items: readonly ChecklistItem[]): void;
}

function ItemsCard({ items, gaps, mayWrite, onItems }: ItemsProps) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 4 } }), useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 6 } }));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) onItems(moveItem(items, items.findIndex(({ key }) => key === active.id), items.findIndex(({ key }) => key === over.id)));
  };
  return (
    <AdminCard title={t('lists.items')} note={items.length} isFlush>
      {mayWrite ? (
        <DndContext sensors={sensors} onDragEnd={onDragEnd} accessibility={{ screenReaderInstructions: { draggable: t('lists.gripHint') } }}>
          <ol className="check-items">
            {items.map((item, at) => (
              <ItemEditor
                key={item.key} item={item} at={at} last={items.length - 1} gap={gaps.get(at)} onChange={(next) => onItems(items.map((each, place) => (place === at ? next : each)))}
                onMove={(by) => onItems(moveItem(items, at, at + by))} onRemove={() => onItems(items.toSpliced(at, 1))}
              />
            ))}
          </ol>
        </DndContext>
      ) : <ol className="admin-lines">{items.map((item, at) => <li key={item.key}><span className="grow">{at + 1} {pick(item.label)}</span><span className="tag">{t(`itemKinds.${item.kind}`)}</span></li>)}</ol>}
      {mayWrite && <div className="check-add">{itemKinds.map((kind) => <Button key={kind} icon={<Plus size={14} aria-hidden />} onClick={() => onItems([...items, newItem(newId(), kind)])}>{t(`itemKinds.${kind}`)}</Button>)}</div>}
    </AdminCard>
  );
}
