import { useMemo } from 'react';
import { useSession } from '#kit/api/session.ts';
import { isBlank, textOf } from '#kit/field/field-props.ts';
import { FieldValue } from '#kit/field/field-value.tsx';
import type { RecordData } from '#kit/records/record-types.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { DueTag } from '../tasks/task-line.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { HomeCard } from './home-card.tsx';
import { listHref } from './list-href.ts';

const SHOWN = 7;

function CustomerLine({ customers, customer }: { customers: ObjectMeta; customer: RecordData }) {
  const t = useCustomersTexts();
  const format = useFormat();
  const phone = fieldOf(customers, 'phone');
  const { nextContactAt, lastContactAt } = customer;
  return (
    <li className="panel-line home-line">
      <div className="grow">
        <PageLink to={`/customers/${customer.id}`} className="home-name">{textOf(customer[customers.title])}</PageLink>
        <div className="small muted row wrap">
          {phone && !isBlank(customer['phone']) && <FieldValue object={customers} field={phone} value={customer['phone']} record={customer} isCell />}
          <span className="faint">{typeof lastContactAt === 'string' ? t('home.lastContact', { when: format.moment(lastContactAt) }) : t('home.neverContacted')}</span>
        </div>
      </div>
      {typeof nextContactAt === 'string' && <DueTag at={nextContactAt} />}
    </li>
  );
}

/** Customers whose next contact is due, the longest waiting first. */
export function DueContactsCard({ customers }: { customers: ObjectMeta }) {
  const t = useCustomersTexts();
  const format = useFormat();
  const { user } = useSession();
  const today = format.today();
  const filter = useMemo((): Filter => ({ and: [
    { field: 'owner', op: 'eq', value: { id: user.id, name: user.name } }, { field: 'nextContactAt', op: 'lte', value: new Date(`${today}T23:59:59`).toISOString() },
  ] }), [user.id, user.name, today]);
  const query = useRecords(customers, useMemo(() => ({ filter, sort: 'nextContactAt' }), [filter]), SHOWN);
  return (
    <HomeCard title={t('home.contactToday')} query={query} height={260} side={<PageLink className="small" to={listHref('/customers', filter, 'nextContactAt')}>{t('panel.all')}</PageLink>}>
      {query.records.length === 0 && <p className="panel-empty muted">{t('home.nobodyDue')}</p>}
      <ul>{query.records.slice(0, SHOWN).map((customer) => <CustomerLine key={customer.id} customers={customers} customer={customer} />)}</ul>
    </HomeCard>
  );
}
