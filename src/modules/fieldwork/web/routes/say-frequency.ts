import { useCallback } from 'react';
import type { RoundPlan } from '../../rules/inspection.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** `每天`, `每周一`, `每月 15 日`. */
export function useSayFrequency(): (plan: RoundPlan) => string {
  const t = useFieldworkTexts();
  return useCallback(({ frequency, onDay }) => {
    if (frequency === 'daily') return t('routes.daily');
    return frequency === 'weekly' ? t('routes.weeklyOn', { day: t(`weekdays.${weekdays[(onDay ?? 1) - 1] ?? 'mon'}`) }) : t('routes.monthlyOn', { day: onDay ?? 1 });
  }, [t]);
}
