import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '#kit/api/api-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { useAddress } from '#kit/module/registry.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../../transfer.texts.ts';
import type { ImportInfo, ImportRowInfo } from '../use-imports.ts';
import { useRows } from './use-rows.ts';

type RowKind = 'error' | 'duplicate' | 'kept';

interface Props {
  readonly info: ImportInfo;
  readonly object: ObjectMeta;
  readonly states: readonly RowKind[];
  /** Cells can be corrected when given. */
  readonly onFixed?: () => void;
}

/** Rows that need a look, with the reason. */
export function ImportRows({ info, object, states, onFixed }: Props) {
  const t = useTexts(transferTexts);
  const counts = { error: info.errors, duplicate: info.duplicates, kept: info.kept };
  const filled = states.filter((state) => counts[state] > 0);
  const [chosen, setChosen] = useState<RowKind>();
  const state = chosen ?? filled[0] ?? 'error';
  const labels = { error: t('check.onlyErrors'), duplicate: t('check.onlyDoubles'), kept: t('report.keptRows') };
  const found = useRows(info, state);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const fixed = (row: ImportRowInfo) => {
    found.put(row);
    onFixed?.();
  };
  return (
    <>
      {filled.length > 1
        ? <div><ChoiceBar<RowKind> label={t('check.which')} value={state} onChange={setChosen} options={filled.map((value) => ({ value, label: `${labels[value]} ${formatNumber(counts[value])}` }))} /></div>
        : !onFixed && <h2>{labels[state]}</h2>}
      {found.isPending ? <SkeletonLines count={5} /> : (
        <section className="card" aria-label={labels[state]}>
          {found.rows.map((row) => <ImportLine key={row.row} info={info} object={object} row={row} {...(onFixed && { onFixed: fixed })} />)}
        </section>
      )}
      {found.hasNextPage && <div><Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('check.more')}</Button></div>}
    </>
  );
}

interface LineProps { readonly info: ImportInfo; readonly object: ObjectMeta; readonly row: ImportRowInfo; readonly onFixed?: (row: ImportRowInfo) => void }

function ImportLine({ info, object, row, onFixed }: LineProps) {
  const t = useTexts(transferTexts);
  const address = useAddress();
  const isBad = row.state === 'error';
  return (
    <div className="import-line">
      <div className="row wrap">
        <strong>{t('check.row', { n: row.row })}</strong>
        {row.issues.map((issue) => <span key={`${issue.code}${issue.column}`} className={`tag import-tag ${isBad ? 'tag-zhu' : 'tag-hu'}`}>{issue.message}</span>)}
        {row.issues.length === 0 && onFixed && <span className="tag tag-green">{t('check.rowReady')}</span>}
        {row.record && <PageLink to={`${address(object)}/${row.record.id}`}>{row.record.name}</PageLink>}
      </div>
      {onFixed ? <LineCells info={info} row={row} onFixed={onFixed} />
        : row.cells && <p className="small muted import-text">{row.cells.filter((cell) => cell !== null && cell !== '').join(' · ')}</p>}
    </div>
  );
}

/** The cells that matter: those with a fault, mapped fields that miss, and those that name the row. */
function LineCells({ info, row, onFixed }: { info: ImportInfo; row: ImportRowInfo; onFixed: (row: ImportRowInfo) => void }) {
  const t = useTexts(transferTexts);
  const [cells, setCells] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const bad = new Set(row.issues.flatMap((issue) => (issue.column === null || issue.column < 0 ? [] : [issue.column])));
  const shown = info.columns.filter((column) => column.field !== null && (bad.has(column.column) || column.column < 4));
  const save = () => {
    setBusy(true);
    api.patch<ImportRowInfo>(`/imports/${info.id}/rows/${row.row}`, { cells }).then((fixed) => {
      const isBad = fixed.state === 'error' || fixed.state === 'duplicate';
      showToast(t(isBad ? 'check.stillBad' : 'check.fixed', { n: row.row }), isBad ? { tone: 'bad' } : {});
      setCells({});
      onFixed(fixed);
    }, reportProblem).finally(() => setBusy(false));
  };
  return (
    <form className="import-fix" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <div className="import-cells">
        {shown.map(({ column, header }) => (
          <label key={column} className="small"><span className={bad.has(column) ? 'danger' : 'muted'}>{header}</span>
            <Input value={cells[column] ?? String(row.cells?.[column] ?? '')} {...(bad.has(column) && { status: 'error' as const })}
              onChange={(event) => setCells({ ...cells, [column]: event.target.value })} />
          </label>
        ))}
      </div>
      <Button htmlType="submit" loading={isBusy} disabled={Object.keys(cells).length === 0}>{t('check.fix')}</Button>
    </form>
  );
}
