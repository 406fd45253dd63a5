import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '#kit/api/api-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard, AdminPage, refreshMeta } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { NewObjectDialog } from './new-object-dialog.tsx';
import { type CustomObjectView, useCustomObjects } from './use-layout.ts';
import './fields.css';

function useRetire() {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const client = useQueryClient();
  const undoable = useUndo();
  const refresh = () => Promise.all([refreshMeta(client), client.invalidateQueries({ queryKey: ['objects'] })]);
  const back = (key: string) => api.post(`/admin/objects/${key}/restore`).then(refresh);
  const retire = (object: Pick<CustomObjectView, 'key' | 'label'>) =>
    api.del(`/admin/objects/${object.key}`).then(async () => { await refresh(); undoable(t('objects.retired', { name: pick(object.label.one) }), () => back(object.key)); }, reportProblem);
  return { retire, back: (key: string) => back(key).catch(reportProblem) };
}

function ObjectLine({ object, onRetire }: { object: ObjectMeta; onRetire: (() => void) | undefined }) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const own = object.fields.filter((f) => f.custom && f.retired !== true).length;
  const all = object.fields.filter((f) => f.retired !== true).length;
  return (
    <li>
      <span className="grow"><PageLink to={`/admin/objects/${object.key}`} className="object-link">{pick(object.label.many)}</PageLink> <code className="small faint">{object.plural}</code></span>
      {object.isCustom && <span className="tag tag-qing">{t('fields.customObject')}</span>}
      <span className="small muted object-count">{t('objects.count', { all })}{own > 0 && ` · ${t('objects.own', { own })}`}</span>
      {onRetire && <button type="button" className="plain-button" onClick={onRetire}>{t('fields.retire')}</button>}
    </li>
  );
}

/** All objects: the program's and the company's own (PL-12). */
export default function ObjectsPage() {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const may = useHasRight('admin.fields');
  const found = useCustomObjects();
  const { retire, back } = useRetire();
  const [isMaking, setMaking] = useState(false);
  if (!may) return <AdminPage title={t('fields.objects')}><EmptyState title={t('denied')} hint={t('fields.deniedHint')} /></AdminPage>;
  const { data = [], custom = [] } = found.data ?? {};
  const away = custom.filter((o) => o.retiredAt !== null);
  const action = <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>{t('objects.new')}</Button>;
  return (
    <AdminPage title={t('fields.objects')} hint={t('objects.hint')} actions={action}>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : found.isPending ? <div className="card card-body"><SkeletonLines count={7} /></div> : (
        <ul className="card admin-lines">{data.map((object) => <ObjectLine key={object.key} object={object} onRetire={object.isCustom ? () => void retire(object) : undefined} />)}</ul>
      )}
      {away.length > 0 && (
        <AdminCard title={t('objects.away')} note={t('objects.awayNote')} isFlush>
          <ul className="admin-lines">{away.map((o) => <li key={o.key}><span className="grow muted">{pick(o.label.many)}</span><button type="button" className="plain-button" onClick={() => void back(o.key)}>{t('fields.restore')}</button></li>)}</ul>
        </AdminCard>
      )}
      {isMaking && <NewObjectDialog onClose={() => setMaking(false)} />}
    </AdminPage>
  );
}
