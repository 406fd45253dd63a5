import type { Locale } from '#kernel/texts.ts';
import type { DecisionTable, PolicyModel } from '#meta/decisions/decision-model.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { cellWords, resultWords } from '../../rules/cell-words.ts';
import { inputLabel } from '../../rules/column-label.ts';
import { columnsOf } from '../editor/condition-columns.ts';
import { diffModels, type ModelDiff, type RowDiff, type TableDiff } from './model-diff.ts';

function Two({ was, now, isChanged }: { was: string; now: string; isChanged: boolean }) {
  return isChanged ? <><s className="cell-was">{was === '' ? '–' : was}</s> <b className="cell-now">{now === '' ? '–' : now}</b></> : <>{now}</>;
}

function DiffRow({ row, diff, before, after }: { row: RowDiff; diff: TableDiff; before: PolicyModel; after: PolicyModel }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const table = diff.after ?? diff.before;
  const shown = row.after ?? row.before;
  if (!table || !shown) return null;
  const isGone = row.after === null && diff.after !== null;
  const columns = columnsOf(diff.after ? after : before, table, locale);
  const condition = (at: number, expression: string, of: 'after' | 'before') => {
    const index = of === 'after' ? at : (diff.before?.inputs.findIndex((each) => each.expression === expression) ?? -1);
    const column = columns[at];
    return cellWords((of === 'after' ? row.after : row.before)?.conditions[index] ?? '-', column?.type ? { ...column, type: column.type } : null, locale);
  };
  return (
    <tr className={`policy-row diff-${row.kind}`}>
      <td><span className={`tag ${row.kind === 'added' ? 'tag-green' : row.kind === 'removed' ? 'tag-zhu' : 'tag-hu'}`}>{t(`compare.kind.${row.kind === 'same' ? 'changed' : row.kind}`)}</span></td>
      <td>{row.isClauseChanged && <s className="cell-was">{row.before?.clause}</s>} <span className="why-mark is-plain"><ClauseMark clause={shown.clause} /></span></td>
      {columns.map((column, at) => <td key={column.expression}>{row.kind === 'changed' ? <Two was={condition(at, column.expression, 'before')} now={condition(at, column.expression, 'after')} isChanged={row.conditions.has(at)} /> : condition(at, column.expression, isGone || row.after === null ? 'before' : 'after')}</td>)}
      {table.outputs.map((output, at) => {
        const old = row.before?.results[diff.before?.outputs.findIndex((each) => each.name === output.name) ?? -1] ?? '';
        const now = row.after?.results[at] ?? '';
        return <td key={output.name} className={at === 0 ? 'is-first-result' : ''}>{row.kind === 'changed' ? <Two was={resultWords(old, output, locale)} now={resultWords(now, output, locale)} isChanged={row.results.has(at)} /> : resultWords(row.after ? now : old, output, locale)}</td>;
      })}
    </tr>
  );
}

const columnName = (model: PolicyModel, table: DecisionTable | null, name: string, locale: Locale): string =>
  table?.outputs.find((each) => each.name === name)?.label[locale] ?? inputLabel(model, table?.inputs.find((each) => each.expression === name) ?? { expression: name }, locale);

function TableDiffView({ diff, before, after }: { diff: TableDiff; before: PolicyModel; after: PolicyModel }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const table = diff.after ?? diff.before;
  const rows = diff.rows.filter((row) => row.kind !== 'same');
  if (!table || (rows.length === 0 && !diff.isHitPolicyChanged && diff.columnsAdded.length + diff.columnsRemoved.length === 0)) return null;
  const columns = columnsOf(diff.after ? after : before, table, locale);
  const hidden = diff.rows.length - rows.length;
  return (
    <section className="card table-card">
      <div className="card-head"><h2>{table.label[locale]}</h2><span className="small muted">{t('compare.rows', { count: rows.length, hidden })}</span></div>
      {diff.isHitPolicyChanged && <p className="card-body small">{t('compare.hit', { before: diff.before?.hitPolicy ?? '', after: diff.after?.hitPolicy ?? '' })}</p>}
      {diff.columnsAdded.length > 0 && <p className="card-body small">{t('compare.columnsAdded', { columns: diff.columnsAdded.map((name) => columnName(after, diff.after, name, locale)).join(t('comma')) })}</p>}
      {diff.columnsRemoved.length > 0 && <p className="card-body small">{t('compare.columnsRemoved', { columns: diff.columnsRemoved.map((name) => columnName(before, diff.before, name, locale)).join(t('comma')) })}</p>}
      {rows.length > 0 && (
        <div className="policy-scroll" role="region" aria-label={table.label[locale]} tabIndex={0}>
          <table className="decision-table">
            <thead><tr><th scope="col">{t('compare.change')}</th><th scope="col">{t('clause.title')}</th>{columns.map((column) => <th key={column.expression} scope="col">{column.label}</th>)}{table.outputs.map((output, at) => <th key={output.name} scope="col" className={at === 0 ? 'is-first-result' : ''}>{output.label[locale]}</th>)}</tr></thead>
            <tbody>{rows.map((row) => <DiffRow key={`${row.before?.id ?? ''}-${row.after?.id ?? ''}`} row={row} diff={diff} before={before} after={after} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Texts({ diff }: { diff: ModelDiff }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const lines = [
    ...diff.clauses.map((each) => ({ key: `c${each.key}`, kind: each.kind, name: <span className="why-mark is-plain"><ClauseMark clause={each.key} /></span>, was: each.before?.text[locale] ?? '', now: each.after?.text[locale] ?? '' })),
    ...diff.parameters.map((each) => ({ key: `p${each.key}`, kind: each.kind, name: (each.after ?? each.before)?.label[locale] ?? each.key, was: each.before ? String(each.before.value) : '', now: each.after ? String(each.after.value) : '' })),
    ...diff.derived.map((each) => ({ key: `d${each.key}`, kind: each.kind, name: (each.after ?? each.before)?.label[locale] ?? each.key, was: each.before?.expression ?? '', now: each.after?.expression ?? '' })),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="card">
      <h2 className="card-head">{t('compare.texts')}</h2>
      <ul className="diff-texts">
        {lines.map((line) => (
          <li key={line.key} className={`diff-${line.kind}`}>
            <div className="row wrap"><span className={`tag ${line.kind === 'added' ? 'tag-green' : line.kind === 'removed' ? 'tag-zhu' : 'tag-hu'}`}>{t(`compare.kind.${line.kind}`)}</span>{line.name}</div>
            {line.kind === 'changed' && line.was === line.now ? <p className="muted small">{t('compare.otherPart')}</p> : <>{line.was !== '' && <p><s className="cell-was">{line.was}</s></p>}{line.now !== '' && <p className={line.kind === 'changed' ? 'cell-now' : ''}>{line.now}</p>}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What differs between two models, row by row, marked as in the editor: what was is struck, what is now is amber. */
export function DiffView({ before, after, origin = 'same' }: { before: PolicyModel; after: PolicyModel; origin?: 'same' | 'other' }) {
  const t = useTexts(policiesTexts);
  const diff = diffModels(before, after, origin);
  if (diff.isSame) return <p className="card card-body muted">{t('compare.same')}</p>;
  return <div className="policy-column">{diff.tables.map((table) => <TableDiffView key={table.name} diff={table} before={before} after={after} />)}<Texts diff={diff} /></div>;
}
