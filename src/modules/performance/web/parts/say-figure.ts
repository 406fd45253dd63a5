import { formatNumber, groupDigits } from '#kit/texts/numbers.ts';
import { type FigureKey, figureNature } from '../../rules/figures.ts';
import { usePerformanceTexts } from '../use-performance.ts';

/** Seconds in the unit that reads best: 42 s, 12 min, 3.5 h, 2.1 d. */
export function useDuration(): (seconds: number) => string {
  const t = usePerformanceTexts();
  return (seconds) => {
    if (seconds < 60) return t('units.seconds', { n: Math.round(seconds) });
    if (seconds < 5_400) return t('units.minutes', { n: Math.round(seconds / 60) });
    if (seconds < 172_800) return t('units.hours', { n: formatNumber(seconds / 3_600, 1) });
    return t('units.days', { n: formatNumber(seconds / 86_400, 1) });
  };
}

/** A figure's value as it is read: count, time, per cent or mean; a dash where there is none. */
export function useSayFigure(): (key: FigureKey, value: number | null) => string {
  const t = usePerformanceTexts();
  const duration = useDuration();
  return (key, value) => {
    if (value === null) return '–';
    const { measure } = figureNature[key];
    if (measure === 'seconds') return duration(value);
    if (measure === 'share') return t('units.percent', { n: formatNumber(value * 100, 1) });
    return formatNumber(value, key === 'satisfaction' ? 2 : 1);
  };
}

/** Whether a value is better or worse than the median; undefined where that says nothing. */
export function compare(key: FigureKey, value: number | null, median: number | null): 'better' | 'worse' | 'same' | undefined {
  const { good } = figureNature[key];
  if (good === null || value === null || median === null) return undefined;
  if (value === median) return 'same';
  return value > median === (good === 'more') ? 'better' : 'worse';
}

/** `12.50` → `12.5`: points of an entry. */
export const sayPoints = (points: string): string => groupDigits(points.replace(/\.?0+$/, ''));
/** `365.00` → `¥ 365`. */
export const sayBonus = (amount: string): string => `${amount.startsWith('-') ? '−' : ''}¥\u00a0${groupDigits(amount.replace(/^-/, '').replace(/\.00$/, ''))}`;
