import { Download } from 'lucide-react';
import { apiUrl } from '#kit/api/api-client.ts';
import { ErrorState } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { useExport } from './use-exports.ts';

/** How far the file is, then the file. */
export function ExportWaiting({ id }: { id: string }) {
  const t = useTexts(transferTexts);
  const format = useFormat();
  const { data: run, error, refetch } = useExport(id);
  if (error && !run) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const total = run?.rowCount ?? 0;
  return (
    <div className="stack" role="status">
      {run?.state === 'done' && (
        <>
          <p>{t('export.ready', { n: formatNumber(run.rowCount) })}</p>
          {run.hasFile && <p><a className="row" href={apiUrl(`/exports/${run.id}/file`)} download><Download size={16} aria-hidden />{t('export.download', { name: run.fileName })}</a></p>}
        </>
      )}
      {(run?.state === 'failed' || run?.state === 'cancelled') && <p className="danger">{t('export.failed')}</p>}
      {(run === undefined || run.state === 'running') && (
        <>
          <p>{t('export.working', { done: formatNumber(run?.rowsDone ?? 0), total: formatNumber(total) })}</p>
          <progress className="import-bar" max={Math.max(1, total)} value={run?.rowsDone ?? 0} aria-label={t('export.title', { object: '' })} />
        </>
      )}
      <p className="small muted">{run?.expiresAt ? t('export.until', { date: format.fullMoment(run.expiresAt) }) : t('export.keep')} <PageLink to="/imports" className="import-link">{t('history')}</PageLink></p>
    </div>
  );
}
