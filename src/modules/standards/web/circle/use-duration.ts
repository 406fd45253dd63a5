import { useStandardsTexts } from '../use-standards.ts';

/** `90` → `1.5 分钟`: seconds in the unit that reads best. */
export function useDuration(): (seconds: number) => string {
  const t = useStandardsTexts();
  return (seconds) => {
    if (seconds < 120 && seconds % 60 !== 0) return t('circle.s', { n: seconds });
    if (seconds < 60) return t('circle.s', { n: seconds });
    if (seconds < 7_200) return t('circle.min', { n: Math.round(seconds / 6) / 10 });
    return t('circle.h', { n: Math.round(seconds / 360) / 10 });
  };
}
