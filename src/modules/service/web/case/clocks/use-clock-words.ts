import { sayDuration } from '#kit/working-time/trace-lines.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { type CaseClock, useCaseTexts } from '../use-case.ts';

/** What people say of a clock: what is left of it, and how long it is. */
export function useClockWords() {
  const t = useCaseTexts();
  const { locale } = useLocale();
  /** Whole minutes; less than one is said as such. */
  const time = (seconds: number): string => {
    const whole = Math.floor(Math.abs(seconds) / 60) * 60;
    return whole === 0 ? t('clock.moment') : sayDuration(locale, whole);
  };
  const unit = (clock: CaseClock): 'working' | 'plain' => (clock.measure === 'hours' ? 'plain' : 'working');
  const amountOf = ({ measure, amount }: Pick<CaseClock, 'measure' | 'amount'>): string => (amount === 1 ? t(`clock.limit1.${measure}`) : t(`clock.limits.${measure}`, { count: amount }));
  return {
    time,
    left: (clock: CaseClock): string => {
      const { leftSeconds, stoppedAt } = clock;
      const word = stoppedAt === null ? (leftSeconds > 0 ? 'left' : 'over') : (leftSeconds >= 0 ? 'spare' : 'tooLate');
      return t(`clock.${word}.${unit(clock)}`, { time: time(leftSeconds) });
    },
    amount: amountOf,
    limit: (clock: Pick<CaseClock, 'measure' | 'amount' | 'extendedDays'>): string => [amountOf(clock), clock.extendedDays > 0 ? t('clock.extended', { days: clock.extendedDays }) : ''].filter(Boolean).join(' '),
  };
}
