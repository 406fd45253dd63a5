import type { EChartsCoreOption } from 'echarts/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { type ChartTable, FigureFrame } from './figure-frame.tsx';

const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

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

/** A chart in our colours with its figures as a table beside it; ECharts (200 kB) comes with the first: plain bars are a `BarSeries`. */
export function Chart({ label, option, table, height = 260, onPick }: ChartProps): ReactNode {
  return (
    <FigureFrame label={label} table={table}>
      <Suspense fallback={<div className="skeleton" style={{ height }} />}>
        <ChartCanvas label={label} option={option} height={height} onPick={onPick} />
      </Suspense>
    </FigureFrame>
  );
}
