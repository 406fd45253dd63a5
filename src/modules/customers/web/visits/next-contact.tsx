import { useId } from 'react';
import { todayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useVisitsTexts } from './use-visits-texts.ts';

const choices = [['tomorrow', 1], ['week', 7], ['fortnight', 14], ['month', 30]] as const;
/** Nobody wants to be reminded at night. */
const MORNING = 'T09:00:00';

const plusDays = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** When to be in touch next: one press, or any day. */
export function NextContact({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const t = useVisitsTexts();
  const format = useFormat();
  const id = useId();
  const today = format.today();
  const chosen = value === null ? '' : todayIn(new Date(value), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const set = (date: string) => onChange(date === '' ? null : new Date(`${date}${MORNING}`).toISOString());
  return (
    <section className="check-in-part" aria-label={t('next.title')}>
      <h2>{t('next.title')}</h2>
      <div className="check-in-choices" role="group" aria-label={t('next.title')}>
        <button type="button" aria-pressed={value === null} onClick={() => onChange(null)}>{t('next.none')}</button>
        {choices.map(([key, days]) => {
          const date = plusDays(today, days);
          return <button key={key} type="button" aria-pressed={chosen === date} onClick={() => set(date)}>{t(`next.${key}`)}</button>;
        })}
      </div>
      <label htmlFor={id} className="small muted">{t('next.other')}</label>
      <input id={id} className="check-in-date" type="date" min={today} value={chosen} onChange={(event) => set(event.target.value)} />
    </section>
  );
}
