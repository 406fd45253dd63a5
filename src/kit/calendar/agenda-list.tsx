import { titleOf } from '../records/record-types.ts';
import { PageLink } from '../shell/page-link.tsx';
import { dayIn, longDate } from '../texts/dates.ts';
import { useLocale } from '../texts/locale-provider.tsx';
import { useFormat } from '../texts/use-format.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { AGENDA_SHOWN } from './calendar-data.ts';
import type { MonthGridProps } from './month-grid.tsx';

/** The month on a phone: the days that have something, one below the other. */
export function AgendaList({ object, field, month, weeks, opening, dayAt, onShowDay }: MonthGridProps) {
  const t = useKitTexts();
  const { locale } = useLocale();
  const { zone, today } = useFormat();
  const days = weeks.flat().filter((day) => day.startsWith(month)).map((day) => ({ day, ...dayAt(day) })).filter((d) => d.count > 0);
  if (days.length === 0) return <p className="muted monthly-none">{t('calendar.none')}</p>;
  return (
    <div className="monthly-agenda">
      {days.map(({ day, records: all, count }) => [day, all.slice(0, AGENDA_SHOWN), count] as const).map(([day, records, count]) => (
        <section key={day} className="card">
          <h2 className={`monthly-agenda-day${day === today() ? ' is-today' : ''}`}>{longDate(day, locale)} <span className="faint small">{count}</span></h2>
          {records.map((record) => {
            const at = record[field.key];
            return (
              <PageLink key={record.id} to={opening.hrefOf(record.id)} className="monthly-agenda-line" onClick={() => opening.remember(records.map((r) => r.id))}>
                {field.type === 'dateTime' && typeof at === 'string' && <span className="monthly-time">{dayIn(at, zone).time}</span>}
                <span className="truncate">{titleOf(object, record)}</span>
              </PageLink>
            );
          })}
          {count > records.length && <button type="button" className="link-button monthly-agenda-line" onClick={() => onShowDay(day)}>{t('calendar.more', { count: count - records.length })}</button>}
        </section>
      ))}
    </div>
  );
}
