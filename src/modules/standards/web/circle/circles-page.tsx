import { Plus } from 'lucide-react';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useStandardsTexts } from '../use-standards.ts';
import '../library/library.css';

const byName = { sort: 'name' } as const;

/** The service circles of the company (SE-22). */
export default function CirclesPage() {
  const t = useStandardsTexts();
  const blueprints = useFindObject()('blueprint');
  const mayWrite = blueprints?.grants.create !== undefined;
  return (
    <AdminPage title={t('circle.title')} hint={t('circle.hint')} actions={mayWrite && <PageLink className="library-add row" to="/o/blueprints?new=1"><Plus size={14} aria-hidden />{t('circle.add')}</PageLink>}>
      {blueprints && <CircleList blueprints={blueprints} />}
    </AdminPage>
  );
}

function CircleList({ blueprints }: { readonly blueprints: ObjectMeta }) {
  const t = useStandardsTexts();
  const found = useRecords(blueprints, byName);
  const rows = found.records;
  if (found.error) return <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (found.isPending) return <div className="card card-body"><SkeletonLines count={4} /></div>;
  if (rows.length === 0) return <div className="card"><EmptyState title={t('circle.empty')} hint={t('circle.emptyHint')} /></div>;
  return (
    <ul className="card admin-lines library-lines">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="grow"><PageLink to={`/blueprints/${row.id}`}>{String(row['name'])}</PageLink>{typeof row['about'] === 'string' && <p className="small muted">{row['about']}</p>}</div>
          <span className={`tag${row['state'] === 'active' ? ' tag-green' : ''}`}>{t(row['state'] === 'active' ? 'templates.inUse' : 'templates.retired')}</span>
        </li>
      ))}
    </ul>
  );
}
