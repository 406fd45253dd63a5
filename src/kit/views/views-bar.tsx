import type { ObjectMeta } from '#meta/view-model.ts';
import { Button, Input, Popover, Select } from 'antd';
import { MoreHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { ListState } from '../list/list-state.ts';
import { Dialog } from '../overlay/dialog.tsx';
import { reportProblem, useUndo } from '../overlay/use-undo.ts';
import { showToast } from '../overlay/toast-store.ts';
import { usePickInside } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import type { SavedView } from './view-types.ts';

interface NameDialogProps {
  readonly view?: SavedView | undefined;
  onClose(): void;
  onSave(name: string, visibility: SavedView['visibility']): Promise<void>;
}

function NameDialog({ view, onClose, onSave }: NameDialogProps) {
  const t = useKitTexts();
  const [name, setName] = useState(view?.name ?? '');
  const [visibility, setVisibility] = useState<SavedView['visibility']>(view?.visibility ?? 'private');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim(), visibility).then(onClose, reportProblem);
  };
  return (
    <Dialog title={view ? t('view.rename') : t('view.saveAs')} width={400} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <label htmlFor="view-name">{t('view.name')}</label>
        <Input id="view-name" autoFocus maxLength={60} value={name} onChange={(e) => setName(e.target.value)} />
        <label htmlFor="view-visibility">{t('view.visibility')}</label>
        <Select
          id="view-visibility" value={visibility} onChange={setVisibility}
          options={(['private', 'shared', 'role'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>{t('action.save')}</Button>
      </form>
    </Dialog>
  );
}

function ViewMenu({ state, view }: { state: ListState; view: SavedView }) {
  const t = useKitTexts();
  const undoable = useUndo();
  const [isRenaming, setRenaming] = useState(false);
  const remove = () => {
    state.openView(undefined);
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
      {isRenaming && <NameDialog view={view} onClose={() => setRenaming(false)} onSave={(name, visibility) => state.views.rename(view, name, visibility)} />}
    </>
  );
}

function ChangedBar({ state }: { state: ListState }) {
  const t = useKitTexts();
  const [isNaming, setNaming] = useState(false);
  const { view, views, settings } = state;
  const save = () => view && views.update(view, settings).then(() => { state.discard(); showToast(t('view.saved', { name: view.name })); }, reportProblem);
  const saveAs = async (name: string, visibility: SavedView['visibility']) => {
    const made = await views.create(name, visibility, settings);
    state.openView(made.id);
    showToast(t('view.saved', { name }));
  };
  return (
    <span className="view-changed small">
      <span className="faint">{t('view.changed')}</span>
      {view && <button type="button" className="link-button" onClick={() => void save()}>{t('view.save')}</button>}
      <button type="button" className="link-button" onClick={() => setNaming(true)}>{t('view.saveAs')}</button>
      <button type="button" className="link-button" onClick={state.discard}>{t('view.discard')}</button>
      {isNaming && <NameDialog onClose={() => setNaming(false)} onSave={saveAs} />}
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
      <button type="button" className="view-tab" aria-current={view === undefined} onClick={() => state.openView(undefined)}>
        {t('view.all', { object: pickInside(object.label.many) })}
      </button>
      {views.views.map((v) => (
        <button key={v.id} type="button" className="view-tab" aria-current={v.id === view?.id} onClick={() => state.openView(v.id)}>{v.name}</button>
      ))}
      {view && <ViewMenu state={state} view={view} />}
      {state.isChanged && <ChangedBar state={state} />}
    </nav>
  );
}
