import { useMemo } from 'react';
import { useSession } from '#kit/api/session.ts';
import { isNamedRef, titleOf } from '#kit/records/record-types.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { CheckInLink } from './check-in-link.tsx';
import { useVisitsTexts } from './use-visits-texts.ts';
import './visits.css';

const SHOWN = 6;

/** The visits planned for today, each one press from its check-in; nothing where none are planned. */
export function TodaysVisitsCard({ activities }: { activities: ObjectMeta }) {
  const t = useVisitsTexts();
  const format = useFormat();
  const { user } = useSession();
  const today = format.today();
  const filter = useMemo((): Filter => ({ and: [
    { field: 'owner', op: 'eq', value: { id: user.id, name: user.name } }, { field: 'kind', op: 'eq', value: 'visit' }, { field: 'status', op: 'eq', value: 'open' },
    { field: 'dueAt', op: 'gte', value: new Date(`${today}T00:00:00`).toISOString() }, { field: 'dueAt', op: 'lte', value: new Date(`${today}T23:59:59`).toISOString() },
  ] }), [user.id, user.name, today]);
  const { records } = useRecords(activities, useMemo(() => ({ filter, sort: 'dueAt' }), [filter]), SHOWN);
  if (records.length === 0) return null;
  return (
    <section className="card todays-visits" aria-label={t('today.title')}>
      <h2 className="card-head">{t('today.title')}</h2>
      <ul>
        {records.slice(0, SHOWN).map((visit) => {
          const { customer, dueAt } = visit;
          const subject = titleOf(activities, visit);
          return (
            <li key={visit.id}>
              {typeof dueAt === 'string' && <time className="small muted" dateTime={dueAt}>{format.fullMoment(dueAt).slice(11, 16)}</time>}
              <span className="grow">
                {isNamedRef(customer) && <PageLink to={`/customers/${customer.id}`} className="todays-visit-name">{customer.name}</PageLink>}
                <span className="small muted value-block">{subject}</span>
              </span>
              {isNamedRef(customer) && <CheckInLink customer={customer} visit={{ id: visit.id, name: subject }} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
