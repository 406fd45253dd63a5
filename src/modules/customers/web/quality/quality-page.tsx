import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useQualityRuns } from './use-quality-runs.ts';
import { useQualityTexts } from './use-quality-texts.ts';
import './quality.css';

const RequirementsDialog = lazy(() => import('./requirements-dialog.tsx'));

type BoardRow = RowOf<'GET /quality/board'>;

type GroupBy = 'owner' | 'unit';
const isGroupBy = (value: unknown): value is GroupBy => value === 'owner' || value === 'unit';
const POOR = 60;

/** A bar and its number: the length is the score. */
function Score({ score }: { score: number }) {
  return (
    <span className="score">
      <span className="score-bar" aria-hidden><span className={score < POOR ? 'is-poor' : ''} style={{ width: `${Math.max(2, score)}%` }} /></span>
      <span className="number">{formatNumber(score)}</span>
    </span>
  );
}

function BoardLine({ row, groupBy }: { row: BoardRow; groupBy: GroupBy }) {
  const t = useQualityTexts();
  const pick = usePick();
  const customer = useFindObject()('customer');
  const label = (key: string) => {
    const field = customer && fieldOf(customer, key);
    return field ? pick(field.label) : key;
  };
  const count = (value: number | null) => (value === null ? '–' : value === 0 ? <span className="faint">0</span> : formatNumber(value));
  return (
    <tr>
      <th scope="row">{row.name ?? t(groupBy === 'owner' ? 'board.nobody' : 'board.noUnit')}</th>
      <td className="number" data-label={t('board.customers')}>{formatNumber(row.customers)}</td>
      <td data-label={t('board.score')}><Score score={row.score} /></td>
      <td className="number" data-label={t('board.poor')}>{count(row.poor)}</td>
      <td className="number" data-label={t('board.duplicates')}>{count(row.duplicates)}</td>
      <td className="number" data-label={t('board.badPhones')}>{count(row.badPhones)}</td>
      <td data-label={t('board.missing')}>
        <span className="row wrap">{row.missing.slice(0, 3).map(({ field, count: n }) => <span key={field} className="tag">{t('board.missingOne', { field: label(field), count: formatNumber(n) })}</span>)}</span>
      </td>
    </tr>
  );
}

function BoardTable({ rows, groupBy }: { rows: readonly BoardRow[]; groupBy: GroupBy }) {
  const t = useQualityTexts();
  return (
    <div className="card admin-scroll" role="region" aria-label={t('board.title')} tabIndex={0}>
      <table className="admin-table board-table">
        <caption className="visually-hidden">{t('board.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.name')}</th>
            <th scope="col" className="number">{t('board.customers')}</th>
            <th scope="col">{t('board.score')}</th>
            <th scope="col" className="number">{t('board.poor')}</th>
            <th scope="col" className="number">{t('board.duplicates')}</th>
            <th scope="col" className="number" title={t('board.badHint')}>{t('board.badPhones')}</th>
            <th scope="col">{t('board.missing')}</th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <BoardLine key={row.key ?? 'none'} row={row} groupBy={groupBy} />)}</tbody>
      </table>
    </div>
  );
}

function Actions({ onRequirements }: { onRequirements: () => void }) {
  const t = useQualityTexts();
  const navigate = useNavigate();
  const canSet = useHasRight('admin.settings');
  const canMerge = useFindObject()('customer')?.grants.merge !== undefined;
  return (
    <>
      <PageLink to="/access-requests" className="board-link">{t('board.requests')}</PageLink>
      <PageLink to="/merges" className="board-link">{t('board.log')}</PageLink>
      {canSet && <Button onClick={onRequirements}>{t('board.requirements')}</Button>}
      {canMerge && <Button type="primary" onClick={() => void navigate({ to: '/quality/duplicates' })}>{t('board.worklist')}</Button>}
    </>
  );
}

/** Data quality by owner or unit (CU-13). */
export default function QualityPage() {
  const t = useQualityTexts();
  const [groupBy, setGroupBy] = useState<GroupBy>('owner');
  const [isSetting, setSetting] = useState(false);
  const run = useQualityRuns().find(({ kind }) => kind === 'scores');
  const isRunning = run?.state === 'running' || run?.state === 'waiting';
  const board = useQuery({
    queryKey: ['quality-board', groupBy, run?.finishedAt],
    queryFn: ({ signal }) => call('GET /quality/board', { signal, query: { groupBy } }),
    placeholderData: (earlier) => earlier,
  });
  const rows = board.data?.data ?? [];
  return (
    <AdminPage title={t('board.title')} hint={t('board.hint')} badge={isRunning && <span className="tag tag-hu" role="status">{t('board.runs')}</span>} actions={<Actions onRequirements={() => setSetting(true)} />}>
      <Segmented
        className="board-switch" value={groupBy} options={[{ value: 'owner', label: t('board.byOwner') }, { value: 'unit', label: t('board.byUnit') }]}
        onChange={(value) => isGroupBy(value) && setGroupBy(value)}
      />
      {board.error && !board.data && <ErrorState error={board.error} onRetry={() => void board.refetch()} />}
      {board.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {board.data && rows.length === 0 && <div className="card"><EmptyState title={t('board.empty')} /></div>}
      {rows.length > 0 && <BoardTable rows={rows} groupBy={groupBy} />}
      {isSetting && <Suspense fallback={null}><RequirementsDialog onClose={() => setSetting(false)} /></Suspense>}
    </AdminPage>
  );
}
