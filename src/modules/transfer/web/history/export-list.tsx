import { Download } from 'lucide-react';
import { apiUrl } from '#kit/api/api-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { type ExportInfo, useExports } from '../export/use-exports.ts';

const tones = { running: ' tag-qing', done: ' tag-green', failed: ' tag-zhu', cancelled: '', expired: '' } as const;

/** Bytes as people say them. */
const sizeText = (bytes: number): string => (bytes < 1024 * 1024 ? `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB` : `${formatNumber(Math.round(bytes / 1024 / 102.4) / 10)} MB`);

/** What the person took out; files can be fetched again until their time is over. */
export function ExportList() {
  const t = useTexts(transferTexts);
  const found = useExports();
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <SkeletonLines count={3} />;
  if (found.data.data.length === 0) return <div className="card"><EmptyState title={t('export.none')} hint={t('export.noneHint')} /></div>;
  return <div className="card">{found.data.data.map((run) => <ExportEntry key={run.id} run={run} />)}</div>;
}

function ExportEntry({ run }: { run: ExportInfo }) {
  const t = useTexts(transferTexts);
  const pick = usePick();
  const format = useFormat();
  const object = useFindObject()(run.object);
  const facts = [object ? pick(object.label.one) : run.object, t('export.rows', { n: formatNumber(run.rowCount) }), ...(run.size === null ? [] : [sizeText(run.size)])];
  const isDirect = run.state === 'done' && !run.hasFile;
  return (
    <div className="import-entry">
      <span className={`tag${tones[run.state]}`}>{isDirect ? t('export.direct') : t(`export.state.${run.state}`)}</span>
      <span className="truncate">
        {run.hasFile ? <a href={apiUrl(`/exports/${run.id}/file`)} download><Download size={14} aria-hidden className="import-icon" /> {run.fileName}</a> : run.fileName}
      </span>
      <span>
        {run.request.full === true && <span className="tag tag-hu">{t('export.isFull')}</span>}
        {run.state === 'running' && <progress className="import-small" max={Math.max(1, run.rowCount)} value={run.rowsDone} aria-label={t('export.state.running')} />}
      </span>
      <span className="small muted">{facts.join(' · ')}</span>
      <span className="small muted">{format.moment(run.createdAt)}{run.hasFile && run.expiresAt !== null && ` · ${t('export.untilShort', { date: format.moment(run.expiresAt) })}`}</span>
    </div>
  );
}
