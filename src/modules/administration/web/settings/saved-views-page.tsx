import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented, Select } from 'antd';
import { Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { useMeta } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import type { SavedView } from '#kit/views/view-types.ts';
import { useRoleNames, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { SettingsFrame } from './settings-tabs.tsx';

interface Listed {
  readonly object: ObjectMeta;
  readonly view: SavedView;
}

function useAllViews() {
  const objects = useMeta().objects;
  const found = useQueries({
    queries: objects.map((object) => ({ queryKey: ['views', object.key], queryFn: () => call('GET /views', { query: { object: object.key } }) })),
  });
  const list: Listed[] = objects.flatMap((object, at) => found[at]?.data?.data.map((view) => ({ object, view })) ?? []);
  return { list, isPending: found.some((f) => f.isPending) };
}

function ViewDialog({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const t = useTexts(administrationTexts);
  const kit = useKitTexts();
  const pick = usePick();
  const client = useQueryClient();
  const roles = useRoleNames();
  const mayShare = useHasRight('views.share');
  const [name, setName] = useState(view.name);
  const [visibility, setVisibility] = useState(view.visibility);
  const [role, setRole] = useState(view.role ?? undefined);
  const [isDefault, setDefault] = useState(view.isDefault);
  const { isBusy, error, issues, run } = useSubmit();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await run(() => api.patch(`/views/${view.id}`, { name, visibility, isDefault, role: visibility === 'role' ? (role ?? null) : null }));
    if (!result) return;
    void client.invalidateQueries({ queryKey: ['views'] });
    showToast(t('views.saved', { name }));
    onClose();
  };
  const kinds = (['private', 'shared', 'role'] as const).filter((kind) => kind === 'private' || mayShare);
  return (
    <Dialog title={t('views.edit', { name: view.name })} width={440} onClose={onClose}>
      <form className="admin-form" onSubmit={(e) => void submit(e)}>
        <label htmlFor="view-name">{t('views.name')}</label>
        <Input id="view-name" autoFocus maxLength={60} value={name} onChange={(e) => setName(e.target.value)} />
        <span className="small muted">{t('views.who')}</span>
        <Segmented block value={visibility} onChange={setVisibility} options={kinds.map((value) => ({ value, label: t(`views.kind.${value}`) }))} />
        {visibility === 'role' && (
          <>
            <label htmlFor="view-role">{t('views.role')}</label>
            <Select id="view-role" value={role} onChange={setRole} options={roles.data?.map((r) => ({ value: r.key, label: pick(r.label) })) ?? []} />
          </>
        )}
        <label className="row"><input type="checkbox" checked={isDefault} onChange={(e) => setDefault(e.target.checked)} />{t('views.default')}</label>
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="admin-foot">
          <Button onClick={onClose}>{kit('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={name.trim() === ''}>{kit('action.save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function ViewRow({ listed, onEdit }: { listed: Listed; onEdit: () => void }) {
  const t = useTexts(administrationTexts);
  const kit = useKitTexts();
  const pick = usePick();
  const client = useQueryClient();
  const undoable = useUndo();
  const address = useAddress();
  const roles = useRoleNames();
  const { object, view } = listed;
  const role = roles.data?.find((r) => r.key === view.role);
  const refresh = () => client.invalidateQueries({ queryKey: ['views'] });
  const erase = () => {
    const { object: key, name, visibility, mode, columns, filter, sort, groupBy, isDefault } = view;
    const again = { object: key, name, visibility, mode, columns, filter, sort, groupBy, isDefault, role: view.role };
    api.del(`/views/${view.id}`).then(() => {
      void refresh();
      undoable(t('views.deleted', { name }), () => api.post('/views', again).then(refresh));
    }, reportProblem);
  };
  return (
    <tr>
      <th scope="row"><PageLink to={`${address(object)}?view=${view.id}`}>{view.name}</PageLink></th>
      <td>{pick(object.label.many)}</td>
      <td><span className={`tag${view.visibility === 'private' ? '' : ' tag-qing'}`}>{t(`views.kind.${view.visibility}`)}{role && ` · ${pick(role.label)}`}</span></td>
      <td>{view.isDefault && <span className="small muted">{t('views.isDefault')}</span>}</td>
      <td className="number">
        {view.capabilities?.includes('update') && <button type="button" className="plain-button" aria-label={t('views.edit', { name: view.name })} onClick={onEdit}><Pencil size={14} aria-hidden /></button>}
        {view.capabilities?.includes('delete') && <button type="button" className="plain-button" aria-label={`${kit('action.delete')} ${view.name}`} onClick={erase}><Trash2 size={14} aria-hidden /></button>}
      </td>
    </tr>
  );
}

/** The saved views of all objects that this person may see: rename, share, give to a role, delete. */
export default function SavedViewsPage() {
  const t = useTexts(administrationTexts);
  const { list, isPending } = useAllViews();
  const [editing, setEditing] = useState<SavedView>();
  return (
    <SettingsFrame>
      <p className="small muted">{t('views.hint')}</p>
      {isPending && list.length === 0 ? <div className="card card-body"><SkeletonLines count={5} /></div>
        : list.length === 0 ? <EmptyState title={t('views.none')} hint={t('views.noneHint')} /> : (
          <div className="card admin-scroll">
            <table className="admin-table views-table">
              <thead><tr><th scope="col">{t('views.name')}</th><th scope="col">{t('views.list')}</th><th scope="col">{t('views.who')}</th><th scope="col">{t('views.first')}</th><th scope="col"><span className="visually-hidden">{t('views.actions')}</span></th></tr></thead>
              <tbody>{list.map((listed) => <ViewRow key={listed.view.id} listed={listed} onEdit={() => setEditing(listed.view)} />)}</tbody>
            </table>
          </div>
        )}
      {editing && <ViewDialog view={editing} onClose={() => setEditing(undefined)} />}
    </SettingsFrame>
  );
}
