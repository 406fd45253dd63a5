import { Button } from 'antd';
import { Download, Plus } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { faceOf, faces, serviceAreas } from '../../rules/service-areas.ts';
import { type LibraryStandard, useAreaName, useLibrary, useRefreshStandards, useStandardsTexts } from '../use-standards.ts';
import './library.css';

function StandardLine({ standard }: { readonly standard: LibraryStandard }) {
  const t = useStandardsTexts();
  const { id, code, item, method, target, direction, unit, weight, state } = standard;
  return (
    <li>
      <span className="library-code small">{code}</span>
      <div className="grow">
        <PageLink to={`/o/standards/${id}`}>{item}</PageLink>{state !== 'active' && <span className="tag">{t(state === 'retired' ? 'library.retired' : 'library.draft')}</span>}
        {method !== null && <p className="small muted">{method}</p>}
      </div>
      <span className="small muted library-measure">
        <span>{target !== null && direction !== null ? t('library.target', { direction: t(`directions.${direction}`), target, unit: unit ?? '' }) : t(`answers.${standard.measure}`)}</span>
        <span>{t('library.weight', { weight })}</span>
      </span>
    </li>
  );
}

/** The standards by face and area; loaded with one press, then the company's own (SE-20). */
export default function LibraryPage() {
  const t = useStandardsTexts();
  const areaName = useAreaName();
  const mayWrite = useFindObject()('standard')?.grants.create !== undefined;
  const found = useLibrary();
  const refresh = useRefreshStandards();
  const [isBusy, setBusy] = useState(false);
  const standards = found.data?.data ?? [];
  const load = () => {
    setBusy(true);
    call('POST /audits/library').then((loaded) => { showToast(t('library.loaded', loaded)); refresh(); }, reportProblem).finally(() => setBusy(false));
  };
  const loadButton = mayWrite && <Button icon={<Download size={14} aria-hidden />} loading={isBusy} type={standards.length === 0 ? 'primary' : 'default'} title={t('library.loadHint')} onClick={load}>{t('library.load')}</Button>;
  const actions = (
    <>
      <PageLink to="/audit-templates">{t('library.templates')}</PageLink><PageLink to="/blueprints">{t('library.circles')}</PageLink>
      {standards.length > 0 && loadButton}
      {mayWrite && <PageLink className="library-add row" to="/o/standards?new=1"><Plus size={14} aria-hidden />{t('library.add')}</PageLink>}
    </>
  );
  return (
    <AdminPage title={t('library.title')} hint={t('library.hint')} actions={actions}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={10} /></div>}
      {found.data && standards.length === 0 && <div className="card"><EmptyState title={t('library.empty')} hint={mayWrite ? t('library.emptyHint') : undefined} actions={loadButton} /></div>}
      {standards.length > 0 && (
        <div className="library-faces">
          {faces.map((face) => (
            <section key={face} className="admin-column" aria-label={t(`faces.${face}`)}>
              <h2>{t(`faces.${face}`)}</h2>
              {serviceAreas.filter((area) => faceOf(area) === face).map((area) => {
                const inside = standards.filter((standard) => standard.area === area);
                return <AdminCard key={area} title={areaName(area)} note={t('library.count', { count: inside.length })} isFlush><ul className="admin-lines library-lines">{inside.map((standard) => <StandardLine key={standard.id} standard={standard} />)}</ul></AdminCard>;
              })}
            </section>
          ))}
        </div>
      )}
    </AdminPage>
  );
}
