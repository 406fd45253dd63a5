import { useMemo } from 'react';
import { useSessionIfAny } from '../api/session.ts';
import { dueIn, fullMoment, longDate, sayMoment, todayIn } from './dates.ts';
import { useLocale } from './locale-provider.tsx';

/** Dates in the person's language and time zone; `now` is read at each call. */
export function useFormat() {
  const { locale } = useLocale();
  const zone = useSessionIfAny()?.user.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useMemo(() => {
    const now = () => new Date();
    return {
      zone,
      moment: (iso: string) => sayMoment(iso, now(), zone, locale),
      fullMoment: (iso: string) => fullMoment(iso, zone),
      date: (date: string) => longDate(date, locale),
      due: (date: string, reach?: number) => dueIn(date, todayIn(now(), zone), locale, reach),
      today: () => todayIn(now(), zone),
    };
  }, [locale, zone]);
}
