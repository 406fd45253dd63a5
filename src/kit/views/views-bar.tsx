import type { Bilingual } from '#kernel/texts.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover, Select } from 'antd';
import { MoreHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { api } from '../api/api-client.ts';
import { useHasRight } from '../api/session.ts';
import type { ListState } from '../list/list-state.ts';
import { Dialog } from '../overlay/dialog.tsx';
import { reportProblem, useUndo } from '../overlay/use-undo.ts';
import { showToast } from '../overlay/toast-store.ts';
import { usePick, usePickInside } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import type { SavedView, ViewAbout } from './view-types.ts';

interface AboutDialogProps {
  readonly view?: SavedView | undefined;
  onClose(): void;
  onSave(about: ViewAbout): Promise<void>;
}

function useRoles(isNeeded: boolean) {
  const roles = useQuery({
    queryKey: ['roles', 'names'],
    queryFn: ({ signal }) => api.get<{ data: readonly { key: string; name: Bilingual | string }[] }>('/roles', { signal }),
    enabled: isNeeded,
  });
  const pick = usePick();
  return (roles.data?.data ?? []).map((role) => ({ value: role.key, label: typeof role.name === 'string' ? role.name : pick(role.name) }));
}

function VisibilityFields({ about, set }: { about: ViewAbout; set: (change: Partial<ViewAbout>) => void }) {
  const t = useKitTexts();
  const mayShare = useHasRight('views.share');
  const roles = useRoles(about.visibility === 'role');
  if (!mayShare) return null;
  return (
    <>
      <label htmlFor="view-visibility">{t('view.visibility')}</label>
      <Select<SavedView['visibility']>
        id="view-visibility" value={about.visibility} onChange={(visibility) => set({ visibility, role: null, ...(visibility === 'shared' ? { isDefault: false } : {}) })}
        options={(['private', 'shared', 'role'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
      />
      {about.visibility === 'role' && <Select aria-label={t('view.whichRole')} placeholder={t('view.whichRole')} value={about.role} options={roles} onChange={(role: string) => set({ role })} />}
    </>
  );
}

function AboutDialog({ view, onClose, onSave }: AboutDialogProps) {
  const t = useKitTexts();
  const [about, setAbout] = useState<ViewAbout>({
    name: view?.name ?? '', visibility: view?.visibility ?? 'private', role: view?.role ?? null, isDefault: view?.isDefault ?? false,
  });
  const set = (change: Partial<ViewAbout>) => setAbout((old) => ({ ...old, ...change }));
  const isReady = about.name.trim() !== '' && (about.visibility !== 'role' || about.role !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onSave({ ...about, name: about.name.trim() }).then(onClose, reportProblem);
  };
  return (
    <Dialog title={view ? t('view.rename') : t('view.saveAs')} width={400} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <label htmlFor="view-name">{t('view.name')}</label>
        <Input id="view-name" maxLength={60} value={about.name} onChange={(e) => set({ name: e.target.value })} />
        <VisibilityFields about={about} set={set} />
        {about.visibility !== 'shared' && <Checkbox checked={about.isDefault} onChange={(e) => set({ isDefault: e.target.checked })}>{t('view.isDefault')}</Checkbox>}
        <Button type="primary" htmlType="submit" disabled={!isReady}>{t('action.save')}</Button>
      </form>
    </Dialog>
  );
}

function ViewMenu({ state, view }: { state: ListState; view: SavedView }) {
  const t = useKitTexts();
  const undoable = useUndo();
  const [isRenaming, setRenaming] = useState(false);
  const remove = () => {
    state.openView('all');
    state.views.remove(view).then(() => undoable(t('view.deleted', { name: view.name }), () => state.views.restore(view)), reportProblem);
  };
  const content = (
    <div className="menu-list">
      <button type="button" className="plain-button" onClick={() => setRenaming(true)}>{t('view.rename')}</button>
      <button type="button" className="plain-button danger" onClick={remove}>{t('view.delete')}</button>
    </div>
  );
  return (
    <>
      <Popover content={content} trigger="click" placement="bottom" arrow={false}>
        <button type="button" className="plain-button" aria-label={t('view.menu')}><MoreHorizontal size={15} aria-hidden /></button>
      </Popover>
      {isRenaming && <AboutDialog view={view} onClose={() => setRenaming(false)} onSave={(about) => state.views.rename(view, about)} />}
    </>
  );
}

function ChangedBar({ state }: { state: ListState }) {
  const t = useKitTexts();
  const [isNaming, setNaming] = useState(false);
  const { view, views, settings } = state;
  const save = () => view && views.update(view, settings).then(() => { state.discard(); showToast(t('view.saved', { name: view.name })); }, reportProblem);
  const saveAs = async (about: ViewAbout) => {
    const made = await views.create(about, settings);
    state.openView(made.id);
    showToast(t('view.saved', { name: about.name }));
  };
  return (
    <span className="view-changed small">
      <span className="faint">{t('view.changed')}</span>
      {view?.capabilities?.includes('update') !== false && view && <button type="button" className="link-button" onClick={() => void save()}>{t('view.save')}</button>}
      <button type="button" className="link-button" onClick={() => setNaming(true)}>{t('view.saveAs')}</button>
      <button type="button" className="link-button" onClick={state.discard}>{t('view.discard')}</button>
      {isNaming && <AboutDialog onClose={() => setNaming(false)} onSave={saveAs} />}
    </span>
  );
}

/** The saved views of a list, and "save changes?" when the present one was altered (UX-2). */
export function ViewsBar({ object, state }: { object: ObjectMeta; state: ListState }) {
  const t = useKitTexts();
  const pickInside = usePickInside();
  const { views, view } = state;
  return (
    <nav className="views" aria-label={t('view.list')}>
      <button type="button" className="view-tab" aria-current={view === undefined} onClick={() => state.openView('all')}>
        {t('view.all', { object: pickInside(object.label.many) })}
      </button>
      {views.views.map((v) => (
        <button key={v.id} type="button" className="view-tab" aria-current={v.id === view?.id} onClick={() => state.openView(v.id)}>{v.name}</button>
      ))}
      {view && view.capabilities?.includes('update') !== false && <ViewMenu state={state} view={view} />}
      {state.isChanged && <ChangedBar state={state} />}
    </nav>
  );
}
