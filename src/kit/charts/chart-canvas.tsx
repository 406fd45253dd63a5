import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useLook } from '../tokens/look-provider.tsx';
import { init } from './chart-core.ts';
import { chartTheme } from './chart-theme.ts';

interface CanvasProps {
  readonly label: string;
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly onPick: ((name: string, series: string) => void) | undefined;
}

/** The drawing itself: drawn anew when the theme changes, fitted when the box does. */
export default function ChartCanvas({ label, option, height, onPick }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const pick = useRef(onPick);
  pick.current = onPick;
  const { isDark } = useLook();
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, chartTheme(), { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ name, seriesName }) => pick.current?.(name, seriesName ?? ''));
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, [isDark]);
  useEffect(() => {
    chart.current?.setOption({ aria: { enabled: true }, ...option }, true);
  }, [option, isDark]);
  return <div ref={box} role="img" aria-label={label} style={{ height }} />;
}
