import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { PageLink } from '#kit/shell/page-link.tsx';
import { type FigureKey, figureKeys, figureNature } from '../../rules/figures.ts';
import { FigureButton } from '../parts/figure-button.tsx';
import type { Period } from '../parts/period-model.ts';
import { useDuration, useSayFigure } from '../parts/say-figure.ts';
import { addressOf } from '../parts/use-period.ts';
import { type Figure, type Team, type TeamRow, useFigureNames, usePerformanceTexts } from '../use-performance.ts';

const groups = [
  { key: 'volume', figures: ['taken', 'answered', 'closed', 'fieldOrders'] }, { key: 'speed', figures: ['response', 'solve'] },
  { key: 'quality', figures: ['onTime', 'satisfaction', 'reopened', 'escalated', 'audit', 'praise'] },
] as const;

interface Sorting {
  readonly by: FigureKey | 'name';
  readonly isDown: boolean;
}

/** Whoever has nothing to say there comes last, whichever way it is sorted. */
export function sorted(rows: readonly TeamRow[], { by, isDown }: Sorting): readonly TeamRow[] {
  const sign = isDown ? -1 : 1;
  if (by === 'name') return rows.toSorted((a, b) => sign * a.name.localeCompare(b.name, 'zh-CN'));
  return rows.toSorted((a, b) => {
    const [x, y] = [a.sheet[by].value, b.sheet[by].value];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y) || a.name.localeCompare(b.name, 'zh-CN');
  });
}

function Cell({ figure, value, person, name, asked }: { readonly figure: FigureKey; readonly value: Figure; readonly person: string; readonly name: string; readonly asked: Period }) {
  const t = usePerformanceTexts();
  const names = useFigureNames();
  const duration = useDuration();
  const isTime = figureNature[figure].measure === 'seconds' && value.p90 !== null;
  return (
    <td className="number" data-label={names(figure)}>
      <FigureButton person={person} name={name} figure={figure} value={value} asked={asked} />
      {isTime && value.p90 !== null && <div className="small muted pf-ninety">{t('team.ninety', { time: duration(value.p90) })}</div>}
    </td>
  );
}

function Head({ of, label, sorting, onSort, hint }: { readonly of: Sorting['by']; readonly label: string; readonly sorting: Sorting; readonly hint?: string; onSort(by: Sorting['by']): void }) {
  const t = usePerformanceTexts();
  const isBy = sorting.by === of;
  return (
    <th scope="col" className={of === 'name' ? '' : 'number'} aria-sort={isBy ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="pf-sort" title={hint} aria-label={t('team.sort', { name: label })} onClick={() => onSort(of)}>
        {label}{isBy && (sorting.isDown ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
      </button>
    </th>
  );
}

/** Everybody beside everybody: sortable, each figure opens what it counts, all of them together and their medians below (SE-40). */
export function TeamTable({ team, asked, isStale }: { readonly team: Team; readonly asked: Period; readonly isStale: boolean }) {
  const t = usePerformanceTexts();
  const names = useFigureNames();
  const say = useSayFigure();
  const [sorting, setSorting] = useState<Sorting>({ by: 'answered', isDown: true });
  const sort = (by: Sorting['by']) => setSorting({ by, isDown: sorting.by === by ? !sorting.isDown : by !== 'name' });
  return (
    <div className="card admin-scroll pf-scroll" role="region" aria-label={t('team.scroll')} aria-busy={isStale} tabIndex={0}>
      <table className="admin-table pf-table">
        <caption className="visually-hidden">{t('team.title')} {asked.from} – {asked.to}</caption>
        <thead>
          <tr className="pf-groups"><td aria-hidden />{groups.map(({ key, figures }) => <th key={key} scope="colgroup" colSpan={figures.length}>{t(`team.${key}`)}</th>)}</tr>
          <tr><Head of="name" label={t('team.person')} sorting={sorting} onSort={sort} />{figureKeys.map((key) => <Head key={key} of={key} label={names(key)} hint={t(`how.${key}`)} sorting={sorting} onSort={sort} />)}</tr>
        </thead>
        <tbody>
          {sorted(team.data, sorting).map((row) => (
            <tr key={row.id}>
              <th scope="row"><PageLink to={`/performance/people/${row.id}?${addressOf(asked)}`}>{row.name}</PageLink>{row.unit !== null && <div className="small muted">{row.unit}</div>}</th>
              {figureKeys.map((key) => <Cell key={key} figure={key} value={row.sheet[key]} person={row.id} name={row.name} asked={asked} />)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><th scope="row">{t('team.together')}</th>{figureKeys.map((key) => <Cell key={key} figure={key} value={team.total[key]} person="team" name={t('team.together')} asked={asked} />)}</tr>
          <tr className="pf-medians"><th scope="row">{t('team.median')}</th>{figureKeys.map((key) => <td key={key} className="number muted" data-label={names(key)}>{say(key, team.medians[key])}</td>)}</tr>
        </tfoot>
      </table>
    </div>
  );
}
