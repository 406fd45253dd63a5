import type { ObjectMeta } from '#meta/view-model.ts';
import { Popover } from 'antd';
import { MoreHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ListState } from '../list/list-state.ts';
import { reportProblem, useUndo } from '../overlay/use-undo.ts';
import { showToast } from '../overlay/toast-store.ts';
import { usePickInside } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import type { SavedView, ViewAbout } from './view-types.ts';

const AboutDialog = lazy(() => import('./view-dialog.tsx'));

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
      {isRenaming && <Suspense fallback={null}><AboutDialog view={view} onClose={() => setRenaming(false)} onSave={(about) => state.views.rename(view, about)} /></Suspense>}
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
      {isNaming && <Suspense fallback={null}><AboutDialog onClose={() => setNaming(false)} onSave={saveAs} /></Suspense>}
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
      {view && view.capabilities.includes('update') && <ViewMenu state={state} view={view} />}
      {state.isChanged && <ChangedBar state={state} />}
    </nav>
  );
}
