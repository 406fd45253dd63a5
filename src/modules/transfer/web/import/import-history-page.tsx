import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { api, apiUrl } from '#kit/api/api-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject, useMeta } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import type { ExportInfo } from '../export/export-info.ts';
import { type ImportInfo, isMoving } from './use-imports.ts';
import './transfer.css';

/** Every import with its result, and the files that were taken out. */
export default function ImportHistoryPage() {
  const t = useTexts(transferTexts);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const objects = useMeta().objects.filter((object) => object.grants.import !== undefined && object.writes === 'records');
  return (
    <div className="page stack">
      <header className="page-head">
        <div className="grow"><h1>{t('history')}</h1><p className="muted small">{t('historyHint')}</p></div>
        {objects.length > 0 && (
          <Select style={{ minWidth: 180 }} placeholder={t('upload.object')} aria-label={t('upload.object')} value={null}
            options={objects.map((object) => ({ value: object.key, label: t('newImport', { object: object.label.one[locale] }) }))}
            onChange={(key: string | null) => { if (key) void navigate({ to: `/imports/new/${key}` }); }} />
        )}
      </header>
      <Imports />
      <h2>{t('export.history')}</h2>
      <Exports />
    </div>
  );
}

function Imports() {
  const t = useTexts(transferTexts);
  const { locale } = useLocale();
  const format = useFormat();
  const find = useFindObject();
  const found = useQuery({
    queryKey: ['imports'], queryFn: ({ signal }) => api.get<{ data: readonly ImportInfo[] }>('/imports', { signal }),
    refetchInterval: ({ state }) => (state.data?.data.some((run) => isMoving(run.state)) ? 2_000 : false),
  });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <SkeletonLines count={4} />;
  if (found.data.data.length === 0) return <EmptyState title={t('none')} hint={t('noneHint')} />;
  return (
    <section className="card">
      {found.data.data.map((run) => (
        <div key={run.id} className="import-line">
          <div className="row wrap">
            <span className={`tag${run.state === 'done' ? ' tag-green' : run.state === 'failed' ? ' tag-zhu' : isMoving(run.state) ? ' tag-qing' : ''}`}>{t(`state.${run.state}`)}</span>
            <PageLink to={`/imports/${run.id}`} className="grow truncate">{run.fileName}</PageLink>
            <span className="small muted">{find(run.object)?.label.one[locale] ?? run.object} · {t('report.created')} {formatNumber(run.created)} · {t('report.updated')} {formatNumber(run.updated)}{run.errors > 0 && ` · ${t('report.errors')} ${formatNumber(run.errors)}`}</span>
            <span className="small muted">{run.author} · {format.moment(run.createdAt)}</span>
          </div>
        </div>
      ))}
    </section>
  );
}

function Exports() {
  const t = useTexts(transferTexts);
  const format = useFormat();
  const found = useQuery({ queryKey: ['exports'], queryFn: ({ signal }) => api.get<{ data: readonly ExportInfo[] }>('/exports', { signal }) });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <SkeletonLines count={3} />;
  if (found.data.data.length === 0) return <p className="muted">{t('export.none')}</p>;
  return (
    <section className="card">
      {found.data.data.map((run) => (
        <div key={run.id} className="import-line">
          <div className="row wrap">
            <span className="tag">{t(`export.state.${run.state}`)}</span>
            <span className="grow truncate">{run.hasFile ? <a href={apiUrl(`/exports/${run.id}/file`)} download>{run.fileName}</a> : run.fileName}</span>
            <span className="small muted">{t('export.rows', { n: formatNumber(run.rowCount) })} · {format.moment(run.createdAt)}</span>
          </div>
        </div>
      ))}
    </section>
  );
}
