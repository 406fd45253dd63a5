import { Plus } from 'lucide-react';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useStandardsTexts } from '../use-standards.ts';
import './library.css';

const byName = { sort: 'name' } as const;

/** What audits ask: the templates of the company (SE-21). */
export default function AuditTemplatesPage() {
  const t = useStandardsTexts();
  const templates = useFindObject()('auditTemplate');
  const mayWrite = templates?.grants.create !== undefined;
  return (
    <AdminPage title={t('templates.title')} hint={t('templates.hint')} back={{ to: '/standards', label: t('library.title') }} actions={mayWrite && <PageLink className="library-add row" to="/audit-templates/new"><Plus size={14} aria-hidden />{t('templates.add')}</PageLink>}>
      {templates && <TemplateList templates={templates} />}
    </AdminPage>
  );
}

function TemplateList({ templates }: { readonly templates: ObjectMeta }) {
  const t = useStandardsTexts();
  const found = useRecords(templates, byName);
  const rows = found.records;
  if (found.error) return <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (found.isPending) return <div className="card card-body"><SkeletonLines count={4} /></div>;
  if (rows.length === 0) return <div className="card"><EmptyState title={t('templates.empty')} hint={t('plan.noTemplate')} /></div>;
  return (
    <ul className="card admin-lines library-lines">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="grow"><PageLink to={`/audit-templates/${row.id}`}>{String(row['name'])}</PageLink><p className="small muted">{t(row['kind'] === 'phone' ? 'kinds.phone' : 'kinds.mystery')} · {t('templates.items', { count: Number(row['itemCount']), number: Number(row['number']) })}</p></div>
          <span className={`tag${row['state'] === 'active' ? ' tag-green' : ''}`}>{t(row['state'] === 'active' ? 'templates.inUse' : 'templates.retired')}</span>
        </li>
      ))}
    </ul>
  );
}
