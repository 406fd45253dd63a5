import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { isNamedRef, type RecordData, type RecordPage } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { siteKey, useBoardTexts } from '../use-board.ts';
import { SiteDialog } from './site-dialog.tsx';
import '../reception-board.css';

const nameOf = (value: unknown): string => (isNamedRef(value) ? value.name : '');

const useMembers = (id: string) => useQuery({ queryKey: [...siteKey(id), 'members'], queryFn: ({ signal }) => call('GET /sites/{id}/members', { signal, params: { id } }) });

/** A pack's name where the person may read policies, else its key. */
function usePackName(key: string): string {
  const pick = usePick();
  const mayRead = useHasRight('policies.read');
  const packs = useQuery({ queryKey: ['policy-packs'], queryFn: ({ signal }) => call('GET /policy-packs', { signal }), enabled: mayRead });
  const label = packs.data?.data.find((pack) => pack.key === key)?.label;
  return label ? pick(label) : key;
}

function DeleteSite({ site, onClose }: { site: RecordData; onClose: () => void }) {
  const t = useBoardTexts();
  const client = useQueryClient();
  const erase = async () => {
    await call('DELETE /sites/{id}', { params: { id: site.id } });
    await client.invalidateQueries({ queryKey: ['records', 'site'] });
  };
  return <ConfirmDialog title={t('sites.delete')} ok={t('sites.delete')} isDanger onConfirm={erase} onClose={onClose}><p>{t('sites.deleteHint')}</p></ConfirmDialog>;
}

function SiteCard({ site }: { site: RecordData }) {
  const t = useBoardTexts();
  const members = useMembers(site.id);
  const grants = useFindObject()('site')?.grants;
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const packName = usePackName(String(site['pack']));
  const facts: readonly (readonly [string, string])[] = [
    [t('sites.manager'), nameOf(site['owner'])], [t('sites.deputy'), nameOf(site['deputy']) || t('sites.nobody')], [t('sites.unit'), nameOf(site['unit'])], [t('sites.pack'), packName],
    [t('sites.hours'), site['opensAt'] === site['closesAt'] ? t('sites.allDay') : `${String(site['opensAt'])} – ${String(site['closesAt'])}`], [t('sites.members'), members.data?.data.map((each) => each.name).join('、') ?? ''],
  ];
  return (
    <section className="card">
      <div className="card-head">
        <h2>{String(site['name'])}</h2>
        <div className="row wrap">
          <PageLink to={`/reception?site=${site.id}`}>{t('sites.board')}</PageLink>
          {grants?.update !== undefined && <Button size="small" disabled={!members.data} onClick={() => setOpen('edit')}>{t('sites.edit')}</Button>}
          {grants?.delete !== undefined && <Button size="small" type="text" onClick={() => setOpen('delete')}>{t('sites.delete')}</Button>}
        </div>
      </div>
      <dl className="card-body board-facts">{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {open === 'edit' && members.data && <SiteDialog site={site} members={members.data.data} onClose={() => setOpen(undefined)} />}
      {open === 'delete' && <DeleteSite site={site} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

/** Sales offices: what decides there, and who takes part (RE-1). */
export default function SitesPage() {
  const t = useBoardTexts();
  const kit = useKitTexts();
  const mayCreate = useFindObject()('site')?.grants.create !== undefined;
  const [isAdding, setAdding] = useState(false);
  const sites = useQuery({
    queryKey: ['records', 'site', 'full'], queryFn: ({ signal }) => api.get<RecordPage>('/sites', { signal, query: { limit: 100, sort: 'name', include: 'owner,unit,deputy' } }),
  });
  const add = mayCreate && <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setAdding(true)}>{t('newSite')}</Button>;
  return (
    <AdminPage title={t('sites.title')} hint={t('sites.hint')} actions={sites.data?.data.length === 0 ? undefined : add}>
      {sites.error ? <ErrorState error={sites.error} title={kit('error.title')} onRetry={() => void sites.refetch()} /> : !sites.data ? <div className="card card-body"><SkeletonLines count={6} /></div>
        : sites.data.data.length === 0 ? <div className="card"><EmptyState title={t('noSite')} hint={mayCreate ? t('noSiteHint') : t('noSiteAsk')} actions={add} /></div>
          : <div className="stack">{sites.data.data.map((site) => <SiteCard key={site.id} site={site} />)}</div>}
      {isAdding && <SiteDialog members={[]} onClose={() => setAdding(false)} />}
    </AdminPage>
  );
}
