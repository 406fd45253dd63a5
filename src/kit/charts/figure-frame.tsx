import { type ReactNode, useState } from 'react';
import { EmptyState } from '../overlay/empty-state.tsx';
import { formatNumber } from '../texts/numbers.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import './charts.css';

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function FigureTable({ table, label }: { table: ChartTable; label: string }) {
  return (
    <table className="figure-table">
      <caption className="visually-hidden">{label}</caption>
      <thead><tr>{table.head.map((h) => <th key={h} scope="col">{h}</th>)}</tr></thead>
      <tbody>
        {table.rows.map(([name, ...figures]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {figures.map((cell, i) => <td key={table.head[i + 1] ?? name} className="number">{typeof cell === 'number' ? formatNumber(cell) : cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A drawing with its figures as a table instead, when asked for (WCAG 1.1.1). */
export function FigureFrame({ label, table, children }: { label: string; table: ChartTable; children: ReactNode }) {
  const t = useKitTexts();
  const [isTable, setTable] = useState(false);
  if (table.rows.length === 0) return <EmptyState title={t('chart.empty')} />;
  return (
    <figure className="chart">
      {isTable ? <FigureTable table={table} label={label} /> : children}
      <figcaption className="chart-foot no-print">
        <button type="button" className="link-button small" onClick={() => setTable(!isTable)}>{isTable ? t('chart.asChart') : t('chart.asTable')}</button>
      </figcaption>
    </figure>
  );
}
