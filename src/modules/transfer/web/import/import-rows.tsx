import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '#kit/api/api-client.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import type { ImportInfo, ImportRowInfo } from './use-imports.ts';

const STEP = 50;
const MOST = 200;

interface Props {
  readonly info: ImportInfo;
  readonly object: ObjectMeta;
  readonly states: readonly string[];
  /** Cells can be corrected when given. */
  readonly onFixed?: () => void;
}

/** Rows that need a look, with the reason; doubles beside the records they repeat. */
export function ImportRows({ info, object, states, onFixed }: Props) {
  const t = useTexts(transferTexts);
  const client = useQueryClient();
  const [state, setState] = useState(states[0] === 'error' && info.errors === 0 ? 'duplicate' : (states[0] ?? 'error'));
  const [limit, setLimit] = useState(STEP);
  const found = useQuery({
    queryKey: ['import-rows', info.id, info.state, state, limit],
    queryFn: ({ signal }) => api.get<{ data: readonly ImportRowInfo[] }>(`/imports/${info.id}/rows`, { signal, query: { state, limit } }),
  });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['import-rows', info.id] });
    onFixed?.();
  };
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const rows = found.data?.data ?? [];
  return (
    <>
      {states.length > 1 && (
        <div><Segmented value={state} onChange={setState} options={[
          { value: 'error', label: `${t('check.onlyErrors')} ${info.errors}` }, { value: 'duplicate', label: `${t('check.onlyDuplicates')} ${info.duplicates}` },
        ]} /></div>
      )}
      {found.isPending ? <SkeletonLines count={5} /> : (
        <section className="card">
          {rows.map((row) => <ImportLine key={row.row} info={info} object={object} row={row} {...(onFixed && { onFixed: refresh })} />)}
        </section>
      )}
      {rows.length >= limit && limit < MOST && <div><Button onClick={() => setLimit(limit + STEP)}>{t('check.more')}</Button></div>}
    </>
  );
}

function ImportLine({ info, object, row, onFixed }: { info: ImportInfo; object: ObjectMeta; row: ImportRowInfo; onFixed?: () => void }) {
  const t = useTexts(transferTexts);
  const address = useAddress();
  return (
    <div className="import-line">
      <div className="row wrap">
        <strong>{t('check.row', { n: row.row })}</strong>
        {row.issues.map((issue) => <span key={`${issue.code}${issue.column}`} className={`tag ${row.state === 'error' ? 'tag-zhu' : 'tag-hu'}`}>{issue.message}</span>)}
        {row.record && <PageLink to={`${address(object)}/${row.record.id}`}>{row.record.name}</PageLink>}
      </div>
      {row.matches.some((match) => match.id) && (
        <p className="small">{t('check.existing')}：{row.matches.map((match) => match.id !== undefined && (
          <span key={match.id}><PageLink to={`${address(object)}/${match.id}`}>{match.name ?? ''}</PageLink> <span className="muted">{t('check.likeness', { score: match.score })}</span> </span>
        ))}</p>
      )}
      {onFixed ? <LineCells info={info} row={row} onFixed={onFixed} />
        : row.cells && <p className="small muted truncate">{row.cells.filter((cell) => cell !== null).join(' · ')}</p>}
    </div>
  );
}

/** The cells that matter: those with a fault and those that name the row. */
function LineCells({ info, row, onFixed }: { info: ImportInfo; row: ImportRowInfo; onFixed: () => void }) {
  const t = useTexts(transferTexts);
  const [cells, setCells] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const bad = new Set(row.issues.flatMap((issue) => (issue.column === null || issue.column < 0 ? [] : [issue.column])));
  const shown = info.columns.filter((column) => column.field !== null && (bad.has(column.column) || column.column < 4));
  const save = () => {
    setBusy(true);
    api.patch<ImportRowInfo>(`/imports/${info.id}/rows/${row.row}`, { cells }).then((fixed) => {
      showToast(t(fixed.state === 'ready' ? 'check.fixed' : 'check.stillBad', { n: row.row }), fixed.state === 'ready' ? {} : { tone: 'bad' });
      setCells({});
      onFixed();
    }, reportProblem).finally(() => setBusy(false));
  };
  return (
    <div className="row wrap">
      <div className="import-cells grow">
        {shown.map(({ column, header }) => (
          <label key={column} className="small"><span className={bad.has(column) ? 'danger' : 'muted'}>{header}</span>
            <Input size="small" value={cells[column] ?? String(row.cells?.[column] ?? '')} {...(bad.has(column) && { status: 'error' as const })}
              onChange={(event) => setCells({ ...cells, [column]: event.target.value })} />
          </label>
        ))}
      </div>
      <Button size="small" loading={isBusy} disabled={Object.keys(cells).length === 0} onClick={save}>{t('check.fix')}</Button>
    </div>
  );
}
