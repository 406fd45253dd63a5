const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Colours of series in order; red and violet are not among them, since they mean breach and policy. */
const series = ['qing', 'hu', 'green', 'ink-3', 'qing-ink', 'line-input'];

/** ECharts options that make a chart look like the rest of the page; read at each drawing, so dark mode follows. */
export function chartTheme() {
  const axis = {
    axisLine: { lineStyle: { color: token('line-strong') } },
    axisTick: { show: false },
    axisLabel: { color: token('ink-2') },
    splitLine: { lineStyle: { color: token('line') } },
  };
  return {
    color: series.map(token),
    textStyle: { fontFamily: token('font'), color: token('ink') },
    animationDuration: 150,
    legend: { textStyle: { color: token('ink-2') }, itemWidth: 12, itemHeight: 8 },
    tooltip: { backgroundColor: token('raised'), borderColor: token('line'), textStyle: { color: token('ink'), fontSize: 13 }, confine: true },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    label: { color: token('ink') },
  };
}
