import type { EChartsCoreOption } from 'echarts/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { EmptyState } from '../overlay/empty-state.tsx';
import { formatNumber } from '../texts/numbers.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import './charts.css';

const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface ChartProps {
  /** What the chart shows, in one sentence, for those who cannot see it. */
  readonly label: string;
  readonly option: EChartsCoreOption;
  /** The same figures as a table (WCAG 1.1.1). */
  readonly table: ChartTable;
  readonly height?: number;
  /** A bar, slice or point was chosen: go to its records (UX-13). */
  onPick?(name: string, series: string): void;
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

/** A chart in our colours with its figures as a table beside it; ECharts is loaded when the first chart shows. */
export function Chart({ label, option, table, height = 260, onPick }: ChartProps): ReactNode {
  const t = useKitTexts();
  const [isTable, setTable] = useState(false);
  if (table.rows.length === 0) return <EmptyState title={t('chart.empty')} />;
  return (
    <figure className="chart">
      {isTable ? <FigureTable table={table} label={label} /> : (
        <Suspense fallback={<div className="skeleton" style={{ height }} />}>
          <ChartCanvas label={label} option={option} height={height} onPick={onPick} />
        </Suspense>
      )}
      <figcaption className="chart-foot no-print">
        <button type="button" className="link-button small" onClick={() => setTable(!isTable)}>{isTable ? t('chart.asChart') : t('chart.asTable')}</button>
      </figcaption>
    </figure>
  );
}
