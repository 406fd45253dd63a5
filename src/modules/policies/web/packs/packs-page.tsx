import { Button } from 'antd';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { type PackList, usePacks, useRefreshPolicies } from '../use-policies.ts';
import { ImportPack } from './import-pack.tsx';
import { PackCard } from './pack-card.tsx';
import '../policies.css';

type Offered = PackList['offered'][number];

/** A pack in use that a newer version of the product has made larger. */
const isPart = (pack: Offered): boolean => pack.policies < pack.total;

function OfferedPacks({ offered }: { offered: readonly Offered[] }) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const refresh = useRefreshPolicies();
  const mayInstall = useHasRight('policies.approve');
  const [chosen, setChosen] = useState<Offered>();
  const install = async (pack: Offered) => {
    await call('POST /policy-packs/install', { body: { key: pack.key } });
    await refresh();
    showToast(t(isPart(pack) ? 'packs.restAdded' : 'packs.installed', { pack: pick(pack.label), count: pack.policies }));
  };
  return (
    <section className="card">
      <h2 className="card-head">{t('packs.offered')}</h2>
      <ul className="offered">
        {offered.map((pack) => (
          <li key={pack.key}>
            <div className="grow"><b>{pick(pack.label)}</b> {isPart(pack) ? <span className="tag tag-hu">{t('packs.part', { used: pack.total - pack.policies, total: pack.total })}</span> : <span className="small muted">{t('packs.count', { count: pack.policies })}</span>}<p className="small muted">{pick(pack.about)}{!mayInstall && <> {t('packs.whoInstalls')}</>}</p></div>
            {mayInstall && <Button onClick={() => setChosen(pack)}>{t(isPart(pack) ? 'packs.addRest' : 'packs.install')}</Button>}
          </li>
        ))}
      </ul>
      {chosen && (
        <ConfirmDialog title={t(isPart(chosen) ? 'packs.addRestTitle' : 'packs.installTitle', { pack: pick(chosen.label) })} ok={t(isPart(chosen) ? 'packs.addRest' : 'packs.install')} onClose={() => setChosen(undefined)} onConfirm={() => install(chosen)}>
          <p>{t(isPart(chosen) ? 'packs.addRestHint' : 'packs.installHint', { count: chosen.policies })}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

/** The company's packs with their policies, packs that ship, and packs from files (PL-40). */
export default function PacksPage() {
  const t = useTexts(policiesTexts);
  const may = useHasRight('policies.read');
  const mayEdit = useHasRight('policies.edit');
  const packs = usePacks(may);
  const [isImporting, setImporting] = useState(false);
  if (!may) return <AdminPage title={t('title')}><EmptyState title={t('denied')} hint={t('deniedHint')} /></AdminPage>;
  const list = packs.data?.data ?? [];
  const offered = packs.data?.offered ?? [];
  const importButton = mayEdit && <Button icon={<Upload size={15} aria-hidden />} onClick={() => setImporting(true)}>{t('packs.import')}</Button>;
  return (
    <AdminPage title={t('title')} hint={t('packs.hint')} actions={importButton}>
      {packs.error ? <ErrorState error={packs.error} onRetry={() => void packs.refetch()} /> : packs.isPending ? <div className="card card-body"><SkeletonLines count={8} /></div> : (
        <>
          {list.map((pack) => <PackCard key={pack.key} pack={pack} others={list.filter((each) => each.key !== pack.key)} />)}
          {list.length === 0 && <div className="card"><EmptyState title={t('packs.none')} hint={t(offered.length > 0 ? 'packs.noneOffered' : 'packs.noneHint')} actions={importButton} /></div>}
          {offered.length > 0 && <OfferedPacks offered={offered} />}
        </>
      )}
      {isImporting && <ImportPack onClose={() => setImporting(false)} />}
    </AdminPage>
  );
}
