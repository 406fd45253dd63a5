import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onPersonalEvent } from '#kit/api/live-updates.ts';
import { type CallAnswer, type RowOf, call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { SILENCE_MS, isMoving } from '../import/use-imports.ts';

type Listed = RowOf<'GET /imports'>;

function useImportList() {
  const client = useQueryClient();
  useEffect(() => onPersonalEvent('import', (payload) => {
    client.setQueryData<CallAnswer<'GET /imports'>>(['imports'], (held) => held && { ...held, data: held.data.map((run) => (run.id === payload['id'] ? { ...run, ...payload } : run)) });
  }), [client]);
  return useQuery({
    queryKey: ['imports'], queryFn: ({ signal }) => call('GET /imports', { signal }),
    refetchInterval: ({ state }) => (state.data?.data.some((run) => isMoving(run.state)) ? SILENCE_MS : false),
  });
}

const toneOf = (run: Listed): string =>
  run.state === 'done' ? ' tag-green' : run.state === 'failed' ? ' tag-zhu' : isMoving(run.state) ? ' tag-qing' : run.state === 'paused' ? ' tag-hu' : '';

/** Imports, newest first; those that move show how far they are. */
export function ImportList() {
  const t = useTexts(transferTexts);
  const found = useImportList();
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <SkeletonLines count={4} />;
  if (found.data.data.length === 0) return <div className="card"><EmptyState title={t('none')} hint={t('noneHint')} /></div>;
  return <div className="card">{found.data.data.map((run) => <ImportEntry key={run.id} run={run} />)}</div>;
}

function ImportEntry({ run }: { run: Listed }) {
  const t = useTexts(transferTexts);
  const pick = usePick();
  const format = useFormat();
  const object = useFindObject()(run.object);
  const counts = (['created', 'updated', 'duplicates', 'errors'] as const).filter((key) => run[key] > 0).map((key) => `${t(`report.${key}`)} ${formatNumber(run[key])}`);
  return (
    <div className="import-entry">
      <span className={`tag${toneOf(run)}`}>{t(`state.${run.state}`)}</span>
      <PageLink to={`/imports/${run.id}`} className="truncate">{run.fileName}</PageLink>
      <span>{isMoving(run.state) && run.rowCount !== null && <progress className="import-small" max={Math.max(1, run.rowCount)} value={Math.min(run.rowsDone, run.rowCount)} aria-label={t(`state.${run.state}`)} />}</span>
      <span className="small muted">{[object ? pick(object.label.one) : run.object, ...counts].join(' · ')}</span>
      <span className="small muted">{run.author} · {format.moment(run.createdAt)}</span>
    </div>
  );
}
